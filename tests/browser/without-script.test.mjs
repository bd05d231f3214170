// The card is a form first: it works where scripts are off, and where the browser refuses or misses the WebAssembly.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const SAID = "Three weeks late, and nobody said why.";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("without scripts the link leads to the card, the form posts, and the receipt opens the tracking page", async () => {
  const page = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${house.demo}/plain`);
  await page.locator("comment-card a").click();
  await card.fillIn(page, SAID);
  await card.send(page);
  const receipt = await card.receipt(page);
  assert.equal(await page.locator("[data-close]").isVisible(), false, "there is nothing to close");
  await office.track(page, house.server, receipt);
  await page.getByRole("heading", { name: en("progress-title") }).waitFor();
});

test("without scripts a card that says nothing comes back with what was chosen and links to what is missing", async () => {
  const page = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.choose(page, "compliment");
  const id = await page.locator("input[name=id]").inputValue();
  await card.send(page);
  const link = page.locator("#card-summary a");
  assert.equal(await link.textContent(), en("card-fault-says-nothing"));
  await link.click();
  assert.match(page.url(), /#field-/);
  assert.ok(await page.locator(page.url().replace(/^.*#/, "#").replace(".", "\\.")).isVisible());
  assert.ok(await page.locator("input[value=compliment]").isChecked());
  assert.equal(await page.locator("input[name=id]").inputValue(), id, "it is still the same card");
  await card.comment(page).fill(SAID);
  await card.send(page);
  await card.receipt(page);
});

test("where the browser refuses the WebAssembly, the form posts in its frame and the page around it hears of it", async () => {
  const page = await openWindow(browser);
  const { refused } = await card.refuseWebAssembly(page);
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await refused;
  await sendsAsForm(page, frame);
});

test("where the WebAssembly is missing, the form posts in its frame and the page around it hears of it", async () => {
  const page = await openWindow(browser);
  await page.route("**/widget_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  const missing = page.waitForResponse("**/widget_bg.wasm");
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await missing;
  await sendsAsForm(page, frame);
});

async function sendsAsForm(page, frame) {
  await card.fillIn(frame, SAID);
  await card.send(frame);
  const { reference } = await card.receipt(frame);
  assert.equal(await frame.locator("html[data-card]").count(), 0, "no WebAssembly had a hand in it");
  assert.ok(page.asked.some((one) => one.startsWith(`POST ${house.server}/card/passport`)));
  await page.untilHeard("sent");
  assert.deepEqual((await page.heard()).at(-1), ["sent", "passport", { reference }]);
  assert.ok(page.url().startsWith(house.demo));
  await frame.locator("[data-close]").click();
  await page.untilHeard("closed");
  assert.ok(await page.locator("comment-card a").evaluate((link) => link === document.activeElement));
}
