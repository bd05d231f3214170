// Looks at a page as people with different eyes do: axe's rules, a phone's width, dark colours; and keeps a picture.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { untilItFits } from "./card.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const PICTURES = fileURLToPath(new URL("../../../target/screenshots/", import.meta.url));
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };
mkdirSync(PICTURES, { recursive: true });

/**
 * Looks at the page as it is, at a desk and on a phone; and in the dark where the page has dark colours. All frames are
 * looked at. Pictures go to target/screenshots/{name}-{width or dark}.png.
 */
export async function look(page, name, { dark = true } = {}) {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settle(page);
    const where = `${name} at ${size.width} px`;
    for (const frame of page.frames()) {
      assert.deepEqual(await violations(frame), [], where);
      assert.deepEqual(await frame.evaluate(tooWide), [], `${where} scrolls sideways`);
    }
    await page.screenshot({ path: `${PICTURES}${name}-${size.width}.png`, fullPage: true });
  }
  await page.setViewportSize(DESK);
  if (!dark) return;
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await violations(page.mainFrame(), ["color-contrast"]), [], `${name} in the dark`);
  await page.screenshot({ path: `${PICTURES}${name}-dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
}

/** Brings an open card into view, because the browser draws no frame that is out of sight, and lets it grow. */
async function settle(page) {
  const frame = page.locator("comment-card iframe");
  if (!(await frame.count())) return;
  await frame.scrollIntoViewIfNeeded();
  await untilItFits(frame.contentFrame());
}

/** What makes a document scroll sideways, if it does. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) return [];
  const isOutside = (element) => element.getBoundingClientRect().right > clientWidth;
  return [...document.querySelectorAll("body *")].filter(isOutside).map((element) => element.outerHTML.slice(0, 120));
}

/** How large the texts of all charts are drawn, and which of them run into one another or out of the page. */
export function textsOfCharts() {
  const collisions = [];
  const texts = [...document.querySelectorAll("svg.chart")].flatMap((chart) => {
    const own = [...chart.querySelectorAll("text")];
    const boxes = own.map((text) => text.getBoundingClientRect());
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
    own.forEach((text, i) => {
      if (boxes[i].left < 0 || boxes[i].right > document.documentElement.clientWidth) collisions.push(text.textContent);
      own.slice(i + 1).forEach((other, j) => {
        if (meet(boxes[i], boxes[i + 1 + j])) collisions.push(`${text.textContent} / ${other.textContent}`);
      });
    });
    return own;
  });
  return { sizes: texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)), collisions };
}

/** What would need to be scrolled sideways, which nobody can on paper. */
export function cutOff() {
  const { right } = document.querySelector("main > .frame").getBoundingClientRect();
  const isCut = (element) => element.getBoundingClientRect().right > right;
  return [...document.querySelectorAll("table, .chart, p, li")].filter(isCut).map((element) => element.outerHTML.slice(0, 120));
}

/** What axe finds in one document: a line for each element that breaks a rule. */
async function violations(frame, rules) {
  await frame.evaluate(AXE);
  return frame.evaluate(async ({ tags, rules }) => {
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
    const options = { runOnly, iframes: false, resultTypes: ["violations"] };
    if (!rules) options.rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, options);
    // Axe takes a dialog that holds nothing but a frame for one that keys cannot scroll: embedding.test.mjs shows that
    // they do.
    const isFalse = (rule, { html }) => rule === "scrollable-region-focusable" && /^<dialog [^>]*><iframe/.test(html);
    return violations.flatMap(({ id, nodes }) => nodes.filter((node) => !isFalse(id, node))
      .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }, { tags: TAGS, rules });
}
