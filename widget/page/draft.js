// What a person writes stays in this tab until the office has it: over a reload, a change of language, a network that
// is gone. A card that was sent and not answered is sent again by itself, under its id, so that it counts once. None of
// this needs the WebAssembly, except sending by itself. A kiosk's screen is shared: nothing is stored there.

const root = document.documentElement;
const form = document.getElementById("card-form");
const isKiosk = root.classList.contains("kiosk");
// The page of a receipt has no form; its address says the channel.
const channel = form?.elements.channel.value ?? new URLSearchParams(location.search).get("channel") ?? "web";
const place = `card:${location.pathname}:${channel}`;
// At a desk the next card is another person's.
const isDesk = ["phone", "paper", "letter", "in-person"].includes(channel);
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000];
// The kind of an event that tells of a text which was there already.
const KEPT = "kept";
// Where an answer is to go: kept in the tab only from Send to the answer, and over a change of language.
const CONTACT = /^reply\.(email|phone|post)$/;

// The id that the card goes under, and what was last sent under it.
let id = form?.elements.id.value;
let sent = null;
// Whether Send was pressed and nobody has answered yet.
let waits = false;
let tries = 0;
let timer = 0;
let isLeaving = false;
// What was last asked of this card before it may be sent.
let answered = null;

const pairs = () => [...new FormData(form)];
// What is no part of what the person says: under which id, since when, and with which proof.
const NOT_SAID = ["id", "begun", "proof"];
const said = (pairs) => JSON.stringify(pairs.filter(([name]) => !NOT_SAID.includes(name)));
const isSending = () => Boolean(form.querySelector("[aria-disabled]"));
const isShown = () => Boolean(document.querySelector("#card-waiting, #card-waiting-here, #card-checking"));

const guardAnswer = () => document.getElementById("guard-answer");

// Writes the record, or takes it away; false where the browser refuses.
function keep(record) {
  try {
    if (isKiosk) return false;
    if (record) sessionStorage.setItem(place, JSON.stringify(record));
    else sessionStorage.removeItem(place);
    return true;
  } catch {
    return false;
  }
}

// In another language it is another card: it does not leave before the person sends it again, and they are told so.
function save(hops = false) {
  const kept = pairs().filter(([name]) => waits || hops || !CONTACT.test(name));
  const isKept = keep({
    pairs: kept, waits: waits && !hops, hops, withdrawn: waits && hops, action: form.getAttribute("action"),
  });
  root.toggleAttribute("data-keeps", isKept);
  for (const promise of form.querySelectorAll("[data-kept]")) promise.hidden = !isKept;
  return isKept;
}

function load() {
  try {
    return isKiosk ? null : JSON.parse(sessionStorage.getItem(place));
  } catch {
    return null;
  }
}

