// The card moves nothing on the page that embeds it, when its script comes late and when it opens.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { element, openSite, script } from "./stage/host.mjs";
import { openHouse } from "./stage/house.mjs";

const PAGES = [["plain", "passport"], ["strict", "old-age-security"], ["fr", "employment-insurance"], ["two", "passport"]];
let house;
let browser;
let site;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  site = await openSite(browser, house);
});
after(() => Promise.all([site?.close(), browser?.close(), house?.close()]));

/** Has every document note how its layout moves; `moved()` sums what the page itself did. */
async function watchLayout(page) {
  await page.addInitScript(() => {
    window.moves = [];
    const note = (list) => window.moves.push(...list.getEntries().map(({ value, hadRecentInput, startTime, sources }) => ({
      value, hadRecentInput, startTime, of: sources.map(({ node, previousRect, currentRect }) => [node?.nodeName, previousRect.y, currentRect.y].join(" ")),
    })));
    window.layout = new PerformanceObserver(note);
    window.layout.observe({ type: "layout-shift", buffered: true });
    window.noteMoves = () => note({ getEntries: () => window.layout.takeRecords() });
  });
  return () => page.evaluate(() => new Promise((resolve) => {
    // After the next picture is drawn, everything that moved is known.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.noteMoves();
      resolve(window.moves);
    }));
  }));
}

/** The moves that count: those that no key or button of the person explains. */
const counted = (moves) => moves.filter((move) => !move.hadRecentInput);
const sum = (moves) => moves.reduce((total, { value }) => total + value, 0);

for (const [path, service] of PAGES) {
  test(`on /${path} nothing moves, when the script comes late and when the card opens`, async (t) => {
    const page = await openWindow(browser);
    const moved = await watchLayout(page);
    // Late: the page is drawn with the plain link before the script is there.
    let letCome;
    const drawn = new Promise((resolve) => { letCome = resolve; });
    await page.route("**/embed/feedback.js", async (route) => {
      await drawn;
      await route.continue();
    });
    await page.goto(`${house.demo}/${path}`, { waitUntil: "commit" });
    await page.locator("footer").waitFor();
    await page.locator(`comment-card[service=${service}] a`).scrollIntoViewIfNeeded();
    await moved();
    letCome();
    await page.waitForFunction(() => customElements.get("comment-card"));
    const loaded = await moved();
    await page.locator(`comment-card[service=${service}] a`).focus();
    await page.keyboard.press("Enter");
    const frame = card.frameOf(page.locator(`comment-card[service=${service}]`));
    await card.untilTakenOver(frame);
    await card.untilItFits(frame);
    const opened = await moved();
    t.diagnostic(`layout shift ${sum(counted(loaded))} loading, ${sum(counted(opened))} with opening`);
    assert.deepEqual(counted(opened), []);
  });
}

test("a card that takes its height long after it was opened moves nothing in sight", async (t) => {
  const page = await openWindow(browser);
  const moved = await watchLayout(page);
  await site.show(page, { head: script(house.server), body: `${element(house.server)}<p>${"Text below the card. ".repeat(400)}</p>` });
  let letCome;
  const held = new Promise((resolve) => { letCome = resolve; });
  await page.route("**/card.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator("comment-card a").click();
  // The browser excuses what moves within half a second of a click: this card comes later.
  await page.waitForFunction((at) => performance.now() > at + 700, await page.evaluate(() => performance.now()));
  letCome();
  const frame = card.frameOf(page.locator("comment-card"));
  await card.untilTakenOver(frame);
  await card.untilItFits(frame);
  const moves = await moved();
  t.diagnostic(`layout shift ${sum(counted(moves))}`);
  assert.deepEqual(counted(moves), []);
});

test("the measure of layout shift sees a page that does move", async () => {
  const page = await openWindow(browser);
  const moved = await watchLayout(page);
  await site.show(page, { body: "<div id=above></div><p>Text</p>" });
  await moved();
  await page.evaluate(() => { document.getElementById("above").style.blockSize = "300px"; });
  assert.ok(sum(counted(await moved())) > 0);
});
