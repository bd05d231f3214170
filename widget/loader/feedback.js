// Turns `<comment-card service="passport"><a href="…">…</a></comment-card>` on somebody else's page into a card
// that opens in place. The link works without this script; whatever goes wrong, the link is what remains. Nothing is
// fetched before a person opens the card, and the words are the page's own.
{
  // Where this script came from is where the card lives, and the only place whose messages count. A module has no
  // current script and looks for its tag.
  const { origin } = new URL((document.currentScript ?? document.querySelector("script[src$='/feedback.js']")).src);
  const READY_WITHIN_MS = 3000;

  // The frame begins as tall as the window, so that what is below it is out of sight when it takes its real height.
  // A constructed sheet, because the page's Content-Security-Policy may refuse inline styles. The launcher's two
  // colours are !important as a pair: a page that colours its links would otherwise change one of them, and with it
  // the contrast.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{display:block}:host([mode=button]){display:inline-block}:host([mode=tab]){position:fixed;inset-block-end:0;inset-inline-end:1rem;z-index:9}
    :host(:is([mode=button],[mode=tab])) ::slotted(a){
    display:inline-block;padding:12px 16px;border:2px solid transparent;border-radius:4px;color:var(--comment-card-text,#fff)!important;background:var(--comment-card-accent,#1b4965)!important}
    :host([mode=tab]) ::slotted(a){border-radius:4px 4px 0 0}
    :host(:is([mode=button],[mode=tab])) ::slotted(a:focus-visible){outline:3px solid!important;outline-offset:-6px!important}
    :host([hidden]),[hidden]{display:none}iframe{display:block;inline-size:100%;block-size:100vh;border:0}
    dialog{box-sizing:border-box;inline-size:44rem;max-inline-size:100%;padding:0 10px;border:1px solid;background:#fff}
    dialog::backdrop{background:#0008}
    @media print{:host([mode=tab]){display:none}}`);

  class CommentCard extends HTMLElement {
    static observedAttributes = ["mode"];
    #slot = document.createElement("slot");
    #failed;
    // What is on the page while the card is open, and the switch that ends its listeners.
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
      for (const near of ["focusin", "pointerover"]) this.addEventListener(near, this.#prepare);
      // One listener on the element, so that the page may replace its link whenever it likes.
      this.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (link && plain && !this.#failed && !event.defaultPrevented) {
          if (this.#stage?.hidden ?? true) this.#open(link);
          // Last, so that the link works where opening does not.
          event.preventDefault();
        }
      });
    }

    disconnectedCallback() {
      this.#hide();
    }

    // A frame that waits may be for another mode.
    attributeChangedCallback() {
      if (this.#stage?.hidden) this.#hide();
    }

    // Making the frame is the most that opening costs the page, so it is there, and empty, once a person points at the link.
    #prepare() {
      if (this.#stage) return;
      this.#frame = this.#stage = document.createElement("iframe");
      if (["button", "tab"].includes(this.getAttribute("mode"))) {
        this.#stage = document.createElement("dialog");
        this.#stage.append(this.#frame);
        this.#stage.onclose = () => this.#shut("closed");
      }
      this.#stage.hidden = true;
      this.shadowRoot.append(this.#stage);
    }

    #open(link) {
      this.#prepare();
      const address = this.#address();
      // A card that was sent is only hidden when it is closed: its receipt comes back.
      if (this.#frame.src !== address) {
        this.#sent = null;
        this.#stage.title = this.#frame.title = link.textContent.trim();
        this.#frame.src = address;
        this.#listen();
        this.#timer = setTimeout(() => this.#shut("failed"), READY_WITHIN_MS);
      }
      // In a task of its own, so that the page's thread does little at once.
      const stage = this.#stage;
      stage.hidden = false;
      this.#slot.hidden = stage === this.#frame;
      setTimeout(() => {
        if (stage.hidden) return;
        stage.showModal?.();
        this.#frame.focus();
      });
      this.#tell("open");
    }

    #address() {
      const { lang } = this.closest("[lang]") ?? document.documentElement;
      const channel = this.getAttribute("channel") || "web";
      // The page without its query and fragment: those may name a person.
      const here = new URL(this.getAttribute("page") ?? "", location);
      const query = new URLSearchParams({ lang, channel, page: here.origin + here.pathname, embed: 1 });
      return `${origin}/card/${this.#service()}?${query}`;
    }

    #service() {
      return encodeURIComponent(this.getAttribute("service"));
    }

    #listen() {
      const frame = this.#frame;
      // Every load, not the first: without WebAssembly the card is a form, and its receipt is a new document.
      frame.onload = () => {
        frame.contentWindow.postMessage({ comment_card: "hello" }, origin);
        // The card's document came in another process, which does not know that the frame has the keys.
        if (this.shadowRoot.activeElement) frame.contentWindow.focus();
      };
      this.#listening?.abort();
      this.#listening = new AbortController();
      addEventListener("message", (event) => {
        if (event.source === frame.contentWindow && event.origin === origin) this.#hear(event.data ?? {});
      }, this.#listening);
    }

    // A height or a reference of any other shape comes from no card of ours.
    #hear({ comment_card: said, height, reference }) {
      if ((said === "ready" || said === "height") && Number.isInteger(height) && height > 0 && height < 30000) {
        clearTimeout(this.#timer);
        this.#frame.style.blockSize = `${height}px`;
      } else if (said === "sent" && reference !== this.#sent && /^([0-9A-Z]{4}-){3}[0-9A-Z]$/.test(reference) && reference.length === 16) {
        this.#sent = reference;
        // The receipt is shorter than the form was: the page would otherwise show what stands below it. A card that
        // was sent by itself moves nobody who reads on.
        if (this.shadowRoot.activeElement && this.#frame.getBoundingClientRect().top < 0) this.#frame.scrollIntoView();
        this.#tell(said, { reference });
      } else if (said === "close") {
        this.#shut("closed");
      }
    }

    #shut(how) {
      // Closing a dialog is heard once more.
      if (this.#stage?.hidden ?? true) return;
      this.#failed = how === "failed";
      // A card that never came must not pull back a person who has moved on to something else. (Asked this way because
      // `:focus-within` does not see into a frame inside a modal dialog.)
      const here = this.contains(this.getRootNode().activeElement);
      this.#hide(this.#sent);
      if (here) this.querySelector("a")?.focus();
      // Only which service: where a page may not talk to us, its policy drops this.
      if (this.#failed) navigator.sendBeacon(`${origin}/embed/health/${this.#service()}`);
      this.#tell(how);
    }

    // Hides the card, and forgets it unless its receipt may be wanted again.
    #hide(isKept) {
      clearTimeout(this.#timer);
      this.#slot.hidden = false;
      if (!this.#stage) return;
      this.#stage.hidden = true;
      if (isKept) return this.#stage.close?.();
      this.#listening?.abort();
      this.#stage.remove();
      this.#stage = null;
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`comment-card:${name}`, { detail, bubbles: true, composed: true }));
    }
  }

  // A page that carries the script twice gets one card, not an error.
  if (!customElements.get("comment-card")) customElements.define("comment-card", CommentCard);
}
