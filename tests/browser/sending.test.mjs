// Sending when things go wrong: nothing typed is lost, nothing arrives twice, and what is missing is said.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en, fr } from "./stage/words.mjs";

const FAMILY = "👨‍👩‍👧‍👦";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

async function takenOver(language = "en") {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=${language}`);
  await card.untilTakenOver(page);
  return page;
}

const posts = (page) => page.asked.filter((one) => one.startsWith("POST ")).length;

/** Sends the card; the server keeps it and the answer is lost. The references of what was kept, also of later sends. */
async function sendAndLoseTheAnswer(page) {
  const kept = [];
  await page.route("**/card/passport*", async (route) => {
    const answer = await route.fetch();
    kept.push((await answer.json()).reference);
    return kept.length === 1 ? route.abort("connectionreset") : route.fulfill({ response: answer });
  });
  await card.send(page);
  await page.getByText(en("card-waiting")).waitFor();
  return kept;
}

test("a server that is down costs the person nothing: they are told so, and the card is sent when it is back", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await takenOver();
  await page.setViewportSize({ width: 360, height: 640 });
  await card.fillIn(page, "Nobody answered the telephone.");
  await card.stopTheClock(page);
  const written = await card.held(page);
  await house.kill();
  try {
    await card.send(page);
    const said = page.locator(".status").getByText(en("card-waiting"));
    await until("the sentence has focus", () => said.evaluate((element) => element === document.activeElement));
    const { y, height } = await said.boundingBox();
    assert.ok(y >= 0 && Math.floor(y + height) <= 640, `the whole sentence is in a phone's window: ${y} to ${y + height}`);
    assert.deepEqual(await card.held(page), written, "id, choices and words");
    assert.ok(await page.getByRole("button", { name: en("card-send"), exact: true }).isEnabled());
  } finally {
    await house.start();
  }
  await page.clock.runFor(2_000);
  const { reference } = await card.receipt(page);
  assert.equal(await page.title(), en("card-receipt-heading"));
  assert.deepEqual(await news(), [reference]);
});

test("a server that answers 503 twice is asked a third time, a little later each time, and has one card", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await takenOver();
  await card.fillIn(page, "The counter was closed.");
  await card.stopTheClock(page);
  const ids = [];
  await page.route("**/card/passport*", (route) => {
    ids.push(new URLSearchParams(route.request().postData()).get("id"));
    return ids.length <= 2 ? route.fulfill({ status: 503, json: { detail: "No." } }) : route.continue();
  });
  const waits = () => page.getByText(en("card-waiting")).waitFor();
  const tried = (times) => until(`it was tried ${times} times`, async () => {
    await waits();
    return ids.length === times && (await page.locator("[aria-disabled]").count()) === 0;
  });
  await card.send(page);
  await tried(1);
  await page.clock.runFor(1_900);
  assert.equal(ids.length, 1, "not before two seconds");
  await page.locator("h1").click();
  await page.clock.runFor(100);
  await tried(2);
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "card-waiting", "nobody is called back to it");
  await page.clock.runFor(4_900);
  assert.equal(ids.length, 2, "nor before five more");
  await page.clock.runFor(100);
  const { reference } = await card.receipt(page);
  assert.equal(new Set(ids).size, 1);
  assert.deepEqual(await news(), [reference]);
});

test("a card that was kept, but whose answer was lost on the way, is the same card when it is sent again", async () => {
  for (const again of [(page) => card.send(page), (page) => page.clock.runFor(2_000)]) {
    const news = await office.watchDesk(browser, house);
    const page = await takenOver();
    await card.fillIn(page, "The line went dead.");
    await card.stopTheClock(page);
    const kept = await sendAndLoseTheAnswer(page);
    await again(page);
    const { reference } = await card.receipt(page);
    assert.deepEqual(kept, [reference, reference]);
    assert.deepEqual(await news(), [reference]);
  }
});

test("a card that was changed after its answer was lost is kept with the change, beside the first", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await takenOver();
  await card.fillIn(page, "The line went dead again.");
  await card.stopTheClock(page);
  const kept = await sendAndLoseTheAnswer(page);
  await card.comment(page).fill("The line went dead again, and I would like to be called back.");
  await page.getByText(en("card-changed")).waitFor();
  await page.clock.runFor(120_000);
  assert.equal(kept.length, 1, "a card that the person is changing is not sent by itself");
  await card.send(page);
  const { reference } = await card.receipt(page);
  assert.equal(kept.length, 2);
  assert.notEqual(kept[0], reference);
  assert.deepEqual(await news(), [kept[0], reference].sort());
  const desk = await openWindow(browser);
  await office.signIn(desk, house.server, house.officer);
  await office.openCase(desk, house.server, reference);
  await desk.getByText("I would like to be called back.").waitFor();
});

