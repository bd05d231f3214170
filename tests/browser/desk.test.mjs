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

async function settledLook(page, name) {
  await look(page, `${name}-en`);
  await page.goto(page.url().replace("lang=en", "lang=fr"));
  await look(page, `${name}-fr`);
  await page.goto(page.url().replace("lang=fr", "lang=en"));
}

for (const [how, options] of [["with script", {}], ["without script", { javaScriptEnabled: false }]]) {
  test(`${how} a case is found by words by keyboard alone, narrowed down, opened, and gone back from`, async () => {
    const page = await officer(options);
    const said = `Le délai du guichet de Rimouski, ${how}, était de neuf semaines <b>et demie</b>.`;
    const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", language: "fr", comment: said }]);
    await office.deskRows(page, house.server, sent.reference);
    // It is written into the index a moment after it is recorded.
    await until("the case can be searched for", async () => {
      await page.goto(`${house.server}/desk/search?lang=en`);
      return (await page.textContent("main")).includes(sent.reference);
    });
    await page.goto(`${house.server}/desk?lang=en`);
    await page.getByRole("link", { name: en("search-title") }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel(en("search-words")).focus();
    await page.keyboard.type(`delai rimou* "${how}"`);
    await page.keyboard.press("Enter");
    await page.locator("mark", { hasText: "Rimouski" }).waitFor();
    assert.ok(!decodeURIComponent(page.url()).includes("rimou"), page.url());
    assert.equal(await page.locator("section.waiting").count(), 1);
    await page.getByText("<b>et demie</b>").waitFor();
    if (options.javaScriptEnabled !== false) await settledLook(page, "search-found");
    await page.getByRole("link", { name: "Français", exact: true }).last().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: new RegExp(en("search-remove")) }).waitFor();
    const narrowed = page.url();
    await page.getByRole("link", { name: new RegExp(sent.reference) }).click();
    await page.locator("blockquote", { hasText: "Rimouski" }).waitFor();
    await page.goBack();
    assert.equal(page.url(), narrowed);
    await page.locator("mark", { hasText: "Rimouski" }).waitFor();
    if (options.javaScriptEnabled !== false) await settledLook(page, "search-narrowed");
    await page.getByLabel(en("search-words")).fill("nothing like it");
    await page.getByRole("button", { name: en("search-button") }).click();
    await page.getByText(en("search-none")).waitFor();
    if (options.javaScriptEnabled !== false) await settledLook(page, "search-none");
    await page.getByLabel(en("search-words")).fill(sent.reference);
    await page.keyboard.press("Enter");
    await page.locator("blockquote", { hasText: "Rimouski" }).waitFor();
  });
}

test("a senior officer sees who has what, and gives ticked cases by keyboard alone to somebody who may have them", async () => {
  const page = await openWindow(browser);
  await office.signIn(page, house.server, house.senior);
  const sent = await office.sendByProgram(house.server, [
    { intent: "complaint", comment: "Nobody answers the phone in Percé." },
    { intent: "complaint", comment: "The counter in Percé is closed." },
  ]);
  for (const { reference } of sent) await office.deskRows(page, house.server, reference);
  await page.goto(`${house.server}/desk?lang=en`);
  await page.getByText(en("desk-empty-mine-waiting", { count: "" }).slice(0, 16)).waitFor();
  await settledLook(page, "desk-none-of-mine");
  await page.getByRole("link", { name: en("load-title") }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: en("load-title") }).waitFor();
  await settledLook(page, "load");
  await page.locator("tbody tr", { hasText: en("load-nobody") }).getByRole("link").first().click();
  await page.getByRole("button", { name: en("load-give"), exact: true }).click();
  await page.getByText(en("load-nothing-ticked")).waitFor();
  for (const { reference } of sent) {
    await page.getByRole("checkbox", { name: reference }).focus();
    await page.keyboard.press("Space");
  }
  await settledLook(page, "load-cases");
  for (const { reference } of sent) await page.getByRole("checkbox", { name: reference }).check();
  const other = await officer();
  await office.openCase(other, house.server, sent[1].reference);
  await office.press(other, "case-acknowledge", "stage-acknowledged");
  await page.getByLabel(en("load-give-to")).selectOption({ label: "officer" });
  await page.getByRole("button", { name: en("load-give"), exact: true }).click();
  await page.getByRole("status").waitFor();
  await page.getByText(en("load-not-given")).waitFor();
  await look(page, "load-given-en");
  await other.goto(`${house.server}/desk?lang=en`);
  for (const { reference } of sent) await other.locator("tbody tr", { hasText: reference }).waitFor();
});
