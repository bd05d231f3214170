// Staff sign in with the accounts of their organization: a real provider, a real browser, and what must not work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";
import { look } from "./stage/look.mjs";
import * as office from "./stage/office.mjs";
import { openProvider, signInThere } from "./stage/provider.mjs";
import { en, fr } from "./stage/words.mjs";

const OFFICERS = { groups: ["everyone", "desk"] };
const person = (name, groups) => ({ preferred_username: name.toLowerCase(), name: `Sample ${name}`, ...groups });

let provider;
let house;
let browser;
let people;
before(async () => {
  provider = await openProvider();
  const settings = {
    oidc_issuer: provider.issuer, oidc_client_id: "office", oidc_client_secret_file: provider.secretFile,
    oidc_roles: ["desk=officer", "leads=senior"],
  };
  [house, browser] = await Promise.all([openHouse("sql", settings), openBrowser()]);
  people = {
    amber: person("Amber", OFFICERS), basil: person("Basil", { groups: ["everyone"] }), cedar: person("Cedar", OFFICERS),
    dill: { preferred_username: house.officer.name, name: "Sample Dill", ...OFFICERS }, elder: person("Elder", { groups: "desk" }),
    fern: person("Fern", OFFICERS),
  };
  provider.knows(house.server, people);
});
after(() => Promise.all([browser?.close(), house?.close()]).then(() => provider?.close()));

/** Goes the whole way, in a fresh browser. */
async function comes(name, language = "en") {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/sign-in?lang=${language}`);
  await page.locator("a.primary").click();
  await signInThere(page, name);
  return page;
}

test("an officer comes in with the account of their organization, and has no password here", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/sign-in?lang=en`);
  await look(page, "organization-sign-in-en");
  await page.goto(`${house.server}/sign-in?lang=fr`);
  await look(page, "organization-sign-in-fr", { dark: false });
  await page.getByText(fr("sign-in-organization"), { exact: true }).click();
  await signInThere(page, "amber");
  await page.waitForURL(`${house.server}/desk?lang=fr`);
  // The provider's own page asks for a font from elsewhere.
  page.noise.length = 0;
  await page.goto(`${house.server}/account?lang=en`);
  await page.getByText(en("account-organization")).waitFor();
  await page.getByText(en("role-officer")).waitFor();
  assert.equal(await page.locator('input[type="password"]').count(), 0);
  await look(page, "organization-account-en");
  assert.deepEqual(page.noise, []);
  const again = await openWindow(browser);
  await again.goto(`${house.server}/sign-in?lang=en`);
  await again.locator("#name").fill("amber");
  await again.locator("#password").fill("whatever");
  await again.locator("main button").click();
  await again.getByText(en("sign-in-refused")).waitFor();
});

test("the group decides the role, each time somebody comes", async () => {
  const before = await comes("cedar");
  await before.waitForURL(/\/desk\?/);
  assert.equal((await before.goto(`${house.server}/desk/load`)).status(), 403);
  people.cedar.groups = ["leads"];
  const after = await comes("cedar");
  await after.waitForURL(/\/desk\?/);
  assert.equal((await after.goto(`${house.server}/desk/load`)).status(), 200);
  await before.goto(`${house.server}/desk`);
  assert.match(before.url(), /\/sign-in/, "who has another role now begins anew");
  people.cedar.groups = [];
  const out = await comes("cedar");
  await out.getByText(en("organization-no-role")).waitFor();
});

test("who is in no group, or has another member's name, is told so and does not come in", async () => {
  for (const [name, why] of [["basil", "organization-no-role"], ["dill", "organization-name-taken"]]) {
    const page = await comes(name, "fr");
    await page.getByText(fr(why)).waitFor();
    assert.ok(!page.url().includes("code="), page.url());
    if (name === "basil") await look(page, "organization-refused-fr", { dark: false });
    await page.goto(`${house.server}/desk`);
    assert.match(page.url(), /\/sign-in/);
  }
});

test("one group may stand there as a text, and all may stand in the token", async () => {
  provider.knows(house.server, people, { isTold: true });
  // What the provider said of its keys before is believed for a minute: an office that begins anew asks again.
  await house.kill();
  await house.start();
  const page = await comes("elder");
  await page.waitForURL(/\/desk\?/);
});

test("whom an administrator has turned away stays away", async () => {
  const page = await comes("fern");
  await page.waitForURL(/\/desk\?/);
  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  await admin.goto(`${house.server}/console/staff?lang=en`);
  await admin.getByRole("link", { name: "Sample Fern" }).click();
  await admin.locator('button[value="disable"]').click();
  const again = await comes("fern");
  await again.getByText(en("organization-disabled")).waitFor();
});

test("a return that nobody was sent on, that is not theirs, or that comes twice brings nobody in", async () => {
  const lost = async (page) => {
    await page.getByText(en("organization-lost")).waitFor();
    await page.goto(`${house.server}/desk`);
    assert.match(page.url(), /\/sign-in/);
  };
  const back = `${house.server}/sign-in/organization/return`;
  const stranger = await openWindow(browser);
  for (const address of [back, `${back}?code=x`, `${back}?code=x&state=y`]) {
    await stranger.goto(address);
    await lost(stranger);
  }
  // Somebody comes back in a browser that has forgotten where it was sent from ...
  const sender = await openWindow(browser);
  await sender.goto(`${house.server}/sign-in?lang=en`);
  await sender.locator("a.primary").click();
  await sender.locator('input[name="login"]').waitFor();
  await sender.context().clearCookies({ name: "trip" });
  await signInThere(sender, "amber");
  await sender.getByText(en("organization-lost")).waitFor();
  const whole = sender.asked.find((asked) => asked.includes("/return?code=")).replace("GET ", "");
  // ... and somebody who is on their own way is made to open that return, whose code nobody has used.
  await stranger.goto(`${house.server}/sign-in?lang=en`);
  await stranger.locator("a.primary").click();
  await stranger.locator('input[name="login"]').waitFor();
  await stranger.goto(whole);
  await lost(stranger);
  const again = await comes("amber");
  await again.waitForURL(/\/desk\?/);
  const used = again.asked.find((asked) => asked.includes("/return?code=")).replace("GET ", "");
  const other = await openWindow(browser);
  await other.goto(used);
  await lost(other);
});

test("a token that another key has signed brings nobody in", async () => {
  const page = await openWindow(browser);
  await page.goto(`${house.server}/sign-in?lang=en`);
  await page.locator("a.primary").click();
  await page.locator('input[name="login"]').waitFor();
  // The office knows the keys of before for a minute.
  provider.knows(house.server, people);
  const thief = await comes("amber");
  await thief.getByText(en("organization-lost")).waitFor();
});
