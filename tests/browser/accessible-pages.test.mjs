// Everybody can use the office's pages and the pages that embed the card: results, tracking, desk, console, demonstration.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
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

const complaint = (comment, more = {}) => ({ intent: "complaint", comment, overall: 2, drivers: { timeliness: 1, courtesy: "n/a" }, ...more });

/** A window that walks through addresses of the office, looking at each. */
async function walk(page, stops) {
  for (const [name, address] of Object.entries(stops)) {
    await page.goto(house.server + address);
    await look(page, name);
  }
}

test("the results can be read", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/results?lang=en`);
  const address = new URL(await page.locator('tbody a[href*="/passport"]').getAttribute("href"), house.server).pathname;
  await walk(page, {
    "results-en": "/results?lang=en",
    "results-fr": "/results?lang=fr",
    "service-en": `${address}?lang=en`,
    "service-fr": `${address}?lang=fr`,
    "problem-en": "/nowhere?lang=en",
    "problem-fr": "/card/nowhere?lang=fr",
  });
});

test("staff can sign in, work a case through its stages, and see the services", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/sign-in?lang=fr`);
  await look(page, "sign-in-fr");
  await page.locator("#name").fill("nobody");
  await page.locator("#password").fill("wrong");
  await page.locator("main button").click();
  await page.getByRole("alert").waitFor();
  await look(page, "sign-in-refused-fr");
  await office.signIn(page, house.server, house.officer);
  await walk(page, { "desk-empty-en": "/desk?lang=en" });

  const long = "Three weeks late. ".repeat(30);
  const [first, second] = await office.sendByProgram(house.server, [
    complaint(long, { intent: "question", page: `https://www.example.org/${"a-long-address/".repeat(12)}` }),
    { intent: "question", comment: "Où puis-je voir mon dossier?", language: "fr" },
    complaint("Ignored at the counter.", { service: "employment-insurance" }),
  ]);
  await office.deskRows(page, house.server, first.reference);
  await office.deskRows(page, house.server, second.reference);
  await walk(page, { "desk-en": "/desk/open?lang=en", "desk-fr": "/desk/open?lang=fr" });

  await office.openCase(page, house.server, first.reference);
  await look(page, "case-received-en");
  await office.press(page, "case-acknowledge", "stage-acknowledged");
  await look(page, "case-acknowledged-en");
  await page.locator("#answer").fill(" ");
  await page.locator("button[value=answer]").click();
  await page.locator("#answer-fault").waitFor();
  await look(page, "case-empty-answer-en");
  await page.locator("#answer").fill("We found the cause and mended it.");
  await office.press(page, "case-send-answer", "stage-answered");
  await look(page, "case-answered-en");
  await office.press(page, "case-close", "stage-closed");
  await look(page, "case-closed-en");

  const [masked] = await office.sendByProgram(house.server, [
    complaint("I want to die. My number is 613-555-0123, and they laughed at my accent."),
    complaint("https://a.example/1 https://a.example/2 https://a.example/3"),
  ]);
  await office.deskRows(page, house.server, masked.reference);
  await walk(page, {
    "desk-urgent-en": "/desk/open?lang=en",
    "desk-urgent-fr": "/desk/open?lang=fr",
    "quarantine-en": "/desk/quarantine?lang=en",
    "quarantine-fr": "/desk/quarantine?lang=fr",
    "enter-en": "/desk/enter?lang=en",
    "enter-fr": "/desk/enter?lang=fr",
  });
  await office.openCase(page, house.server, masked.reference);
  await office.press(page, "case-acknowledge", "stage-acknowledged");
  await look(page, "case-masked-en");
  const custodian = await openWindow(browser);
  await office.signIn(custodian, house.server, house.custodian);
  await office.release(custodian, house.server, masked.reference, house.officer);
  await walk(custodian, { "releases-en": "/releases?lang=en", "releases-fr": "/releases?lang=fr" });
  await office.openCase(page, house.server, masked.reference);
  await page.locator("button[value=open-original]").click();
  await page.getByText("My number is 613-555-0123").waitFor();
  await look(page, "case-original-en");

  await page.getByRole("button", { name: en("labels-wrong") }).first().click();
  await page.locator("summary", { hasText: en("labels-give") }).click();
  await look(page, "case-labels-en");
  await page.goto(page.url().replace("lang=en", "lang=fr"));
  await look(page, "case-labels-fr");

  const auditor = await openWindow(browser);
  await office.signIn(auditor, house.server, house.auditor);
  const log = `/desk/audit/${masked.reference}`;
  await walk(auditor, { "log-en": "/desk/audit?lang=en", "log-fr": "/desk/audit?lang=fr", "log-case-en": `${log}?lang=en`, "log-case-fr": `${log}?lang=fr` });
  await walk(auditor, { "releases-auditor-en": "/releases?lang=en" });

  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  await walk(admin, { "console-en": "/console?lang=en", "console-fr": "/console?lang=fr", "console-service-fr": "/console/passport?lang=fr", "desks-en": "/console/desks?lang=en", "staff-en": "/console/staff?lang=en", "staff-fr": "/console/staff?lang=fr" });
  await walk(admin, { "account-en": "/account?lang=en", "account-fr": "/account?lang=fr", "factor-en": "/account/second-factor?lang=en", "factor-fr": "/account/second-factor?lang=fr" });
  await admin.goto(`${house.server}/console/desks?lang=en`);
  await admin.locator("#slug").fill("passport-help");
  await admin.locator("#name_en").fill("Passport help");
  await admin.locator("#name_fr").fill("Aide aux passeports");
  await admin.locator("#language-en").check();
  await admin.locator("main button.primary").click();
  await admin.locator("tbody code", { hasText: "passport-help" }).waitFor();
  await walk(admin, { "desks-fr": "/console/desks?lang=fr", "desk-change-fr": "/console/desks?lang=fr&change=passport-help" });
  await walk(page, { "desk-of-desks-en": "/desk/open?lang=en" });
  await admin.goto(`${house.server}/console/passport?lang=en`);
  await admin.locator("#add_site").fill("https://*.canada.ca");
  await admin.locator("form:has(#add_site) button").click();
  await admin.locator("button[name=remove_site]").waitFor();
  await look(admin, "console-service-en");
  await admin.locator("#add_site").fill("https://www.canada.ca/a-page");
  await admin.locator("form:has(#add_site) button").click();
  await admin.getByRole("alert").waitFor();
  await look(admin, "console-service-refused-en");
});

