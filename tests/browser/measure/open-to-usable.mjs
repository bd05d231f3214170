// How long a person waits from opening the card until they can answer its first question.
import assert from "node:assert/strict";

import { openWindow } from "../stage/browser.mjs";
import * as card from "../stage/card.mjs";
import { leastOpening, withLeastPage } from "./least-opening.mjs";
import { slowness } from "./machine.mjs";
import { median, tenths } from "./median.mjs";

const SLOWER = 4;
const OPENINGS = 15;
const LEAST_OPENINGS = 7;
const FIRST_CONTROL = "input[type=radio]";

/**
 * The median of 15 openings in fresh windows, nothing cached, the main thread slowed four times, the office on this
 * machine. It begins with the key press on the link, and ends when the first radio button has been painted, enabled and
 * reachable by keyboard: the form works from there, with or without the WebAssembly. The browser gives the card a process
 * of its own, as it asks to: starting that is more than half of the time.
 */
export async function openToUsable({ house, browser }) {
  const openings = [];
  const before = slowness();
  while (openings.length < OPENINGS) openings.push(await opening(house, browser));
  const least = await withLeastPage(async (address) => {
    const found = [];
    const how = { watch, control: FIRST_CONTROL, slower: SLOWER };
    while (found.length < LEAST_OPENINGS) found.push(await leastOpening(browser, address, how));
    return tenths(median(found));
  });
  // The faster of both: what is in the way for a moment excuses nothing.
  const slower = tenths(Math.min(before, slowness()));
  const middle = (moment) => tenths(median(openings.map((opening) => opening[moment])));
  const [fastest, slowest] = [Math.min, Math.max].map((end) => tenths(end(...openings.map(({ usable }) => usable))));
  const notes = [
    `median of ${OPENINGS} openings, ${fastest} to ${slowest} ms`,
    `${middle("answered")} ms until the document began to come`,
    `${middle("takenOver")} ms until the WebAssembly had taken over`,
    `${least} ms for an empty frame with one radio button, in the same browser`,
    `this machine is ${slower} times slower than the one on which the limit was met`,
  ];
  return { values: { "card.open-to-usable": middle("usable") }, notes: { "card.open-to-usable": notes }, slower };
}

async function opening(house, browser) {
  const page = await openWindow(browser);
  await page.addInitScript(watch, FIRST_CONTROL);
  await page.goto(`${house.demo}/plain`, { waitUntil: "networkidle" });
  await page.locator("comment-card a").focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.keyboard.press("Enter");
  const frame = card.frameOf(page.locator("comment-card"));
  await card.untilTakenOver(frame);
  const { opened } = await page.evaluate(() => window.moments);
  const { usable, answered, takenOver } = await frame.locator("html").evaluate(() => window.moments);
  const control = frame.locator(FIRST_CONTROL).first();
  await control.focus();
  assert.ok(await control.evaluate((element) => element === document.activeElement), "the first control takes focus");
  await page.context().close();
  return { usable: usable - opened, answered: answered - opened, takenOver: takenOver - opened };
}

/** Notes the moments of page and card on one clock. */
function watch(firstControl) {
  const moment = (time = performance.now()) => performance.timeOrigin + time;
  window.moments = {};
  if (window.top === window) {
    addEventListener("click", ({ timeStamp }) => { window.moments.opened = moment(timeStamp); }, { capture: true });
    return;
  }
  new MutationObserver(() => {
    if (document.documentElement?.dataset.card) window.moments.takenOver ??= moment();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-card"] });
  const look = () => {
    const control = document.querySelector(firstControl);
    const isThere = control?.checkVisibility() && control.getClientRects().length > 0;
    if (!isThere || control.disabled || control.tabIndex < 0) return requestAnimationFrame(look);
    // A message is heard after the frame that is about to be painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.moments.usable = moment();
      window.moments.answered = moment(performance.getEntriesByType("navigation")[0].responseStart);
    };
    return port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
