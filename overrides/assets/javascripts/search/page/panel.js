// What stands below a search field: help, how it goes, results, ways on.
import { fragment } from "./address.js";
import { links, result } from "./draw.js";

export class Panel {
  /** `template` holds the panel and its words; `root` is the address below which results lie;
   * `heading` the element of a result's heading.
   * @param {HTMLTemplateElement} template @param {string} root @param {string} heading */
  constructor(template, root, heading) {
    this.words = template.dataset;
    this.template = template.content;
    this.element = this.template.querySelector(".kb-find__panel").cloneNode(true);
    this.root = root;
    this.heading = heading;
    this.shown = [];
    const find = (selector) => this.element.querySelector(selector);
    this.note = find(".kb-find__note");
    this.start = find("[data-kb-start]");
    this.sure = find("[data-kb-found]");
    this.maybe = find("[data-kb-maybe]");
    this.ways = find(".kb-find__ways");
    find(".kb-results__maybe").ariaLevel = heading[1];
  }

  get open() {
    return !this.element.hidden;
  }

  /** Everything in it that a key can reach, in order. */
  get stops() {
    return [...this.element.querySelectorAll("a")].filter((link) => link.offsetParent);
  }

  /** Show how it goes.
   * @param {string} state @param {object[]} results @param {string} query @param {object[]} start */
  show(state, results, query, start) {
    this.element.dataset.kbState = state;
    this.#say(state, results.filter(({ maybe }) => !maybe).length);
    this.#begin(state, start);
    const drawn = results.map((found) => this.#draw(found));
    this.shown = results;
    const split = (maybe) => drawn.filter((_, number) => Boolean(results[number].maybe) === maybe);
    this.sure.replaceChildren(...split(false));
    this.sure.hidden = !this.sure.childElementCount;
    const list = this.maybe.querySelector("ol");
    list.replaceChildren(...split(true));
    this.maybe.hidden = !list.childElementCount;
    this.ways.hidden = state !== "found" && state !== "none";
    for (const link of this.ways.querySelectorAll("a")) link.hash = fragment(query);
  }

  /** The address of a page of results for `query`. */
  resultsFor(query) {
    const { kbResults } = this.words;
    return kbResults && new URL(kbResults + fragment(query), location.href).href;
  }

  #say(state, count) {
    const words = this.template.querySelector(`[data-kb-for="${state}"]`);
    if (words) return this.note.replaceChildren(words.cloneNode(true));
    const { kbOne, kbMany, kbUnsure } = this.words;
    const told = count > 1 ? kbMany.replace("{n}", count) : count ? kbOne : kbUnsure;
    this.note.textContent = state === "found" ? told : "";
  }

  #begin(state, start) {
    this.start.hidden = state !== "idle";
    if (state !== "idle" || !start.length || this.start.querySelector("ul")) return;
    this.start.append(links(start.map((page) => ({ ...page, href: this.#address(page) }))));
  }

  #draw(found) {
    const called = (kind) =>
      this.template.querySelector(`[data-kb-kind="${kind}"]`)?.textContent ?? "";
    return result({ ...found, href: this.#address(found) }, called, this.heading);
  }

  #address({ url, section }) {
    return new URL(url, this.root).href + (section ? "#" + section.id : "");
  }
}
