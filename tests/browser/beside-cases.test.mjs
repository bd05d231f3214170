// What stands beside cases: incidents, what programs are asked, and holds. Each is worked by keyboard alone and looked at in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { press, tabTo, write } from "./stage/keys.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

async function at(member) {
  const page = await openWindow(browser);
  await office.signIn(page, house.server, member);
  return page;
}

/** Goes to an address of the office; the keys begin at the top of the page. */
const goTo = (page, address) => page.goto(`${house.server}${address}${address.includes("?") ? "&" : "?"}lang=en`);

/** Looks at the page in English and in French, and stays at its address. */
async function lookInBoth(page, name) {
  await look(page, `${name}-en`);
  const address = page.url();
  await page.goto(address.replace("lang=en", "lang=fr"));
  await look(page, `${name}-fr`, { dark: false });
  await page.goto(address);
}

async function complaints(page, ...comments) {
  const sent = await office.sendByProgram(house.server, comments.map((comment) => ({ intent: "complaint", comment })));
  for (const { reference } of sent) await office.deskRows(page, house.server, reference);
  return sent.map(({ reference }) => reference);
}

test("an incident is opened, cases are put under it, one officer writes the answer and another sends it, by keyboard alone", async () => {
  const [author, sender] = [await at(house.officer), await at(house.senior)];
  const [first] = await complaints(author, "The site was down in Chibougamau.", "The site was down again.");
  await goTo(author, "/desk/incidents");
  await lookInBoth(author, "incidents-none");
  await tabTo(author, author, "#service");
  await author.keyboard.type("Canadian Passport");
  await write(author, author, "#title", "The site is down");
  await write(author, author, "#known", "A machine room was flooded.");
  await press(author, author, "button[value=open]");
  await author.getByRole("heading", { level: 1, name: "The site is down" }).waitFor();
  await lookInBoth(author, "incident-new");
  const address = author.url();

  await tabTo(author, author, `#pick-${first.replaceAll("-", "")}`);
  await author.keyboard.press("Space");
  await press(author, author, "button[value=put]");
  await author.getByRole("status").filter({ hasNotText: /^$/ }).first().waitFor();
  await goTo(author, new URL(address).pathname);
  await write(author, author, "#fix_en", "The site is up again.");
  await write(author, author, "#answer_en", "We are sorry. Send your form again.");
  await write(author, author, "#fix_fr", "Le site fonctionne de nouveau.");
  await write(author, author, "#answer_fr", "Nous sommes désolés. Envoyez votre formulaire de nouveau.");
  await press(author, author, "button[value=write]");
  await author.getByText(en("incident-write-done")).waitFor();
  await look(author, "incident-written-en");

  await goTo(sender, new URL(address).pathname);
  await lookInBoth(sender, "incident-to-send");
  await press(sender, sender, "button[value=send]");
  await sender.locator(".stage", { hasText: en("incident-sent") }).first().waitFor();
  await look(sender, "incident-sent-en");
  await goTo(sender, "/desk/incidents");
  await lookInBoth(sender, "incidents");
});

