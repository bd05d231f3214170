// Runs in the card's own document. Inside another page it shakes hands with the loader there: how tall the card is,
// when it was sent, when the person wants it closed. Then it wakes the WebAssembly. Without either, the page is a plain
// form.

const host = window.parent;
const announced = new Set();
// The loader takes a taller card for no card of ours.
const HEIGHT_MOST = 29_999;
const PAINTED_WITHIN_MS = 500;
// Who embeds us; unknown until the loader says hello, and until then nobody is told anything.
let hostOrigin = null;

function tell(comment_card, facts) {
  if (hostOrigin) host.postMessage({ comment_card, ...facts }, hostOrigin);
}

// The height of the content. `scrollHeight` is never below the frame's own height, so the frame could not shrink again.
function height() {
  return Math.min(HEIGHT_MOST, Math.ceil(document.documentElement.getBoundingClientRect().height));
}

function announceReferences() {
  if (!hostOrigin) return;
  for (const { dataset: { reference } } of document.querySelectorAll("[data-reference]")) {
    if (!reference || announced.has(reference)) continue;
    announced.add(reference);
    tell("sent", { reference });
  }
}

function offerClosing() {
  for (const button of document.querySelectorAll("[data-close]")) {
    button.hidden = false;
    button.addEventListener("click", () => tell("close"));
  }
  addEventListener("keydown", (event) => {
    // Escape also leaves a half-composed character, an open list or a question; those come first.
    const isOwn = !event.isComposing && !event.defaultPrevented && !document.querySelector("dialog[open]");
    if (event.key === "Escape" && isOwn) tell("close");
  });
}

function watchTheCard() {
  const sizes = new ResizeObserver(() => tell("height", { height: height() }));
  sizes.observe(document.documentElement);
  sizes.observe(document.body);
  new MutationObserver(announceReferences).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-reference"],
  });
}

function greet({ source, origin, data }) {
  // An opaque origin is written "null" and cannot be addressed.
  if (source !== host || origin === "null" || data?.comment_card !== "hello") return;
  const first = hostOrigin === null;
  // A document has one host for as long as it lives.
  if (!first && origin !== hostOrigin) return;
  hostOrigin = origin;
  if (first) {
    offerClosing();
    watchTheCard();
  }
  // Measured after the close button has appeared, so that the first height is the right one.
  tell("ready", { height: height() });
  announceReferences();
}

if (host !== window) addEventListener("message", greet);

// The receipt's buttons, wherever and whenever it appears. Inside another page the browser may not offer its clipboard;
// a selected text can be copied all the same.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

document.documentElement.classList.add("scripted");
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]");
  if (!button) return;
  const { copy: done, failed } = button.dataset;
  if (!done) return print();
  const codes = [...document.querySelectorAll(".codes div")];
  const copied = await copy(codes.map(({ children: [name, code] }) => `${name.textContent}\n${code.textContent}`).join("\n\n"));
  button.focus();
  // Said anew each time: a live region says what changes.
  const said = document.querySelector("[data-said]");
  said.textContent = "";
  setTimeout(() => { said.textContent = copied ? done : failed; });
});

// What is out of sight is laid out once the first questions have been painted; out of sight the browser may not paint.
const painted = () => root.classList.add("painted");
requestAnimationFrame(() => setTimeout(painted));
setTimeout(painted, PAINTED_WITHIN_MS);

async function wake() {
  // Asked for at once, so that it arrives beside its glue and not after it.
  const wasm = fetch(new URL("widget_bg.wasm", import.meta.url));
  wasm.catch(() => {});
  const card = await import("./widget.js");
  await card.default({ module_or_path: wasm });
}

// The form on the page posts without it: there is nothing to repair and nothing to tell the person.
if (document.getElementById("card-props")) wake().catch(() => {});

if (isKiosk) import("./kiosk.js");
