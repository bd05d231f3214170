// The whole way of one card, by the browsers of the person, the officer and the public: on both queues, and with the
// WebAssembly, where the browser refuses it, and without scripts.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const SAID = "Le passeport est arrivé trois semaines après la date annoncée, et personne n’a su me dire pourquoi.";
const ANSWER = "Nous avons trouvé la cause du retard et l’avons corrigée. Veuillez accepter nos excuses.";

const WAYS = {
  "with the WebAssembly": {
    async open(page, house) {
      const frame = await card.openInPlace(page, `${house.demo}/plain`);
      await card.untilTakenOver(frame);
      return frame;
    },
  },
  "with the WebAssembly refused": {
    isNoisy: true,
    async open(page, house) {
      const { refused } = await card.refuseWebAssembly(page);
      const frame = await card.openInPlace(page, `${house.demo}/plain`);
      await refused;
      return frame;
    },
  },
  "without scripts": {
    window: { javaScriptEnabled: false },
    async open(page, house) {
      await page.goto(`${house.demo}/plain`);
      await page.locator("comment-card a").click();
      return page;
    },
  },
};

for (const queue of ["sql", "redis"]) {
  for (const [name, way] of Object.entries(WAYS)) {
    describe(`on ${queue}, ${name}`, () => {
      let house;
      let browser;
      before(async () => {
        [house, browser] = await Promise.all([openHouse(queue), openBrowser()]);
      });
      after(() => Promise.all([browser?.close(), house?.close()]));

      test("a complaint goes from a page to the office, its answer to the person, its ratings to the public", async () => {
        const person = await openWindow(browser, way.window);
        const [desk, reader] = await Promise.all([openWindow(browser), openWindow(browser)]);
        const { receipt, following } = await complains(person, house, way);
        await office.signIn(desk, house.server, house.officer);
        await office.deskRows(desk, house.server, receipt.reference);
        await seesDates(following, house, receipt);
        await resolves(desk, house, receipt);
        await seesAnswer(following, house, receipt);
        await isNotTold(reader, house);
        // The refusal itself is said in the person's console; nothing else is.
        const heard = way.isNoisy ? [desk, reader] : [person, desk, reader];
        assert.deepEqual(heard.flatMap((page) => page.noise), []);
      });
    });
  }
}

async function complains(page, house, way) {
  const frame = await way.open(page, house);
  await card.fillIn(frame, SAID);
  await card.send(frame);
  const receipt = await card.receipt(frame);
  if (!way.window) {
    assert.ok(page.url().startsWith(house.demo), "the person is still on the page they came from");
    await page.untilHeard("sent");
    const sent = (await page.heard()).filter(([name]) => name === "sent");
    assert.deepEqual(sent, [["sent", "passport", { reference: receipt.reference }]], "the reference and nothing else");
  }
  const [following] = await Promise.all([
    page.context().waitForEvent("page"),
    frame.getByRole("button", { name: en("card-receipt-track") }).click(),
  ]);
  await following.getByRole("heading", { name: en("progress-title") }).waitFor();
  assert.ok(!following.url().includes(receipt.reference), "the codes are in no address");
  return { receipt, following };
}

async function seesDates(page, house, receipt) {
  await office.track(page, house.server, receipt);
  assert.equal(await page.locator(".steps .done").count(), 1, "received, and nothing more yet");
  for (const step of await page.locator(".steps li").allTextContents()) assert.match(step, /\b20\d\d\b/, "a date");
}

async function resolves(page, house, { reference }) {
  await office.openCase(page, house.server, reference);
  const words = page.locator("blockquote");
  assert.equal(await words.textContent(), SAID);
  assert.equal(await words.getAttribute("lang"), "fr", "a screen reader must read it as French");
  await office.press(page, "case-acknowledge", "stage-acknowledged");
  await office.assesses(page, { what: "The passport came three weeks late.", wanted: "An explanation." });
  await office.takesOn(page);
  await office.drafts(page, {
    outcome: "inconclusive", evidence: "The file of the program.", reasons: "The dates in the file cannot be read.", letter: ANSWER,
  });
  await office.takes(page, "approve", "stage-decided");
  await office.takes(page, "send", "stage-decision-sent");
  await office.takes(page, "close", "stage-closed");
}

async function seesAnswer(page, house, receipt) {
  await office.track(page, house.server, receipt);
  await page.locator("blockquote", { hasText: ANSWER }).waitFor();
}

async function isNotTold(page, house) {
  await page.goto(`${house.server}/results?lang=en`);
  await page.locator('tbody a[href*="/passport"]').click();
  await page.getByText(en("results-none"), { exact: true }).waitFor();
  assert.equal(await page.locator(".figure").count(), 0, "no number is told live");
}
