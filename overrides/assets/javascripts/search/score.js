// Which pages answer a query, the best first.
import {
  COVERAGE, FIELD, GATHERED, IN_TITLE, LEADS, LEFT, NAMED, NEXT, PART, PASSING, QUALITY,
  SATURATION, SURE, TOLD, WHOLE_PHRASE, WHOLE_QUERY, WHOLE_TITLE,
} from "./weights.js";
import { together } from "./near.js";
import { importance, lead, meanings, parse, parts } from "./query.js";

const WEIGHTS = Object.values(FIELD);
const TEXT = Object.keys(FIELD).indexOf("text");
const HEADINGS = Object.keys(FIELD).indexOf("headings");

/** For each page what a term finds there: page number -> `{score, quality}`. */
function matches(found, index) {
  const pages = new Map();
  for (const [id, quality] of found) {
    for (const [page, fields] of index.postings[id]) {
      let entry = pages.get(page);
      if (!entry) pages.set(page, (entry = { quality: 0, evidence: 0, fields: new Float32Array(fields.length) }));
      entry.quality = Math.max(entry.quality, quality);
      entry.evidence = Math.max(entry.evidence, quality * standing(fields));
      for (let i = 0; i < fields.length; i += 1) {
        const value = fields[i] * quality;
        if (i === TEXT || i === HEADINGS) entry.fields[i] += value;
        else if (value > entry.fields[i]) entry.fields[i] = value;
      }
    }
  }
  for (const [page, entry] of pages) {
    entry.score = 0;
    const shared = index.pages[page].gathers ? GATHERED : 1;
    entry.fields.forEach((value, i) => {
      const counted = i === TEXT || i === HEADINGS ? value / (value + SATURATION) : value;
      entry.score += counted * WEIGHTS[i] * (i >= HEADINGS ? shared : 1);
    });
  }
  return pages;
}

/** How much of an answer a page is, by where in it a word stands. */
function standing(fields) {
  const [title, names, curated, headings, summary, text] = fields;
  if (title || names >= 1 || curated >= 1) return 1;
  if (names || curated) return PART;
  return PASSING[headings || summary || text >= 2 ? 0 : 1];
}

function analyse(term, index, cache) {
  const key = term.word + (term.last ? "~" : "");
  let known = cache.get(key);
  if (known) return known;
  const found = meanings(term, index);
  let pages = matches(found, index);
  const sure = index.vocabulary.get(term.stem) !== undefined;
  const pair = sure ? null : parts(term, index);
  if (pair) pages = withParts(pages, pair, found, index);
  const first = pages.size ? null : lead(term, index);
  if (first) pages = withLead(first, found, index);
  const entries = [...pages.values()];
  const matched = entries.reduce((sum, { quality }) => sum + quality, 0);
  const told = entries.some(({ evidence }) => evidence >= 1);
  known = { found, pages, matched, told, ...importance(term, index, matched) };
  cache.set(key, known);
  return known;
}

/** Adds the pages on which both parts of a compound stand, and the parts to what is marked: close
 * together, or both where the page says what it is about. */
function withParts(direct, pair, found, index) {
  const both = pair.map((part) => meanings(part, index));
  const [first, second] = both.map((meaning) => {
    for (const [id, quality] of meaning) {
      const lower = quality * QUALITY.parts;
      if (!(found.get(id) >= lower)) found.set(id, lower);
    }
    return matches(meaning, index);
  });
  const pages = new Map(direct);
  for (const [page, one] of first) {
    const two = second.get(page);
    if (!two) continue;
    const evidence = Math.min(one.evidence, two.evidence);
    if (evidence < TOLD && !together(index.pages[page], ...both)) continue;
    const score = QUALITY.parts * Math.sqrt(one.score * two.score);
    const quality = QUALITY.parts * Math.min(one.quality, two.quality);
    const known = pages.get(page) ?? { score: 0, quality: 0, evidence: 0 };
    pages.set(page, {
      score: Math.max(score, known.score),
      quality: Math.max(quality, known.quality),
      evidence: Math.max(QUALITY.parts * evidence, known.evidence),
    });
  }
  return pages;
}

/** The pages that are about what a compound begins with. */
function withLead(first, found, index) {
  for (const [id, quality] of meanings(first, index)) {
    if (quality >= QUALITY.grade) found.set(id, quality * QUALITY.lead);
  }
  return new Map([...matches(found, index)].filter(([, { evidence }]) => evidence >= SURE));
}

