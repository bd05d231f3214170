// Officers at work in a browser: a card keyed in for somebody, and cards in quarantine decided about several at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

async function officer(options = {}) {
  const page = await openWindow(browser, options);
  await office.signIn(page, house.server, house.officer);
  return page;
}

for (const [how, options] of [["with script", {}], ["without script", { javaScriptEnabled: false }]]) {
  test(`${how} an officer keys in what somebody says at the counter, and prints or reads out the receipt`, async () => {
    const page = await officer(options);
    await page.getByRole("link", { name: en("enter-title") }).click();
    await page.locator("#service").selectOption("passport");
    await page.getByLabel(en("channel-in-person"), { exact: true }).check();
    await page.getByRole("button", { name: en("enter-begin") }).click();
    await page.getByText(en("card-script-begin").slice(0, 30)).waitFor();
    if (options.javaScriptEnabled !== false) await card.untilTakenOver(page);
    await card.choose(page, "complaint");
    await card.comment(page).fill(`Three weeks late, ${how}.`);
    await card.send(page);
    const { reference } = await card.receipt(page);
    await page.getByText(en("next-keep", { channel: "phone" })).waitFor();
    if (options.javaScriptEnabled !== false) await page.getByRole("button", { name: en("card-receipt-print") }).waitFor();
    assert.equal(await page.locator("#card-receipt a[download]").isVisible(), false, "what somebody else said stays with them");
    if (options.javaScriptEnabled !== false) await look(page, "entered-receipt-en", { dark: false });
    await office.deskRows(page, house.server, reference);
    await office.openCase(page, house.server, reference);
    await page.getByText("Keyed in by officer").waitFor();
    await page.locator(".facts dd", { hasText: en("channel-in-person") }).waitFor();
  });
}

test("several cards in quarantine are ticked and confirmed at once", async () => {
  const page = await officer();
  const spam = (number) => ({ intent: "complaint", comment: `https://a.example/${number} https://a.example/2 https://a.example/3` });
  const [first, second, third] = await office.sendByProgram(house.server, [spam(1), spam(5), spam(9)]);
  const quarantine = `${house.server}/desk/quarantine?lang=en`;
  await until("all three wait", async () => {
    await page.goto(quarantine);
    return (await page.locator("section.waiting").count()) === 3;
  });
  const tick = ({ reference }) => page.locator("section.waiting", { hasText: reference }).locator("label").click();
  await tick(first);
  await tick(third);
  await page.getByRole("button", { name: en("quarantine-confirm"), exact: true }).click();
  await page.getByRole("status").waitFor();
  assert.equal(await page.locator("section.waiting").count(), 1);
  await page.getByText(second.reference).waitFor();
  await look(page, "quarantine-decided-en");
  await page.getByRole("link", { name: en("quarantine-shelf-confirmed", { count: "2" }) }).click();
  assert.equal(await page.locator("section.waiting").count(), 2);
  await look(page, "quarantine-confirmed-en");
  await page.goto(page.url().replace("lang=en", "lang=fr"));
  await look(page, "quarantine-confirmed-fr");
});

test("a case is taken from what nobody has by keyboard alone, and stands then among mine", async () => {
  const page = await officer();
  const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", comment: "Nine weeks, and no word." }]);
  await office.deskRows(page, house.server, sent.reference);
  await page.getByRole("link", { name: en("desk-view-team") }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[aria-current=page]", { hasText: en("desk-view-team") }).waitFor();
  await look(page, "desk-team-en");
  await page.goto(page.url().replace("lang=en", "lang=fr"));
  await look(page, "desk-team-fr");
  await page.goto(page.url().replace("lang=fr", "lang=en"));
  const other = await officer();
  await other.goto(page.url());
  const take = (window) => window.getByRole("button", { name: `${en("desk-take")} ${sent.reference}` });
  await take(page).focus();
  await page.keyboard.press("Enter");
  await page.locator(".stage", { hasText: en("stage-acknowledged") }).waitFor();
  await take(other).click();
  await other.getByText(en("unsent-changes")).waitFor();
  await look(other, "desk-too-late-en");
  await page.goto(`${house.server}/desk?lang=en`);
  await page.locator("tbody tr", { hasText: sent.reference }).getByText(en("next-from-assess")).waitFor();
  await look(page, "desk-mine-en");
  await page.goto(`${house.server}/desk?lang=fr`);
  await look(page, "desk-mine-fr");
});
