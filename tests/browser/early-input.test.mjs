// What a person typed, chose and focused before the WebAssembly arrived is still theirs when it has.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { en, fr } from "./stage/words.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** A window in which the WebAssembly waits until it is let through. */
async function heldBack() {
  const page = await openWindow(browser);
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route("**/widget_bg.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  return { page, letThrough };
}

test("words, choices, focus and caret outlive the arrival of the WebAssembly, and so do words typed after it", async () => {
  const { page, letThrough } = await heldBack();
  const asked = page.waitForRequest("**/widget_bg.wasm");
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await asked;
  const label = frame.locator("label[for=field-comment]");
  await card.choose(frame, "complaint");
  await card.rate(frame, "overall", 2);
  await card.rate(frame, "drivers.courtesy", "n/a");
  await card.comment(frame).pressSequentially("It took too long.");
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  const before = await card.held(frame);
  assert.equal(await frame.locator("html[data-card]").count(), 0, "not taken over yet");
  assert.equal(await label.innerText(), en("card-comment-complaint"), "the page itself knows what the words are about");

  letThrough();
  await card.untilTakenOver(frame);
  assert.deepEqual(await card.held(frame), before);
  assert.deepEqual(await caret(frame), ["field-comment", 11, 12]);
  await label.getByText(en("card-comment-complaint"), { exact: true }).waitFor();
  await page.keyboard.type("-");
  assert.equal(await card.comment(frame).inputValue(), "It took too-long.");
  await card.choose(frame, "question");
  await label.getByText(en("card-comment-question"), { exact: true }).waitFor();
  assert.equal(await card.comment(frame).inputValue(), "It took too-long.");

  await card.send(frame);
  await card.receipt(frame);
  assert.deepEqual(page.noise, []);
});

test("a radio button that had focus keeps it, and the arrow keys go on from there", async () => {
  const { page, letThrough } = await heldBack();
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.rate(frame, "overall", 3);
  letThrough();
  await card.untilTakenOver(frame);
  await page.keyboard.press("ArrowRight");
  assert.equal(new Map(await card.held(frame)).get("overall"), "4");
});

test("a card that the browser brings back with its words says what they are about", async () => {
  const page = await openWindow(browser);
  const address = `${house.server}/card/passport?lang=fr`;
  await page.goto(address);
  await card.untilTakenOver(page);
  await card.choose(page, "suggestion");
  await card.comment(page).fill("Un plan de la salle aiderait.");
  await page.goto(`${house.server}/track?lang=fr`);
  await page.goBack();
  await card.untilTakenOver(page);
  assert.equal(await card.comment(page).inputValue(), "Un plan de la salle aiderait.");
  assert.ok(await page.locator("input[value=suggestion]").isChecked());
  await page.locator("label[for=field-comment]").getByText(fr("card-comment-suggestion"), { exact: true }).waitFor();
});

function caret(frame) {
  return card.comment(frame).evaluate(({ ownerDocument }) => {
    const { id, selectionStart, selectionEnd } = ownerDocument.activeElement;
    return [id, selectionStart, selectionEnd];
  });
}
