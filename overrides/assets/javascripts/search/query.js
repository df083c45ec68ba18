// What a reader typed, as terms of the site: each with all it may mean, and how surely.
import { BESIDE, LONGEST, NUMBER, QUALITY, WEAK } from "./weights.js";
import { isNumber, words } from "./text.js";

const MOST_WORDS = 24;
// A beginning must be so long that it means something by itself (korvaushoito-, not auto-).
const LONG = 7;
// A word of so many letters and a full stop is cut short, known or not.
const SHORT = 4;

/** The telling words of a query: `{word, stem, last}`, the last one perhaps still being typed.
 * Empty when there is none. */
export function parse(text, index) {
  const found = words(text.slice(0, LONGEST)).slice(0, MOST_WORDS);
  const { stop } = index.language;
  const terms = [];
  spell(found, text);
  spellOut(found, index);
  shortened(found, text, index);
  join(found, index);
  apart(found, index);
  found.forEach(({ word, stem, short, whole }, place) => {
    // Of a word that is cut short only the beginning is known, as of one that is being typed.
    const last = short || (place === found.length - 1 && /[\p{L}\p{N}]$/u.test(text));
    if (stop.has(word)) return;
    if (terms.some((term) => term.word === word)) return;
    terms.push({ word, stem: stem ?? index.stem(word), last, whole });
  });
  return terms;
}

/** Writes letters that stand alone together: "S.H.L.", "k e l a". */
function spell(found, text) {
  const alone = ({ word, start, end }) => word.length === 1 && end - start === 1 && !isNumber(word);
  for (let i = 0; i + 1 < found.length; ) {
    const [one, two] = [found[i], found[i + 1]];
    const close = one.spelt || alone(one);
    if (close && alone(two) && /^\W{1,2}$/.test(text.slice(one.end, two.start))) {
      found.splice(i, 2, { ...two, word: one.word + two.word, spelt: true });
    } else i += 1;
  }
}

/** Reads an abbreviation as the words for which it stands, where pages write those. */
function spellOut(found, index) {
  for (let i = 0; i < found.length; i += 1) {
    const said = index.spellOut(found[i].word);
    if (said) found.splice(i, 1, ...said.map((word) => ({ ...found[i], word })));
  }
}

/** Reads words that are cut short with a full stop: two beginnings of one compound, "as. neuv.",
 * as the compounds that the site has in titles and names; others as beginnings. */
function shortened(found, text, index) {
  for (let i = 0; i < found.length; i += 1) {
    const { word, end } = found[i];
    if (text[end] !== "." || word.length < 2 || isNumber(word)) continue;
    const next = found[i + 1];
    const known = index.vocabulary.get(index.stem(word)) !== undefined;
    // What is long and known ends a sentence.
    const whole = next && !(known && word.length > SHORT) ? compounds(word, next.word, index) : [];
    if (whole.length) found.splice(i, 2, { ...next, word: whole[0], stem: whole[0], whole });
    else if (!known) found[i].short = true;
  }
}

/** The terms that begin with `first` and go on with `second`, those first that name pages most. */
function compounds(first, second, index) {
  const stem = index.stem(second);
  return [...index.vocabulary.startingWith(first)]
    .filter((term) => term.includes(second, first.length) || (stem.length > 3 && term.includes(stem, first.length)))
    .map((term) => ({ term, names: index.naming(index.vocabulary.get(term)) }))
    .filter(({ names }) => names)
    .sort((a, b) => b.names - a.names)
    .map(({ term }) => term);
}

/** Writes apart what the site writes apart: "housingadvice", where it knows neither the whole nor
 * a compound with it. */
function apart(found, index) {
  for (let i = 0; i < found.length; i += 1) {
    const { word, stem } = found[i];
    if (stem || word.length < 7 || isNumber(word) || index.vocabulary.get(index.stem(word)) !== undefined) continue;
    if (index.language.compounds) continue;
    let best = null;
    for (let at = 3; at <= word.length - 3; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      const evenness = Math.min(at, word.length - at);
      if (halves.every((half) => index.isWord(half)) && !(best?.evenness >= evenness)) best = { halves, evenness };
    }
    if (best) found.splice(i, 1, ...best.halves.map((half) => ({ ...found[i], word: half })));
  }
}

/** Writes together what the site writes together: "tuki porras", "velka neuvonta"; a number also
 * with the word before it: "SHL 17". */
function join(found, index) {
  const { stop } = index.language;
  const separate = ({ word }) => word.length < 3 || isNumber(word) || stop.has(word);
  for (let i = 0; i + 1 < found.length; ) {
    const word = found[i].word + found[i + 1].word;
    const stem = index.stem(word);
    if (isNumber(found[i + 1].word) && index.vocabulary.get(word) !== undefined) found[i + 1].word = word;
    // What is left of the second word tells that it is a compound, not the first one inflected.
    const known = !separate(found[i]) && !separate(found[i + 1]) &&
      stem.length >= found[i].word.length + 2 && index.vocabulary.get(stem) !== undefined;
    if (known) found.splice(i, 2, { ...found[i], word });
    else i += 1;
  }
}

