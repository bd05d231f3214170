// The desk by keys: through a list, into a case, on to the next step, to the search; only where nobody writes, and only for who wants it.
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

async function officer(options = {}) {
  const page = await openWindow(browser, options);
  await office.signIn(page, house.server, house.officer);
  return page;
}

/** The text of the link that has focus. */
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

async function twoCases(page) {
  const sent = await office.sendByProgram(house.server, [
    { intent: "complaint", comment: "Nobody answers the phone in Matane." },
    { intent: "complaint", comment: "The counter in Matane is closed." },
  ]);
  for (const { reference } of sent) await office.deskRows(page, house.server, reference);
}

test("keys lead through a list and back, into a case, to what comes next in it, and to the search", async () => {
  const page = await officer();
  await twoCases(page);
  const rows = await page.locator("tbody th a").allTextContents();
  await page.keyboard.press("j");
  assert.equal(await focused(page), rows[0]);
  await page.keyboard.press("j");
  assert.equal(await focused(page), rows[1]);
  for (let pressed = 0; pressed < rows.length; pressed += 1) await page.keyboard.press("k");
  assert.equal(await focused(page), rows[0], "there is nothing before the first");
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: rows[0] }).waitFor();
  await page.keyboard.press("n");
  assert.equal(await focused(page), en("case-acknowledge"));
  await page.keyboard.press("Enter");
  await page.locator(".stage", { hasText: en("stage-acknowledged") }).waitFor();
  await page.keyboard.press("n");
  assert.equal(await page.evaluate(() => document.activeElement.id), "subject0");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await page.waitForURL(/\/desk\/search/);
  await page.locator("#typed:focus").waitFor();
  await page.keyboard.type("Matane");
  await page.keyboard.press("Enter");
  await page.locator("mark", { hasText: "Matane" }).first().waitFor();
  await page.keyboard.press("j");
  assert.match(await focused(page), new RegExp(`^${en("intent-complaint")}`));
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await page.waitForURL(/\/desk\?lang=en$/);
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.waitForURL(/\/desk\/search\?lang=en$/);
});

test("what is written into a field is written, and no key of it leads anywhere", async () => {
  const page = await officer();
  await page.goto(`${house.server}/desk/search?lang=en`);
  await page.keyboard.press("/");
  await page.keyboard.type("gq jko?/n");
  assert.equal(await page.locator("#typed").inputValue(), "gq jko?/n");
  assert.match(page.url(), /\/desk\/search/);
  assert.equal(await page.locator("#keys").isVisible(), false);
  await page.locator("#typed").blur();
  await page.keyboard.press("Control+j");
  await page.keyboard.press("Alt+n");
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "a key with another is the browser's");
});

test("a key shows the list of keys, which can be turned off there, and stays off in this browser until they are turned on", async () => {
  const page = await officer();
  await twoCases(page);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: en("keys-title") }).waitFor();
  await look(page, "keys-en");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#keys").isVisible(), false);
  await page.goto(page.url().replace("lang=en", "lang=fr"));
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await look(page, "keys-fr");
  await page.keyboard.press("Escape");
  await page.goto(page.url().replace("lang=fr", "lang=en"));

  const button = page.getByRole("button", { name: en("keys-title") });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(en("keys-used")).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: en("keys-close") }).focus();
  await page.keyboard.press("Enter");
  for (const path of ["/desk/open", "/desk/closed"]) {
    await page.goto(`${house.server}${path}?lang=en`);
    for (const key of ["j", "?", "g", "s"]) await page.keyboard.press(key);
    assert.equal(await page.locator("#keys").isVisible(), false, path);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, path);
    assert.match(page.url(), new RegExp(path));
  }
  await button.click();
  await page.getByLabel(en("keys-used")).check();
  await page.getByRole("button", { name: en("keys-close") }).click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
});

test("without script there is no list of keys and no button for it, and nothing else is missing", async () => {
  const page = await officer({ javaScriptEnabled: false });
  await twoCases(page);
  assert.equal(await page.locator("#keys").isVisible(), false);
  assert.equal(await page.locator("#keys-open").isVisible(), false);
  await page.locator("tbody th a").first().click();
  await page.getByRole("button", { name: en("case-acknowledge"), exact: true }).waitFor();
});
