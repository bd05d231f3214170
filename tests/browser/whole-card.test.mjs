// The whole card: what it asks and says for each intent, where the answer goes, what looks personal, words of danger.
// With script it happens in place; without, the form and the server do the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser, openWindow, until } from "./stage/browser.mjs";
import * as card from "./stage/card.mjs";
import { openHouse } from "./stage/house.mjs";
import * as office from "./stage/office.mjs";
import { en } from "./stage/words.mjs";

const PHONE = "613-555-0123";
let house;
let browser;
before(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
after(() => Promise.all([browser?.close(), house?.close()]));

const address = () => `${house.server}/card/passport?lang=en`;
const shown = (page, id) => page.getByText(en(id), { exact: true }).isVisible();
const openCard = async (options) => {
  const page = await openWindow(browser, options);
  await page.goto(address());
  if (options?.javaScriptEnabled !== false) await card.untilTakenOver(page);
  return page;
};

/** The card where the browser refuses the WebAssembly. */
const openRefused = async () => {
  const page = await openWindow(browser);
  const { refused } = await card.refuseWebAssembly(page);
  await page.goto(address());
  await refused;
  return page;
};

/** Waits until the case is on the desk, once, and the officer who takes it up has the number shown. */
async function reachesTheDesk(reference, news) {
  assert.deepEqual(await news(), [reference]);
  const desk = await openWindow(browser);
  await office.signIn(desk, house.server, house.officer);
  await office.openCase(desk, house.server, reference);
  await desk.getByText("An apology, and the reason.").waitFor();
  assert.equal(await desk.getByText(PHONE).count(), 0, "the number is sealed");
  await office.press(desk, "case-acknowledge", "stage-acknowledged");
  await desk.getByRole("button", { name: en("case-contact-open") }).click();
  await desk.getByText(PHONE).waitFor();
}

/** Everything that the card asks of a complaint. */
async function fillInAll(page, comment) {
  await card.fillIn(page, comment);
  await card.rate(page, "achieved", "partly");
  await page.locator("#field-put_right").fill("An apology, and the reason.");
  await card.rate(page, "reply.by", "phone");
  await page.locator("#field-reply\\.phone").fill(PHONE);
  await page.getByLabel(en("card-consent-contact")).check();
}

for (const [how, options] of [["with script", {}], ["with scripts off", { javaScriptEnabled: false }]]) {
  test(`${how} each intent has its own words, and a complaint the right doors, in the same place`, async () => {
    const page = await openCard(options);
    assert.ok(await shown(page, "card-comment"));
    for (const intent of ["compliment", "suggestion", "complaint", "question"]) {
      await card.choose(page, intent);
      assert.ok(await shown(page, `card-comment-${intent}`), intent);
      assert.equal(await shown(page, "card-comment"), false, intent);
      for (const part of ["card-doors-cannot", "card-put-right"]) {
        assert.equal(await shown(page, part), intent === "complaint", `${part} for a ${intent}`);
      }
    }
    assert.ok(await shown(page, "card-danger"), "the emergency numbers are there whatever the person does");
  });

  test(`${how} an address is asked for only below the notice, with a consent that nobody ticked`, async () => {
    const page = await openCard(options);
    await card.choose(page, "complaint");
    await card.rate(page, "overall", "1");
    for (const way of ["email", "phone", "post"]) {
      assert.equal(await page.locator(`#field-reply\\.${way}`).isVisible(), false, `${way} is not asked for`);
    }
    await card.rate(page, "reply.by", "email");
    const notice = await page.getByText(en("card-notice-why")).boundingBox();
    const field = await page.locator("#field-reply\\.email").boundingBox();
    assert.ok(notice.y + notice.height <= field.y, "the notice stands before the field");
    assert.deepEqual(await page.locator("[name=consents]:checked").count(), 0);
    await card.send(page);
    await page.locator("#card-summary a", { hasText: en("card-fault-no-address") }).waitFor();
    await card.rate(page, "reply.by", "code");
    await card.send(page);
    await card.receipt(page);
  });

  test(`${how} one stop names all that is in the way`, async () => {
    const page = await openCard(options);
    await card.choose(page, "complaint");
    await card.comment(page).fill(`Call me at ${PHONE}.`);
    await card.rate(page, "reply.by", "email");
    await page.locator("#field-reply\\.email").fill("someone@home");
    await card.send(page);
    const named = page.locator("#card-summary li");
    await named.first().waitFor();
    const ids = ["fault-not-an-email", "card-fault-needs-consent", "card-guard-heading"];
    assert.deepEqual(await named.allTextContents(), ids.map((id) => en(id)));
    const guard = page.locator("#card-guard");
    assert.equal(await guard.getByText(en("card-reply-instead")).isVisible(), false, "they have chosen a way");
    await guard.getByRole("link", { name: en("card-guard-change") }).click();
    assert.ok(await card.comment(page).evaluate((area) => area === document.activeElement), "the text is at hand");
    await page.locator("#field-reply\\.email").fill("someone@example.ca");
    await page.getByLabel(en("card-consent-contact")).check();
    await guard.getByRole("button", { name: en("card-guard-replace") }).click();
    await card.receipt(page);
  });

  for (const answer of ["anyway", "replace"]) {
    test(`${how} an answer to the guard (${answer}) holds while the rest is mended`, async () => {
      const page = await openCard(options);
      await card.comment(page).fill(`Call me at ${PHONE}.`);
      await card.send(page);
      await page.locator("#card-summary a", { hasText: en("card-fault-no-intent") }).waitFor();
      await page.getByRole("button", { name: en(`card-guard-${answer}`) }).click();
      await until("the guard is answered", async () => (await page.locator("#card-guard").count()) === 0);
      const said = answer === "anyway" ? PHONE : "[phone number]";
      assert.equal(await card.comment(page).inputValue(), `Call me at ${said}.`);
      await card.choose(page, "complaint");
      await card.send(page);
      await card.receipt(page);
    });
  }

  test(`${how} who stays anonymous after all is no longer asked for an address`, async () => {
    const page = await openCard(options);
    await card.choose(page, "complaint");
    await card.rate(page, "reply.by", "email");
    await card.send(page);
    const named = page.locator("#card-summary li");
    await named.nth(2).waitFor();
    await card.rate(page, "reply.by", "code");
    if (options.javaScriptEnabled !== false) {
      assert.deepEqual(await named.allTextContents(), [en("card-fault-says-nothing")]);
    }
    await card.comment(page).fill("Three weeks late.");
    await card.send(page);
    await card.receipt(page);
  });

  test(`${how} the whole card reaches the desk, and the officer of the case can have the number shown`, async () => {
    const news = await office.watchDesk(browser, house);
    const page = await openCard(options);
    await fillInAll(page, `The whole card, ${how}.`);
    await card.send(page);
    await reachesTheDesk((await card.receipt(page)).reference, news);
  });

  test(`${how} what looks personal is shown before it leaves, and replaced if the person wants`, async () => {
    const page = await openCard(options);
    await card.choose(page, "complaint");
    await card.comment(page).fill(`Call me at ${PHONE}.`);
    await card.send(page);
    const guard = page.locator("#card-guard");
    await guard.waitFor();
    assert.equal(await guard.locator("mark").textContent(), PHONE);
    if (options.javaScriptEnabled !== false) {
      assert.ok(await guard.evaluate((element) => element === document.activeElement), "it has the focus");
    }
    await guard.getByRole("button", { name: en("card-guard-replace") }).click();
    const { reference } = await card.receipt(page);
    const desk = await openWindow(browser);
    await office.signIn(desk, house.server, house.officer);
    await office.deskRows(desk, house.server, reference);
    await office.openCase(desk, house.server, reference);
    await desk.getByText("Call me at [phone number].").waitFor();
  });

  test(`${how} whoever sends it as it is is not asked twice`, async () => {
    const page = await openCard(options);
    await card.choose(page, "complaint");
    await card.comment(page).fill(`Call me at ${PHONE}, please.`);
    await card.send(page);
    await page.locator("#card-guard").getByText(en("card-reply-instead")).waitFor();
    await page.getByRole("button", { name: en("card-guard-anyway") }).click();
    await card.receipt(page);
  });
}

test("where the browser refuses the WebAssembly the whole card reaches the desk", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await openRefused();
  await fillInAll(page, "The whole card, as a form.");
  await card.send(page);
  await reachesTheDesk((await card.receipt(page)).reference, news);
});

