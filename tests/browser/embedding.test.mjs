// What a web team sees: the card opens and closes in their page, breaks nothing, and fetches nothing before it is opened.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const EMBEDDING = [["/plain", "passport"], ["/strict", "old-age-security"], ["/fr", "employment-insurance"], ["/two", "passport"], ["/two", "canada-pension-plan"]];
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const askedOf = (page, origin) => page.asked.filter((one) => one.includes(origin)).map((one) => one.replace(origin, ""));
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

for (const [path, service] of EMBEDDING) {
  test(`on ${path} the ${service} card opens, closes by button and by Escape, and gives focus back`, async () => {
    const page = await openWindow(browser);
    await page.goto(house.demo + path);
    assert.deepEqual(askedOf(page, house.server), ["GET /embed/feedback.js"], "nothing else before it is opened");
    const element = page.locator(`comment-card[service=${service}]`);
    const link = element.locator("a");
    const ways = [(frame) => frame.locator("[data-close]").click(), () => page.keyboard.press("Escape")];
    for (const close of ways) {
      await link.focus();
      await page.keyboard.press("Enter");
      const frame = card.frameOf(element);
      await card.untilTakenOver(frame);
      await frame.locator("[data-close]").waitFor();
      await card.untilItFits(frame);
      await close(frame);
      await element.locator("iframe").waitFor({ state: "hidden" });
      assert.ok(await hasFocus(link));
    }
    assert.match(askedOf(page, house.server)[1], new RegExp(`^GET /card/${service}\\?`), "opening asks for the card first");
    assert.deepEqual((await page.heard()).map(([name]) => name), ["open", "closed", "open", "closed"]);
    assert.deepEqual(page.noise, []);
  });
}

test("on a small screen the receipt is in sight when the form gives way to it", async () => {
  const page = await openWindow(browser, { viewport: { width: 320, height: 640 } });
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.untilTakenOver(frame);
  await card.fillIn(frame, "The counter was closed.");
  await card.send(frame);
  await card.receipt(frame);
  await until("the heading of the receipt is on the screen", async () => {
    const place = await frame.locator("#receipt-heading").boundingBox();
    return place.y >= 0 && place.y + place.height <= 640;
  });
});

for (const [path, service] of [["/plain", "passport"], ["/strict", "old-age-security"]]) {
  test(`on ${path} a receipt that was closed comes back, by button and by Escape, until another card is asked for`, async () => {
    const page = await openWindow(browser);
    const frame = await card.openInPlace(page, house.demo + path, service);
    const element = page.locator(`comment-card[service=${service}]`);
    const link = element.locator("a");
    await card.untilTakenOver(frame);
    await card.fillIn(frame, "The counter was closed.");
    await card.send(frame);
    const codes = await card.receipt(frame);
    for (const close of [() => frame.locator("[data-close]").click(), () => page.keyboard.press("Escape")]) {
      await close();
      await element.locator("iframe").waitFor({ state: "hidden" });
      assert.ok(await hasFocus(link));
      await page.keyboard.press("Enter");
      assert.deepEqual(await card.receipt(frame), codes);
      await until("the keys are the card's again", () => frame.locator("html").evaluate(() => document.hasFocus()));
    }
    const told = ["open", "sent", "closed", "open", "closed", "open"];
    assert.deepEqual((await page.heard()).map(([name]) => name), told);
    await page.keyboard.press("Escape");
    await element.evaluate((host) => host.setAttribute("page", "/elsewhere"));
    await link.click();
    await frame.locator("#card-form").waitFor();
    assert.deepEqual(page.noise, []);
  });
}

for (const [path, service] of [["/plain", "passport"], ["/strict", "old-age-security"]]) {
  test(`on ${path} what was half written is there again after Close, and an address is not`, async () => {
    const page = await openWindow(browser);
    const frame = await card.openInPlace(page, house.demo + path, service);
    const element = page.locator(`comment-card[service=${service}]`);
    await card.untilTakenOver(frame);
    await card.choose(frame, "complaint");
    await card.comment(frame).fill("Half a sentence");
    await card.rate(frame, "reply.by", "email");
    await frame.locator("#field-reply\\.email").fill("sample@example.org");
    await frame.locator("[data-close]").click();
    await element.locator("iframe").waitFor({ state: "hidden" });
    await element.locator("a").click();
    await card.untilTakenOver(frame);
    assert.equal(await card.comment(frame).inputValue(), "Half a sentence");
    assert.equal(await frame.locator("#field-reply\\.email").inputValue(), "");
    assert.deepEqual(page.noise, []);
  });
}

