// Texts that reach out of their place in naive pages: marks of direction that never end, marks piled on one letter, words
// without end. What stands around them on the page stays where it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const PILED = `Zalgo ${`Z${"\u0301\u0323".repeat(9)} `.repeat(12)}`.trimEnd();
const TEXTS = {
  turned: "It was late \u2067\u202e\u202e and nobody said why",
  piled: PILED,
  endless: "w".repeat(4_000),
  emoji: "\u{1f600}".repeat(4_000),
  arabic: "انتظرت ثلاثة أسابيع (passport) ولم يرد أحد!",
  markup: "</blockquote><h1>Closed</h1><script>document.title = 'x'</script>",
};

/** Sends a complaint and opens its case at the desk. */
const caseOf = (page, comment) => caseFrom(page, { intent: "complaint", overall: 2, comment, put_right: [...comment].slice(0, 30).join("") });

/** Sends a card and opens its case at the desk. */
async function caseFrom(page, card) {
  const [sent] = await office.sendByProgram(house.server, [card]);
  await office.deskRows(page, house.server, sent.reference);
  await office.openCase(page, house.server, sent.reference);
  return sent;
}

/** Where the first and last characters of every text around the quotations are, from the left edge of its element. */
function placesAround() {
  const around = [...document.querySelectorAll("h1, h2, dt, dd, .next-step p")].filter((one) => !one.closest("blockquote"));
  return around.map((one) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    const edge = one.getBoundingClientRect().left;
    const place = (node, at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return Math.round(range.getBoundingClientRect().left - edge);
    };
    return texts.map((text) => {
      const first = text.data.search(/\S/);
      return [one.tagName, place(text, first), place(text, text.data.trimEnd().length - 1)];
    });
  }).flat();
}

test("strange texts are shown whole, and nothing around them moves or is covered", async () => {
  const page = await openWindow(browser);
  await office.signIn(page, house.server, house.officer);
  await caseOf(page, "It was late and nobody said why");
  const plain = await page.evaluate(placesAround);
  // The heading between two quotations: what is piled on letters below and above it would cover it.
  const between = page.locator("blockquote + h2").first();
  const heading = await between.screenshot();
  assert.ok(plain.length > 10, `${plain.length} texts around the quotations`);

  for (const [name, text] of Object.entries(TEXTS)) {
    await caseOf(page, text);
    assert.ok((await page.locator("blockquote").first().textContent()) === text, `${name} is shown as it was sent`);
    // The reference, in the first heading, is another each time.
    const places = (all) => all.filter(([tag]) => tag !== "H1");
    assert.deepEqual(places(await page.evaluate(placesAround)), places(plain), `${name}: what stands around it`);
    assert.ok(heading.equals(await between.screenshot()), `${name}: the heading between the quotations is covered`);
    await look(page, `strange-${name}-en`);
  }
  assert.deepEqual(page.noise, []);
});

test("an answer of strange text stays in its place on the page of the person", async () => {
  const [page, officer] = [await openWindow(browser), await openWindow(browser)];
  await office.signIn(officer, house.server, house.officer);
  for (const name of ["turned", "piled"]) {
    const sent = await caseFrom(officer, { intent: "question", comment: `Please answer me about ${name}.` });
    await office.press(officer, "case-acknowledge", "stage-acknowledged");
    await officer.locator("#answer").fill(TEXTS[name]);
    await office.press(officer, "case-send-answer", "stage-answered");
    await office.track(page, house.server, { reference: sent.reference, code: sent.access_code }, "fr");
    assert.equal((await page.locator("blockquote").textContent()).trim(), TEXTS[name].trim());
    await look(page, `strange-answer-${name}-fr`);
  }
});
