// The first loader that was ever served, as pages that name one by its hash still run it: never change it.
{
const { origin } = new URL(document.currentScript.src);
const READY_WITHIN_MS = 3000;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block}
:host([mode=button]){display:inline-block}
:host([mode=tab]){position:fixed;inset-block-end:0;inset-inline-end:1rem;z-index:99}
:host([mode=button]) ::slotted(a),
:host([mode=tab]) ::slotted(a){
display:inline-block;
padding:12px 16px;
border:2px solid transparent;
border-radius:4px;
color:var(--comment-card-text,#fff)!important;
background:var(--comment-card-accent,#1b4965)!important
}
:host([mode=tab]) ::slotted(a){border-end-start-radius:0;border-end-end-radius:0}
:host([mode=button]) ::slotted(a:focus-visible),
:host([mode=tab]) ::slotted(a:focus-visible){
outline:3px solid var(--comment-card-text,#fff)!important;
outline-offset:-6px!important
}
:host([hidden]){display:none}
iframe{display:block;inline-size:100%;block-size:24rem;border:0}
dialog{box-sizing:border-box;inline-size:44rem;max-inline-size:100%;padding:0 10px;border:1px solid;background:#fff}
dialog::backdrop{background:#0008}
@media print{:host([mode=tab]){display:none}}
`);
class CommentCard extends HTMLElement {
#slot = document.createElement("slot");
#failed = false;
#frame;
#stage;
#listening;
#timer;
#sent;
constructor() {
super();
const root = this.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet];
root.append(this.#slot);
this.addEventListener("click", (event) => {
const link = event.target.closest("a");
const plain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
if (link && plain && !this.#failed && !event.defaultPrevented) {
event.preventDefault();
if (!this.#stage) this.#open(link);
}
});
}
disconnectedCallback() {
this.#clear();
}
#open(link) {
this.#frame = this.#stage = document.createElement("iframe");
this.#frame.title = link.textContent.trim();
this.#frame.src = this.#address();
this.#listen();
const inline = !["button", "tab"].includes(this.getAttribute("mode"));
if (!inline) {
this.#stage = document.createElement("dialog");
this.#stage.setAttribute("aria-label", this.#frame.title);
this.#stage.append(this.#frame);
this.#stage.addEventListener("close", () => this.#shut("closed"));
}
this.shadowRoot.append(this.#stage);
if (!inline) this.#stage.showModal();
this.#frame.focus();
this.#slot.hidden = inline;
this.#timer = setTimeout(() => this.#shut("failed"), READY_WITHIN_MS);
this.#tell("open");
}
#address() {
const language = this.closest("[lang]")?.lang.slice(0, 2).toLowerCase() || "en";
const channel = this.getAttribute("channel") || "web";
const page = location.origin + location.pathname;
const query = new URLSearchParams({ lang: language, channel, page, embed: 1 });
return `${origin}/card/${encodeURIComponent(this.getAttribute("service"))}?${query}`;
}
#listen() {
const frame = this.#frame;
frame.addEventListener("load", () => frame.contentWindow.postMessage({ comment_card: "hello" }, origin));
this.#listening = new AbortController();
addEventListener("message", (event) => {
if (event.source === frame.contentWindow && event.origin === origin) this.#hear(event.data ?? {});
}, this.#listening);
}
#hear({ comment_card: said, height, reference }) {
if ((said === "ready" || said === "height") && Number.isFinite(height)) {
clearTimeout(this.#timer);
this.#frame.style.blockSize = `${Math.min(Math.max(height, 160), 20000)}px`;
} else if (said === "sent" && typeof reference === "string" && reference !== this.#sent) {
this.#sent = reference;
this.#tell("sent", { reference });
} else if (said === "close") {
this.#shut("closed");
}
}
#shut(how) {
this.#failed = how === "failed";
const here = this.contains(this.getRootNode().activeElement);
this.#clear();
if (here) this.querySelector("a")?.focus();
this.#tell(how);
}
#clear() {
clearTimeout(this.#timer);
this.#listening?.abort();
this.#stage?.remove();
this.#stage = null;
this.#slot.hidden = false;
}
#tell(name, detail) {
this.dispatchEvent(new CustomEvent(`comment-card:${name}`, { detail, bubbles: true, composed: true }));
}
}
if (!customElements.get("comment-card")) customElements.define("comment-card", CommentCard);
}
