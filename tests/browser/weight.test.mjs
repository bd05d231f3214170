// A card must open on a bad network: what travels, compressed as browsers ask for it, stays below its budget.
import assert from "node:assert/strict";
import { get } from "node:http";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";

const CARD_MOST = 90_000;
const LOADER_MOST = 1_500;
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** The bytes of a body as they travel, in brotli. */
function travelling(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { "accept-encoding": "br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part) => { bytes += part.length; });
      answer.on("end", () => {
        assert.equal(answer.statusCode, 200, address);
        assert.equal(answer.headers["content-encoding"], "br", `${address} travels uncompressed`);
        resolve(bytes);
      });
    }).on("error", reject);
  });
}

test(`an opened card weighs at most ${CARD_MOST} bytes, and the script on the page at most ${LOADER_MOST}`, async (t) => {
  for (const [path, service] of [["plain", "passport"], ["fr", "employment-insurance"]]) {
    const page = await openWindow(browser);
    const frame = await card.openInPlace(page, `${house.demo}/${path}`, service);
    await card.untilTakenOver(frame);
    await frame.locator("[data-close]").waitFor();
    const addresses = page.asked.map((one) => one.replace("GET ", "")).filter((one) => one.startsWith(house.server));
    assert.equal(new Set(addresses).size, addresses.length, "nothing is asked for twice");
    const weighed = await Promise.all(addresses.map(async (address) => [address, await travelling(address)]));
    const [[, loader], ...opened] = weighed;
    const total = opened.reduce((sum, [, bytes]) => sum + bytes, 0);
    for (const [address, bytes] of weighed) t.diagnostic(`${String(bytes).padStart(6)}  ${new URL(address).pathname}`);
    t.diagnostic(`${String(total).padStart(6)}  the opened card (${path})`);
    assert.ok(addresses[0].endsWith("/embed/feedback.js"));
    assert.ok(loader <= LOADER_MOST, `the loader weighs ${loader}`);
    assert.equal(opened.length, 5, "document, styles, script, and the WebAssembly with its script");
    assert.ok(total <= CARD_MOST, `the opened card weighs ${total}`);
  }
});
