// Service standards: a publisher looks at what was imported and publishes it, and everyone can read it, on any screen.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import Ajv2020 from "ajv/dist/2020.js";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { en, fr } from "./stage/words.mjs";

const PROGRAM = fileURLToPath(new URL("../../target/debug/ombudsman-server", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../ombudsman-server/src/registry/standards/sample.csv", import.meta.url));
const REASON = ["--reason-en", "A count was wrong.", "--reason-fr", "Un nombre était faux."];

let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

/** Imports a file of which some rows are left out, as the sample's are, so that the command ends with 1. */
async function importStandards(file, ...more) {
  const refused = await promisify(execFile)(PROGRAM, ["--config", house.settings, "import", "standards", file, ...more])
    .then(() => null, (error) => error);
  assert.match(refused.stdout, /is imported, and not public yet/);
}

test("a publisher sees what was imported and publishes it, and everyone can read it", async () => {
  const page = await openWindow(browser);
  for (const language of ["en", "fr"]) {
    await page.goto(`${house.server}/results/standards?lang=${language}`);
    await look(page, `standards-none-${language}`);
  }
  const publisher = await openWindow(browser);
  await office.signIn(publisher, house.server, house.publisher);
  await publisher.goto(`${house.server}/publish/standards?lang=en`);
  await look(publisher, "standards-nothing-waits-en");
  await importStandards(SAMPLE);
  for (const language of ["fr", "en"]) {
    await publisher.goto(`${house.server}/publish/standards?lang=${language}`);
    await look(publisher, `standards-waiting-${language}`);
  }
  await publisher.getByRole("button", { name: en("standards-publish") }).click();
  await publisher.getByText(en("standards-nothing-waits")).waitFor();
  await look(publisher, "standards-published-en");

  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  for (const language of ["en", "fr"]) {
    await admin.goto(`${house.server}/console/imports/standards?lang=${language}`);
    await look(admin, `imports-${language}`);
    await admin.locator("ul.told a").click();
    await admin.locator("table").waitFor();
    await look(admin, `import-${language}`);
  }

  for (const [language, word] of [["en", en], ["fr", fr]]) {
    for (const [name, path] of [["all", ""], ["organisation", "/esdc-edsc"]]) {
      await page.goto(`${house.server}/results/standards${path}?lang=${language}`);
      await page.getByRole("heading", { name: word("standards-how") }).waitFor();
      await look(page, `standards-${name}-${language}`);
    }
    for (const service of ["passport", "employment-insurance", "old-age-security"]) {
      await page.goto(`${house.server}/results/esdc-edsc/${service}?lang=${language}`);
      await page.getByRole("heading", { name: word("standards-title") }).waitFor();
      await look(page, `standards-${service}-${language}`);
    }
  }
  await page.goto(`${house.server}/results?lang=en`);
  await page.getByRole("link", { name: en("standards-title") }).click();
  await page.getByRole("link", { name: "Employment and Social Development Canada" }).click();
  await page.getByRole("link", { name: "Canadian Passport" }).click();
  await page.getByRole("heading", { name: en("standards-title") }).waitFor();
  assert.deepEqual(page.noise, []);
});

test("the file is what its schema says, and what it does not say is refused", async () => {
  const read = async (name) => (await fetch(`${house.server}/data/standards-2023-2024.1/${name}`)).json();
  const [schema, standards] = await Promise.all(["standards.schema.json", "standards.json"].map(read));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(standards);
  assert.deepEqual(validate.errors, null);
  assert.equal(standards.standards.length, 12);
  const changes = [
    (other) => { other.standards[0].target = 90; },
    (other) => { other.standards[0].met = 1.5; },
    (other) => { other.standards[0].status = "kept"; },
    (other) => { other.standards[0].results_en = "N/A"; },
    (other) => { delete other.source.sha256; },
    (other) => { other.fiscal_year = "2023"; },
  ];
  for (const change of changes) {
    const other = structuredClone(standards);
    change(other);
    assert.equal(validate(other), false, String(change));
  }
});

test("a correction shows in what it differs before it is published, and says why after", async () => {
  const publisher = await openWindow(browser);
  await office.signIn(publisher, house.server, house.publisher);
  const text = await readFile(SAMPLE, "utf8");
  const other = house.settings.replace(/[^/]*$/, "other.csv");
  await writeFile(other, text.replace("0.995,700,1000,0.7,N", "0.995,998,1000,0.998,Y"));
  await importStandards(other, ...REASON);
  for (const language of ["fr", "en"]) {
    await publisher.goto(`${house.server}/publish/standards?lang=${language}`);
    await look(publisher, `standards-correction-${language}`);
  }
  await publisher.getByRole("button", { name: en("standards-publish") }).click();
  await publisher.getByText(en("standards-nothing-waits")).waitFor();
  await publisher.goto(`${house.server}/results/esdc-edsc/passport?lang=fr`);
  await publisher.getByText("Un nombre était faux.").waitFor();
});
