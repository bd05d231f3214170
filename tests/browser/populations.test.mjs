// Surveys, mystery shopping and staff surveys: who approves one sees it first, then everyone does, on any screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en, fr } from "./stage/words.mjs";

const SURVEYS = ["passport-clients", "counters-visited", "staff-engagement"];

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("a publisher reads surveys and approves them, and everyone can read them beside the cards", async () => {
  const page = await openWindow(browser);
  const list = `${house.server}/results/populations`;
  await page.goto(`${list}?lang=en`);
  await look(page, "populations-none-en");

  await house.surveys();
  const publisher = await openWindow(browser);
  await office.signIn(publisher, house.server, house.publisher);
  await publisher.goto(`${house.server}/publish/populations?lang=en`);
  await look(publisher, "populations-waiting-en");
  await publisher.getByRole("link", { name: en("populations-read-all") }).first().click();
  await publisher.getByRole("heading", { name: en("populations-how") }).waitFor();
  await look(publisher, "population-waiting-en");
  for (const waiting of SURVEYS.map((_, index) => SURVEYS.length - index)) {
    await publisher.goto(`${house.server}/publish/populations?lang=fr`);
    const buttons = publisher.getByRole("button", { name: fr("populations-approve") });
    assert.equal(await buttons.count(), waiting);
    await buttons.first().click();
    await publisher.locator("main li").nth(SURVEYS.length - waiting).waitFor();
  }
  await look(publisher, "populations-approved-fr");

  for (const [lang, words] of [["en", en], ["fr", fr]]) {
    await page.goto(`${list}?lang=${lang}&service=passport`);
    await look(page, `populations-${lang}`);
    assert.equal(await page.locator("main .told a").count(), SURVEYS.length);
    for (const survey of SURVEYS) {
      await page.goto(`${list}/${survey}?lang=${lang}`);
      // Engagement stands beside published scores of the cards, so its page says something else.
      const said = survey === "staff-engagement" ? "populations-association" : "populations-apart";
      await page.getByText(words(said)).waitFor();
      await look(page, `${survey}-${lang}`);
    }
    assert.equal(await page.locator("svg.chart .point").count(), 10);
  }
  const [csv] = await page.locator('a[href$="survey.csv"]').evaluateAll((links) => links.map((link) => link.href));
  assert.match(await (await fetch(csv)).text(), /^survey,population,first_day/);

  await page.goto(`${house.server}/results?lang=en`);
  await page.getByRole("link", { name: en("populations-title") }).click();
  await page.getByRole("heading", { name: en("populations-title") }).waitFor();
});
