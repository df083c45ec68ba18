// One search: a field, its panel, its engine. On a wide screen the panel opens below the field; on a
// narrow one field and panel go into a dialog; on the page of results it is always there.
import { SearchClient } from "./client.js";
import { mark, remember } from "./landing.js";
import { Panel } from "./panel.js";

const dialog = document.getElementById("kb-search-dialog");
const sameTab = (event) => !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.button;

export class Find {
  /** @param {HTMLFormElement} form @param {HTMLTemplateElement} template
   * @param {boolean} inPage whether the results are the page itself */
  constructor(form, template, inPage) {
    this.form = form;
    this.field = form.querySelector("[data-kb-search-field]");
    this.inPage = inPage;
    this.place = document.createComment("");
    const { kbEngine, kbIndex } = template.dataset;
    const engine = new URL(kbEngine, location.href);
    // Engine and index lie below the site's root, as the results do.
    const root = new URL(kbIndex, location.href).href.replace(/search\/[^/]*$/, "");
    this.panel = new Panel(template, root, inPage ? "h2" : "h3");
    this.client = new SearchClient(
      () => new Worker(kbScript(engine)),
      new URL(kbIndex, location.href).href,
      (...told) => {
        this.panel.show(...told, this.client.situations);
        this.onShown?.(...told);
      },
    );
    this.#listen();
    if (inPage) {
      this.panel.element.querySelector("[data-kb-all]")?.parentElement.remove();
      this.#insert();
    }
  }

  get query() {
    return this.field.value;
  }

  /** Put `query` into the field and show what it finds. */
  ask(query) {
    this.field.value = query;
    this.#open();
    this.client.ask(query);
  }

  /** Go to the field: in its place where it is seen, else in the dialog. */
  enter() {
    this.before = document.activeElement;
    if (!this.field.offsetParent) dialog.dispatchEvent(new Event("kb:show"));
    this.field.focus();
    this.field.select();
    if (this.query.trim()) this.#open();
  }

  close() {
    if (this.inPage || dialog.open) return;
    this.panel.element.hidden = true;
  }

  /** Field and panel move into the dialog that is about to open, and back when it closes. */
  lend() {
    if (this.inPage || this.place.isConnected) return;
    this.#insert();
    this.form.before(this.place);
    dialog.append(this.form, this.panel.element);
    this.panel.element.hidden = false;
    this.client.warm();
    this.client.ask(this.query);
    requestAnimationFrame(() => this.field.focus());
  }

  takeBack() {
    if (!this.place.isConnected || dialog.open) return;
    this.place.replaceWith(this.form);
    this.form.append(this.panel.element);
    this.panel.element.hidden = true;
  }

  #insert() {
    if (this.panel.element.isConnected) return;
    if (this.inPage) this.form.after(this.panel.element);
    else this.form.append(this.panel.element);
    this.panel.element.hidden = !this.inPage;
    this.client.ask(this.query);
  }

  #open() {
    this.#insert();
    this.panel.element.hidden = false;
  }

  #listen() {
    this.field.addEventListener("focus", () => {
      this.#insert();
      this.client.warm();
    });
    this.field.addEventListener("input", () => {
      this.#open();
      this.client.ask(this.query);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    const scope = [this.form, this.panel.element];
    for (const part of scope) part.addEventListener("keydown", (event) => this.#key(event));
    this.panel.element.addEventListener("click", (event) => this.#leave(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!scope.some((part) => part.contains(target))) this.close();
    });
    document.addEventListener("focusin", ({ target }) => {
      if (!scope.some((part) => part.contains(target))) this.close();
    });
  }

  #submit() {
    if (this.onSubmit) return this.onSubmit(this.query);
    const address = this.panel.resultsFor(this.query);
    if (!address) return this.ask(this.query);
    // The dialog's step of the history becomes the page of results.
    if (dialog.open) location.replace(address);
    else location.assign(address);
  }

  #key(event) {
    if (event.defaultPrevented) return; // a panel within its form hears a key twice
    if (event.key === "Escape" && this.panel.open && !this.inPage) {
      // Else a field of the type `search` would be emptied by it, and no more.
      event.preventDefault();
      if (dialog.open) return dialog.close();
      this.close();
      const back = this.before;
      if (back?.isConnected && back !== document.body) back.focus();
      else this.field.blur();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.panel.open) return;
    const stops = [this.field, ...this.panel.stops];
    const at = stops.indexOf(document.activeElement);
    const next = at >= 0 && stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** A result was chosen: its page marks the words, and Back finds the query as it was. */
  #leave(event) {
    const link = event.target.closest("a[data-kb-result]");
    if (!link || !sameTab(event)) return;
    const links = [...this.panel.element.querySelectorAll("a[data-kb-result]")];
    const sure = this.panel.shown.filter((found) => !found.maybe);
    const maybe = this.panel.shown.filter((found) => found.maybe);
    const words = [...sure, ...maybe][links.indexOf(link)].words.join(" ");
    const page = (address) => address.split("#")[0];
    if (page(link.href) !== page(location.href)) {
      if (!this.inPage) history.replaceState({ ...history.state, kbQuery: this.query }, "");
      remember(link.href, words);
      return;
    }
    // The page that the reader is on: nothing is loaded, which would close the search.
    mark(words);
    event.preventDefault();
    const go = () => {
      const at = document.getElementById(link.hash.slice(1));
      if (location.hash !== link.hash) history.pushState(history.state, "", link.href);
      dispatchEvent(new Event("kb:moved"));
      if (at) at.scrollIntoView();
      else scrollTo(0, 0);
    };
    if (dialog.open) {
      addEventListener("popstate", () => setTimeout(go), { once: true });
      dialog.close();
    } else {
      this.close();
      this.field.blur();
      go();
    }
  }
}
