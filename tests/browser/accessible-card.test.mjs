// Everybody can use the card: each of its states, with and without scripts, in both languages, and by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import { sameAsKept } from "./stage/snapshot.mjs";
import { en } from "./stage/words.mjs";

const LIGHT = { dark: false };
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

for (const language of ["en", "fr"]) {
  test(`the card can be perceived in each of its states (${language})`, async () => {
    const page = await openWindow(browser);
    await page.goto(`${house.server}/card/passport?lang=${language}`);
    await card.untilTakenOver(page);
    await look(page, `card-${language}`, LIGHT);
    await card.send(page);
    await page.locator("#card-summary").waitFor();
    await look(page, `card-errors-${language}`, LIGHT);
    await card.fillIn(page, "Trois semaines de retard.");
    await page.route("**/card/*", (route) => route.abort());
    await card.send(page);
    await page.locator(".status .summary").waitFor();
    await look(page, `card-not-sent-${language}`, LIGHT);
    await page.unroute("**/card/*");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await card.receipt(page);
    await look(page, `receipt-${language}`, LIGHT);
  });

  test(`the form without scripts can be perceived in each of its states (${language})`, async () => {
    const page = await openWindow(browser);
    // Axe is a script itself, so that scripts stay on and only the card's own does not come.
    await page.route("**/card.js", (route) => route.abort());
    await page.goto(`${house.server}/card/passport?lang=${language}`);
    await look(page, `form-${language}`, LIGHT);
    await card.send(page);
    await page.locator("#card-summary").waitFor();
    await look(page, `form-errors-${language}`, LIGHT);
    await card.fillIn(page, "Trois semaines de retard.");
    await card.send(page);
    await card.receipt(page);
    await look(page, `form-receipt-${language}`, LIGHT);
  });
}

for (const language of ["en", "fr", "ar"]) {
  test(`a screen reader is given the whole form of a complaint, and what is in its way (${language})`, async () => {
    const page = await openWindow(browser);
    await page.goto(`${house.server}/card/passport?lang=${language}`);
    await card.untilTakenOver(page);
    await card.choose(page, "complaint");
    await card.comment(page).fill("613-555-0123");
    await card.rate(page, "reply.by", "email");
    await card.send(page);
    await page.locator("#card-guard").waitFor();
    sameAsKept(`card-${language}`, await page.locator("main").ariaSnapshot());
  });
}

test("in forced colours what is chosen, what is focused and what is wrong can be told apart", async () => {
  const page = await openWindow(browser);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  const outline = (value) => page.locator(`label:has([name=overall][value="${value}"])`).evaluate((label) => {
    const { outlineStyle, outlineWidth, borderTopWidth } = getComputedStyle(label);
    return { ring: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth), border: Number.parseFloat(borderTopWidth) };
  });
  await card.rate(page, "overall", "2");
  await card.comment(page).focus();
  const [chosen, other] = [await outline(2), await outline(3)];
  await page.locator('[name=overall][value="2"]').focus();
  await page.keyboard.press("ArrowDown");
  const both = await outline(3);
  assert.ok(both.ring > chosen.ring, `${both.ring} around what is chosen and has the focus, ${chosen.ring} around what is chosen`);
  await card.rate(page, "overall", "2");
  await card.comment(page).focus();
  assert.ok(chosen.ring >= 2 && other.ring === 0, `${chosen.ring} around what is chosen, ${other.ring} elsewhere`);
  assert.ok(other.border >= 1, "every answer has a border");
  const ring = await card.comment(page).evaluate((area) => Number.parseFloat(getComputedStyle(area).outlineWidth));
  assert.ok(ring >= 2, `a ring of ${ring} px around what has the focus`);
  await card.comment(page).fill("613-555-0123");
  await card.send(page);
  await page.locator("#card-guard").waitFor();
  await look(page, "card-forced-colours", LIGHT);
  for (const box of ["#card-summary", "#card-guard"]) {
    const border = await page.locator(box).evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth));
    assert.ok(border >= 1, `${box} has a border of ${border} px`);
  }
});

test("each pair of the house's colours has its contrast: 4.5 for text, 3 for borders and the ring of the focus", async () => {
  const TEXT = ["text", "quiet", "accent", "accent-strong", "error", "good"].flatMap((ink) => [[ink, "ground"], [ink, "tinted"]]);
  TEXT.push(["on-accent", "accent"], ["on-accent", "accent-strong"], ["text", "chosen"], ["quiet", "chosen"],
    ["accent-strong", "chosen"], ["text", "error-ground"], ["error", "error-ground"]);
  const EDGES = ["edge", "accent", "error", "focus"].flatMap((ink) => [[ink, "ground"], [ink, "tinted"]]);
  for (const [address, colorScheme] of [["card/passport", "light"], ["track", "light"], ["track", "dark"]]) {
    const page = await openWindow(browser, { colorScheme });
    await page.goto(`${house.server}/${address}?lang=en`);
    const tokens = await page.evaluate((names) => {
      const style = getComputedStyle(document.documentElement);
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    }, [...new Set([...TEXT, ...EDGES].flat())]);
    for (const [pairs, least] of [[TEXT, 4.5], [EDGES, 3]]) {
      for (const [ink, ground] of pairs) {
        const ratio = contrast(tokens[ink], tokens[ground]);
        assert.ok(ratio >= least, `${ink} on ${ground} at /${address} (${colorScheme}): ${ratio.toFixed(2)}`);
      }
    }
  }
});

