// A web team's own site, with pages that no demonstration has: made by a test, on an origin that the console knows.
import { createServer } from "node:http";
import { once } from "node:events";

import { openWindow } from "./browser.mjs";
import { frameOf, untilTakenOver } from "./card.mjs";
import * as office from "./office.mjs";
import { en } from "./words.mjs";

/** The tag that loads the script from a server, with more attributes if there are any. */
export const script = (server, more = "defer") => `<script src="${server}/embed/feedback.js" ${more}></script>`;

/** The element, with the link in it. */
export const element = (server, attributes = "", text = "Tell us how it went") =>
  `<comment-card service="passport" ${attributes}><a href="${server}/card/passport?lang=en">${text}</a></comment-card>`;

/** Opens a site whose pages may show the passport's card, unless it is a stranger: `{origin, show(page, made), close()}`. */
export async function openSite(browser, house, { isStranger = false } = {}) {
  let made = {};
  const server = createServer((_, answer) => {
    const { head = "", body = "", lang = "en", policy } = made;
    answer.setHeader("content-type", "text/html; charset=utf-8");
    if (policy) answer.setHeader("content-security-policy", policy);
    answer.end(`<!doctype html><html lang="${lang}"><head><title>Made by a test</title><link rel="icon" href="data:,">${head}</head>`
      + `<body><main><h1>Made by a test</h1>${body}<p>After it.</p></main></body></html>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  if (!isStranger) await register(browser, house, origin);
  const show = (page, parts) => {
    made = parts;
    return (page.goTo ?? ((address) => page.goto(address)))(`${origin}/made`);
  };
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, show, close };
}

/** Adds a site to a service in the console, as a web team does. */
export async function register(browser, house, site, service = "passport") {
  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  await admin.goto(`${house.server}/console/${service}?lang=en`);
  await admin.getByLabel(en("console-add-site")).fill(site);
  await admin.getByRole("button", { name: en("console-add"), exact: true }).click();
  await admin.locator("th code", { hasText: site }).waitFor();
  return admin;
}

/** Opens the card of a page, and gives the document inside once the WebAssembly has it and the loader knows. */
export async function open(page) {
  const host = page.locator("comment-card");
  await host.locator("a").click();
  const frame = frameOf(host);
  await untilTakenOver(frame);
  await frame.locator("[data-close]").waitFor();
  return frame;
}