/** What `term` may mean: term number -> quality. */
export function meanings(term, index) {
  const { vocabulary, language } = index;
  const found = new Map();
  const add = (other, quality) => {
    const id = vocabulary.get(other);
    if (id !== undefined && !(found.get(id) >= quality)) found.set(id, quality);
  };
  const { word, stem } = term;
  add(stem, QUALITY.same);
  for (const other of term.whole ?? []) add(other, QUALITY.grade);
  if (term.whole) return found;
  if (isNumber(word)) return found;
  for (const long of index.aliases.get(word) ?? []) add(long, QUALITY.grade);
  for (const other of language.variants(stem)) add(other, QUALITY.grade);
  const plain = index.plainly(word);
  if (plain) {
    const base = index.stem(plain);
    for (const other of [base, ...language.variants(base)]) add(other, QUALITY.plain);
  }
  const sure = found.size > 0;

  // When the word itself is on the site, compounds with it are second to it.
  const compound = sure ? BESIDE : 1;
  const shortest = term.last ? 2 : 4;
  const starts = new Set(word.length >= shortest ? [word] : []);
  for (const part of [stem, ...language.variants(stem)]) {
    if (part.length >= (part === stem ? 4 : 6)) starts.add(part);
  }
  let begun = false;
  for (const start of starts) {
    for (const other of vocabulary.startingWith(start)) {
      if (other === stem || /\d/.test(other)) continue;
      begun ||= start === word;
      add(other, compound * QUALITY.begins * (0.5 + (0.5 * start.length) / other.length));
    }
  }
  for (const part of [stem, ...language.variants(stem)]) {
    if (part.length < 4) continue;
    for (const other of vocabulary.containing(part)) {
      if (other.endsWith(part) && other.length >= part.length + 3) add(other, compound * QUALITY.ends);
    }
  }
  if (found.get(vocabulary.get(stem)) !== QUALITY.same) {
    // A compound of which the site knows both parts means them, and nothing that looks alike.
    if (!sure && stem.length >= 5 && !parts(term, index)) related(stem, index, add);
    // A word that is still being typed is no slip of the pen.
    if (!begun || !term.last) {
      for (const [other, slips] of vocabulary.near(word, stem)) {
        add(other, slips === 1 ? QUALITY.oneSlip : QUALITY.twoSlips);
      }
    }
  }
  return found;
}

// Words of one root whose endings differ more than a stemmer takes: velkaantua, velkaantunut.
function related(stem, { vocabulary }, add) {
  const shared = stem.slice(0, Math.max(5, stem.length - 4));
  for (const other of vocabulary.startingWith(shared)) {
    if (other.length - shared.length <= 4) add(other, QUALITY.related);
  }
}

/** The two words of which a compound is made, when the site knows both; null otherwise. */
export function parts(term, index) {
  const { language } = index;
  const { word } = term;
  if (!language.compounds || word.length < 8 || isNumber(word)) return null;
  let best = null;
  for (let at = 4; at <= word.length - 4; at += 1) {
    const first = word.slice(0, at);
    const modifier = known(first, index) ?? (/[ns]$/.test(first) ? known(first.slice(0, -1), index) : null);
    if (modifier === null) continue;
    const knownHead = known(word.slice(at), index);
    if (knownHead === null) continue;
    // The most even split of those that are possible: the shorter part as long as can be.
    const evenness = Math.min(at, word.length - at);
    if (!best || evenness > best.evenness) best = { evenness, parts: [modifier, knownHead] };
  }
  return best?.parts ?? null;
}

/** What an unknown compound begins with, the longest that the site knows; null when it is none. */
export function lead({ word }, index) {
  for (let at = index.language.compounds ? word.length - 3 : 0; at >= LONG; at -= 1) {
    for (const start of [word.slice(0, at), word.slice(0, at).replace(/n$/, "")]) {
      const stem = index.stem(start);
      // What the stemmer takes more of is no word of its own.
      if (stem.length >= LONG - 1 && index.vocabulary.get(stem) !== undefined) return { word: start, stem };
    }
  }
  return null;
}

function known(word, index) {
  const stem = index.stem(word);
  // What is so short is an ending.
  if (stem.length < 3 || word.length < 4) return null;
  if ([stem, ...index.language.variants(stem)].some((other) => index.vocabulary.get(other) !== undefined)) {
    return { word, stem, last: false };
  }
  return null;
}

/** What a term weighs among the others of its query, the rarer, the more; `share` is what it is
 * of the whole that was asked. */
export function importance(term, index, matched) {
  const rarity = Math.log(1 + (index.pages.length - matched + 0.5) / (matched + 0.5));
  const weak = index.isWeak(term.word);
  const weight = rarity * (isNumber(term.word) ? NUMBER : weak ? WEAK : 1);
  return { weak, weight, share: Math.sqrt(weight) };
}
