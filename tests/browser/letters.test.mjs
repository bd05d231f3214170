// Letters on a case's page: the decision read before it is sent, one that could not be delivered, one to print and mail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

// Nobody listens at this port: no letter is taken, and none is tried again.
const MAIL = { mail_url: "smtp+plain://127.0.0.1:9", mail_from: "office@example.ca", mail_retry_seconds: [] };
const OUTSIDE = { outside_ombudsman_en: "the outside body", outside_ombudsman_fr: "l’organisme externe" };

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse("sql", { ...MAIL, ...OUTSIDE }), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** Looks at the page in English and in French. */
async function lookInBoth(page, name) {
  await look(page, `${name}-en`);
  const address = page.url();
  await page.goto(address.replace("lang=en", "lang=fr"));
  await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));
  await look(page, `${name}-fr`, { dark: false });
  await page.goto(address);
}

/** A complaint of somebody who is reached in this way, on an officer's page. */
async function takenUp(reply, language) {
  const card = { intent: "complaint", language, comment: "My passport took nine weeks.", reply, consents: ["contact"] };
  const [sent] = await office.sendByProgram(house.server, [card]);
  const officer = await openWindow(browser);
  await office.signIn(officer, house.server, house.officer);
  await office.deskRows(officer, house.server, sent.reference);
  await office.openCase(officer, house.server, sent.reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  return [officer, sent];
}

test("an officer sees which letter reached nobody, and reads a decision as the person gets it before it is sent", async () => {
  const [officer, sent] = await takenUp({ wanted: true, email: "someone@example.ca" }, "fr");
  await until("the letter is given up", async () => {
    await office.openCase(officer, house.server, sent.reference);
    return (await officer.locator(".late", { hasText: en("case-letter-failed-unreachable") }).count()) > 0;
  });
  await lookInBoth(officer, "letters-failed");
  await officer.locator('button[value="letter-told"]').click();
  await officer.getByText("Marked as told on").waitFor();
  await office.assesses(officer, { what: "Le passeport a pris neuf semaines.", wanted: "Des excuses." });
  await office.takesOn(officer);
  await office.drafts(officer, {
    outcome: "inconclusive", evidence: "Le dossier du programme.", reasons: "Les dates du dossier ne peuvent être lues.", letter: "Nous regrettons de ne pouvoir en dire plus.",
  });
  await officer.locator("summary", { hasText: en("case-preview") }).click();
  await lookInBoth(officer, "letters-preview");
  const letter = await officer.locator("blockquote", { hasText: "Bonjour," }).first().textContent();
  for (const said of ["Nous n’avons pas pu le savoir.", "vous adresser à l’organisme externe", "Demandez une révision"]) {
    assert.ok(letter.includes(said), `${said}: ${letter}`);
  }
});

test("a letter by post is printed with its address, and marked as told", async () => {
  const [officer] = await takenUp({ wanted: true, post: "1 Sample Street\nOttawa ON  K1A 0B1" }, "en");
  await officer.getByText(en("case-letter-owed-post")).waitFor();
  await lookInBoth(officer, "letters-owed");
  const address = officer.url();
  await officer.locator('button[value="letter-print"]').click();
  await officer.getByText("1 Sample Street").waitFor();
  await look(officer, "letters-sheet-en");
  await officer.emulateMedia({ media: "print" });
  await officer.screenshot({ path: "../../target/screenshots/letters-sheet-print.png", fullPage: true });
  assert.ok(!(await officer.getByText(en("case-letter-print-hint")).isVisible()), "the hint is not printed");
  await officer.emulateMedia({ media: "screen" });
  await officer.goto(address);
  await officer.locator('button[value="letter-told"]').click();
  await officer.getByText("Marked as told on").waitFor();
});