test("a form that came back and was changed goes under another id, because the first may have been kept", async () => {
  const page = await openRefused();
  const ids = [];
  page.on("request", (request) => {
    if (request.method() === "POST") ids.push(new URLSearchParams(request.postData()).get("id"));
  });
  await card.choose(page, "complaint");
  await card.comment(page).fill(`Call me at ${PHONE}.`);
  await card.send(page);
  await page.locator("#card-guard").waitFor();
  await card.comment(page).fill("Nobody called me.");
  await page.locator("#card-send").click();
  await card.receipt(page);
  assert.equal(new Set(ids).size, 2, ids.join());
});

test("a network that is gone, a reload and two answers of 503 leave the whole card whole, and one", async () => {
  const news = await office.watchDesk(browser, house);
  const page = await openCard();
  await fillInAll(page, "The whole card, on a bad network.");
  await page.context().setOffline(true);
  await page.locator("#card-send").dblclick();
  await page.locator("#card-waiting").waitFor();
  let refusals = 2;
  const posted = [];
  await page.route("**/card/passport*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    posted.push(new URLSearchParams(route.request().postData()).get("id"));
    refusals -= 1;
    return refusals < 0 ? route.continue() : route.fulfill({ status: 503, body: "" });
  });
  await page.context().setOffline(false);
  await page.reload();
  await reachesTheDesk((await card.receipt(page)).reference, news);
  assert.ok(posted.length >= 3, `it was sent ${posted.length} times`);
  assert.equal(new Set(posted).size, 1, "under one id");
});

