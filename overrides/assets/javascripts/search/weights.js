// Every number of the ranking in one place; `kb bench search` tells what a change of one does.

/** How surely a term of the site is what the reader meant, by the way in which it was found. */
export const QUALITY = {
  same: 1,
  grade: 0.9,
  begins: 0.8,
  ends: 0.65,
  inside: 0.45,
  related: 0.5,
  oneSlip: 0.75,
  twoSlips: 0.6,
  parts: 0.75,
};

/** What a match counts for, by the part of the page in which it stands. */
export const FIELD = { title: 6, names: 4, words: 3, headings: 1.6, summary: 1.6, text: 1.4 };

/** How soon a word that comes again and again in the text counts for no more. */
export const SATURATION = 2.5;
export const LENGTH = 0.5;

/** What the text of changes and open questions weighs beside that of the page itself. */
export const SIDE = 0.35;

/** How likely a reader looks for a page of this kind. */
export const KIND = {
  service: 1,
  situation: 1,
  toolkit: 0.9,
  article: 0.35,
  index: 0.3,
  home: 0.2,
};

/** Numbers stand everywhere; the word before a number makes them say something (SHL 17). */
export const NUMBER = 0.35;
export const CITATION = 1.2;

/** A query that is a page's whole name, and one that holds a whole phrase of its words. */
export const WHOLE_TITLE = 8;
export const WHOLE_PHRASE = 2.5;

/** How much of what was asked a page must answer: of one or two words, and of a long question. */
export const COVERAGE = { short: 0.5, long: 0.34, exponent: 1 };

/** Pages that come to less than this share of the best one are noise. */
export const TAIL = 0.12;
export const RESULTS = 10;
