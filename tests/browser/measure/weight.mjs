// What travels: the bytes of bodies as the browser received them, compressed as the server compressed them.
import assert from "node:assert/strict";

import { openWindow } from "../stage/browser.mjs";
import * as card from "../stage/card.mjs";

const LANGUAGES = { en: ["/plain", "passport"], fr: ["/fr", "employment-insurance"] };

/** What the card has its host page fetch before anybody opens it. */
export async function hostPage({ house, browser }) {
  const { page, asked } = await listeningWindow(browser, house);
  await page.goto(`${house.demo}/plain`, { waitUntil: "networkidle" });
  const got = await weigh(asked);
  await page.context().close();
  const values = { "card.host-page.bytes": sum(got), "card.host-page.requests": got.length };
  return { values, notes: { "card.host-page.bytes": lines(got) } };
}

/** What an opened card loads, and how much of it a person waits for who has no script. */
export async function opened({ house, browser }) {
  const values = {};
  const notes = {};
  for (const [language, [path, service]] of Object.entries(LANGUAGES)) {
    const got = await openedAt(path, service, house, browser);
    values[`card.opened.${language}`] = sum(got);
    notes[`card.opened.${language}`] = lines(got);
    const usable = got.filter(({ type }) => ["text/html", "text/css"].includes(type));
    assert.equal(usable.length, 1, "the card without script is a document with its style in it");
    if (sum(usable) <= (values["card.usable"] ?? 0)) continue;
    values["card.usable"] = sum(usable);
    notes["card.usable"] = lines(usable);
  }
  return { values, notes };
}

async function openedAt(path, service, house, browser) {
  const { page, asked } = await listeningWindow(browser, house);
  await page.goto(house.demo + path, { waitUntil: "networkidle" });
  asked.length = 0;
  const element = page.locator(`comment-card[service=${service}]`);
  await element.locator("a").click();
  await card.untilTakenOver(card.frameOf(element));
  // What comes once the card has been taken over is part of it too.
  await page.frames().at(-1).waitForLoadState("networkidle");
  const got = await weigh(asked);
  await page.context().close();
  assert.equal(new Set(got.map(({ address }) => address)).size, got.length, "nothing is asked for twice");
  return got;
}

/** A window, and what it asks of anybody but the embedding site itself, growing as it asks. */
async function listeningWindow(browser, { demo }) {
  const page = await openWindow(browser);
  const asked = [];
  page.context().on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(demo)) asked.push(request);
  });
  return { page, asked };
}

function weigh(requests) {
  return Promise.all(requests.map(async (request) => {
    const [answer, sizes] = await Promise.all([request.response(), request.sizes()]);
    assert.equal(answer.status(), 200, request.url());
    assert.equal(await answer.headerValue("content-encoding"), "br", `${request.url()} travels uncompressed`);
    const type = (await answer.headerValue("content-type")).split(";")[0];
    return { address: request.url(), type, bytes: sizes.responseBodySize, head: sizes.responseHeadersSize };
  }));
}

function sum(got) {
  return got.reduce((total, { bytes }) => total + bytes, 0);
}

function lines(got) {
  const each = got.map(({ address, bytes }) => `${String(bytes).padStart(6)} B  ${new URL(address).pathname}`);
  const head = got.reduce((total, one) => total + one.head, 0);
  return [...each, `${String(head).padStart(6)} B  of headers come on top, over HTTP/1.1`];
}
