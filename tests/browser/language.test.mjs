// The language changes in place: nothing that was written is lost, and nothing of it is sent.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { en, fr } from "./stage/words.mjs";

const SAID = "Le guichet était fermé.";
const ADDRESS = "ana@example.ca";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const posts = (page) => page.asked.filter((one) => one.startsWith("POST ")).length;
const toFrench = (page) => page.locator("button[name=show_in][value=fr]").click();
/** What the person filled in. */
const filledIn = async (page) => {
  const own = ["id", "language"];
  return (await card.held(page)).filter(([name]) => !own.includes(name));
};

async function written(prepare = () => {}) {
  const page = await openWindow(browser);
  await prepare(page);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  await card.fillIn(page, SAID);
  await card.rate(page, "reply.by", "email");
  await page.locator("[name='reply.email']").fill(ADDRESS);
  await page.locator("input[name=consents][value=contact]").check();
  return page;
}

async function untilFrench(page) {
  await page.locator("html[lang=fr]").waitFor({ state: "attached" });
  await card.untilTakenOver(page);
  await page.getByRole("button", { name: fr("card-send"), exact: true }).waitFor();
}

test("in the other language everything is there, the address too, and nothing was sent for it", async () => {
  const page = await written();
  const before = await filledIn(page);
  await toFrench(page);
  await untilFrench(page);
  assert.deepEqual(await filledIn(page), before);
  assert.equal(new Map(await card.held(page)).get("language"), "fr");
  assert.equal(posts(page), 0);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert.ok(kept.includes(SAID) && !kept.includes(ADDRESS), "the address came along, and is not in the tab any more");
  await card.send(page);
  await card.receipt(page);
});

test("where the browser keeps nothing, the form itself carries what was written into the other language", async () => {
  const page = await written(card.refuseStorage);
  const before = await filledIn(page);
  await toFrench(page);
  await untilFrench(page);
  assert.deepEqual(await filledIn(page), before);
  await card.send(page);
  await card.receipt(page);
});

test("a card that waits waits no longer in the other language, and offline the language stays as it is", async () => {
  const page = await written();
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en("card-waiting")).waitFor();
  await toFrench(page);
  assert.equal(await card.comment(page).inputValue(), SAID, "offline there is no other page to go to");
  await page.route("**/card/passport*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.context().setOffline(false);
  await page.getByText(en("card-waiting")).waitFor();
  await toFrench(page);
  await untilFrench(page);
  await page.unroute("**/card/passport*");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await card.untilTakenOver(page);
  assert.equal(await page.getByText(fr("card-waiting")).count(), 0, "in another language it is another card");
  assert.equal(await card.comment(page).inputValue(), SAID);
  await card.send(page);
  await card.receipt(page);
});