test("while a card is on its way that is said aloud, and the form does not move", async () => {
  const page = await takenOver();
  await card.fillIn(page, "It was slow.");
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route("**/card/passport*", async (route) => {
    await gate;
    return route.continue();
  });
  const height = () => page.locator("#card-form").evaluate((form) => form.getBoundingClientRect().height);
  const before = await height();
  await card.send(page);
  await page.locator("#live-status").getByText(en("card-sending")).waitFor({ state: "attached" });
  assert.equal(await height(), before);
  letThrough();
  await card.receipt(page);
});

test("pressing Send twice sends once, in place and as a form", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await takenOver();
  await card.fillIn(page, "Pressed twice.");
  await page.locator("button[type=submit]").dblclick();
  const { reference: inPlace } = await card.receipt(page);
  assert.equal(posts(page), 1);
  assert.deepEqual(await news(), [inPlace]);

  const plain = await openWindow(browser, { javaScriptEnabled: false });
  await plain.goto(`${house.server}/card/passport?lang=en`);
  await card.fillIn(plain, "Pressed twice, without scripts.");
  await plain.locator("button[type=submit]").dblclick({ noWaitAfter: true });
  const { reference } = await card.receipt(plain);
  assert.deepEqual(await news(), [inPlace, reference].sort());
});

test("where the browser refuses the WebAssembly, pressing Send twice sends one card, and no draft of it stays", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await openWindow(browser);
  const { refused } = await card.refuseWebAssembly(page);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await refused;
  await card.fillIn(page, "Pressed twice, without the WebAssembly.");
  await page.locator("button[type=submit]").dblclick({ noWaitAfter: true });
  const { reference } = await card.receipt(page);
  assert.deepEqual(await news(), [reference]);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test("a fault is no longer said once its field was changed, and nobody is moved by that", async () => {
  const page = await takenOver();
  await card.send(page);
  const links = page.locator("#card-summary").getByRole("link");
  await until("the summary has focus", () => page.evaluate(() => document.activeElement.id === "card-summary"));
  await card.choose(page, "suggestion");
  await until("one fault is left", async () => (await links.allTextContents()).join() === en("card-fault-says-nothing"));
  assert.equal(await page.locator("#fault-intent").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.value), "suggestion");
  await card.rate(page, "overall", 4);
  await page.locator("#card-summary").waitFor({ state: "hidden" });
  assert.equal(await page.locator("[aria-invalid=true]").count(), 0);
});

for (const [language, say] of [["en", en], ["fr", fr]]) {
  test(`an empty card is not sent: the summary takes focus and its links lead to the fields (${language})`, async () => {
    const page = await takenOver(language);
    await card.send(page);
    const summary = page.locator("#card-summary");
    await until("the summary has focus", () => summary.evaluate((element) => element === document.activeElement));
    const said = [say("card-fault-no-intent"), say("card-fault-says-nothing")];
    assert.deepEqual(await summary.getByRole("link").allTextContents(), said);
    for (const [number, field] of ["field-intent", "field-comment"].entries()) {
      await summary.getByRole("link").nth(number).click();
      await until(`${field} has focus`, () => page.evaluate((id) => document.activeElement.id === id, field));
      assert.ok(await page.locator(`#${field}`).isVisible());
    }
    // Nothing was changed: the same is said again, aloud.
    await card.send(page);
    await until("the summary has focus again", () => summary.evaluate((element) => element === document.activeElement));
    assert.equal(posts(page), 0);
    await card.choose(page, "compliment");
    await card.rate(page, "overall", 5);
    await card.send(page);
    await card.receipt(page);
  });
}

test("the comment is counted as people count it: a family is one character, and 4,001 are one too many", async () => {
  const page = await takenOver();
  await card.choose(page, "suggestion");
  await card.comment(page).fill("a".repeat(3_998) + FAMILY);
  await page.locator(".left").getByText(en("card-comment-left", { count: "1" }), { exact: true }).waitFor();
  await card.comment(page).press("End");
  await page.keyboard.insertText(FAMILY.repeat(2));
  await page.locator(".left").getByText(en("card-comment-over", { count: "1" }), { exact: true }).waitFor();
  await card.send(page);
  await page.locator("#card-summary").getByText(en("card-fault-too-long", { over: 1 })).waitFor();
  assert.equal(posts(page), 0);
  await card.comment(page).fill("a".repeat(3_998) + FAMILY.repeat(2));
  await card.send(page);
  await card.receipt(page);
});

test("4,000 characters of any script can be sent", async () => {
  for (const character of ["é", "ᓄ", "नि"]) {
    const page = await takenOver();
    await card.choose(page, "suggestion");
    await card.comment(page).fill(character.repeat(4_000));
    await card.send(page);
    await card.receipt(page);
  }
});
