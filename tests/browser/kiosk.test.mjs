// A shared screen: it asks before it is emptied, gives time to whoever wants it, and keeps nothing for the next person.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import { en, fr } from "./stage/words.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

async function kiosk({ language = "en", prepare = () => {} } = {}) {
  const page = await openWindow(browser);
  await prepare(page);
  await page.clock.install();
  await page.goto(`${house.server}/card/passport?lang=${language}&channel=kiosk`);
  await card.untilTakenOver(page);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  return page;
}

const dialog = (page) => page.getByRole("alertdialog");
const id = async (page) => new Map(await card.held(page)).get("id");
const kept = (page) => page.evaluate(() => sessionStorage.length + localStorage.length);

/** Waits until there is a card that is not this one. */
async function untilFresh(page, before) {
  await until("a fresh card is there", async () => {
    const now = await page.locator("#card-form input[name=id]").inputValue({ timeout: 1_000 }).catch(() => before);
    return now !== before;
  });
}

test("after a minute without a touch the card is emptied and a fresh one comes, and the browser keeps nothing", async () => {
  const page = await kiosk();
  await card.fillIn(page, "What nobody else should read.");
  const before = await id(page);
  assert.equal(await kept(page), 0);
  await page.clock.runFor(38_000);
  assert.equal(await dialog(page).count(), 0);
  await page.clock.runFor(4_000);
  await dialog(page).getByText(en("kiosk-left", { count: 20 })).waitFor();
  const more = dialog(page).getByRole("button", { name: en("kiosk-more-time") });
  assert.ok(await more.evaluate((button) => button === document.activeElement));
  await page.clock.runFor(10_000);
  await dialog(page).getByText(en("kiosk-left", { count: 10 })).waitFor();
  await page.clock.runFor(11_000);
  await untilFresh(page, before);
  assert.equal(await card.comment(page).inputValue(), "");
  assert.equal(await kept(page), 0);
  await page.goBack();
  assert.ok(!page.url().includes("/card/"), "the emptied card is not in the history");
});

test("whoever needs more time takes it, more than ten times, with the button or with Escape", async () => {
  const page = await kiosk({ language: "fr" });
  await card.comment(page).fill("Je réfléchis.");
  for (let time = 0; time < 12; time += 1) {
    await page.clock.runFor(45_000);
    await dialog(page).waitFor();
    if (time % 2) await page.keyboard.press("Escape");
    else await page.getByRole("button", { name: fr("kiosk-more-time") }).click();
    await dialog(page).waitFor({ state: "hidden" });
  }
  assert.equal(await card.comment(page).inputValue(), "Je réfléchis.");
});

test("a screen that nobody has touched asks nothing and asks the office for nothing", async () => {
  const page = await kiosk();
  const asked = page.asked.length;
  await page.clock.runFor(600_000);
  assert.equal(await dialog(page).count(), 0);
  assert.equal(page.asked.length, asked);
});

test("a receipt does not stay for the next person, in place or as a page", async () => {
  for (const prepare of [undefined, (page) => page.route("**/widget_bg.wasm", (route) => route.abort())]) {
    const page = await openWindow(browser);
    await prepare?.(page);
    await page.clock.install();
    await page.goto(`${house.server}/card/passport?lang=en&channel=kiosk`);
    if (!prepare) await card.untilTakenOver(page);
    await card.fillIn(page, "Thank you.");
    const before = await id(page);
    await card.send(page);
    await card.receipt(page);
    // The page of a receipt brings the script anew, and its time begins when it is there.
    await until("the kiosk asks", async () => {
      await page.clock.runFor(5_000);
      return dialog(page).isVisible();
    });
    await page.clock.runFor(21_000);
    await untilFresh(page, before);
    assert.equal(await page.locator(card.RECEIPT).count(), 0);
  }
});

test("a card that was carried into another language does not stay for the next person either", async () => {
  const page = await kiosk();
  await card.comment(page).fill("What nobody else should read.");
  await page.locator("button[name=show_in][value=fr]").click();
  await page.locator("html[lang=fr]").waitFor({ state: "attached" });
  assert.equal(await card.comment(page).inputValue(), "What nobody else should read.");
  assert.equal(await kept(page), 0);
  await until("the kiosk's script is there", async () => {
    await page.clock.runFor(5_000);
    return dialog(page).isVisible();
  });
  const before = await id(page);
  await page.clock.runFor(21_000);
  await untilFresh(page, before);
  assert.equal(await card.comment(page).inputValue(), "");
});

test("a card that waits for the network gets five minutes; then it is emptied, and a fresh one comes with the network", async () => {
  const page = await kiosk();
  await card.fillIn(page, "Left while the network was gone.");
  const before = await id(page);
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en("card-waiting-here", { channel: "kiosk" })).waitFor();
  await page.clock.runFor(240_000);
  assert.ok(await page.getByText(en("card-waiting-here", { channel: "kiosk" })).isVisible());
  await page.clock.runFor(70_000);
  await dialog(page).getByText(en("kiosk-cleared")).waitFor();
  assert.equal(await page.getByText("Left while").count(), 0);
  assert.equal(await page.locator("#card-form").count(), 0);
  await page.context().setOffline(false);
  await page.clock.runFor(1_000);
  await untilFresh(page, before);
});

test("whoever gets the receipt only after a wait has a minute for it, too", async () => {
  const page = await kiosk();
  await card.fillIn(page, "Sent after a while.");
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en("card-waiting-here", { channel: "kiosk" })).waitFor();
  await page.clock.runFor(200_000);
  await page.context().setOffline(false);
  await card.receipt(page);
  await page.clock.runFor(38_000);
  assert.equal(await page.locator(card.RECEIPT).count(), 1);
  assert.equal(await dialog(page).count(), 0);
  await page.clock.runFor(6_000);
  await dialog(page).waitFor();
});

test("the question is accessible on a large screen and a small one", async () => {
  const page = await kiosk();
  await card.rate(page, "overall", 4);
  await page.clock.runFor(45_000);
  await dialog(page).waitFor();
  // Axe needs timers that run; the time of day stands still.
  await page.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await page.clock.resume();
  await look(page, "kiosk-asks");
});

test("a receipt speaks to whoever reads it: at a kiosk it gives a phone the way on, an officer reads it aloud", async () => {
  const page = await openWindow(browser);
  for (const [channel, scans] of [["kiosk", true], ["phone", false], ["web", false]]) {
    await page.goto(`${house.server}/card/passport?lang=en&channel=${channel}`);
    await card.untilTakenOver(page);
    const code = page.locator(".follow svg");
    assert.equal(await code.isVisible().catch(() => false), false, "not before there is something to follow");
    await card.fillIn(page, `Said at a ${channel}.`);
    await card.send(page);
    await card.receipt(page);
    await page.getByText(en("next-keep", { channel })).waitFor();
    await page.getByRole("heading", { name: en("card-receipt-next", { channel }), exact: true }).waitFor();
    assert.equal(await code.isVisible(), scans, channel);
    await look(page, `receipt-${channel}`);
  }
});
