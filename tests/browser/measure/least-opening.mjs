// How long the browser itself takes, on this machine, to open a frame of another origin that has one radio button in it
// and nothing else: no card can be there sooner.
import { createServer } from "node:http";

import { openWindow } from "../stage/browser.mjs";

const HTML = { "content-type": "text/html" };
// The card asks for a process of its own as well.
const APART = { ...HTML, "origin-agent-cluster": "?1" };
const CONTROL = "<!doctype html><title>One</title><label><input type=radio> One</label>";
const host = (address) => `<!doctype html><title>Page</title><a href="#">Open</a><script>
  const frame = document.body.appendChild(document.createElement("iframe"));
  document.querySelector("a").onclick = () => { frame.src = "${address}"; };
</script>`;

/** Gives `measure` the address of a page whose link opens that frame. */
export async function withLeastPage(measure) {
  const inner = await serve(APART, CONTROL);
  const outer = await serve(HTML, host(addressOf(inner)));
  try {
    return await measure(addressOf(outer));
  } finally {
    inner.close();
    outer.close();
  }
}

/** One opening, slowed so many times, in milliseconds; `watch` notes the moments. */
export async function leastOpening(browser, address, { watch, control, slower }) {
  const page = await openWindow(browser);
  await page.addInitScript(watch, control);
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("a").focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.keyboard.press("Enter");
  const usable = await page.locator("iframe").contentFrame().locator("html").evaluate(untilUsable);
  const { opened } = await page.evaluate(() => window.moments);
  await page.context().close();
  return usable - opened;
}

function untilUsable() {
  return new Promise((resolve) => {
    const look = () => (window.moments?.usable ? resolve(window.moments.usable) : setTimeout(look, 10));
    look();
  });
}

function serve(headers, text) {
  return new Promise((resolve) => {
    const server = createServer((_, answer) => answer.writeHead(200, headers).end(text));
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function addressOf(server) {
  return `http://127.0.0.1:${server.address().port}/`;
}
