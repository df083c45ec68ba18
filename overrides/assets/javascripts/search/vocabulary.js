// The site's own words: which of them a typed word may mean, and how surely.
import { distance, tolerance } from "./fuzzy.js";

/** The place of the first of `sorted` that is not before `word`. */
function lowerBound(sorted, word) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Vocabulary {
  constructor() {
    this.ids = new Map();
    this.terms = [];
  }

  /** The number of a term, given to it when it is met first. */
  id(term) {
    let id = this.ids.get(term);
    if (id === undefined) {
      id = this.terms.push(term) - 1;
      this.ids.set(term, id);
    }
    return id;
  }

  /** Call once when every term is known. `forms` are the words as written, with their terms. */
  close(forms) {
    this.sorted = [...this.terms].sort();
    this.forms = [...forms].filter(([form]) => form.length > 3 && !/\d/.test(form));
  }

  get(term) {
    return this.ids.get(term);
  }

  /** Every term that begins with `start`. */
  *startingWith(start) {
    for (let i = lowerBound(this.sorted, start); i < this.sorted.length; i += 1) {
      if (!this.sorted[i].startsWith(start)) return;
      yield this.sorted[i];
    }
  }

  /** Every term that has `part` inside it or at its end. */
  *containing(part) {
    for (const term of this.terms) {
      if (term.length > part.length && term.includes(part, 1)) yield term;
    }
  }

  /** The terms that lie nearest to a mistyped word, `[term, slips]`: of those whose written form
   * or stem is no further from it than is forgiven. */
  near(word, stem) {
    let limit = tolerance(word.length);
    let found = [];
    for (let i = 0; i < this.forms.length && limit; i += 1) {
      const [form, term] = this.forms[i];
      // Slips at the very beginning are seen at once; without this "president" is a resident.
      if (form[0] !== word[0]) continue;
      let slips = distance(word, form, limit);
      const forgiven = Math.min(limit, tolerance(stem.length));
      if (slips > 1 && stem.length > 4 && Math.abs(form.length - word.length) < 4) {
        const inStem = distance(stem, term, forgiven);
        if (inStem <= forgiven) slips = Math.min(slips, inStem);
      }
      if (slips > Math.min(limit, tolerance(form.length))) continue;
      // So short a word has many neighbours: only a letter left out.
      if (word.length === 4 && form.length !== 5) continue;
      if (slips < limit) [limit, found] = [slips, []];
      found.push([term, slips]);
    }
    return found;
  }
}
