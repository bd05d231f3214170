// What is published of how complaints were handled: who approves it sees it first, then everyone does, on any screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en, fr } from "./stage/words.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

test("a publisher reads how complaints were handled and approves it, and everyone can read it", async () => {
  const page = await openWindow(browser);
  const complaints = `${house.server}/results/complaints`;
  await page.goto(`${complaints}?lang=en`);
  await look(page, "complaints-none-en");

  await house.edition();
  const publisher = await openWindow(browser);
  await office.signIn(publisher, house.server, house.publisher);
  await publisher.goto(`${house.server}/publish/editions?lang=en`);
  await look(publisher, "editions-waiting-en");
  await publisher.getByRole("link", { name: en("complaints-title") }).click();
  await publisher.getByRole("heading", { name: en("complaints-how") }).waitFor();
  await look(publisher, "complaints-waiting-en");
  await publisher.goBack();
  await publisher.getByRole("button", { name: en("editions-approve") }).click();
  await publisher.getByText(en("editions-nothing-waits")).waitFor();

  await page.goto(`${complaints}?lang=en`);
  await page.getByRole("heading", { name: en("complaints-how") }).waitFor();
  await look(page, "complaints-en");
  await page.goto(`${complaints}?lang=fr`);
  await page.getByRole("heading", { name: fr("complaints-how") }).waitFor();
  await look(page, "complaints-fr");
  await page.goto(`${house.server}/results/esdc-edsc?lang=en`);
  await page.getByRole("heading", { name: en("organisation-complaints-title") }).waitFor();
  await look(page, "organisation-complaints-en");
  await page.goto(`${complaints}?lang=en`);
  await page.getByRole("heading", { name: en("complaints-organisations"), exact: true }).waitFor();
  const [csv] = await page.locator('a[href$="complaints.csv"]').evaluateAll((links) => links.map((link) => link.href));
  const file = await fetch(csv);
  assert.match(await file.text(), /^cell,of,period/);
  await page.goto(`${house.server}/results/editions?lang=en`);
  await page.locator("main li a").first().click();
  await look(page, "edition-en");
  await page.getByRole("link", { name: en("complaints-title") }).click();
  await page.getByRole("heading", { name: en("complaints-how") }).waitFor();
});
