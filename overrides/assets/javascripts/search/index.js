// The index in memory: what stands where, made once from the file that the build wrote.
import { AGAIN, FIELD, SIDE } from "./weights.js";
import { Neighbours, spoken } from "./neighbours.js";
import { fold, isNumber, words } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

/** The version of the index file that this engine reads. */
export const FORMAT = 4;

/** A name as it is known however it is written: folded, its words together. */
const joined = (text) => spoken(text).join("");

const FIELDS = Object.keys(FIELD);
const PLACE = Object.fromEntries(FIELDS.map((name, place) => [name, place]));

/** An index over `data`, the parsed file. Throws when the file is not one of ours. */
export class Index {
  constructor(data, language) {
    if (!data || data.format !== FORMAT || !Array.isArray(data.pages)) {
      throw new TypeError("index format");
    }
    this.language = language;
    /** Weight and nature of each kind of page: `{weight, gathers}` by its name. */
    this.kinds = data.kinds;
    this.weakStarts = data.weak.map(fold);
    this.vocabulary = new Vocabulary();
    this.stems = new Map();
    /** What people say, by its stem, with the plain word for it. */
    this.plain = new Map();
    for (const [plain, ...said] of (language.everyday ?? []).map(spoken)) {
      for (const word of said) this.plain.set(this.stem(word), plain);
    }
    this.folded = new Map();
    /** For each term: page number -> how much of it stands in each field. */
    this.postings = [];
    /** Pages by their names, written together: asuntoensin, prosos. */
    this.names = new Map();
    /** Pages by the headings of their sections, written together. */
    this.headings = new Map();
    /** Questions of which it is known which pages answer them: labelled ones, names and words. */
    this.neighbours = new Neighbours((word) => this.stem(word), (word) => this.plainly(word) ?? word);
    // The file holds columns: all addresses, all titles and so on.
    const [addresses = []] = data.pages;
    this.pages = addresses.map((_, number) => this.#page(data.pages.map((column) => column[number]), number));
    for (const [numbers, texts] of data.queries) {
      for (const text of texts.split("|")) this.neighbours.add(text, numbers, true);
    }
    this.neighbours.close();
    /** Abbreviations with the stem of the one word that they stand for (tk, terveyskeskus). */
    this.aliases = new Map();
    /** Abbreviations with the words, more than one, that they stand for (PTA, palvelutarpeen arviointi). */
    this.spelledOut = new Map();
    for (const [short, long] of data.aliases) {
      const said = words(long.replace(/[(,].*/, "")).map(({ word }) => word).filter((word) => !language.stop.has(word));
      if (said.length === 1) this.aliases.set(fold(short), [this.stem(said[0])]);
      else this.spelledOut.set(fold(short), said);
    }
    for (const page of this.pages) {
      page.leadsTo = page.leadsTo
        .map((url) => this.pages.find((other) => other.url.endsWith(url)))
        .filter(Boolean);
    }
    this.vocabulary.close(this.stems);
    this.written = new Set(this.stems.keys());
  }

  /** The term of a folded word. */
  stem(word) {
    let stem = this.stems.get(word);
    if (stem === undefined) {
      stem = isNumber(word) ? word : this.language.stem(word);
      this.stems.set(word, stem);
    }
    return stem;
  }

  /** The plain word for what people say; undefined where it is none of that. */
  plainly(word) {
    const stem = this.stem(word);
    return this.plain.get(stem) ?? this.language.variants(stem).map((other) => this.plain.get(other)).find(Boolean);
  }

  /** Whether a folded word says little: in any question, or on any page of this site. */
  isWeak(word) {
    return this.language.weak.test(word) || this.weakStarts.some((start) => word.startsWith(start));
  }

  /** The words for which an abbreviation stands that the site uses nowhere but where it is explained. */
  spellOut(word) {
    const said = this.spelledOut.get(word);
    const used = this.postings[this.vocabulary.get(this.stem(word))]?.keys() ?? [];
    return said && [...used].every((page) => this.pages[page].gathers) ? said : null;
  }

  /** How much a term, by its number, stands in titles, names and curated words of pages. */
  naming(id) {
    let sum = 0;
    for (const fields of this.postings[id].values()) {
      sum += fields[PLACE.title] * FIELD.title + fields[PLACE.names] * FIELD.names + fields[PLACE.words] * FIELD.words;
    }
    return sum;
  }

  /** Whether a folded word stands on the site as it is written. */
  isWord(word) {
    return this.written.has(word) && this.vocabulary.get(this.stems.get(word)) !== undefined;
  }

  /** The pages of which `text` is a name, or all of it that is not said of anything else (`what is
   * …`), however its words are written together or apart. */
  called(text) {
    return this.names.get(joined(text)) ?? this.names.get(this.#told(text)) ?? new Set();
  }

  /** The pages with a section of which the same is true: `whole`, or of what is asked about. */
  headed(text) {
    return { whole: this.headings.get(joined(text)), asked: this.headings.get(this.#told(text)) };
  }

  /** The telling words of a text, written together. */
  #told(text) {
    return spoken(text).filter((word) => !this.language.stop.has(word) && !this.isWeak(word)).join("");
  }

  #page([url, kind, title, summary, names, phrases, sections, leadsTo], number) {
    const page = { url, kind, ...this.kinds[kind], title, summary, leadsTo, number, phrases: [], sections: [] };
    // A word that is the whole title says more than one of many.
    const alone = (text) => 1 / Math.sqrt(words(text).length || 1);
    page.titleTerms = this.#add(number, "title", title, alone(title));
    this.#call(page, title);
    for (const name of names.split("|")) {
      this.#phrase(page, this.#add(number, "names", name, alone(name)));
      this.#call(page, name);
    }
    for (const phrase of phrases.split("|")) {
      this.#phrase(page, this.#add(number, "words", phrase, alone(phrase)));
      this.neighbours.add(phrase, [number]);
    }
    page.summaryTerms = this.#add(number, "summary", summary, 1);
    for (const [id, heading, text, side] of sections) {
      const section = { id, heading, text, side: Boolean(side) };
      remember(this.headings, heading, page);
      section.headingTerms = this.#add(number, "headings", heading, side ? SIDE : 1);
      section.terms = this.#add(number, "text", text, side ? SIDE : 1);
      page.sections.push(section);
    }
    return page;
  }

  /** Remembers that a page is called so. */
  #call(page, name) {
    this.neighbours.add(name, [page.number]);
    for (const [called, key] of remember(this.names, name, page)) {
      // Also with an ending: prososin, asuntoensista.
      if (spoken(called).length === 2) this.#count(this.stem(key), page.number, "names", 1);
    }
  }

  /** Remembers terms that say more together than each alone. */
  #phrase(page, terms) {
    const telling = terms.filter(({ id }) => id !== undefined).map(({ id }) => id);
    if (telling.length > 1) page.phrases.push(telling);
  }

  #add(page, field, text, weight) {
    const found = words(text, this.folded);
    found.forEach((token, place) => {
      if (this.language.stop.has(token.word)) return;
      token.id = this.#count(this.stem(token.word), page, field, weight);
      // "SHL 17 §" is also one term, so that it is not any 17.
      if (place && isNumber(token.word)) this.#count(found[place - 1].word + token.word, page, field, weight);
    });
    return found;
  }

  #count(term, page, field, weight) {
    const id = this.vocabulary.id(term);
    const pages = (this.postings[id] ??= new Map());
    let fields = pages.get(page);
    if (!fields) pages.set(page, (fields = new Float32Array(FIELDS.length)));
    const place = PLACE[field];
    if (field === "text" || field === "headings") fields[place] += weight;
    else if ((field === "names" || field === "words") && fields[place]) {
      // What is said again in other words counts, but less each time.
      fields[place] = Math.max(fields[place], weight) + Math.min(fields[place], weight) * AGAIN;
    }
    else if (fields[place] < weight) fields[place] = weight;
    return id;
  }
}

/** Remembers a page by a name, with and without what stands in brackets; gives each with its key. */
function remember(map, name, page) {
  const [, before, inside] = /^([^(]*)\(([^)]*)\)/.exec(name) ?? [];
  const found = [name, before, inside].filter(Boolean).map((called) => [called, joined(called)]).filter(([, key]) => key);
  for (const [, key] of found) map.set(key, (map.get(key) ?? new Set()).add(page));
  return found;
}