test("a person can follow a card: asking, being refused, waiting, and reading the answer", async () => {
  const page = await openWindow(browser);
  await walk(page, { "track-en": "/track?lang=en", "track-fr": "/track?lang=fr" });
  const sent = await office.sendByProgram(house.server, [complaint("Late.", { intent: "question" }), { overall: 5, comment: "Quick." }]);
  const [waiting, thanked] = sent.map(({ reference, access_code: code }) => ({ reference, code }));
  await office.track(page, house.server, { reference: waiting.reference, code: thanked.code });
  await page.getByRole("alert").waitFor();
  await look(page, "track-refused-en");

  const officer = await openWindow(browser);
  await office.signIn(officer, house.server, house.officer);
  await office.deskRows(officer, house.server, waiting.reference);
  await office.track(page, house.server, thanked, "fr");
  await look(page, "progress-recorded-fr");
  await office.track(page, house.server, waiting);
  await look(page, "progress-received-en");
  await office.openCase(officer, house.server, waiting.reference);
  await office.press(officer, "case-acknowledge", "stage-acknowledged");
  await officer.locator("#answer").fill("Nous avons trouvé la cause et l’avons corrigée.");
  await office.press(officer, "case-send-answer", "stage-answered");
  await office.track(page, house.server, waiting, "fr");
  await look(page, "progress-answered-fr");
});

test("the pages that embed the card are none the worse for it, before it is opened and after", async () => {
  const page = await openWindow(browser);
  for (const name of ["", "plain", "strict", "two", "fr", "no-script", "down", "missing"]) {
    await page.goto(`${house.demo}/${name}`);
    await look(page, `demo-${name || "index"}`, { dark: false });
  }
  for (const [name, service] of [["plain", "passport"], ["strict", "old-age-security"], ["fr", "employment-insurance"]]) {
    const frame = await card.openInPlace(page, `${house.demo}/${name}`, service);
    await card.untilTakenOver(frame);
    await frame.locator("[data-close]").waitFor();
    await look(page, `demo-${name}-open`, { dark: false });
  }
  if (process.env.UPDATE_SCREENSHOTS === "1") await keepPictureForReaders(page);
});

/** The picture that the README shows. */
async function keepPictureForReaders(page) {
  await page.setViewportSize({ width: 1280, height: 1000 });
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.untilTakenOver(frame);
  await card.choose(frame, "complaint");
  await card.rate(frame, "overall", 2);
  await card.untilItFits(frame);
  await page.locator("main").evaluate((main) => main.querySelectorAll("h2")[1].scrollIntoView());
  const picture = await page.screenshot({ path: "../../docs/screenshots/card.png" });
  assert.ok(picture.length < 200_000, `the picture has ${picture.length} bytes`);
}
