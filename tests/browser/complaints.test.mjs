// A complaint from the card to the decision, as the officer and the person see it: every page of it can be used by everybody.
import assert from "node:assert/strict";
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
  await look(page, `${name}-en`);
  const address = page.url();
  await page.goto(address.replace("lang=en", "lang=fr"));
  await look(page, `${name}-fr`, { dark: false });
  await page.goto(address);
}

test("a complaint is assessed, taken on, asked about, found upon and decided, on pages that everybody can use", async () => {
  const complaint = { intent: "complaint", comment: "My passport took nine weeks, and nobody could say why.", put_right: "An apology." };
  const [sent] = await office.sendByProgram(house.server, [complaint]);
  const codes = { reference: sent.reference, code: sent.access_code };
  const [officer, person] = [await openWindow(browser), await openWindow(browser)];
  await office.signIn(officer, house.server, house.officer);
  await officer.goto(`${house.server}/desk/past-work?lang=en`);
  await lookInBoth(officer, "past-work");
  await office.deskRows(officer, house.server, sent.reference);
  await office.openCase(officer, house.server, sent.reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  await lookInBoth(officer, "complaint-to-assess");

  await office.assesses(officer, { what: "The passport took nine weeks." });
  for (const summary of await officer.locator(".next-step summary").all()) await summary.click();
  await look(officer, "complaint-triaged-open-en");
  await office.openCase(officer, house.server, sent.reference);
  await office.takesOn(officer);
  await lookInBoth(officer, "complaint-in-review");

  await officer.locator("summary", { hasText: en("case-ask") }).first().click();
  await officer.locator("#question").fill("Which office was it?");
  await office.takes(officer, "ask", "stage-awaiting-client");
  await office.track(person, house.server, codes);
  await look(person, "follow-asked-en");
  await person.locator("#words").fill("The one on Main Street.");
  await person.locator('button[value="message"]').click();
  await person.getByRole("status").waitFor();
  for (const summary of await person.locator("summary").all()) await summary.click();
  await look(person, "follow-replied-en");

  await office.openCase(officer, house.server, sent.reference);
  await officer.locator("#outcome0").selectOption("inconclusive");
  await officer.locator("#evidence0").fill("The file of the program.");
  await officer.locator("#reasons0").fill("The dates in the file cannot be read.");
  await officer.locator("#letter").fill("We are sorry that we cannot say more.");
  await officer.locator("summary", { hasText: en("case-remedies-add") }).click();
  await officer.locator("#kind0").selectOption("apology");
  await officer.locator("#promise0").fill("A letter of apology.");
  await officer.locator("#owner0").fill("Passport office");
  await officer.locator("#due0").fill("2031-01-15");
  await office.takes(officer, "draft", "stage-finding-draft");
  await lookInBoth(officer, "complaint-draft");
  await office.takes(officer, "approve", "stage-decided");
  await office.takes(officer, "send", "stage-decision-sent");
  await office.takes(officer, "close", "stage-remedy-pending");
  await lookInBoth(officer, "complaint-remedy");

  for (const language of ["en", "fr", "es", "ar"]) {
    await office.track(person, house.server, codes, language);
    await look(person, `follow-decided-${language}`, { dark: false });
  }
  await office.track(person, house.server, codes);
  for (const summary of await person.locator("summary").all()) await summary.click();
  await look(person, "follow-decided-open-en");
  await officer.locator("#evidence").fill("A copy of the letter.");
  await office.takes(officer, "verify", "stage-closed");
  await look(officer, "complaint-closed-en");
});

test("a step that cannot be taken says why, and gives back what was written", async () => {
  const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", comment: "Rude at the counter." }]);
  const officer = await openWindow(browser);
  await office.signIn(officer, house.server, house.officer);
  await office.deskRows(officer, house.server, sent.reference);
  await office.openCase(officer, house.server, sent.reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  await office.assesses(officer, { what: "Rude at the counter.", wanted: "An apology.", subject: "conduct", severity: "serious" });
  await officer.locator("summary", { hasText: en("case-refer") }).first().click();
  await officer.locator("#refer-to").fill("The manager");
  await officer.locator("#refer-words").fill("We asked the manager to call you.");
  await officer.locator("#agreed").check();
  await officer.locator('button[value="refer"]').click();
  await officer.getByText(en("refusal-not-for-program")).waitFor();
  await look(officer, "complaint-refused-en");
});

test("a draft that goes against the person is on their page, with a place to say what they think of it", async () => {
  const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", comment: "The form came back, and nobody said why." }]);
  const [officer, person] = [await openWindow(browser), await openWindow(browser)];
  await office.signIn(officer, house.server, house.officer);
  await office.deskRows(officer, house.server, sent.reference);
  await office.openCase(officer, house.server, sent.reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  await office.assesses(officer, { what: "The form came back.", wanted: "A reason." });
  await office.takesOn(officer);
  await office.drafts(officer, {
    outcome: "not-upheld", evidence: "The form.", reasons: "The form was not signed.", letter: "We see why you were upset.",
  });
  for (const language of ["en", "fr", "ar"]) {
    await office.track(person, house.server, { reference: sent.reference, code: sent.access_code }, language);
    await person.getByText("The form was not signed.").waitFor();
    await look(person, `follow-draft-${language}`, { dark: false });
  }
  await person.locator("#words").fill("لقد وقّعت مرتين");
  await person.locator('button[value="message"]').click();
  await person.getByRole("status").waitFor();
  await office.openCase(officer, house.server, sent.reference);
  await officer.locator("summary", { hasText: en("case-give-back") }).click();
  await officer.locator("#back-why").fill("Ask for the second signature.");
  await office.takes(officer, "give-back", "stage-in-review");
  await officer.getByText("Ask for the second signature.").waitFor();
  await look(officer, "complaint-given-back-en");
  assert.equal(await officer.locator("#reasons0").inputValue(), "The form was not signed.");
});
