// A review that sends a complaint back, and a complaint that nobody may have: the pages that say so can be used by everybody.
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
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

/** Looks at the page in English and in French. */
async function lookInBoth(page, name) {
  await look(page, `${name}-en`, { dark: false });
  const address = page.url();
  await page.goto(address.replace("lang=en", "lang=fr"));
  await look(page, `${name}-fr`, { dark: false });
  await page.goto(address);
}

/** A complaint that an officer looks into. */
async function takenOn(officer, comment) {
  const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", comment }]);
  await office.deskRows(officer, house.server, sent.reference);
  await office.openCase(officer, house.server, sent.reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  await office.assesses(officer, { what: "The passport took nine weeks.", wanted: "A reason." });
  await office.takesOn(officer);
  return { reference: sent.reference, code: sent.access_code };
}

/** Declares an interest of whoever's page it is. */
async function declares(page, rule) {
  await page.locator("summary", { hasText: en("case-interest") }).click();
  await page.locator("#rule").selectOption(rule);
  await page.locator('button[value="interest"]').click();
  await page.getByRole("heading", { name: en("case-interests") }).waitFor();
}

test("a reviewer sends a complaint back, its person reads that, and somebody new takes it", async () => {
  const [officer, reviewer, person] = [await openWindow(browser), await openWindow(browser), await openWindow(browser)];
  await office.signIn(officer, house.server, house.officer);
  await office.signIn(reviewer, house.server, house.director);
  const codes = await takenOn(officer, "My passport took nine weeks.");
  await office.drafts(officer, {
    outcome: "inconclusive", evidence: "The file.", reasons: "The dates cannot be read.", letter: "We are sorry.",
  });
  await office.takes(officer, "approve", "stage-decided");
  await office.takes(officer, "send", "stage-decision-sent");
  await office.track(person, house.server, codes);
  await person.locator("summary", { hasText: en("progress-review") }).click();
  await person.locator("#review").fill("I have the stamped envelope.");
  await person.locator('button[value="review"]').click();
  await person.getByRole("status").waitFor();

  await office.openCase(reviewer, house.server, codes.reference);
  await reviewer.locator("#attested").check();
  await office.takes(reviewer, "review", "stage-under-review");
  await reviewer.locator("summary", { hasText: en("case-reopen") }).click();
  await look(reviewer, "review-to-decide-en");
  await reviewer.locator("#reopen-why").fill("Nobody looked at the envelope.");
  await office.takes(reviewer, "reopen", "stage-triaged");
  await reviewer.getByText(en("next-from-detail-reopened-not-mine")).waitFor();
  await lookInBoth(reviewer, "reopened-not-mine");
  for (const language of ["en", "fr", "es", "pt", "ar"]) {
    await office.track(person, house.server, codes, language);
    await look(person, `follow-reopened-${language}`, { dark: false });
  }
  const other = await openWindow(browser);
  await office.signIn(other, house.server, house.senior);
  await office.openCase(other, house.server, codes.reference);
  await lookInBoth(other, "reopened");
  await office.takesOn(other);
});

test("what a program was asked, and a complaint that nobody may have, are said on pages that everybody can use", async () => {
  const windows = [];
  for (const member of [house.officer, house.senior, house.director]) {
    const page = await openWindow(browser);
    await office.signIn(page, house.server, member);
    windows.push(page);
  }
  const [officer, senior] = windows;
  const { reference } = await takenOn(officer, "The counter was closed.");
  await officer.locator("summary", { hasText: en("case-ask") }).first().click();
  await officer.locator('button[value="ask-program"]').click();
  await officer.locator('button[value="hear-program"]').waitFor();
  await lookInBoth(officer, "program-asked");
  for (const page of windows) {
    await office.openCase(page, house.server, reference);
    await declares(page, "interest");
  }
  await office.openCase(senior, house.server, reference);
  await senior.getByText(en("case-nobody-may")).waitFor();
  await lookInBoth(senior, "nobody-may");
  await senior.goto(`${house.server}/desk/load?lang=en`);
  await senior.getByText(en("load-nobodys-intro")).waitFor();
  await lookInBoth(senior, "load-nobodys");
});
