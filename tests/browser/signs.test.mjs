// What tells a machine from a person must not be in a person's way: nobody meets the hidden field, and a card that was
// begun on an earlier page stays begun there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const valueOf = (page, name) => page.locator(`input[name=${name}]`).inputValue();

test("the hidden field is not seen, not reached by keyboard and not read aloud", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  const field = page.locator("input[name=website]");
  const box = await field.locator("xpath=ancestor::div[1]").boundingBox();
  assert.ok(box.width <= 1 && box.height <= 1, "it takes no place");
  assert.equal(await page.getByRole("textbox", { includeHidden: false }).and(field).count(), 0, "it is not read aloud");
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    assert.equal(await field.evaluate((input) => input === document.activeElement), false);
  }
  assert.equal(await field.inputValue(), "");
});

test("a draft that is put back was begun on its first page, and so was a card in another language", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  const begun = await valueOf(page, "begun");
  assert.match(begun, /^\d+\.[0-9a-f]{64}$/);
  await card.comment(page).fill("A draft.");
  await page.reload();
  await until("the draft is back", async () => (await card.comment(page).inputValue()) === "A draft.");
  assert.equal(await valueOf(page, "begun"), begun);
  await page.locator("button[name=show_in][value=fr]").click();
  await page.locator("html[lang=fr]").waitFor({ state: "attached" });
  await until("it is there in French", async () => (await card.comment(page).inputValue()) === "A draft.");
  assert.equal(await valueOf(page, "begun"), begun);
});
