// The core journey in the other engine that people have: by keyboard in Firefox, with its scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openFirefox } from "./stage/firefox.mjs";
import { openHouse } from "./stage/house.mjs";
import * as keys from "./stage/keys.mjs";
import * as office from "./stage/office.mjs";

const SAID = "Three weeks late, and nobody said why.";
let house;
before(async () => {
  house = await openHouse();
});
after(() => house?.close());

/** Runs the story in a Firefox of its own, and closes that whatever comes of the story. */
async function inFirefox(options, story) {
  const browser = await openFirefox(options);
  try {
    await story(await openWindow(browser));
  } finally {
    await browser.close();
  }
}

async function fillInAndSend(page, frame) {
  await keys.choose(page, frame, "intent", "complaint");
  await keys.choose(page, frame, "overall", "2");
  await keys.write(page, frame, "#field-comment", SAID);
  await keys.press(page, frame, "button[type=submit]");
  return card.receipt(frame);
}

async function isFollowed(page, receipt) {
  await office.track(page, house.server, receipt);
  await page.locator(".steps .done").first().waitFor();
}

test("in Firefox a complaint goes from a page to its tracking page, by keyboard", async () => {
  await inFirefox({}, async (page) => {
    await page.goto(`${house.demo}/plain`);
    await page.locator("comment-card a").focus();
    await page.keyboard.press("Enter");
    const frame = card.frameOf(page.locator("comment-card"));
    await card.untilTakenOver(frame);
    const receipt = await fillInAndSend(page, frame);
    await page.untilHeard("sent");
    const heard = [["open", "passport", null], ["sent", "passport", { reference: receipt.reference }]];
    assert.deepEqual(await page.heard(), heard);
    assert.ok(page.url().startsWith(house.demo), "the person is still on the page they came from");
    assert.deepEqual(page.noise, []);
    await isFollowed(page, receipt);
  });
});

test("in Firefox Escape closes the card, and focus is back on the link", async () => {
  await inFirefox({}, async (page) => {
    for (const [path, service] of [["/plain", "passport"], ["/strict", "old-age-security"]]) {
      await page.goto(house.demo + path);
      const element = page.locator(`comment-card[service=${service}]`);
      const link = element.locator("a");
      await link.focus();
      await page.keyboard.press("Enter");
      const frame = card.frameOf(element);
      await card.untilTakenOver(frame);
      await frame.locator("[data-close]").waitFor();
      await page.keyboard.press("Escape");
      await page.untilHeard("closed");
      await element.locator("iframe").waitFor({ state: "hidden" });
      assert.ok(await link.evaluate((element) => element === document.activeElement), path);
    }
    assert.deepEqual(page.noise, []);
  });
});

test("in Firefox without scripts the link leads to the card, and the form posts", async () => {
  await inFirefox({ scripts: false }, async (page) => {
    await page.goto(`${house.demo}/plain`);
    await page.locator("comment-card a").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${house.server}/card/passport?lang=en`);
    const receipt = await fillInAndSend(page, page);
    assert.ok(page.asked.every((one) => !one.endsWith(".wasm")), "no script ran that asks for the WebAssembly");
    await page.goto(`${house.server}/track?lang=en`);
    await keys.write(page, page, "#reference", receipt.reference);
    await keys.write(page, page, "#access_code", receipt.code);
    await page.keyboard.press("Enter");
    await page.locator(".steps .done").first().waitFor();
  });
});
