// Suggestions and compliments get an end: answered, told to everyone by two people, passed on, nominated; each page looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
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

/** Looks at the page of this path in English and in French. */
async function lookInBoth(page, name, path) {
  for (const language of ["en", "fr"]) {
    await page.goto(`${house.server}${path}?lang=${language}`);
    await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));
    await look(page, `${name}-${language}`, { dark: language === "en" });
  }
  await page.goto(`${house.server}${path}?lang=en`);
}

async function signedIn(member) {
  const page = await openWindow(browser);
  await office.signIn(page, house.server, member);
  return page;
}

/** Waits until as many cards stand in the list of this path. */
async function listed(page, path, count) {
  await until(`${count} are listed`, async () => {
    await page.goto(`${house.server}${path}?lang=en`);
    return (await page.locator("section.waiting").count()) === count;
  });
}

test("suggestions are answered together, told to everyone by two people, and read by the person", async () => {
  const officer = await signedIn(house.officer);
  await lookInBoth(officer, "suggestions-empty", "/desk/suggestions");
  await lookInBoth(officer, "you-said-empty", "/desk/you-said");
  await lookInBoth(officer, "results-said-empty", "/results/you-said");
  const suggestion = (comment) => ({ intent: "suggestion", comment });
  const [first, second] = await office.sendByProgram(house.server, [
    suggestion("Your counter opens too late for whoever works."),
    { ...suggestion("Le guichet devrait ouvrir plus tôt."), language: "fr", consents: ["publish-quote"] },
    suggestion(`Put a bench in front of the door. ${"There is no seat at all. ".repeat(12)}`),
  ]);
  await listed(officer, "/desk/suggestions", 3);
  for (const { reference } of [first, second]) await officer.locator("section.waiting", { hasText: reference }).locator("label").click();
  await officer.getByRole("button", { name: en("suggestions-send") }).click();
  await officer.getByRole("alert").waitFor();
  await look(officer, "suggestions-incomplete-en");
  assert.equal(await officer.locator("section.waiting input:checked").count(), 2, "the ticks are kept");
  await officer.getByLabel(en("verdict-will-be-done"), { exact: true }).check();
  await officer.locator("#reason_en").fill("The counter opens at seven from May on.");
  await officer.locator("#reason_fr").fill("Le guichet ouvrira à sept heures dès mai.");
  await officer.locator("#owner").fill("Counter 4");
  await officer.getByRole("button", { name: en("suggestions-send") }).click();
  await officer.getByText(en("suggestions-owned-by", { owner: "Counter 4" })).first().waitFor();
  await lookInBoth(officer, "suggestions", "/desk/suggestions");

  await officer.goto(`${house.server}/desk/you-said?lang=en`);
  await officer.locator("#answer").selectOption({ index: 1 });
  await officer.locator("#done_on").fill("2026-05-04");
  const texts = { title_en: "Earlier hours", title_fr: "Des heures plus tôt", said_en: "People who work early cannot come.",
    said_fr: "Qui travaille tôt ne peut pas venir.", did_en: "We open at seven.", did_fr: "Nous ouvrons à sept heures." };
  for (const [id, text] of Object.entries(texts)) await officer.locator(`#${id}`).fill(text);
  await look(officer, "you-said-typed-en");
  await officer.getByRole("button", { name: en("you-said-keep") }).click();
  await officer.locator("section.waiting").waitFor();
  await lookInBoth(officer, "you-said", "/desk/you-said");

  const publisher = await signedIn(house.publisher);
  await lookInBoth(publisher, "publish", "/publish");
  await publisher.getByRole("button", { name: en("publish-button") }).click();
  await publisher.getByRole("button", { name: en("publish-button") }).waitFor({ state: "detached" });
  const anyone = await openWindow(browser);
  await lookInBoth(anyone, "results-said", "/results/you-said");
  await anyone.getByRole("link", { name: "Canadian Passport" }).click();
  await anyone.getByText("We open at seven.").waitFor();
  for (const language of ["en", "fr", "ar"]) {
    await office.track(anyone, house.server, { reference: first.reference, code: first.access_code }, language);
    await anyone.locator("main h2").waitFor();
    await look(anyone, `track-suggestion-${language}`, { dark: false });
  }
});

test("a compliment is passed on and leads to a nomination, and the person reads to whom it went", async () => {
  const officer = await signedIn(house.officer);
  await lookInBoth(officer, "compliments-empty", "/desk/compliments");
  const [sent] = await office.sendByProgram(house.server, [{ intent: "compliment", comment: "The clerk found my file at once." }]);
  await listed(officer, "/desk/compliments", 1);
  await lookInBoth(officer, "compliments-received", "/desk/compliments");
  await officer.getByRole("button", { name: en("compliments-pass") }).click();
  await officer.locator("summary").click();
  await lookInBoth(officer, "compliments-passed", "/desk/compliments");
  await officer.locator("summary").click();
  await officer.getByLabel(en("compliments-unit"), { exact: true }).fill("Counter 4");
  await officer.getByLabel(en("compliments-employee"), { exact: true }).fill("The clerk");
  await officer.getByRole("button", { name: en("compliments-nominate") }).click();
  await officer.getByRole("alert").waitFor();
  await officer.locator("summary").click();
  await officer.getByLabel(en("compliments-unit"), { exact: true }).fill("Counter 4");
  await officer.getByRole("button", { name: en("compliments-nominate") }).click();
  await officer.locator("summary").waitFor({ state: "detached" });
  await lookInBoth(officer, "compliments-nominated", "/desk/compliments");
  const anyone = await openWindow(browser);
  await office.track(anyone, house.server, { reference: sent.reference, code: sent.access_code });
  await anyone.getByText("We passed your compliment on").waitFor();
  await look(anyone, "track-compliment-en", { dark: false });
});
