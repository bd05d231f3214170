// Everybody can read what was published: on a phone, at a desk, in the dark, on paper and with forced colours, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { hirePublisher, publish } from "./stage/editions.mjs";
import { openHouse } from "./stage/house.mjs";
import { cutOff, look, textsOfCharts } from "./stage/look.mjs";

const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const ALLOWED_BYTES = 40_000;
const SERVICES = {
  many: "/results/esdc-edsc/passport",
  some: "/results/esdc-edsc/employment-insurance",
  alike: "/results/cra-arc/disability-tax-credit",
  together: "/results/esdc-edsc/old-age-security",
};
/** So many cards rate everything that the page says how much each part matters. */
const TOGETHER = [
  [[5, 5, 5, 5, 5, 5, "yes", 5, 5, 5], 90], [[5, 4, 5, 4, 4, 4, "yes", 4, 4, 5], 35], [[4, 4, 4, 5, 5, 4, "yes", 4, 3, 4], 55],
  [[4, 3, 4, 5, 4, 5, "yes", 4, 3, 4], 30], [[4, 2, 5, 4, 5, 4, "yes", 3, 3, 4], 25], [[3, 2, 4, 4, 4, 3, "partly", 3, 2, 3], 35],
  [[3, 2, 4, 5, 4, 2, "partly", 2, 2, 3], 25], [[2, 1, 3, 4, 3, 2, "partly", 2, 1, 2], 30], [[2, 2, 4, 4, 5, 1, "no", 1, 1, 2], 20],
  [[1, 1, 3, 2, 2, 1, "no", 1, 1, 1], 20], [[1, 1, 2, 3, 4, 1, "no", 1, 1, 1], 20], [[4, 5, 3, 4, 5, 5, "yes", 4, 4, 4], 15],
].map(([ratings, many]) => ["old-age-security", ratings, many]);

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  const approver = await hirePublisher(browser, house);
  const alike = ["disability-tax-credit", [5, 5, 5, 5, 5, 5]];
  await publish(approver, house, 4, [["passport", [4, 3, 4, 5, 4, 4], 120], ["passport", [5, 4, 5, 5, 4, 5], 90]]);
  await publish(approver, house, 3, [["passport", [4, 3, 4, 5, 4, 4], 100], ["passport", [5, 4, 5, 5, 4, 5], 80]]);
  await publish(approver, house, 2, [["passport", [1, 1, 1, 1, 1, 1], 6], ["employment-insurance", [3, 2, 3, 4, 3, 3], 60]]);
  await publish(approver, house, 1, [
    ["passport", [4, 1, 4, 5, 4, 4], 70], ["passport", [2, 2, 3, 4, 3, 1], 60], ["passport", [5, 3, 4, 5, 5, 5], 20],
    ["employment-insurance", [4, 2, 3, 4, "n/a", 4], 45], [...alike, 25],
    ...TOGETHER,
  ]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

for (const lang of ["en", "fr"]) {
  test(`the page of a service can be read by everybody (${lang})`, async () => {
    const page = await openWindow(browser);
    await page.goto(`${house.server}/results?lang=${lang}`);
    await look(page, `results-scores-${lang}`);
    for (const [name, address] of Object.entries(SERVICES)) {
      await page.goto(`${house.server}${address}?lang=${lang}`);
      await look(page, `service-${name}-${lang}`);
      const html = await (await page.request.get(page.url())).text();
      assert.ok(brotliCompressSync(html).length < ALLOWED_BYTES, `${name}: ${brotliCompressSync(html).length} bytes`);
    }
    assert.deepEqual(page.noise, [], "the policy refuses nothing of a chart");
  });
}

test("the text of a chart is at least 12 px on the smallest phone, and none of it runs into another", async () => {
  const page = await openWindow(browser, { viewport: { width: 320, height: 640 } });
  for (const address of [SERVICES.many, SERVICES.together]) {
    for (const lang of ["en", "fr"]) {
      await page.goto(`${house.server}${address}?lang=${lang}`);
      const { sizes, collisions } = await page.evaluate(textsOfCharts);
      assert.ok(sizes.length > 20 && Math.min(...sizes) >= 12, `${sizes}`);
      assert.deepEqual(collisions, [], `${address} ${lang}`);
    }
  }
});

test("the page prints, and can be read with forced colours", async () => {
  const page = await openWindow(browser, { viewport: { width: 720, height: 1000 } });
  await page.goto(`${house.server}${SERVICES.together}?lang=en`);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.evaluate(cutOff), [], "nothing is cut off on paper");
  await page.screenshot({ path: `${PICTURES}service-together-print.png`, fullPage: true });
  await page.goto(`${house.server}${SERVICES.many}?lang=en`);
  assert.deepEqual(await page.evaluate(cutOff), [], "nothing is cut off on paper");
  await page.screenshot({ path: `${PICTURES}service-many-print.png`, fullPage: true });
  await page.pdf({ path: `${PICTURES}service-many.pdf`, format: "Letter" });
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  const point = await page.locator(".chart .point").first().evaluate((point) => getComputedStyle(point).stroke);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(point, ground);
  await page.screenshot({ path: `${PICTURES}service-many-forced.png`, fullPage: true });
});
