// A card that cannot be sent waits in its tab and is sent by itself, once; and no more is promised than is kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const SAID = "The train had no signal.";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** The bodies of all posts, as they are made. */
function bodiesOf(page) {
  const bodies = [];
  page.on("request", (request) => request.method() === "POST" && bodies.push(request.postData()));
  return bodies;
}

/** A card that was opened with the network, filled in, and sent without it. */
async function waiting({ said = "card-waiting", query = "lang=en", prepare = () => {} } = {}) {
  const page = await openWindow(browser);
  await prepare(page);
  await page.goto(`${house.server}/card/passport?${query}`);
  await card.untilTakenOver(page);
  await card.fillIn(page, SAID);
  await page.context().setOffline(true);
  await card.send(page);
  await page.getByText(en(said, { channel: new URLSearchParams(query).get("channel") })).waitFor();
  return page;
}

test("a card that waits is sent by itself as soon as the network is back", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await waiting();
  await page.context().setOffline(false);
  const { reference } = await card.receipt(page);
  assert.deepEqual(await news(), [reference]);
});

test("a card that waits outlives a reload: it is shown with its words and sent under its id", async () => {
  const news = await office.watchDesk(browser, house);
  let bodies;
  const page = await waiting({ prepare: (page) => { bodies = bodiesOf(page); } });
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route("**/card/passport*", async (route) => {
    if (route.request().method() === "GET") return route.continue();
    await gate;
    return route.continue();
  });
  await page.context().setOffline(false);
  // The event of the network may have come first, and then the answer waits at the gate.
  await page.reload();
  await page.getByText(en("card-waiting")).waitFor();
  assert.equal(await card.comment(page).inputValue(), SAID);
  letThrough();
  const { reference } = await card.receipt(page);
  assert.deepEqual(await news(), [reference]);
  assert.ok(bodies.length >= 2, "it was tried again");
  assert.equal(new Set(bodies).size, 1, "the same card under the same id");
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test("a card that waits is sent as it was written, though another page or language is opened", async () => {
  const news = await office.watchDesk(browser, house);
  let bodies;
  let isOpen = false;
  const prepare = (page) => {
    bodies = bodiesOf(page);
    return page.route("**/card/passport*", (route) => (
      isOpen || route.request().method() === "GET" ? route.continue() : route.abort()
    ));
  };
  const page = await waiting({ query: "lang=en&page=https%3A%2F%2Fexample.org%2Fa", prepare });
  await page.context().setOffline(false);
  await page.goto(`${house.server}/card/passport?lang=fr`);
  await page.waitForURL("**/card/passport?lang=en*");
  isOpen = true;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  const { reference } = await card.receipt(page);
  assert.deepEqual(await news(), [reference]);
  assert.equal(new Set(bodies).size, 1);
});

test("leaving while a card waits is asked about, and nothing is asked otherwise", async () => {
  const page = await waiting();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await page.context().setOffline(false);
  await card.receipt(page);
  page.on("dialog", () => assert.fail("there is nothing to lose any more"));
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
});

test("where nothing can be kept the card says so, and is sent all the same while it stays open", async () => {
  for (const options of [{ prepare: card.refuseStorage }, { query: "lang=en&channel=kiosk" }]) {
    const news = await office.watchDesk(browser, house);
    const page = await waiting({ ...options, said: "card-waiting-here" });
    await page.context().setOffline(false);
    const { reference } = await card.receipt(page);
    assert.deepEqual(await news(), [reference]);
  }
});

test("a card that waited and is then refused says what is wrong with it, and is tried no more", async () => {
  const page = await waiting();
  await card.stopTheClock(page);
  let posts = 0;
  await page.route("**/card/passport*", (route) => {
    if (route.request().method() === "GET") return route.continue();
    posts += 1;
    return route.fulfill({ status: 422, json: { detail: "No.", errors: [{ field: "overall", detail: "From 1 to 5." }] } });
  });
  await page.context().setOffline(false);
  await page.locator("#card-summary").getByText("From 1 to 5.").waitFor();
  await page.clock.runFor(120_000);
  assert.equal(posts, 1);
  await page.reload();
  await until("it is a draft again", async () => (await card.comment(page).inputValue()) === SAID);
  await card.untilTakenOver(page);
  assert.equal(await page.locator(".status > *").count(), 0);
});
