// What a web team may rely on: how a page says what it wants, which script it names, and what happens where it may not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { element, open, openSite, register, script } from "./stage/host.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const FIRST_LOADER = readFileSync(new URL("kept/first-loader.js", import.meta.url), "utf8");
let house;
let browser;
let site;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  site = await openSite(browser, house);
});
after(() => Promise.all([site?.close(), browser?.close(), house?.close()]));

const names = async (page) => (await page.heard()).map(([name]) => name);
const isFocused = (link) => link.evaluate((one) => one === document.activeElement);

/** What the card's address says of this element on this page, and the language in which the card comes. */
async function asked(attributes, lang) {
  const page = await openWindow(browser);
  await site.show(page, { head: script(house.server), body: element(house.server, attributes), lang });
  const opened = page.waitForRequest((one) => one.url().includes("embed=1"));
  await page.locator("comment-card a").click();
  const request = await opened;
  const frame = page.locator("comment-card iframe").contentFrame();
  await frame.locator("#card-form").waitFor();
  const comes = await frame.locator("html").getAttribute("lang");
  await page.context().close();
  return { ...Object.fromEntries(new URL(request.url()).searchParams), comes };
}

test("the element says the language, the channel and the page; the page around it says what it does not", async () => {
  const here = `${site.origin}/made`;
  const cases = [
    ["", "fr-CA", { lang: "fr-CA", comes: "fr", channel: "web", page: here }],
    ['lang="en"', "fr", { lang: "en", comes: "en", channel: "web", page: here }],
    ['lang="PT-br" channel="kiosk"', "en", { lang: "PT-br", comes: "pt", channel: "kiosk", page: here }],
    ['lang="ar" page="/app/step-2?sin=1#name"', "en", { lang: "ar", comes: "ar", channel: "web", page: `${site.origin}/app/step-2` }],
    ['page="https://www.example.org/deep/?q=1"', "es", { lang: "es", comes: "es", channel: "web", page: "https://www.example.org/deep/" }],
    ['lang=""', "", { lang: "", comes: "en", channel: "web", page: here }],
  ];
  for (const [attributes, lang, expected] of cases) {
    assert.deepEqual(await asked(attributes, lang), { ...expected, embed: "1" }, attributes);
  }
});

test("a page that cannot be an address leaves the link a link", async () => {
  const page = await openWindow(browser);
  await site.show(page, { head: script(house.server), body: element(house.server, 'page="http://["') });
  await page.locator("comment-card a").click();
  await page.waitForURL(`${house.server}/card/passport?lang=en`);
});

test("a page that names the script by its hash runs that script, and a browser refuses any other", async () => {
  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  await admin.goto(`${house.server}/console/passport?lang=en`);
  const [lines, fixed, policy] = await admin.locator("pre").allTextContents();
  assert.match(fixed, /integrity="sha384-[\w+/]{64}"\s+crossorigin="anonymous"/);
  const body = lines.replace(/^<script.*\n/, "");
  const page = await openWindow(browser);
  await site.show(page, { head: fixed, body, policy: `default-src 'self'; img-src data:; ${policy}` });
  await open(page);
  assert.deepEqual(page.noise, []);

  const other = await openWindow(browser);
  const [, address] = fixed.match(/src="([^"]+)"/);
  await other.route(address, (route) => route.fulfill({ body: "alert(1)", headers: { "access-control-allow-origin": "*" } }));
  await site.show(other, { head: fixed, body });
  await until("the browser has refused the script", () => other.noise.some((one) => one.includes("integrity")));
  await other.locator("comment-card a").click();
  await other.waitForURL(`${house.server}/card/passport?lang=en`);
});

test("the script works as a module and as a script that another script adds", async () => {
  for (const head of [script(house.server, 'type="module"'),
    `<script>document.head.append(Object.assign(document.createElement("script"), { src: "${house.server}/embed/feedback.js" }))</script>`]) {
    const page = await openWindow(browser);
    await site.show(page, { head, body: element(house.server) });
    await page.waitForFunction(() => customElements.get("comment-card"));
    await open(page);
    assert.deepEqual(page.noise, []);
    await page.context().close();
  }
});

test("today's card understands the first loader that was ever served", async () => {
  const page = await openWindow(browser);
  await page.route("**/embed/feedback.js", (route) => route.fulfill({ body: FIRST_LOADER, contentType: "text/javascript" }));
  await site.show(page, { head: script(house.server), body: element(house.server) });
  const frame = await open(page);
  await card.untilItFits(frame);
  await card.fillIn(frame, "From a page that nobody has touched for years.");
  await card.send(frame);
  const { reference } = await card.receipt(frame);
  await frame.locator("[data-close]").click();
  await page.untilHeard("closed");
  assert.deepEqual(await page.heard(), [["open", "passport", null], ["sent", "passport", { reference }], ["closed", "passport", null]]);
});