test("a link that was pointed at opens the card in the mode that the page has given it since", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/plain`);
  const element = page.locator("comment-card[service=passport]");
  await element.locator("a").hover();
  await element.locator("iframe").waitFor({ state: "attached" });
  await element.evaluate((host) => host.setAttribute("mode", "button"));
  await element.locator("a").click();
  await element.getByRole("dialog").waitFor();
  await card.frameOf(element).locator("#card-form").waitFor();
});

test("a card that is closed as soon as it is opened stays closed, and opens when it is asked for", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/strict`);
  const element = page.locator("comment-card[service=old-age-security]");
  const isShut = await element.evaluate((host) => {
    host.querySelector("a").click();
    host.shadowRoot.querySelector("dialog").dispatchEvent(new Event("close"));
    return new Promise((seen) => setTimeout(() => seen(!host.shadowRoot.querySelector("dialog")), 50));
  });
  assert.ok(isShut);
  await element.locator("a").click();
  await card.frameOf(element).locator("#card-form").waitFor();
  assert.deepEqual(page.noise, []);
});

test("where there is no card, the sentence that says so stands in its place, and can be closed", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/plain`);
  const element = page.locator("comment-card");
  await element.evaluate((host) => host.setAttribute("service", "nowhere"));
  await element.locator("a").click();
  const frame = card.frameOf(element);
  await frame.getByRole("heading", { name: en("problem-unknown-service-title") }).waitFor();
  await frame.locator("[data-close]").click();
  await element.locator("iframe").waitFor({ state: "hidden" });
  assert.ok(await hasFocus(element.locator("a")));
});

test("two cards on one page know nothing of each other", async () => {
  const page = await openWindow(browser);
  const first = await card.openInPlace(page, `${house.demo}/two`, "passport");
  await card.untilTakenOver(first);
  await card.comment(first).fill("Half a sentence");
  // Scrolled first, as a person does: right after a scroll the browser still gives the click to the frame that was there.
  const link = page.locator("comment-card[service=canada-pension-plan] a");
  await link.scrollIntoViewIfNeeded();
  await link.click();
  const second = card.frameOf(page.locator("comment-card[service=canada-pension-plan]"));
  await card.untilTakenOver(second);
  await card.choose(second, "compliment");
  await card.rate(second, "overall", 5);
  await card.send(second);
  const { reference } = await card.receipt(second);
  await second.locator("[data-close]").click();
  await page.untilHeard("closed");
  assert.equal(await card.comment(first).inputValue(), "Half a sentence");
  const events = [["open", "passport", null], ["open", "canada-pension-plan", null],
    ["sent", "canada-pension-plan", { reference }], ["closed", "canada-pension-plan", null]];
  assert.deepEqual(await page.heard(), events);
  assert.deepEqual(page.noise, []);
});

test("where the service does not answer, the page is whole and the card is a plain link", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/down`);
  const link = page.locator("comment-card a");
  assert.ok(await link.isVisible());
  assert.equal(page.noise.length, 1, "the browser's own note that the script did not load");
  const followed = page.waitForRequest((request) => request.isNavigationRequest() && request.url().includes("/card/employment-insurance"));
  await link.click();
  await followed;
});

test("a server that dies after the page was loaded leaves a link that works when it is back", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/plain`);
  await house.kill();
  const link = page.locator("comment-card a");
  try {
    await link.click();
    await page.untilHeard("failed");
    await page.locator("comment-card iframe").waitFor({ state: "hidden" });
    assert.ok(await hasFocus(link));
  } finally {
    await house.start();
  }
  await link.click();
  await page.waitForURL(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
});

test("without any script on the page the link leads to a card that works", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.demo}/no-script`);
  assert.deepEqual(askedOf(page, house.server), []);
  await page.locator(`a[href^="${house.server}"]`).click();
  await card.untilTakenOver(page);
  await card.fillIn(page, "From a page without a script.");
  await card.send(page);
  const receipt = await card.receipt(page);
  await office.track(page, house.server, receipt);
  assert.deepEqual(page.noise, []);
});

test("the other language is a click away inside the frame, and the receipt speaks it", async () => {
  const page = await openWindow(browser);
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.untilTakenOver(frame);
  await frame.locator(".languages button[value=fr]").click();
  await frame.locator("html[lang^=fr][data-card]").waitFor({ state: "attached" });
  await frame.locator("[data-close]").waitFor();
  await card.fillIn(frame, "C’était long.");
  await card.send(frame);
  await card.receipt(frame);
  await page.untilHeard("sent");
  assert.deepEqual(page.noise, []);
});

test("in a dialog the keys scroll the card, and the page behind stays where it is", async () => {
  const page = await openWindow(browser, { viewport: { width: 800, height: 500 } });
  const frame = await card.openInPlace(page, `${house.demo}/strict`, "old-age-security");
  await card.untilTakenOver(frame);
  await frame.locator("[data-close]").waitFor();
  const dialog = page.locator("comment-card dialog");
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("PageDown");
  await until("the dialog has scrolled", () => dialog.evaluate((element) => element.scrollTop > 100));
  assert.equal(await page.evaluate(() => scrollY), before);
});
