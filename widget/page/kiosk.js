// A screen that many people share: what one person wrote, and their receipt, must not wait there for the next. When
// nobody touches the screen any more, it asks, and a little later it is emptied and a fresh card comes. Whoever needs
// more time takes it with any key or touch, as often as they like (WCAG 2.2.1: at least 20 seconds, at least ten times).

const ASKS_BEFORE_MS = 20_000;
const IDLE_MS = 60_000;
// A card that waits for the network is in this page and nowhere else.
const WAITING_MS = 300_000;
const dialog = document.getElementById("idle");
const more = dialog.querySelector("button");
// The next person begins with the language that the kiosk began with. The window's name outlives its pages, and holds
// nothing but this address.
if (!window.name.startsWith(`${location.pathname}?`)) window.name = location.pathname + location.search;
// When the screen was last touched; null while nobody has begun.
let touched = holdsSomething() ? Date.now() : null;
let isCleared = false;
let isReceipt = false;

// A receipt, or a form that came back with what somebody wrote.
function holdsSomething() {
  const controls = [...document.querySelectorAll("#card-form :is(input:not([type=hidden]), textarea)")];
  const isAnswered = ({ type, checked, value }) => (/radio|checkbox/.test(type) ? checked : value);
  return Boolean(document.querySelector("[data-reference]")) || controls.some(isAnswered);
}

function stir() {
  if (!isCleared && !dialog.open) touched = Date.now();
}

function say(left) {
  const lines = [...dialog.querySelectorAll("[data-left]")];
  const line = lines.findLast((line) => left <= Number(line.dataset.left) * 1_000);
  for (const other of lines) other.hidden = other !== line;
}

function look() {
  if (isCleared) return bringAFreshCard();
  // Whoever gets a receipt after a wait has a minute to write the codes down.
  const hasReceipt = Boolean(document.querySelector("[data-reference]"));
  if (hasReceipt && !isReceipt) touched = Date.now();
  isReceipt = hasReceipt;
  if (touched === null) return;
  const waits = document.querySelector("#card-waiting-here, #card-form [aria-disabled]");
  const left = touched + (waits ? WAITING_MS : IDLE_MS) - Date.now();
  if (left <= 0) clear();
  else if (left <= ASKS_BEFORE_MS) {
    say(left);
    if (!dialog.open) dialog.showModal();
  }
}

function clear() {
  isCleared = true;
  document.getElementById("card").remove();
  say(0);
  more.hidden = true;
  if (!dialog.open) dialog.showModal();
  bringAFreshCard();
}

// Leaves only when the office answers: a browser's error page would stay on the screen for ever.
async function bringAFreshCard() {
  const fresh = window.name;
  const answer = await fetch(fresh).catch(() => null);
  if (answer?.ok) location.replace(fresh);
}

for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, stir, true);
more.addEventListener("click", () => dialog.close());
// Escape closes it too. The event of closing comes late: the time counts from the touch.
for (const kind of ["click", "cancel"]) {
  dialog.addEventListener(kind, (event) => {
    if (isCleared) event.preventDefault();
    else touched = Date.now();
  });
}
setInterval(look, 1_000);