function fill(pairs, except = new Set()) {
  for (const control of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (except.has(control.name)) continue;
    const values = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (/radio|checkbox/.test(control.type)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

function restore() {
  // The form came back from the server with what was sent, and it waits no longer. It may have been kept all the same:
  // changed, it is another card.
  if (!document.getElementById("card-props")) {
    sent = said(pairs());
    // A page that says what is in the way is read from there.
    document.querySelector("#card-delay, #card-summary, #card-guard")?.focus();
    return save();
  }
  const found = load();
  const kept = isDesk && !found?.waits && !found?.hops ? null : found;
  // A card that waits is sent as it was written: from its page and in its language.
  if (kept?.waits && !kept.hops && kept.action !== form.getAttribute("action")) {
    keep({ ...kept, hops: true });
    location.replace(kept.action);
    return;
  }
  // What the person or the browser has already put into the form is newer.
  const newer = [...form.elements].filter((control) => (
    control.checked !== control.defaultChecked || (control.defaultValue ?? control.value) !== control.value
  ));
  if (kept) fill(kept.pairs, new Set(newer.map(({ name }) => name)));
  // A card that was begun on an earlier page may be sent at once on this one.
  form.elements.begun.value = kept?.pairs.find(([name]) => name === "begun")?.[1] ?? form.elements.begun.value;
  if (kept?.waits) {
    guardAnswer().value = kept.pairs.find(([name]) => name === "guard")?.[1] ?? "";
    sent = said(kept.pairs);
    id = kept.pairs.find(([name]) => name === "id")[1];
    // Changed, by the person or by what the form asks now, it is another card and leaves only when it is sent again.
    waits = said(pairs()) === sent;
  }
  root.toggleAttribute("data-withdrawn", Boolean(kept?.withdrawn || kept?.waits && !waits));
  save();
}

// A UUID of version 7.
function freshId() {
  const hex = (number, digits) => number.toString(16).padStart(digits, "0");
  const time = hex(Date.now(), 12);
  const chance = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => hex(byte, 2)).join("");
  const variant = "89ab"[parseInt(chance[3], 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(8)}`;
}

// Before anyone else hears of it: the form's own post and the WebAssembly send the same card.
function onSubmit(event) {
  if (event.submitter?.name === "show_in") return switchLanguage(event);
  if (event.submitter?.name === "guard") {
    // What is replaced is sent by itself afterwards. Whoever sends it as it is is not asked again, not even when the
    // card must be sent again.
    if (event.submitter.value === "replace" && root.dataset.card) return;
    guardAnswer().value = event.submitter.value;
  }
  // The card is on its way; the component lets this press go by.
  if (isSending()) return;
  const now = said(pairs());
  // The first may have been kept although its receipt never came: under its id the change would be lost.
  if (sent && now !== sent) id = freshId();
  form.elements.id.value = id;
  sent = now;
  waits = true;
  save();
  // What stands in the way may look as it did before, and then nothing changes that could be observed.
  setTimeout(look);
}

// Where nothing can be kept the form posts, and comes back in the other language with what is in it. Offline there is
// no other page to go to.
function switchLanguage(event) {
  event.stopImmediatePropagation();
  // On its way it may be kept already: in another language it would be a second card.
  if (isSending()) return event.preventDefault();
  if (navigator.onLine && !save(true)) return;
  event.preventDefault();
  isLeaving = navigator.onLine;
  if (isLeaving) location.replace(event.submitter.formAction);
}

function onInput(event) {
  if (event.inputType === KEPT) return;
  if (["comment", "put_right"].includes(event.target.name)) guardAnswer().value = "";
  if (waits && said(pairs()) !== sent) settle();
  else save();
  offerClearing();
}

// The card waits no longer.
function settle() {
  waits = false;
  tries = 0;
  clearTimeout(timer);
  timer = 0;
  save();
}

function tryAgain() {
  clearTimeout(timer);
  timer = 0;
  if (waits && !document.hidden && root.dataset.card && !isSending()) form.requestSubmit();
}

// Very many cards come from this network: a computation is asked for, and where it takes too long or cannot be done,
// a wait counts as well.
async function prove(place) {
  const { asked } = place.dataset;
  const { challenge, wait } = JSON.parse(asked);
  const waited = new Promise((done) => { setTimeout(done, wait.seconds * 1_000, wait.proof); });
  const solved = import("./proof.js").then(({ solve }) => solve(challenge)).catch(() => waited);
  const proof = await Promise.race([solved, waited]);
  const field = form.elements.proof ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "proof" }));
  field.value = proof;
  // Whoever has changed the card meanwhile sends it themselves.
  if (place.isConnected && place.dataset.asked === asked) form.requestSubmit();
}

// Follows what the component shows of the card.
function look() {
  const asked = document.querySelector("[data-asked]");
  if (asked && asked.dataset.asked !== answered) {
    answered = asked.dataset.asked;
    prove(asked);
  }
  const receipt = document.querySelector("[data-reference]");
  if (receipt) {
    // What was changed while the card was on its way stays for the next one.
    if (waits || !form) keep(null);
    waits = false;
    document.title = receipt.querySelector("h1").textContent;
    // The form that was here was longer. Inside another page that page's script sees to it.
    if (parent === window && receipt.getBoundingClientRect().top < 0) receipt.scrollIntoView();
    if (!document.hasFocus()) document.getElementById("card-aloud").textContent = document.title;
  } else if (document.querySelector("#card-summary, #card-guard")) {
    if (waits) settle();
  } else if (waits && isShown() && !isSending() && !timer) {
    timer = setTimeout(tryAgain, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]);
    tries += 1;
  }
}

// One answer of a scale can be taken back, which radio buttons cannot do alone.
function offerClearing() {
  for (const button of form.querySelectorAll("[data-clear]")) {
    button.hidden = !button.closest("fieldset").querySelector(":checked");
  }
}

function onClick(event) {
  const answer = event.target.closest("[data-clear]")?.closest("fieldset");
  if (answer) {
    for (const radio of answer.querySelectorAll(":checked")) radio.checked = false;
    const first = answer.querySelector("input");
    first.focus();
    for (const kind of ["input", "change"]) first.dispatchEvent(new InputEvent(kind, { bubbles: true }));
  } else if (event.target.closest("[data-clear-all]")) {
    // The link leads to a fresh card. Offline the form is emptied where it is.
    fill([]);
    for (const emptied of [...form.querySelectorAll("textarea"), form]) {
      emptied.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    forget();
    isLeaving = navigator.onLine;
    if (!isLeaving) event.preventDefault();
  }
}

function forget() {
  settle();
  keep(null);
  id = freshId();
  sent = null;
}

if (form) {
  restore();
  offerClearing();
  addEventListener("submit", onSubmit, true);
  form.addEventListener("input", onInput);
  form.addEventListener("click", onClick);
  addEventListener("online", tryAgain);
  document.addEventListener("visibilitychange", tryAgain);
  addEventListener("beforeunload", (event) => {
    if (waits && isShown() && !isLeaving) event.preventDefault();
  });
  new MutationObserver(look).observe(document.getElementById("card"), {
    subtree: true, childList: true, attributeFilter: ["aria-disabled", "data-asked"],
  });
  // Once the component has the form it hears what is already in it, and sends what waits.
  new MutationObserver(() => {
    for (const text of form.querySelectorAll("textarea")) {
      if (text.value) text.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: KEPT }));
    }
    tryAgain();
  }).observe(root, { attributeFilter: ["data-card"] });
}
look();
