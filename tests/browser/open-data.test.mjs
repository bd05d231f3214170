// Open data as others' programs read it: validators of JSON Schema, readers of XML; and the pages that lead to it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import Ajv2020 from "ajv/dist/2020.js";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";

let house;
let browser;
let edition;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  edition = await house.publish();
});
after(() => Promise.all([browser?.close(), house?.close()]));

const read = async (path) => (await fetch(`${house.server}${path}`)).json();

test("an edition is what its schema says, and what it does not say is refused", async () => {
  const [schema, results] = await Promise.all(
    ["results.schema.json", "results.json"].map((name) => read(`/data/${edition}/${name}`)),
  );
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(results);
  assert.deepEqual(validate.errors, null);
  assert.ok(results.figures.length > 10);
  const changes = [
    (other) => { other.figures[0].tier = "T4"; },
    (other) => { other.figures[0].n = 12.5; },
    (other) => { delete other.figures[0].status; },
    (other) => { other.edition = "2026"; },
    (other) => { other.more = true; },
    (other) => { other.services.passport.fr = ""; },
  ];
  for (const change of changes) {
    const other = structuredClone(results);
    change(other);
    assert.equal(validate(other), false, String(change));
  }
});

test("the feed and the badge are XML that a browser reads", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/results?lang=en`);
  for (const [path, type] of [
    ["/results/editions.atom?lang=fr", "application/xml"],
    ["/results/esdc-edsc/passport/badge.svg?lang=fr", "image/svg+xml"],
  ]) {
    const text = await (await fetch(`${house.server}${path}`)).text();
    const found = await page.evaluate(([text, type]) => {
      const read = new DOMParser().parseFromString(text, type);
      return { broken: read.querySelector("parsererror")?.textContent ?? null, root: read.documentElement.localName };
    }, [text, type]);
    assert.equal(found.broken, null);
    assert.match(found.root, /^(feed|svg)$/);
  }
  await page.context().close();
});

test("the pages lead to the files and show the badge, in both languages", async () => {
  const page = await openWindow(browser);
  for (const language of ["en", "fr"]) {
    for (const [name, path] of [
      ["overview", "/results"],
      ["editions", "/results/editions"],
      ["edition", `/results/editions/${edition}`],
      ["service", "/results/esdc-edsc/passport"],
      ["no-results", "/results/ec/weather"],
    ]) {
      await page.goto(`${house.server}${path}?lang=${language}`);
      await look(page, `open-data-${name}-${language}`, { dark: language === "en" });
    }
    await page.goto(`${house.server}/results/esdc-edsc/passport?lang=${language}`);
    const width = await page.locator("main img").evaluate((image) => image.complete && image.naturalWidth);
    assert.equal(width, 320, "the badge is drawn");
    await page.locator("main img").screenshot({ path: `../../target/screenshots/badge-${language}.png` });
  }
  await page.context().close();
});
