// What a person writes stays in their tab until the office has it or they clear it, and no longer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { en, fr } from "./stage/words.mjs";

const SAID = "Nobody could say\nwhen it would be ready.";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const address = (language = "en") => `${house.server}/card/passport?lang=${language}`;
/** What the form holds, but for its id. */
const written = async (page) => (await card.held(page)).filter(([name]) => name !== "id");
/** The form as it is before anyone writes. */
const isEmpty = (page) => page.locator("#card-form").evaluate((form) => {
  const controls = [...form.querySelectorAll("input:not([type=hidden]), textarea")];
  return controls.every((control) => (/radio|checkbox/.test(control.type) ? !control.checked : control.value === ""));
});
const stored = (page) => page.evaluate(() => ({ here: sessionStorage.length, forEver: localStorage.length }));

async function begun(page = null) {
  page ??= await openWindow(browser);
  await page.goto(address());
  await card.untilTakenOver(page);
  await card.fillIn(page, SAID);
  return page;
}

test("a reload keeps words and choices, and the card speaks of them, however late the WebAssembly comes", async () => {
  const page = await begun();
  const before = await written(page);
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route("**/widget_bg.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await until("the words are back", async () => (await card.comment(page).inputValue()) === SAID);
  assert.equal(await page.locator("html[data-card]").count(), 0, "before the WebAssembly");
  letThrough();
  await card.untilTakenOver(page);
  assert.deepEqual(await written(page), before);
  await page.locator("label[for=field-comment]").getByText(en("card-comment-complaint"), { exact: true }).waitFor();
  const count = String(4_000 - SAID.length).replace(/(\d)(\d{3})$/, "$1,$2");
  await page.locator(".left").getByText(en("card-comment-left", { count }), { exact: true }).waitFor();
  await card.send(page);
  await card.receipt(page);
  assert.deepEqual(await stored(page), { here: 0, forEver: 0 }, "the office has it: nothing stays");
  await page.goto(address());
  assert.equal(await card.comment(page).inputValue(), "");
});

test("where the browser refuses the WebAssembly the draft is kept, too", async () => {
  const page = await openWindow(browser);
  const { refused } = await card.refuseWebAssembly(page);
  await page.goto(address());
  await refused;
  await card.fillIn(page, SAID);
  const before = await written(page);
  await page.reload();
  assert.deepEqual(await written(page), before);
});

test("a card that is closed in its page and opened again has its words; that of another service has not", async () => {
  const page = await openWindow(browser);
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.untilTakenOver(frame);
  await card.fillIn(frame, SAID);
  await frame.locator("[data-close]").click();
  await page.untilHeard("closed");
  await page.locator("comment-card[service=passport] a").click();
  const again = card.frameOf(page.locator("comment-card[service=passport]"));
  await card.untilTakenOver(again);
  assert.equal(await card.comment(again).inputValue(), SAID);
  await page.goto(`${house.server}/card/employment-insurance?lang=en`);
  assert.equal(await card.comment(page).inputValue(), "");
});

test("what I wrote is cleared in two steps: the form, the tab, and the id", async () => {
  const page = await begun();
  const [, id] = (await card.held(page)).find(([name]) => name === "id");
  const sure = page.getByRole("link", { name: en("card-clear-all") });
  assert.equal(await sure.isVisible(), false);
  await page.getByText(en("card-clear"), { exact: true }).click();
  await page.getByText(en("card-draft")).waitFor();
  assert.equal(await card.comment(page).inputValue(), SAID, "one press clears nothing");
  const fresh = page.waitForEvent("load");
  await sure.click();
  await fresh;
  await card.untilTakenOver(page);
  const held = new Map(await card.held(page));
  assert.ok(await isEmpty(page));
  assert.notEqual(held.get("id"), id);
});

test("an address is in the tab only while the card is promised to be sent", async () => {
  const page = await begun();
  const isInTab = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }).includes("ana@example.ca"));
  const email = page.locator("[name='reply.email']");
  await card.rate(page, "reply.by", "email");
  await email.fill("ana@example.ca");
  await page.locator("input[name=consents][value=contact]").check();
  assert.equal(await isInTab(), false, "while it is written");
  await page.reload();
  await card.untilTakenOver(page);
  assert.ok(await page.locator("input[name='reply.by'][value=email]").isChecked());
  assert.equal(await email.inputValue(), "");
  await email.fill("ana@example.ca");
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en("card-waiting")).waitFor();
  assert.equal(await isInTab(), true, "while it waits");
  await card.comment(page).fill("Changed.");
  await page.getByText(en("card-changed")).waitFor();
  assert.equal(await isInTab(), false, "while it is changed");
});

