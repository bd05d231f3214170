// What a person does who has a keyboard and no mouse. It needs no script in the page, and knows no order of questions.
import assert from "node:assert/strict";

const TABS_AT_MOST = 60;

/** Presses Tab until focus is on one of the controls that match the selector. */
export async function tabTo(page, card, selector) {
  for (let pressed = 0; pressed < TABS_AT_MOST; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await isOn(card, selector)) return;
  }
  assert.fail(`the Tab key does not lead to ${selector}`);
}

/** Chooses one point of a scale: Tab to the scale, then the arrow keys. */
export async function choose(page, card, name, value) {
  const scale = `input[name="${name}"]`;
  await tabTo(page, card, scale);
  await page.keyboard.press("Space");
  const points = await card.locator(scale).count();
  for (let moved = 0; moved < points && !(await isOn(card, `${scale}[value="${value}"]`)); moved += 1) {
    await page.keyboard.press("ArrowDown");
  }
  assert.ok(await card.locator(`${scale}[value="${value}"]`).isChecked(), `${name} is ${value}`);
}

export async function write(page, card, selector, text) {
  await tabTo(page, card, selector);
  await page.keyboard.type(text);
}

/** Presses the button or follows the link, wherever it is after the present place. */
export async function press(page, card, selector) {
  await tabTo(page, card, selector);
  await page.keyboard.press("Enter");
}

async function isOn(card, selector) {
  return (await card.locator(`:focus`).and(card.locator(selector)).count()) > 0;
}
