// A card must open on a bad network, and a page that carries it must not feel it: what travels stays below its limits.
import { after, before, test } from "node:test";

import { judge } from "./measure/judge.mjs";
import { hostPage, opened } from "./measure/weight.mjs";
import { openBrowser } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("a page that carries the card fetches one small script and nothing else", async (t) => {
  judge(t, await hostPage({ house, browser }));
});

test("a card can be used early, and an opened one is light, in both languages", async (t) => {
  judge(t, await opened({ house, browser }));
});
