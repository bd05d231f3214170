// The card inside other people's styles: it changes no pixel around it, can be used by keyboard alone, breaks no rule of
// axe, and a person can read what a screen reader is given.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import { sameAsKept } from "./stage/snapshot.mjs";

const PACKAGES = fileURLToPath(new URL("../../embed-demo/systems/node_modules", import.meta.url));
const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const PAGES = [["plain", "passport"], ["strict", "old-age-security"], ["fr", "employment-insurance"], ["two", "passport"],
  ["govuk", "passport"], ["uswds", "canada-pension-plan"], ["gcds", "employment-insurance"]];
// Keys that a person would press at most to go once through a card.
const KEYS_MOST = 120;
let house;
let browser;
before(async () => {
  assert.ok(existsSync(PACKAGES), "the design systems are not installed: run `npm ci --ignore-scripts` in embed-demo/systems");
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** A page of the demonstration, drawn and at rest. What a design system asks of other servers it does not get. */
async function show(name, { loader = true } = {}) {
  const page = await openWindow(browser, { reducedMotion: "reduce" });
  await page.route(/^https:/, (route) => route.abort());
  if (!loader) await page.route("**/embed/feedback.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await page.goto(`${house.demo}/${name}`, { waitUntil: "load" });
  if (loader) await page.waitForFunction(() => customElements.get("comment-card"));
  // Components of a design system draw themselves when their script has come.
  await page.waitForFunction(() => [...document.querySelectorAll("[class*=gcds],*")].filter((one) => one.localName.startsWith("gcds-"))
    .every((one) => one.classList.contains("hydrated")));
  await page.evaluate(() => document.fonts.ready);
  return page;
}

for (const [name, service] of PAGES) {
  test(`/${name} looks the same with the card's script and without it, to the pixel`, async () => {
    const pictures = [];
    for (const loader of [true, false]) {
      const page = await show(name, { loader });
      const mask = [page.locator("comment-card")];
      pictures.push(await page.screenshot({ fullPage: true, mask, animations: "disabled", path: `${PICTURES}pixels-${name}-${loader}.png` }));
      await page.context().close();
    }
    assert.ok(pictures[0].equals(pictures[1]), `compare ${PICTURES}pixels-${name}-true.png and -false.png`);
  });

  test(`/${name} breaks no rule of axe with its card closed and open, and reads as it should`, async () => {
    const page = await show(name);
    await look(page, `system-${name}`, { dark: false });
    sameAsKept(`${name}-closed`, (await page.locator("body").ariaSnapshot()).replaceAll(house.server, "SERVER"));
    await page.locator(`comment-card[service=${service}] a`).click();
    const frame = card.frameOf(page.locator(`comment-card[service=${service}]`));
    await card.untilTakenOver(frame);
    await frame.locator("[data-close]").waitFor();
    await look(page, `system-${name}-open`, { dark: false });
  });

  test(`/${name}: by keyboard alone a card is found, filled in, sent and closed`, async () => {
    const page = await show(name);
    const link = page.locator(`comment-card[service=${service}] a`);
    await pressUntil(page, "Tab", "the link has focus", () => link.evaluate((one) => one === document.activeElement));
    await page.keyboard.press("Enter");
    const frame = card.frameOf(page.locator(`comment-card[service=${service}]`));
    await card.untilTakenOver(frame);
    await frame.locator("[data-close]").waitFor();
    await pressUntil(page, "Tab", "the button that sends has focus", async () => {
      const here = await frame.locator("html").evaluate(focused);
      // Arrow keys move within a group that has its first choice already.
      if (here.type === "radio" && !here.isAnswered) await page.keyboard.press("Space");
      if (here.name === "comment") await page.keyboard.type("Written without a mouse.");
      // The buttons of the other languages submit too, each by its name.
      return here.type === "submit" && !here.name;
    });
    await page.keyboard.press("Enter");
    const { reference } = await card.receipt(frame);
    await until("the receipt has focus", () => frame.locator(card.RECEIPT).evaluate((one) => one.contains(document.activeElement)));
    await page.keyboard.press("Escape");
    await page.untilHeard("closed");
    assert.ok(await link.evaluate((one) => one === document.activeElement), "the link has focus again");
    assert.deepEqual((await page.heard()).map(([event]) => event), ["open", "sent", "closed"]);
    assert.match(reference, /-/);
  });
}

/** Presses a key until something holds. */
async function pressUntil(page, key, sentence, holds) {
  for (let pressed = 0; pressed < KEYS_MOST; pressed += 1) {
    await page.keyboard.press(key);
    if (await holds()) return;
  }
  throw new Error(`${key} was pressed ${KEYS_MOST} times in vain until ${sentence}`);
}

function focused({ ownerDocument }) {
  const { type, name, form } = ownerDocument.activeElement;
  const isAnswered = type === "radio" && Boolean(form?.querySelector(`input[name="${CSS.escape(name)}"]:checked`));
  return { type, name, isAnswered };
}
