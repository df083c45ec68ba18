// Every number of the ranking in one place; `kb bench search` tells what a change of one does.

/** How surely a term of the site is what the reader meant, by the way in which it was found. */
export const QUALITY = {
  same: 1,
  grade: 0.9,
  plain: 0.7,
  begins: 0.8,
  ends: 0.65,
  related: 0.55,
  oneSlip: 0.65,
  twoSlips: 0.5,
  parts: 0.75,
  lead: 0.6,
};

/** What is left of the quality of a compound when the word itself stands on the site, too. */
export const BESIDE = 0.6;

/** What a match counts for, by the part of the page in which it stands. */
export const FIELD = { title: 6, names: 4, words: 3, headings: 2.4, summary: 1.2, text: 2.1 };

/** What a name or a curated word adds when it holds a word that another one has already. */
export const AGAIN = 0.25;

/** How soon a word that comes again and again in the text counts for no more. */
export const SATURATION = 1.5;

/** What the text of changes and open questions weighs beside that of the page itself. */
export const SIDE = 0.35;

/** Numbers stand everywhere, weak words in every question. */
export const NUMBER = 0.35;
export const WEAK = 0.3;

/** A word is in a title or a phrase when it was meant at least so surely. */
export const SURE = 0.5;
export const NAMED = 0.66;

/** A query that is a page's whole name, and one that holds a whole phrase of its words. */
export const WHOLE_TITLE = 8;
export const IN_TITLE = 1.5;
export const WHOLE_PHRASE = 2.5;
export const WHOLE_QUERY = 8;

/** What is left of the score of a page that is named, however much else is asked. */
export const LEFT = 0.6;

/** How much of what was asked a page must answer: of one or two words, and of a long question. */
export const COVERAGE = { one: 0.38, two: 0.49, more: 0.36 };

/** What a part of a name or of a phrase is as an answer, beside the whole. */
export const PART = 0.9;

/** How much of an answer is a page that has a word only in its headings or again and again in
 * its text, and one that mentions it once. */
export const PASSING = [0.9, 0.75];

/** Parts of a compound that a page has with no less than this need not stand together on it. */
export const TOLD = 0.85;

/** What a match in the headings, the summary or the text of a page that gathers others' matter counts for. */
export const GATHERED = 0.3;

export const RESULTS = 10;

/** A page that holds so much less than is asked of an answer is perhaps of use; of those, so many. */
export const LESS = 0.6;
export const MOST_MAYBE = 5;

/** So large a share of what is like the query makes a page an answer without its words. */
export const SHARED = 0.15;

/** By so much less sure than the first situation must be, a second one may be. */
export const BESIDE_SHOWN = 1;

/** What of a situation's score goes to the first service to which it leads, and what of that to
 * each next one. */
export const LEADS = 0.15;
export const NEXT = 0.6;

/** Longer queries are cut: nobody types them, and a pasted letter must not hang the page. */
export const LONGEST = 300;