test("offline, what I wrote is cleared where it is, and what waited is not sent", async () => {
  const page = await begun();
  const asked = () => page.asked.filter((one) => one.startsWith("POST")).length;
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en("card-waiting")).waitFor();
  await page.getByText(en("card-clear"), { exact: true }).click();
  await page.getByRole("link", { name: en("card-clear-all") }).click();
  await page.getByText(en("card-waiting")).waitFor({ state: "detached" });
  assert.ok(await isEmpty(page));
  const before = asked();
  await page.context().setOffline(false);
  await card.choose(page, "compliment");
  await card.rate(page, "overall", 5);
  await card.send(page);
  await card.receipt(page);
  assert.equal(asked(), before + 1);
});

test("offline, what looks personal is gone from the screen with the text that it stood in", async () => {
  const page = await begun();
  await card.comment(page).fill("My SIN is 130 692 544.");
  await card.send(page);
  await page.locator("#card-guard").waitFor();
  await page.context().setOffline(true);
  await page.getByText(en("card-clear"), { exact: true }).click();
  await page.getByRole("link", { name: en("card-clear-all") }).click();
  await page.locator("#card-guard").waitFor({ state: "detached" });
  assert.ok(await isEmpty(page));
  assert.equal((await page.locator("main").textContent()).includes("130 692"), false);
});

test("an answer that comes before the draft is put back wins, and the rest of what was kept comes back", async () => {
  const page = await begun();
  let isAway = true;
  await page.route("**/card/passport*", (route) => (
    isAway && route.request().method() === "POST" ? route.abort("connectionreset") : route.continue()));
  await card.send(page);
  await page.getByText(en("card-waiting")).waitFor();
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route("**/card.js", async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await card.choose(page, "question");
  letThrough();
  await card.untilTakenOver(page);
  assert.equal(await card.comment(page).inputValue(), SAID);
  assert.equal(new Map(await card.held(page)).get("intent"), "question");
  await page.getByText(en("card-changed")).waitFor();
  isAway = false;
  const sent = () => page.asked.filter((one) => one.startsWith("POST")).length;
  const before = sent();
  await card.send(page);
  await card.receipt(page);
  assert.equal(sent(), before + 1, "it did not leave by itself");
});

test("a browser that keeps nothing has no draft, no complaint and no promise", async () => {
  const page = await openWindow(browser);
  await card.refuseStorage(page);
  await begun(page);
  await page.getByText(en("card-clear"), { exact: true }).click();
  assert.ok(await page.getByRole("link", { name: en("card-clear-all") }).isVisible());
  assert.equal(await page.getByText(en("card-draft")).isVisible(), false);
  await page.reload();
  await card.untilTakenOver(page);
  assert.equal(await card.comment(page).inputValue(), "");
  assert.deepEqual(page.noise, []);
});

test("one rating can be taken back, by keyboard too", async () => {
  const page = await openWindow(browser);
  await page.goto(address("fr"));
  await card.untilTakenOver(page);
  const scale = page.locator("#field-overall");
  const clear = scale.getByRole("button", { name: fr("card-clear-answer") });
  assert.equal(await clear.isVisible(), false);
  await card.rate(page, "overall", 3);
  await page.keyboard.press("Tab");
  assert.ok(await clear.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  assert.equal(new Map(await card.held(page)).has("overall"), false);
  assert.equal(await clear.isVisible(), false);
  assert.ok(await scale.locator("input").first().evaluate((radio) => radio === document.activeElement));
  await page.reload();
  assert.equal(new Map(await card.held(page)).has("overall"), false, "nor is it in the draft");
});