test("a complaint is referred to a program's desk, whose contact answers it by keyboard alone", async () => {
  const admin = await at(house.admin);
  await goTo(admin, "/console/desks");
  await admin.locator("#slug").fill("passport-help");
  await admin.locator("#name_en").fill("Passport help");
  await admin.locator("#name_fr").fill("Aide aux passeports");
  await admin.locator("#kind-program").check();
  await admin.locator("#language-en").check();
  await admin.locator("main button.primary").click();
  await admin.locator("tbody code", { hasText: "passport-help" }).waitFor();
  await goTo(admin, "/console/staff");
  await admin.locator("tbody tr", { hasText: house.contact.name }).getByRole("link").click();
  await admin.locator("#desk-office").uncheck();
  await admin.locator("#desk-passport-help").check();
  await admin.locator("button[value=save]").click();
  await admin.getByRole("status").waitFor();

  const [officer, contact] = [await at(house.officer), await at(house.contact)];
  await goTo(contact, "/desk/referrals");
  await lookInBoth(contact, "referrals-none");
  const [reference] = await complaints(officer, "Nine weeks, and my number is 613-555-0123.");
  await office.openCase(officer, house.server, reference);
  await office.takes(officer, "acknowledge", "stage-acknowledged");
  await office.assesses(officer, { what: "The passport took nine weeks.", wanted: "An apology." });
  await officer.locator("summary", { hasText: en("case-refer") }).first().click();
  await officer.locator("#refer-desk").selectOption("passport-help");
  await officer.locator("#refer-question").fill("Can you send it this week?");
  await officer.locator("#agreed").check();
  await look(officer, "referral-to-ask-en");
  await office.takes(officer, "refer", "stage-referred");
  await lookInBoth(officer, "case-referred");

  await goTo(contact, "/desk/referrals");
  await lookInBoth(contact, "referrals");
  await press(contact, contact, "main .waiting a");
  await contact.getByText("Can you send it this week?").waitFor();
  assert.equal(await contact.getByText("613-555-0123").count(), 0, "it is masked");
  await lookInBoth(contact, "referral");
  await write(contact, contact, "#answer", " ");
  await press(contact, contact, "button[value=declined]");
  await contact.getByRole("alert").waitFor();
  await look(contact, "referral-incomplete-en");
  await write(contact, contact, "#answer", "We cannot: the file is with another office.");
  await press(contact, contact, "button[value=declined]");
  await contact.getByText(en("referral-verdict-declined")).waitFor();
  await lookInBoth(contact, "referrals-answered");
  await office.openCase(officer, house.server, reference);
  await officer.getByText("the file is with another office").waitFor();
  await lookInBoth(officer, "case-declined");
});

test("a case is held and let go by keyboard alone, and its page says so meanwhile", async () => {
  const [custodian, officer, director] = [await at(house.custodian), await at(house.officer), await at(house.director)];
  const [reference] = await complaints(officer, "The counter in Kuujjuaq was closed.");
  await goTo(custodian, "/holds");
  await lookInBoth(custodian, "holds-none");
  await write(custodian, custodian, "#reference", "nothing of ours");
  await write(custodian, custodian, "#reason", "Federal Court T-12-26");
  await press(custodian, custodian, "button[value=set]");
  await custodian.getByRole("alert").waitFor();
  await look(custodian, "holds-refused-en");
  await custodian.locator("#reference").fill("");
  await write(custodian, custodian, "#reference", reference);
  await press(custodian, custodian, "button[value=set]");
  await custodian.getByText("Federal Court T-12-26").waitFor();
  await lookInBoth(custodian, "holds");
  const told = en("case-held", { date: "" }).split("  ")[0].slice(0, 30);
  await office.openCase(officer, house.server, reference);
  await officer.getByText(told).waitFor();
  assert.equal(await officer.getByText("T-12-26").count(), 0, "why is for who holds");
  await lookInBoth(officer, "case-held");
  await office.openCase(director, house.server, reference);
  await director.getByText("Federal Court T-12-26").waitFor();
  await look(director, "case-held-director-en");
  await press(custodian, custodian, "button[value=lift]");
  await custodian.getByText(en("holds-none")).waitFor();
  await officer.reload();
  assert.equal(await officer.getByText(told).count(), 0);
});

test("a list is kept under a name, opened and removed by keyboard alone", async () => {
  const page = await at(house.officer);
  await complaints(page, "The line in Amos was long.");
  await goTo(page, "/desk/search?stage=open&service=passport");
  await press(page, page, 'a[href*="/desk/views"]');
  await page.getByRole("heading", { level: 1, name: en("saved-title") }).waitFor();
  await lookInBoth(page, "view-to-keep");
  await write(page, page, "#name", "Passports, open");
  await press(page, page, "button[value=keep]");
  await page.locator("[aria-current=page]", { hasText: "Passports, open" }).waitFor();
  await lookInBoth(page, "view-kept");
  await goTo(page, "/desk");
  await lookInBoth(page, "desk-with-views");
  await press(page, page, 'nav a[href*="service=passport"]');
  await page.locator("[aria-current=page]", { hasText: "Passports, open" }).waitFor();
  await press(page, page, 'a[href*="/desk/views"]');
  await lookInBoth(page, "views");
  await press(page, page, "button[value=remove]");
  await page.getByText(en("saved-none")).waitFor();
});