/** The pages that `text` meets, in no order: `{candidates, enough, qualities, asked}`. A candidate is
 * `{page, score, coverage, named, exact}`: how much of the query it covers, whether its whole title
 * is in it, whether the query is one of its names. `enough` is the coverage asked of an answer;
 * `asked` are the words of the query, each with what it may mean and what it weighs; `qualities` is,
 * for each term of the site, how surely it was meant. */
export function rank(text, index, cache = new Map()) {
  const terms = parse(text, index);
  const analysed = terms.map((term) => analyse(term, index, cache));
  const qualities = new Map();
  for (const { found } of analysed) {
    for (const [id, quality] of found) {
      if (!(qualities.get(id) >= quality)) qualities.set(id, quality);
    }
  }
  // A word that no page is about, however rare, asks for no more than those do of which one is.
  const known = analysed.filter(({ matched, weak }) => matched > 0 && !weak);
  const told = known.filter((term) => term.told);
  const telling = told.length ? told : known;
  const mean = telling.reduce((sum, { share }) => sum + share, 0) / telling.length || Infinity;
  const asks = (term) => (term.told ? term.share : Math.min(term.share, mean));
  const total = analysed.reduce((sum, term) => (term.matched || !term.weak ? sum + asks(term) : sum), 0);
  const enough = [COVERAGE.one, COVERAGE.two][analysed.length - 1] ?? COVERAGE.more;
  const called = index.called(text);
  const headed = index.headed(text);
  const candidates = [];
  const met = analysed.flatMap(({ pages }) => [...pages.keys()]);
  for (const number of new Set([...met, ...[...called].map((page) => page.number)])) {
    const page = index.pages[number];
    let [score, covered] = [0, 0];
    for (const term of analysed) {
      const entry = term.pages.get(number);
      if (!entry) continue;
      score += term.weight * entry.score;
      covered += asks(term) * entry.evidence;
    }
    const coverage = total ? covered / total : 0;
    const named = isNamed(page, qualities, index);
    score += bonuses(page, analysed, qualities, named);
    const answered = Math.max(coverage, named ? LEFT : 0);
    candidates.push({ page, score: score * answered * page.weight, coverage, named, exact: called.has(page), headed: headed.whole?.has(page) ? 1 : headed.asked?.has(page) ? 2 : 0 });
  }
  leadOn(candidates);
  return { candidates, enough, qualities, asked: analysed };
}

/** Lets the services share in what their situations score: who describes a situation is on the
 * way to them, also when their own pages use other words. */
function leadOn(candidates) {
  const shares = new Map();
  for (const { page, score } of candidates) {
    let share = score * LEADS;
    for (const service of page.leadsTo) {
      shares.set(service, Math.max(share, shares.get(service) ?? 0));
      share *= NEXT;
    }
  }
  for (const candidate of candidates) {
    candidate.score += shares.get(candidate.page) ?? 0;
    shares.delete(candidate.page);
  }
  for (const [page, score] of shares) {
    candidates.push({ page, score, coverage: 0, named: false, exact: false, headed: 0 });
  }
}

/** Whether the whole title of a page stands in the query, and says something. */
function isNamed(page, qualities, index) {
  const title = page.titleTerms.filter(({ id }) => id !== undefined);
  return (
    title.some(({ word }) => !index.isWeak(word)) &&
    title.every(({ id }) => qualities.get(id) >= NAMED)
  );
}

function bonuses(page, analysed, qualities, named) {
  let bonus = 0;
  const asked = analysed.filter(({ weak }) => !weak).length;
  const title = page.titleTerms.filter(({ id }) => id !== undefined);
  if (named) bonus += WHOLE_TITLE * (0.5 + 0.5 * Math.min(1, title.length / (asked || 1)));
  const titleIds = new Set(title.map(({ id }) => id));
  const inTitle = ({ found }) => [...titleIds].some((id) => found.get(id) >= SURE);
  if (analysed.every(inTitle)) bonus += IN_TITLE * analysed.reduce((sum, { weight }) => sum + weight, 0);
  let best = 0;
  for (const phrase of page.phrases) {
    if (phrase.every((id) => qualities.get(id) >= SURE)) {
      best = Math.max(best, phrase.length / Math.max(phrase.length, asked));
    }
  }
  if (best === 1 && analysed.length > 1) bonus += WHOLE_QUERY;
  return bonus + WHOLE_PHRASE * best ** 2 * analysed.reduce((sum, { weight }) => sum + weight, 0);
}
