// A receipt can be kept: copied, printed, saved with scripts and without, and checked by anyone; what is made for paper
// fits on it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import { en, fr } from "./stage/words.mjs";

const SERVER = fileURLToPath(new URL("../../target/debug/ombudsman-server", import.meta.url));
const SAID = "Three weeks late: “nobody” said why. é 👍";
const LIGHT = { dark: false };
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

async function sent(page, frame) {
  await card.fillIn(frame, SAID);
  await card.send(frame);
  return card.receipt(frame);
}

/** Saves the receipt by its link; gives where the file is. */
async function saved(page, frame, { reference }) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    frame.getByRole("link", { name: en("card-receipt-save"), exact: true }).click(),
  ]);
  assert.equal(download.suggestedFilename(), `receipt-${reference}.json`);
  return download.path();
}

async function verifies(path, { reference, code }) {
  const text = readFileSync(path, "utf8");
  assert.equal(JSON.parse(text).card.comment, SAID);
  assert.ok(!text.includes(code), "the access code is not in a file that may be shown");
  const keys = await (await fetch(`${house.server}/receipt/key`)).text();
  const [key] = keys.split(" ");
  const told = execFileSync(SERVER, ["receipt", "verify", path, "--key", key], { encoding: "utf8" });
  assert.ok(told.startsWith("Genuine") && told.includes(reference), told);
}

test("inside another page the receipt can be saved, copied and printed, and the file is genuine", async () => {
  const page = await openWindow(browser);
  const frame = await card.openInPlace(page, `${house.demo}/plain`);
  await card.untilTakenOver(frame);
  const receipt = await sent(page, frame);
  await verifies(await saved(page, frame, receipt), receipt);

  await frame.getByRole("button", { name: en("card-receipt-copy"), exact: true }).click();
  await frame.getByRole("status").filter({ hasText: en("card-receipt-copied") }).waitFor();
  await page.context().grantPermissions(["clipboard-read"], { origin: house.demo });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const parts = [[en("card-receipt-reference"), receipt.reference], [en("card-receipt-code"), receipt.code]];
  assert.equal(copied, parts.map((part) => part.join("\n")).join("\n\n"));

  await frame.locator("html").evaluate(() => { window.print = () => { window.printed = true; }; });
  await frame.getByRole("button", { name: en("card-receipt-print"), exact: true }).click();
  assert.ok(await frame.locator("html").evaluate(() => window.printed));
  assert.deepEqual(page.noise.filter((line) => !line.includes("Clipboard")), []);
});

test("without scripts the receipt can be saved, and the page that checks it finds it genuine", async () => {
  const page = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${house.server}/card/passport?lang=en`);
  const receipt = await sent(page, page);
  assert.equal(await page.locator("[data-copy]").isVisible(), false, "no button that does nothing");
  const path = await saved(page, page, receipt);
  await verifies(path, receipt);

  await page.goto(`${house.server}/receipt?lang=en`);
  await page.locator("#file").setInputFiles(path);
  await page.getByRole("button", { name: en("receipt-button"), exact: true }).click();
  await page.getByRole("heading", { name: en("receipt-genuine") }).waitFor();
  assert.ok((await page.locator(".found").textContent()).includes(en("receipt-card-as-signed")));
  await page.locator("#text").fill(readFileSync(path, "utf8").replace(SAID, "Quick."));
  await page.getByRole("button", { name: en("receipt-button"), exact: true }).click();
  await page.getByRole("heading", { name: en("receipt-changed") }).waitFor();
});

test("the page that checks receipts can be perceived with each of its findings, and keeps nothing of what it was given", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  const path = await saved(page, page, await sent(page, page));
  const text = readFileSync(path, "utf8");
  const findings = {
    genuine: text,
    changed: text.replace(SAID, "Quick."),
    forged: text.replace(/"received_on": "..../, '"received_on": "1999'),
    none: "hello",
  };
  for (const [language, say] of [["en", en], ["fr", fr]]) {
    await page.goto(`${house.server}/receipt?lang=${language}`);
    await look(page, `check-${language}`);
    for (const [finding, given] of Object.entries(findings)) {
      await page.locator("#text").fill(given);
      await page.getByRole("button", { name: say("receipt-button"), exact: true }).click();
      await page.locator(".found, .summary").waitFor();
      await look(page, `check-${finding}-${language}`);
      assert.equal(await page.locator("#text").inputValue(), "");
    }
  }
});

test("the poster fits one page and the paper card the two sides of a sheet, on Letter and on A4", async () => {
  const page = await openWindow(browser);
  for (const [name, pages] of [["poster", 1], ["paper", 2]]) {
    for (const language of ["en", "fr"]) {
      await page.goto(`${house.server}/card/employment-insurance/${name}?lang=${language}`);
      await look(page, `${name}-${language}`, LIGHT);
      for (const format of ["Letter", "A4"]) {
        const printed = (await page.pdf({ format })).toString("latin1");
        assert.equal(printed.match(/\/Type\s*\/Page\b/g).length, pages, `${name} in ${language} on ${format}`);
        await page.setViewportSize(format === "A4" ? { width: 718, height: 1047 } : { width: 740, height: 980 });
        await page.emulateMedia({ media: "print" });
        assert.deepEqual(await page.evaluate(cutOff), [], `${name} in ${language} on ${format}`);
        await page.emulateMedia({ media: null });
      }
    }
  }
  assert.deepEqual(page.noise, []);
});

/** What does not fit on its side of the sheet; lines to write on are as many as fit. */
function cutOff() {
  const cut = [];
  for (const side of document.querySelectorAll(".poster, .face")) {
    const { bottom, right } = side.getBoundingClientRect();
    for (const element of side.querySelectorAll("*:not(.lines *)")) {
      const box = element.getBoundingClientRect();
      if (box.bottom > bottom + 1 || box.right > right + 1) cut.push(element.outerHTML.slice(0, 80));
    }
    const lines = side.querySelector(".lines");
    if (lines && lines.getBoundingClientRect().height < 84) cut.push("too few lines to write on");
  }
  return cut;
}

test("on a kiosk nothing of the receipt can be left behind for the next person", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en&channel=kiosk`);
  await card.untilTakenOver(page);
  await sent(page, page);
  for (const gone of ["[data-copy]", "[data-print]", "a[download]"]) {
    assert.equal(await page.locator(gone).isVisible(), false, gone);
  }
});

test("on paper the receipt has its codes and dates, and nothing to press", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/card/passport?lang=en`);
  await card.untilTakenOver(page);
  await sent(page, page);
  await until("the buttons are there", () => page.locator("[data-print]").isVisible());
  await page.emulateMedia({ media: "print" });
  for (const gone of ["[data-print]", "[data-copy]", "a[download]", ".links a"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
  assert.ok(await page.locator(".codes code").first().isVisible());
  assert.match(await page.locator(".next").textContent(), /by \w+day, \w+ \d+, 20\d\d/);
});
