// What a result shows of its page: the best section, a sentence of it, the matching words marked.

const EXCERPT = 180;

/** The section that answers best, or null when the beginning of the page does. */
export function bestSection(page, asked) {
  let [best, most] = [null, worth([...page.summaryTerms, ...page.titleTerms], asked)];
  for (const section of page.sections) {
    const value = worth([...section.terms, ...section.headingTerms], asked) * (section.side ? 0.7 : 1);
    if (value > most) [best, most] = [section, value];
  }
  return best;
}

/** How much of what was asked stands among `terms`: each word of the query as it is met best. */
function worth(terms, asked) {
  let sum = 0;
  for (const { found, weight } of asked) {
    let best = 0;
    for (const { id } of terms) best = Math.max(best, found.get(id) ?? 0);
    sum += weight * best;
  }
  return sum;
}

/** The sentence of `text` that holds most of what was asked, in pieces (see `mark`). */
export function excerpt(text, terms, qualities, asked) {
  let [start, end, most] = [0, text.length, -1];
  for (const match of text.matchAll(/[^\n]+?(?:[.!?](?=\s|$)|$)/gmu)) {
    const inside = terms.filter((t) => t.start >= match.index && t.end <= match.index + match[0].length);
    const value = worth(inside, asked);
    if (value > most) [start, end, most] = [match.index, match.index + match[0].length, value];
  }
  return mark(text, terms, qualities, ...window_(text, start, end, terms, qualities));
}

/** A stretch of at most EXCERPT characters of a sentence, from before its first match. */
function window_(text, start, end, terms, qualities) {
  while (/\s/.test(text[start] ?? "")) start += 1;
  if (end - start <= EXCERPT) return [start, end];
  const first = terms.find((term) => term.start >= start && qualities.has(term.id));
  if (first && first.end > start + EXCERPT - 40) {
    start = text.indexOf(" ", first.start - 60) + 1;
  }
  if (end - start <= EXCERPT) return [start, end];
  const cut = text.lastIndexOf(" ", start + EXCERPT);
  return [start, cut > start ? cut : start + EXCERPT];
}

/** `text` from `start` to `end` in pieces, of which every second one is a word that was meant. */
export function mark(text, terms, qualities, start = 0, end = text.length) {
  const pieces = [];
  let at = start;
  for (const term of terms) {
    if (term.start < at || term.end > end || !qualities.has(term.id)) continue;
    pieces.push(text.slice(at, term.start), text.slice(term.start, term.end));
    at = term.end;
  }
  pieces.push(text.slice(at, end));
  if (start > 0 && !/[\n.!?]\s*$/.test(text.slice(0, start))) pieces[0] = "… " + pieces[0];
  const whole = end >= text.length || /[.!?]$/.test(text.slice(0, end)) || text[end] === "\n";
  if (!whole) pieces.push(pieces.pop() + " …");
  return pieces;
}

/** The words of a page as they are written there that were meant, the surest first. */
export function wordsToMark(page, qualities, most = 12) {
  const found = new Map();
  const texts = [[page.title, page.titleTerms], [page.summary, page.summaryTerms]];
  for (const { text, terms } of page.sections) texts.push([text, terms]);
  for (const [text, terms] of texts) {
    for (const { id, start, end } of terms) {
      const quality = qualities.get(id);
      if (quality) found.set(text.slice(start, end).toLowerCase(), quality);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, most).map(([word]) => word);
}
