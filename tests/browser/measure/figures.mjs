// Every figure and the measure that it comes from. A measure takes `{house, browser}` and gives the values by name, and
// by name the notes that explain them.
import { longestTask } from "./longest-task.mjs";
import { openToUsable } from "./open-to-usable.mjs";
import { layoutShift } from "./layout-shift.mjs";
import { hostPage, opened } from "./weight.mjs";

export const MEASURES = [
  { names: ["card.host-page.bytes", "card.host-page.requests"], measure: hostPage },
  { names: ["card.usable", "card.opened.en", "card.opened.fr"], measure: opened },
  { names: ["card.layout-shift"], measure: layoutShift },
  { names: ["card.longest-task"], measure: longestTask },
  { names: ["card.open-to-usable"], measure: openToUsable },
];

/** Whether a figure is asked for by `asked`: its whole name, or the beginning of it up to a dot. */
export function isAsked(name, asked) {
  return asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}.`));
}
