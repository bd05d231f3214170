// A card must not disturb the page it is on, and must be there at once: nothing moves, nothing stalls, nobody waits.
import { after, before, test } from "node:test";

import { goFirst } from "./measure/go-first.mjs";
import { isWithin, judge } from "./measure/judge.mjs";
import { layoutShift } from "./measure/layout-shift.mjs";
import { longestTask } from "./measure/longest-task.mjs";
import { openToUsable } from "./measure/open-to-usable.mjs";
import { openBrowser } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";

let house;
let browser;
let isFirst;
before(async () => {
  isFirst = goFirst();
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("nothing on the page moves when the card's script arrives", async (t) => {
  judge(t, await layoutShift({ house, browser }));
});

test("the card's script never keeps the page busy for long, on a slow phone", async (t) => {
  judge(t, await longestTask({ house, browser }));
});

// On a machine that is busy with other things, and gives us no first call, a slow opening says nothing about the card.
test("a card that is opened can be answered at once, on a slow phone", async (t) => {
  const measured = await openToUsable({ house, browser });
  if (isFirst || process.env.CI || isWithin(measured)) return judge(t, measured);
  return t.skip(`${JSON.stringify(measured.values)}: run it as root, who may go before other programs, to know whether it holds`);
});
