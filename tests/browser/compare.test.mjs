// Services beside one another, an organisation, and figures of others: read on a phone, at a desk, in the dark and on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { addServices, hirePublisher, publish } from "./stage/editions.mjs";
import { openHouse } from "./stage/house.mjs";
import { cutOff, look, textsOfCharts } from "./stage/look.mjs";

const ALLOWED_BYTES = 40_000;
const GOOD = [5, 4, 5, 5, 5, 5];
const BAD = [1, 2, 1, 1, 1, 1];
/** How many are satisfied with each service, and how many are not: ten are alike, one is above, one below; few rated the last. */
const RATED = [
  [160, 40], [285, 65], [790, 210], [95, 25], [485, 115], [315, 85], [125, 25], [175, 45], [640, 160], [245, 55],
  [465, 35], [295, 155], [20, 5],
];
const PAGES = {
  compare: "/results/compare",
  "compare-many": "/results/compare/samples",
  "compare-none": "/results/compare/esdc-edsc",
  "compare-kind": "/results/compare/kinds/information",
  "compare-kind-none": "/results/compare/kinds/registration",
  organisation: "/results/samples",
  "organisation-one": "/results/esdc-edsc",
  benchmarks: "/results/benchmarks",
};

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  const approver = await hirePublisher(browser, house);
  await addServices(house, "samples", RATED.length, "information");
  const cards = RATED.flatMap(([good, bad], place) => [
    [`samples-${place + 1}`, GOOD, good], [`samples-${place + 1}`, BAD, bad],
  ]);
  await publish(approver, house, 2, [["samples-1", GOOD, 150], ["samples-1", BAD, 60], ["passport", GOOD, 30]]);
  await publish(approver, house, 1, [...cards, ["passport", GOOD, 120]]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

for (const lang of ["en", "fr"]) {
  test(`the pages that compare can be read by everybody, and are light (${lang})`, async () => {
    const page = await openWindow(browser);
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(`${house.server}${address}?lang=${lang}`);
      await look(page, `${name}-${lang}`);
      const html = await (await page.request.get(page.url())).text();
      assert.ok(brotliCompressSync(html).length < ALLOWED_BYTES, `${name}: ${brotliCompressSync(html).length} bytes`);
    }
    assert.deepEqual(page.noise, [], "the policy refuses nothing of a chart");
  });
}

test("one service is said to be above and one below, and their dots have the letters of the table", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}${PAGES["compare-many"]}?lang=en`);
  assert.equal(await page.locator(".lead").textContent(),
    "Of 12 services, 10 are within what chance alone would give; 1 is above, and 1 is below.");
  const letters = await page.locator(".chart text.middle").allTextContents();
  assert.deepEqual(letters, ["A", "B"]);
  const place = (service) => page.getByRole("row", { name: new RegExp(`^Service number ${service} `) }).locator("td").last();
  assert.equal(await place(11).textContent(), "above (A)");
  assert.equal(await place(12).textContent(), "below (B)");
  assert.equal(await place(1).textContent(), "within");
});

test("the text of the charts can be read on the smallest phone, and none of it runs into another", async () => {
  const page = await openWindow(browser, { viewport: { width: 320, height: 640 } });
  for (const address of [PAGES["compare-many"], PAGES["compare-kind"], PAGES.benchmarks]) {
    for (const lang of ["en", "fr"]) {
      await page.goto(`${house.server}${address}?lang=${lang}`);
      const { sizes, collisions } = await page.evaluate(textsOfCharts);
      assert.ok(sizes.length > 5 && Math.min(...sizes) >= 12, `${sizes}`);
      assert.deepEqual(collisions, [], `${address} ${lang}`);
    }
  }
});

test("nothing is cut off on paper", async () => {
  const page = await openWindow(browser, { viewport: { width: 720, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  for (const [name, address] of Object.entries(PAGES)) {
    await page.goto(`${house.server}${address}?lang=en`);
    assert.deepEqual(await page.evaluate(cutOff), [], name);
    await page.screenshot({ path: `../../target/screenshots/${name}-print.png`, fullPage: true });
  }
});
