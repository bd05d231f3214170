// How much the card moves what a person reads on the page around it: the browser's own layout shift score.
import { openWindow } from "../stage/browser.mjs";
import * as card from "../stage/card.mjs";

const WIDTHS = [360, 1280];
/** A page for each of the ways that the card opens: in place, by a button, by a tab at the window's edge. */
const PAGES = { inline: "/plain", button: "/strict", tab: "/fr" };

/**
 * What the card moves before anybody asks for it: the worst of the modes and widths. What moves as a person opens the
 * card is told and not judged: a card in place pushes down what is below it, and browsers leave out of their score what
 * follows a click at once.
 */
export async function layoutShift({ house, browser }) {
  const notes = [];
  let worst = 0;
  for (const [mode, path] of Object.entries(PAGES)) {
    for (const width of WIDTHS) {
      const { arriving, opening } = await shiftsAt(house.demo + path, width, browser);
      worst = Math.max(worst, arriving);
      notes.push(`${mode}, ${width} px: ${arriving.toFixed(4)} as the script arrives, ${opening.toFixed(4)} as the card opens`);
    }
  }
  return { values: { "card.layout-shift": worst }, notes: { "card.layout-shift": notes } };
}

async function shiftsAt(address, width, browser) {
  const page = await openWindow(browser, { viewport: { width, height: 900 } });
  await page.addInitScript(watchShifts);
  const letThrough = await holdBack(page, "**/embed/feedback.js");
  await page.goto(address, { waitUntil: "commit" });
  const link = page.locator("comment-card a");
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(untilPainted);
  // The script comes to a page that was painted without it, as on a slow network: nothing that it moves goes unseen.
  letThrough();
  await page.waitForFunction(() => customElements.get("comment-card"));
  await page.evaluate(untilPainted);
  const before = await page.evaluate(() => window.shifts);
  await link.click();
  const frame = card.frameOf(page.locator("comment-card"));
  await card.untilTakenOver(frame);
  await card.untilItFits(frame);
  await page.evaluate(untilPainted);
  const after = (await page.evaluate(() => window.shifts)).slice(before.length);
  await page.context().close();
  return { arriving: sum(before), opening: sum(after) };
}

function sum(shifts) {
  return shifts.reduce((total, value) => total + value, 0);
}

async function holdBack(page, address) {
  let letThrough;
  const gate = new Promise((open) => { letThrough = open; });
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

function watchShifts() {
  if (window.top !== window) return;
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifts.push(value);
  }).observe({ type: "layout-shift", buffered: true });
}

/** Two frames, because the first may have begun already. */
function untilPainted() {
  return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))));
}
