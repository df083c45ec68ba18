// The search engine: an index file in, answers to queries out. Knows no page and no browser.
import { Index } from "./index.js";
import { judge } from "./judge.js";
import { rank } from "./score.js";
import { bestSection, excerpt, mark, wordsToMark } from "./snippet.js";
import { LONGEST } from "./weights.js";

/** An engine over `data`, a parsed index file, in a language (fi.js, en.js). Throws when the
 * file is not one that it can read. */
export function createSearch(data, language) {
  const index = new Index(data, language);
  const cache = new Map();

  /** The answers to `query`, best first: `{url, kind, score, maybe, title, excerpt, section,
   * words}`; `maybe` ones, behind the others, are less sure. `title` and `excerpt` are pieces of
   * text, of which every second one was meant; nothing is markup. */
  function search(query) {
    if (cache.size > 2000) cache.clear();
    const text = String(query).slice(0, LONGEST);
    const ranked = rank(text, index, cache);
    const { qualities, asked } = ranked;
    return judge(ranked, index.neighbours.agreement(text), index.pages).map(({ page, score, maybe }) => {
      const section = bestSection(page, asked);
      const [text, terms] = section ? [section.text, section.terms] : [page.summary, page.summaryTerms];
      return {
        url: page.url,
        kind: page.kind,
        score,
        maybe,
        title: mark(page.title, page.titleTerms, qualities),
        excerpt: excerpt(text, terms, qualities, asked),
        section: section?.id ? { id: section.id, heading: section.heading } : null,
        words: wordsToMark(page, qualities),
      };
    });
  }

  /** The situations, in the order of the index: for who has not asked anything yet. */
  search.start = index.pages
    .filter(({ kind }) => kind === "situation")
    .map(({ url, title }) => ({ url, title }));
  return search;
}
