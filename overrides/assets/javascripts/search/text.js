// Words of a text: how they are written, where they stand, how they are compared.

// A word, or a number. A colon or an apostrophe begins an ending (SHL:n, client's), and a soft
// hyphen is no letter.
const TOKEN = /[\p{L}\p{M}\u00ad]+(?:[:'’][\p{L}\p{M}]+)?|\p{N}+/gu;

/** The form in which words are compared: lower case, no umlauts or other marks, no ending
 * behind a colon or an apostrophe. */
export function fold(word) {
  return word
    .replace(/[:'’].*|\u00ad/gsu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** The words of `text` in order: `{word, start, end}`, folded, with their place in the text.
 * `known` remembers what words are folded to: a text says the same ones again and again. */
export function words(text, known = new Map()) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    let word = known.get(match[0]);
    if (word === undefined) known.set(match[0], (word = fold(match[0])));
    if (word) found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

export const isNumber = (word) => /^\p{N}/u.test(word);
