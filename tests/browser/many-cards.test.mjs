// Where very many cards come from one network, a person's card goes through all the same: with script by itself, without
// script after a short wait.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import { en, fr } from "./stage/words.mjs";

const SAID = "The library’s computer was slow, the clerk was not.";
/** The network has had its one card, and a person would wait too long to be taken for the computation. */
const COMPUTES = { network_hourly: 1, network_burst: 1, wait_seconds: 600 };
const WAITS = { ...COMPUTES, wait_seconds: 1 };
let computes;
let waits;
let browser;
before(async () => {
  [computes, waits, browser] = await Promise.all([openHouse("sql", COMPUTES), openHouse("sql", WAITS), openBrowser()]);
  await Promise.all([computes, waits].map(spend));
});
after(() => Promise.all([browser?.close(), computes?.close(), waits?.close()]));

async function spend({ server }) {
  const id = "0193f2a4-7c00-7000-8000-000000000001";
  const body = JSON.stringify({ id, service: "passport", intent: "compliment", language: "en", overall: 5 });
  const answer = await fetch(`${server}/api/v1/cards`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(answer.status, 202);
}

/** The card filled in and sent, and the script of the proof held back until `open()`. */
async function checking(house, held = (route) => route.continue()) {
  const page = await openWindow(browser);
  let open;
  const gate = new Promise((resolve) => { open = resolve; });
  await page.route("**/proof.js", async (route) => {
    await gate;
    return held(route);
  });
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  await card.fillIn(page, SAID);
  await card.send(page);
  await page.getByRole("status").getByText(en("card-checking")).waitFor();
  return { page, open };
}

function proofs(page) {
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(new URLSearchParams(request.postData()).get("proof")));
  return sent;
}

test("the card computes a proof by itself, says so meanwhile, and is sent", async () => {
  const { page, open } = await checking(computes);
  assert.equal(await page.locator("#card-send .busy").isVisible(), true, "it is being sent");
  await look(page, "card-checking");
  const sent = proofs(page);
  open();
  await card.receipt(page);
  assert.equal(sent.length, 1);
  assert.doesNotMatch(sent[0], /^wait/);
  assert.equal(page.asked.filter((one) => one.endsWith("/proof.js")).length, 1);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, "nothing is left in the tab");
});

test("where no proof can be computed the card waits a moment, and is sent", async () => {
  const { page, open } = await checking(waits, (route) => route.fulfill({ status: 404, body: "" }));
  const sent = proofs(page);
  open();
  await card.receipt(page);
  assert.match(sent.at(-1), /^wait/);
});

test("a card that is changed meanwhile is not sent by itself, and goes through when Send is pressed", async () => {
  const { page, open } = await checking(computes);
  await card.comment(page).fill("Something else.");
  await page.getByText(en("card-changed")).waitFor();
  const sent = proofs(page);
  open();
  await until("the proof is there", () => page.locator("input[name=proof]").count());
  assert.deepEqual(sent, []);
  await card.send(page);
  await card.receipt(page);
  assert.equal(sent.length, 1);
});

/** The form posts, comes back with why, and goes through once the wait is over. */
async function postsTwice(page, language, words, seen = () => {}) {
  await page.goto(`${waits.server}/card/passport?lang=${language}`);
  await card.fillIn(page, SAID);
  await card.send(page);
  await page.getByRole("alert").getByRole("heading", { name: words("problem-asked-title") }).waitFor();
  assert.equal(await card.comment(page).inputValue(), SAID);
  assert.equal(await page.title(), words("problem-asked-title"));
  await seen();
  await until("the wait is over", async () => {
    await card.send(page);
    return (await page.locator(card.RECEIPT).count()) > 0;
  });
  await card.receipt(page);
}

test("without script the form comes back and goes through after the wait", async () => {
  await postsTwice(await openWindow(browser, { javaScriptEnabled: false }), "en", en);
});

for (const [language, words] of Object.entries({ en, fr })) {
  test(`without WebAssembly the form comes back, readable by all, and goes through after the wait (${language})`, async () => {
    const page = await openWindow(browser);
    await page.route("**/widget_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await postsTwice(page, language, words, () => look(page, `card-delay-${language}`));
  });
}
