// The card in each of its languages: read in the right direction, in its own words, on any width; and changed for another
// without losing a word.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { words } from "./stage/words.mjs";

const LANGUAGES = { en: "ltr", fr: "ltr", es: "ltr", pt: "ltr", ar: "rtl" };
const SAID = {
  en: "Three weeks late.", fr: "Trois semaines de retard.", es: "Tres semanas de retraso.",
  pt: "Três semanas de atraso.", ar: "تأخر الرد 3 أسابيع (ref. 12-B).",
};
const LIGHT = { dark: false };
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** The document says its language and direction, and shows sentences where it could show their ids. */
async function speaks(page, language) {
  const found = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, text: document.body.innerText };
  });
  assert.deepEqual([found.lang, found.dir], [language, LANGUAGES[language]]);
  const ids = /\b(card|next|fault|problem|track|progress|step|lateness|nav|item|stage|language)-[a-z][a-z-]*\b/g;
  const names = new RegExp(`\\b(${card.DRIVERS.join("|")})\\b`, "g");
  assert.deepEqual(found.text.match(ids) ?? [], []);
  assert.deepEqual(found.text.match(names) ?? [], []);
  assert.doesNotMatch(found.text, /\{\s*\$?\w+\s*\}/, "a value's place is filled");
}

for (const language of Object.keys(LANGUAGES)) {
  const say = words(language);

  test(`card, receipt and tracking are read in their own language and direction (${language})`, async () => {
    const page = await openWindow(browser);
    await page.goto(`${house.server}/card/passport?lang=${language}`);
    await card.untilTakenOver(page);
    await page.getByRole("heading", { name: say("card-heading") }).waitFor();
    await speaks(page, language);
    await look(page, `language-card-${language}`, LIGHT);
    await card.send(page);
    await page.locator("#card-summary").waitFor();
    await speaks(page, language);
    await card.fillIn(page, SAID[language]);
    const label = await page.locator("label[for=field-comment]").innerText();
    assert.equal(label, say("card-comment-complaint"), "the question that goes with a complaint, and no other");
    await look(page, `language-filled-${language}`, LIGHT);
    await card.send(page);
    const receipt = await card.receipt(page);
    await speaks(page, language);
    await look(page, `language-receipt-${language}`, LIGHT);

    await page.goto(`${house.server}/track?lang=${language}`);
    await speaks(page, language);
    await look(page, `language-track-${language}`, LIGHT);
    await office.track(page, house.server, { ...receipt, code: "0000-0000-0000" }, language);
    await page.getByRole("alert").waitFor();
    await speaks(page, language);
    await office.track(page, house.server, receipt, language);
    await page.getByRole("heading", { name: say("progress-title") }).waitFor();
    await speaks(page, language);
    await until("the card is recorded", async () => {
      await office.track(page, house.server, receipt, language);
      await page.getByRole("heading", { name: say("progress-title") }).waitFor();
      return page.locator(".steps").count();
    });
    await speaks(page, language);
    await look(page, `language-progress-${language}`);
    const other = language === "pt" ? "es" : "pt";
    await page.locator(`.languages button[lang=${other}]`).click();
    await page.getByRole("heading", { name: words(other)("progress-title") }).waitFor();
    assert.equal(await page.locator(".reference").innerText(), receipt.reference, "the codes came along");
    await page.goto(`${house.server}/card/nowhere?lang=${language}`);
    await page.getByRole("heading", { name: say("problem-unknown-service-title") }).waitFor();
    await speaks(page, language);
    assert.deepEqual(page.noise.filter((one) => !/status of (403|404)/.test(one)), []);
  });
}

/** Fills in a card and asks for it in Arabic, then in Spanish; gives what it holds at each, but for the page's own part. */
async function changeTwice(page, start) {
  await card.fillIn(page, SAID.fr);
  const holds = [await card.held(page)];
  for (const language of ["ar", "es"]) {
    await page.locator(`.languages button[value=${language}]`).click();
    await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
    await start();
    await until("what was filled in is there", async () => (await card.comment(page).inputValue()) !== "");
    holds.push(await card.held(page));
  }
  return holds.map((pairs) => pairs.filter(([name]) => !["id", "language"].includes(name)));
}

for (const javaScriptEnabled of [true, false]) {
  test(`another language keeps all that is filled in, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await openWindow(browser, { javaScriptEnabled });
    await page.goto(`${house.server}/card/passport?lang=fr`);
    const start = () => (javaScriptEnabled ? card.untilTakenOver(page) : null);
    await start();
    assert.equal(await page.locator(".languages [aria-current]").textContent(), words("fr")("own-name"));
    const [french, arabic, spanish] = await changeTwice(page, start);
    assert.deepEqual(arabic, french);
    assert.deepEqual(spanish, french);
    assert.equal(await page.locator("#card-summary").count(), 0, "nothing is judged");
    await card.send(page);
    await card.receipt(page);
    await page.getByText(words("es")("next-keep")).waitFor();
    assert.equal(await page.locator(".languages button:visible").count(), 0, "a receipt is not asked for again");
    assert.deepEqual(page.noise, []);
  });

  test(`Enter in the form sends it and changes no language, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await openWindow(browser, { javaScriptEnabled });
    await page.goto(`${house.server}/card/passport?lang=pt`);
    if (javaScriptEnabled) await card.untilTakenOver(page);
    await card.choose(page, "compliment");
    await card.rate(page, "overall", 5);
    await page.keyboard.press("Enter");
    await card.receipt(page);
    await page.locator("html[lang=pt]").waitFor({ state: "attached" });
  });
}

test("an Arabic comment runs from right to left, and a code from left to right", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  const direction = (element) => element.evaluate((found) => getComputedStyle(found).direction);
  await card.comment(page).fill(SAID.ar);
  assert.equal(await direction(card.comment(page)), "rtl");
  await page.goto(`${house.server}/track?lang=ar`);
  assert.equal(await direction(page.locator("main")), "rtl");
  for (const name of ["reference", "access_code"]) assert.equal(await direction(page.locator(`#${name}`)), "ltr");
});
