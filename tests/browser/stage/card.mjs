// What a person does with a card, and how to tell that the WebAssembly has it.
import assert from "node:assert/strict";

export const DRIVERS = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"].map((name) => `drivers.${name}`);
export const RECEIPT = "#card-receipt";

/** Follows the link of the embedding page and gives the document inside the frame. */
export async function openInPlace(page, address, service = "passport") {
  await page.goto(address);
  const element = page.locator(`comment-card[service=${service}]`);
  await element.locator("a").click();
  return frameOf(element);
}

/** Makes the browser refuse WebAssembly in the card's document, by its policy; gives what to wait for until it has. */
export async function refuseWebAssembly(page) {
  await page.route("**/card/*", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"];
    assert.match(policy, / 'wasm-unsafe-eval'/);
    const headers = { ...response.headers(), "content-security-policy": policy.replace(" 'wasm-unsafe-eval'", "") };
    return route.fulfill({ response, headers });
  });
  const refused = page.context().waitForEvent("console", (message) => message.text().startsWith("refused by policy: script-src wasm-eval"));
  return { refused };
}

export function frameOf(element) {
  return element.locator("iframe").contentFrame();
}

/** Waits until the WebAssembly has taken over the card in this document or frame. */
export function untilTakenOver(card) {
  return card.locator("html[data-card=taken-over]").waitFor({ state: "attached" });
}

/** Waits until the frame is as tall as the card in it. */
export function untilItFits(frame) {
  return frame.locator("html").evaluate((root) => new Promise((resolve) => {
    const look = () => (root.getBoundingClientRect().height <= innerHeight ? resolve() : requestAnimationFrame(look));
    look();
  }));
}

/** Chooses the point of a scale by its label, as a person would. */
export function rate(card, item, points) {
  return card.locator(`label:has(input[name="${item}"][value="${points}"])`).click();
}

export function choose(card, intent) {
  return rate(card, "intent", intent);
}

export function comment(card) {
  return card.locator("#field-comment");
}

/** A complaint with all six ratings and these words. */
export async function fillIn(card, text, ratings = [2, 1, 4, "n/a", 3, 2]) {
  await choose(card, "complaint");
  for (const [number, item] of ["overall", ...DRIVERS].entries()) await rate(card, item, ratings[number]);
  await comment(card).fill(text);
}

/** What the form holds, as [name, value] pairs, from the browser's own view of it. */
export function held(card) {
  return card.locator("#card-form").evaluate((form) => [...new FormData(form)]);
}

/** Stops the clock of the page's scripts; `page.clock.runFor` lets it go on. The network goes on. */
export async function stopTheClock(page) {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}

/** Makes the browser refuse to keep anything, as it does where storage is blocked. */
export function refuseStorage(page) {
  return page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
  });
}

export function send(card) {
  return card.locator("button[type=submit]").click();
}

/** Waits for the receipt and reads reference and access code. */
export async function receipt(card) {
  await card.locator(RECEIPT).waitFor();
  const [reference, code] = await card.locator(`${RECEIPT} code`).allTextContents();
  assert.match(reference, /^([0-9A-Z]{4}-){3}[0-9A-Z]$/);
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]+)+$/);
  return { reference, code };
}
