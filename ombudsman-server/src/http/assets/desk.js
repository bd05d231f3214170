// Keys for who has the desk open all day, and word of what is newer. Every page works without this file; what it says
// stands in the page.
const find = (what) => document.querySelector(what);
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const ROWS = "main tbody th a[href], main .waiting :is(h2, h3) a[href]";
const NEXT = ".next-step form :is(input:not([type=hidden]), select, textarea, button)";

const list = find("#keys");
const areUsed = find("#keys-used");
const opener = find("#keys-open");

/** The choice is this browser's. Where nothing can be kept, it lasts as long as the page. */
const kept = (act) => {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
};
areUsed.checked = kept((store) => store.getItem("desk-keys")) !== "off";
areUsed.addEventListener("change", () => kept((store) => store.setItem("desk-keys", areUsed.checked ? "on" : "off")));
opener.hidden = false;
opener.addEventListener("click", () => list.showModal());

const move = (by) => {
  const rows = [...document.querySelectorAll(ROWS)];
  const at = rows.indexOf(document.activeElement) + by;
  rows[Math.min(Math.max(at, 0), rows.length - 1)]?.focus();
};

const search = () => {
  const field = find("[role=search] input[type=text]");
  if (field) field.focus();
  else location.assign(`${find('#keys a[data-keys="gs"]').href}#typed`);
};
if (location.hash === "#typed") find("#typed")?.focus();

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement.matches(ROWS) && document.activeElement.click(),
  n: () => find(NEXT)?.focus(),
  "/": search,
  "?": () => list.showModal(),
};

let isAfterG = false;
let forgets;
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (!areUsed.checked || list.open || target.closest?.(FIELDS)) return;
  const act = isAfterG ? () => find(`#keys a[data-keys="g${CSS.escape(key)}"]`)?.click() : acts[key];
  isAfterG = !isAfterG && key === "g";
  clearTimeout(forgets);
  if (isAfterG) forgets = setTimeout(() => { isAfterG = false; }, 2000);
  if (!act) return;
  event.preventDefault();
  act();
});

// What is newer than this page: a bar says so, and what is being written stays. A page that is out of sight does not listen.
const news = find("#news");
let source;
const hear = () => {
  source?.close();
  if (document.hidden || !news.firstElementChild.hidden) return;
  source = new EventSource(news.dataset.from);
  source.addEventListener("news", () => {
    source.close();
    news.firstElementChild.hidden = false;
  });
};
if (news) {
  document.addEventListener("visibilitychange", hear);
  news.querySelector("a").addEventListener("click", ({ currentTarget }) => {
    const fields = [...document.querySelectorAll("main textarea, main input[type=text]")];
    if (fields.some((field) => field.value !== field.defaultValue)) currentTarget.target = "_blank";
  });
  hear();
}