test("words of danger bring the emergency numbers at once, before anything is sent", async () => {
  const page = await openCard();
  await card.comment(page).fill("I want to kill my");
  assert.equal(await page.locator(".danger.now").count(), 0);
  await card.comment(page).fill("I want to kill myself");
  await page.locator("#danger-comment[role=alert] .danger.now", { hasText: en("card-danger-now") }).waitFor();
});

test("what would put it right brings them too, where it is written", async () => {
  const page = await openCard();
  await card.choose(page, "complaint");
  await page.locator("#field-put_right").fill("Help. I want to kill myself");
  const numbers = page.locator("#danger-put_right[role=alert] .danger.now");
  await numbers.waitFor();
  assert.ok(await numbers.getByRole("link").first().isVisible());
  assert.equal(await page.locator(".danger.now").count(), 1);
  await page.locator("#field-put_right").fill("Help.");
  await numbers.waitFor({ state: "detached" });
});

test("without script the receipt of a card with words of danger begins with the emergency numbers", async () => {
  const page = await openCard({ javaScriptEnabled: false });
  await card.choose(page, "question");
  await card.comment(page).fill("I want to kill myself");
  await card.send(page);
  await card.receipt(page);
  assert.equal(await page.locator(".next li").first().textContent(), en("card-danger-now"));
});

test("a card that is sent as it is while the network is gone is not held when it is sent by itself", async () => {
  const page = await openCard();
  await card.choose(page, "complaint");
  await card.comment(page).fill(`My number is ${PHONE}.`);
  await card.send(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: en("card-guard-anyway") }).click();
  await page.locator("#card-waiting").waitFor();
  await page.context().setOffline(false);
  await card.receipt(page);
});

test("a service that asks more asks three questions more, until it stops", async () => {
  const admin = await openWindow(browser);
  await office.signIn(admin, house.server, house.admin);
  await admin.goto(`${house.server}/console/passport?lang=en`);
  await admin.getByRole("button", { name: en("console-more-start") }).click();
  await admin.getByRole("button", { name: en("console-more-stop") }).waitFor();
  const page = await openCard();
  for (const item of ["expectations", "ideal", "trust"]) await card.rate(page, item, "5");
  await card.choose(page, "compliment");
  await card.send(page);
  await card.receipt(page);
  await admin.getByRole("button", { name: en("console-more-stop") }).click();
  await until("the card asks less", async () => {
    await page.goto(address());
    return (await page.locator("[name=trust]").count()) === 0;
  });
});
