// Two officers at once: one changes what the other has open. The other is told, loses nothing that they write, and goes on.
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

async function at(member, options = {}) {
  const page = await openWindow(browser, options);
  await office.signIn(page, house.server, member);
  return page;
}

async function complaint(page, comment) {
  const [sent] = await office.sendByProgram(house.server, [{ intent: "complaint", comment }]);
  await office.deskRows(page, house.server, sent.reference);
  return sent.reference;
}

/** Has this member say something to the person of a case. */
async function says(page, reference, words) {
  await office.openCase(page, house.server, reference);
  await page.locator("summary", { hasText: en("case-message") }).click();
  await page.locator("#message").fill(words);
  await page.getByRole("button", { name: en("case-message-send") }).click();
  await page.getByText(words).first().waitFor();
}

test("who writes in a case that somebody else changes meanwhile is told, and keeps every word", async () => {
  const [mine, other] = [await at(house.officer), await at(house.senior)];
  const reference = await complaint(mine, "Nobody answers in Sept-Îles.");
  await office.openCase(mine, house.server, reference);
  await office.press(mine, "case-acknowledge", "stage-acknowledged");
  await mine.locator("#what0").fill("It rang for nine minutes");
  await mine.locator("#what0").press("End");
  assert.equal(await mine.locator(".news").isVisible(), false);
  await says(other, reference, "We called you back.");
  const bar = mine.getByRole("status").filter({ hasText: en("news-case") });
  await bar.waitFor();
  await mine.keyboard.type(", and then nobody came.");
  assert.equal(await mine.locator("#what0").inputValue(), "It rang for nine minutes, and then nobody came.");
  await look(mine, "news-case-en");

  // Looking at it as it is now takes nothing away either.
  const [now] = await Promise.all([mine.context().waitForEvent("page"), bar.getByRole("link").click()]);
  await now.getByText("We called you back.").first().waitFor();
  await now.close();
  await mine.locator("#subject0").selectOption("delay");
  await mine.locator("#wanted").fill("An apology.");
  await mine.locator("#severity").selectOption("standard");
  await mine.locator('button[value="assess"]').click();
  await mine.getByText(en("unsent-changes")).waitFor();
  await mine.getByText("and then nobody came.").first().waitFor();

  await office.openCase(mine, house.server, reference);
  await mine.goto(mine.url().replace("lang=en", "lang=fr"));
  await says(other, reference, "Once more.");
  await mine.locator(".news").waitFor();
  await look(mine, "news-case-fr");
});

test("who has a list open is told that it has changed, and loads it again by keyboard alone", async () => {
  const page = await at(house.officer);
  await page.goto(`${house.server}/desk/team?lang=en`);
  const reference = await complaint(await at(house.senior), "The counter in Natashquan is closed.");
  const bar = page.getByRole("status").filter({ hasText: en("news-list") });
  await bar.waitFor();
  await look(page, "news-list-en");
  await bar.getByRole("link", { name: en("news-load") }).focus();
  await page.keyboard.press("Enter");
  await page.locator("tbody tr", { hasText: reference }).waitFor();
  assert.equal(await page.locator(".news").isVisible(), false, "it is as new as can be");
});

test("without script nothing listens and no bar is seen", async () => {
  const page = await at(house.officer, { javaScriptEnabled: false });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${house.server}/desk/open?lang=en`);
  assert.equal(await page.locator(".news").isVisible(), false);
  assert.equal(asked.some((url) => url.includes("/desk/events")), false);
});
