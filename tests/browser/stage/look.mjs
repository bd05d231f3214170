// Looks at a page as people with different eyes do: axe's rules, a phone's width, dark colours; and keeps a picture.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

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

/** What makes a document scroll sideways, if it does. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) return [];
  const isOutside = (element) => element.getBoundingClientRect().right > clientWidth;
  return [...document.querySelectorAll("body *")].filter(isOutside).map((element) => element.outerHTML.slice(0, 120));
}

/** What axe finds in one document: rule, and the elements that break it. */
async function violations(frame, rules) {
  await frame.evaluate(AXE);
  return frame.evaluate(async ({ tags, rules }) => {
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
    const options = { runOnly, iframes: false, resultTypes: ["violations"] };
    if (!rules) options.rules = { "target-size": { enabled: true } };
    // Axe takes a frame for something that keys cannot scroll; a test of the embedding pages shows that they do.
    const context = { exclude: [["comment-card", "dialog"]] };
    const { violations } = await window.axe.run(context, options);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]);
  }, { tags: TAGS, rules });
}
