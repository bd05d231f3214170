// Starts the real Chromium and opens windows that note every complaint the browser makes.
import { chromium } from "playwright-core";

const FLAGS = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
  "disable-component-update", "disable-sync"];
const PATIENCE_MS = 15_000;

/** Chromium without a window, where the system keeps it or where CHROMIUM_BIN says. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM_BIN ?? "/usr/bin/chromium-headless-shell";
  return chromium.launch({ executablePath, args: FLAGS.map((flag) => `--${flag}`) });
}

/**
 * A fresh window with nothing kept from others. `page.noise` lists what the browser complained of, policy violations
 * included; `page.asked` lists every request as "METHOD address"; `page.heard()` gives the card's events that the
 * embedding page heard, as [name, service, detail].
 */
export async function openWindow(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(listen);
  const page = await context.newPage();
  page.noise = [];
  page.asked = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.noise.push(message.text());
  });
  context.on("weberror", (error) => page.noise.push(String(error.error())));
  context.on("request", (request) => page.asked.push(`${request.method()} ${request.url()}`));
  page.heard = () => page.evaluate(() => window.heard);
  page.untilHeard = (name) => page.waitForFunction((name) => window.heard.some((one) => one[0] === name), name);
  return page;
}

function listen() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`refused by policy: ${event.effectiveDirective} ${event.blockedURI}`);
  });
  if (window.top !== window) return;
  window.heard = [];
  for (const name of ["open", "sent", "closed", "failed"]) {
    document.addEventListener(`comment-card:${name}`, (event) => {
      window.heard.push([name, event.target.getAttribute("service"), event.detail]);
    });
  }
}

/** Looks until `look` gives something, and fails with the sentence if it does not come. */
export async function until(sentence, look) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain until ${sentence}`);
}