test("an application of one page adds and removes cards as it likes", async () => {
  const page = await openWindow(browser);
  await site.show(page, { head: script(house.server), body: "<div id=view></div>" });
  await page.waitForFunction(() => customElements.get("comment-card"));
  const show = (html) => page.evaluate((html) => { document.getElementById("view").innerHTML = html; }, html);
  for (const mode of ["inline", "button"]) {
    await show(element(house.server, `mode="${mode}"`));
    const frame = await open(page);
    await card.comment(frame).fill("Half a sentence");
    await show("<p>Another view</p>");
    assert.equal(await page.locator("iframe:visible").count(), 0);
  }
  // An element that is taken out while its card is open, and put back, has its link again and opens again.
  await show(element(house.server));
  await open(page);
  await page.evaluate(() => {
    const host = document.querySelector("comment-card");
    host.remove();
    document.getElementById("view").append(host);
  });
  assert.equal(await page.locator("comment-card iframe:visible").count(), 0);
  await open(page);
  assert.deepEqual(page.noise, []);
});

test("a message of another shape, or from elsewhere, moves nothing", async () => {
  const page = await openWindow(browser);
  await site.show(page, { head: script(house.server), body: element(house.server) });
  const frame = await open(page);
  await card.untilItFits(frame);
  const iframe = page.locator("comment-card iframe");
  const tall = await iframe.evaluate((one) => one.style.blockSize);
  // From the card's own document, but nothing that a card says.
  await frame.locator("html").evaluate(() => {
    for (const height of [1e9, -1, 0, 12.5, Infinity, NaN, "600", null, {}]) parent.postMessage({ comment_card: "height", height }, "*");
    for (const reference of ["", "<b>", "a".repeat(1e5), 7, null, {}, ["1"]]) parent.postMessage({ comment_card: "sent", reference }, "*");
    for (const data of [null, undefined, "close", 1, [], { comment_card: "open" }, { comment_card: { close: 1 } }]) parent.postMessage(data, "*");
  });
  // From the host page itself, which is not the card.
  await page.evaluate(() => {
    postMessage({ comment_card: "close" }, "*");
    postMessage({ comment_card: "height", height: 7 }, "*");
  });
  // What a card does say arrives after all those.
  await frame.locator("html").evaluate(() => parent.postMessage({ comment_card: "height", height: 777 }, "*"));
  await until("the height that a card may say was taken", async () => (await iframe.evaluate((one) => one.style.blockSize)) === "777px");
  assert.notEqual(tall, "777px");
  assert.deepEqual(await names(page), ["open"]);
  assert.deepEqual(page.noise, []);
});

test("where a site is not registered the link comes back, and the console counts the failure", async (t) => {
  const page = await openWindow(browser);
  const stranger = await openSite(browser, house, { isStranger: true });
  t.after(() => stranger.close());
  const parts = { head: script(house.server), body: element(house.server) };
  await stranger.show(page, parts);
  const link = page.locator("comment-card a");
  await link.click();
  await page.untilHeard("failed");
  assert.ok(await isFocused(link));
  await link.click();
  await page.waitForURL(`${house.server}/card/passport?lang=en`);

  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  const count = admin.locator("dt", { hasText: en("console-health-failed") }).locator("+ dd");
  await until("the failure is counted", async () => {
    await admin.goto(`${house.server}/console/passport?lang=en`);
    return (await count.count()) && (await count.textContent()) === "1";
  });

  await register(browser, house, stranger.origin);
  const again = await openWindow(browser);
  await stranger.show(again, parts);
  await open(again);
});

test("a card that is too slow gives way to the link, and does not pull a person back who went on", async () => {
  const page = await openWindow(browser);
  await site.show(page, { head: script(house.server), body: `${element(house.server)}<input aria-label="Elsewhere">` });
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route("**/card/passport*", async (route) => {
    await held;
    // By then the frame is gone, and its request with it.
    await route.abort().catch(() => {});
  });
  await page.locator("comment-card a").click();
  await page.getByLabel("Elsewhere").focus();
  await page.untilHeard("failed");
  assert.equal(await page.locator("comment-card iframe:visible").count(), 0);
  assert.ok(await isFocused(page.getByLabel("Elsewhere")));
  letGo();
  await page.unroute("**/card/passport*");
  await page.locator("comment-card a").click();
  await page.waitForURL(`${house.server}/card/passport?lang=en`);
});
