// Which known questions a question is like, whatever its words: by runs of three letters.
import { fold } from "./text.js";

/** So many of the nearest are asked. */
const NEAREST = 12;
/** What is less like than this is not like at all. */
const UNLIKE = 0.1;
/** What a run of letters that no known question has adds to a question's length, beside one that a single question has. */
const STRANGE = 0.5;

/** The runs of a folded text: of each word with its edges, and of all words written together, so
 * that a space too many or too few changes little. A stem counts as one run, and so does that of
 * the plain word for what people say. */
function runs(words, stem, plainly) {
  const found = new Set();
  for (const word of [...words, ...words.map(plainly)]) found.add("=" + stem(word));
  for (const part of [words.join(""), ...words]) {
    const text = "_" + part + "_";
    for (let i = 0; i + 3 <= text.length; i += 1) found.add(text.slice(i, i + 3));
  }
  return found;
}

/** The words of a text as questions are compared. */
export const spoken = (text) => fold(text.replace(/[:'’]\p{L}+/gu, "")).match(/[\p{L}\p{N}]+/gu) ?? [];

export class Neighbours {
  /** `stem` and `plainly` give the stem of a folded word, and the plain word for it or itself. */
  constructor(stem, plainly) {
    this.stem = stem;
    this.plainly = plainly;
  }

  #items = new Map();
  #runs = new Map();

  /** Remember a question and the numbers of the pages that answer it (none: off topic); `asked` when
   * it is a labelled query, not a name or a word of a page. */
  add(text, pages, asked = false) {
    const words = spoken(text);
    const key = words.join(" ");
    if (!key) return;
    let item = this.#items.get(key);
    if (!item) this.#items.set(key, (item = { words, pages: new Set() }));
    for (const page of pages) item.pages.add(page);
    item.asked ||= asked;
  }

  /** Call once when all are known. */
  close() {
    this.items = [...this.#items.values()];
    for (const [number, item] of this.items.entries()) {
      item.runs = runs(item.words, this.stem, this.plainly);
      for (const run of item.runs) {
        const known = this.#runs.get(run);
        if (known) known.items.push(number);
        else this.#runs.set(run, { items: [number] });
      }
    }
    const count = this.items.length;
    for (const entry of this.#runs.values()) entry.weight = Math.log(1 + count / entry.items.length) ** 2;
    this.length = Float32Array.from(this.items, ({ runs }) =>
      Math.sqrt([...runs].reduce((sum, run) => sum + this.#runs.get(run).weight, 0)));
    // For each page the length of the sum of the questions that lead there, each of length 1.
    const sums = new Map();
    for (const [number, { pages, runs }] of this.items.entries()) {
      for (const page of pages) {
        if (!sums.has(page)) sums.set(page, new Map());
        const sum = sums.get(page);
        for (const run of runs) sum.set(run, (sum.get(run) ?? 0) + 1 / this.length[number]);
      }
    }
    this.lengths = new Map([...sums].map(([page, sum]) =>
      [page, Math.sqrt([...sum].reduce((whole, [run, part]) => whole + this.#runs.get(run).weight * part ** 2, 0))]));
    this.strange = (STRANGE * Math.log(1 + count)) ** 2;
    for (const item of this.items) delete item.runs;
    this.#items.clear();
  }

  /** The known questions most like `text`, `[{likeness, pages, asked}]`, likeness from 0 to 1; without
   * itself when it is asked what the others say of it (`others`). */
  near(text, others = false) {
    const asked = spoken(text);
    const itself = others ? asked.join(" ") : null;
    const shared = new Float32Array(this.items.length);
    let length = 0;
    for (const run of runs(asked, this.stem, this.plainly)) {
      const entry = this.#runs.get(run);
      length += entry ? entry.weight : this.strange;
      if (entry) for (const number of entry.items) shared[number] += entry.weight;
    }
    const own = Math.sqrt(length) || 1;
    const nearest = [];
    this.alike = new Map();
    for (let number = 0; number < shared.length; number += 1) {
      const likeness = shared[number] / (own * this.length[number]);
      if (likeness) for (const page of this.items[number].pages) this.alike.set(page, (this.alike.get(page) ?? 0) + likeness);
      if (likeness <= UNLIKE || (nearest.length === NEAREST && likeness <= nearest[NEAREST - 1].likeness)) continue;
      if (this.items[number].words.join(" ") === itself) continue;
      let place = nearest.length;
      while (place && nearest[place - 1].likeness < likeness) place -= 1;
      nearest.splice(place, 0, { likeness, pages: this.items[number].pages, asked: this.items[number].asked });
      if (nearest.length > NEAREST) nearest.pop();
    }
    return nearest;
  }

  /** How the nearest agree: for each page its share of their likeness and the likest that leads
   * there; `off`, the same of those that lead nowhere; `likest` of those that lead somewhere. */
  agreement(text, others = false) {
    const nearest = this.near(text, others);
    const total = nearest.reduce((sum, { likeness }) => sum + likeness ** 2, 0) || 1;
    const pages = new Map();
    const off = { share: 0, likest: 0 };
    let likest = 0;
    for (const { likeness, pages: led } of nearest) {
      const told = led.size ? [...led].map((page) => entryOf(pages, page)) : [off];
      if (led.size) likest = Math.max(likest, likeness);
      for (const entry of told) {
        entry.share += likeness ** 2 / total;
        entry.likest = Math.max(entry.likest, likeness);
      }
    }
    for (const [page, sum] of this.alike) this.alike.set(page, sum / this.lengths.get(page));
    const most = Math.max(0.001, ...this.alike.values());
    for (const [page, value] of this.alike) this.alike.set(page, value / most);
    return { pages, off, likest, nearest, total, alike: this.alike };
  }
}

function entryOf(pages, page) {
  let entry = pages.get(page);
  if (!entry) pages.set(page, (entry = { share: 0, likest: 0 }));
  return entry;
}