/** The contrast of two colours, written #rrggbb (WCAG 2.2, "contrast ratio"). */
function contrast(one, other) {
  const luminance = (colour) => {
    const parts = /^#(..)(..)(..)$/.exec(colour).slice(1).map((hex) => Number.parseInt(hex, 16) / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test("nothing on the card moves, in any of its states", async () => {
  const page = await openWindow(browser);
  const moving = () => page.evaluate(() => {
    const moves = (element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    };
    return [...document.querySelectorAll("*")].filter(moves).map((element) => element.outerHTML.slice(0, 80));
  });
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  assert.deepEqual(await moving(), []);
  await card.comment(page).fill("613-555-0123");
  await card.send(page);
  await page.locator("#card-guard").waitFor();
  assert.deepEqual(await moving(), []);
  await card.fillIn(page, "Three weeks late.");
  await card.send(page);
  await card.receipt(page);
  assert.deepEqual(await moving(), []);
});

test("the whole card can be filled in and sent by keyboard, and where one is can always be seen", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/plain`);
  await page.locator("comment-card a").focus();
  await page.keyboard.press("Enter");
  const frame = card.frameOf(page.locator("comment-card"));
  await card.untilTakenOver(frame);
  await frame.locator("[data-close]").waitFor();

  await tabTo(page, frame, "intent", "compliment");
  await page.keyboard.press("Space");
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("ArrowDown");
  await tabTo(page, frame, "overall", "1");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, frame, "comment");
  await page.keyboard.type("Written without a mouse.");
  await tabTo(page, frame, "put_right");
  await tabTo(page, frame, "reply.by", "code");
  await tabTo(page, frame, "achieved", "yes");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, frame, "drivers.timeliness", "1");
  await page.keyboard.press("Space");
  for (const item of card.DRIVERS.slice(1)) await tabTo(page, frame, item, "1");
  await page.keyboard.press("ArrowLeft");
  await tabTo(page, frame, "consents", "publish-quote");
  await tabTo(page, frame, "Send");

  const held = new Map(await card.held(frame));
  const chosen = ["intent", "overall", "comment", "achieved", "drivers.timeliness", "drivers.outcome"].map((name) => held.get(name));
  assert.deepEqual(chosen, ["complaint", "2", "Written without a mouse.", "partly", "1", "n/a"]);
  await page.keyboard.press("Enter");
  await card.receipt(frame);
  await until("the receipt has focus", async () => (await focused(frame)).id === "card-receipt");
  await page.keyboard.press("Escape");
  await page.untilHeard("closed");
  assert.ok(await page.locator("comment-card a").evaluate((link) => link === document.activeElement));
});

test("by keyboard the summary of an empty card leads to its fields, and the arrow keys go on from there", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  await page.locator("button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.locator("#card-summary").waitFor();
  await until("the summary has focus", async () => (await focused(page)).id === "card-summary");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).text, en("card-fault-no-intent"));
  await page.keyboard.press("Enter");
  await until("the question has focus", async () => (await focused(page)).id === "field-intent");
  await tabTo(page, page, "intent", "compliment");
});

/** Presses Tab once and checks what it led to, and that a person sees it: in the window, with a ring around it. */
async function tabTo(page, frame, name, value) {
  // The card's other languages and its close button come before the first question, a way to take an answer back after
  // each answered scale, and the emergency numbers before the text.
  do await page.keyboard.press("Tab"); while (await isOnTheWay(frame));
  const now = await focused(frame);
  assert.deepEqual([now.name || now.text, now.value], [name, value ?? now.value]);
  assert.ok(now.ring >= 3, `${name} has a focus ring of ${now.ring} px`);
  const box = await frame.locator(":focus").boundingBox();
  assert.ok(box.y >= 0 && box.y < page.viewportSize().height, `${name} is in the window: ${box.y}`);
}

function isOnTheWay(frame) {
  return frame.locator("html").evaluate(({ ownerDocument }) => ownerDocument.activeElement.closest(".bar, [data-clear], .danger") !== null);
}

function focused(frame) {
  return frame.locator("html").evaluate(({ ownerDocument }) => {
    const { activeElement } = ownerDocument;
    const { id, name, value } = activeElement;
    const ring = (element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
    };
    const around = activeElement.closest("label") ?? activeElement;
    const text = activeElement.innerText.trim();
    return { id, name, value, text, ring: Math.max(ring(activeElement), ring(around)) };
  });
}
