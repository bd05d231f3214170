// A card must not disturb the page it is on, and must be there at once: nothing moves, nothing stalls, nobody waits.
import { after, before, test } from "node:test";

import { judge } from "./measure/judge.mjs";
import { layoutShift } from "./measure/layout-shift.mjs";
import { longestTask } from "./measure/longest-task.mjs";
import { openToUsable } from "./measure/open-to-usable.mjs";
import { openBrowser } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("nothing on the page moves when the card's script arrives", async (t) => {
  judge(t, await layoutShift({ house, browser }));
});

test("the card's script never keeps the page busy for long, on a slow phone", async (t) => {
  judge(t, await longestTask({ house, browser }));
});

// A speed is the machine's as much as ours: on one that other programs keep busy there is nothing to judge,
// unless it is CI's own.
test("a card that is opened can be answered at once, on a slow phone", async (t) => {
  const measured = await openToUsable({ house, browser });
  if (process.env.CI || measured.wasQuiet) return judge(t, measured);
  Object.values(measured.notes).flat().forEach((note) => t.diagnostic(note));
  return t.skip("this machine had too few quiet moments to judge a speed");
});
