// What staff and the public do on the office's pages, and cards sent by programs.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";

import { openWindow, until } from "./browser.mjs";
import { en } from "./words.mjs";

/** Signs in and waits for the room that this person works in. */
export async function signIn(page, server, { name, password }) {
  await page.goto(`${server}/sign-in?lang=en`);
  await page.getByLabel(en("sign-in-name"), { exact: true }).fill(name);
  await page.getByLabel(en("sign-in-password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: en("sign-in-button"), exact: true }).click();
  await page.getByRole("button", { name: en("nav-sign-out") }).waitFor();
}

/** The rows of the desk, once the case of this reference is among them. */
export async function deskRows(page, server, reference) {
  return until(`the case ${reference} is on the desk`, async () => {
    await page.goto(`${server}/desk/open?lang=en`);
    const rows = await page.locator("tbody tr").allTextContents();
    return rows.some((row) => row.includes(reference)) && rows;
  });
}

const REFERENCE = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]/;

/**
 * Watches the desk from now on: gives what tells the references of the cases that are new on it. A card that was kept
 * twice under two ids is two of them. What was sent before one asks is on the desk by then.
 */
export async function watchDesk(browser, house) {
  const known = new Set();
  const look = async () => {
    const [later] = await sendByProgram(house.server, [{ intent: "question", comment: `Sent after it: ${newId()}` }]);
    const page = await openWindow(browser);
    await signIn(page, house.server, house.officer);
    const rows = await deskRows(page, house.server, later.reference);
    await page.context().close();
    const there = rows.map((row) => REFERENCE.exec(row)[0]).filter((reference) => !known.has(reference));
    known.add(later.reference);
    return there.filter((reference) => reference !== later.reference).sort();
  };
  for (const reference of await look()) known.add(reference);
  return look;
}

export function openCase(page, server, reference) {
  return page.goto(`${server}/desk/cases/${reference.replaceAll("-", "")}?lang=en`);
}

export async function press(page, button, stage) {
  await page.getByRole("button", { name: en(button), exact: true }).click();
  await page.locator(".stage", { hasText: en(stage) }).waitFor();
}

/** Presses the button of this step of a case and waits for the stage that follows. */
export async function takes(page, step, stage) {
  await page.locator(`button[value="${step}"]`).click();
  await page.locator(".stage", { hasText: en(stage) }).waitFor();
}

/** Says what a complaint is about. What the person wants stands there already where they said it. */
export async function assesses(page, { what, wanted, subject = "delay", severity = "standard" }) {
  await page.locator("#subject0").selectOption(subject);
  await page.locator("#what0").fill(what);
  if (wanted) await page.locator("#wanted").fill(wanted);
  await page.locator("#severity").selectOption(severity);
  await takes(page, "assess", "stage-triaged");
}

/** Takes an assessed complaint on. */
export async function takesOn(page) {
  await page.locator("#attested").check();
  await takes(page, "assign", "stage-in-review");
}

/** Writes what was found about the one point of a complaint. */
export async function drafts(page, { outcome, evidence, reasons, letter }) {
  await page.locator("#outcome0").selectOption(outcome);
  await page.locator("#evidence0").fill(evidence);
  await page.locator("#reasons0").fill(reasons);
  await page.locator("#letter").fill(letter);
  await takes(page, "draft", "stage-finding-draft");
}

/** Releases the words of a case as they were written to this member, as the custodian does. */
export async function release(page, server, reference, { name }) {
  await page.goto(`${server}/releases?lang=en`);
  await page.locator("#reference").fill(reference);
  await page.locator("#sealed-original").check();
  await page.locator("#to").selectOption(name);
  await page.locator("#reason").fill("To answer what was asked.");
  await page.locator("form button.primary").click();
  await page.getByText(en("releases-done")).waitFor();
}

/** Asks where a card is. */
export async function track(page, server, { reference, code }, language = "en") {
  await page.goto(`${server}/track?lang=${language}`);
  await page.locator("#reference").fill(reference);
  await page.locator("#access_code").fill(code);
  await page.locator("main button").click();
}

/** Sends cards as a program does; gives what the server answered. */
export async function sendByProgram(server, cards) {
  return Promise.all(cards.map(async (card) => {
    const answer = await fetch(`${server}/api/v1/cards`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: newId(), service: "passport", intent: "compliment", language: "en", ...card }),
    });
    assert.equal(answer.status, 202, await answer.clone().text());
    return answer.json();
  }));
}

/** A UUID of version 7. */
function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
