// Whether the two parts of a compound stand so close together that they mean it.

// So many words apart they are still of one phrase.
const APART = 6;

/** Whether one of `first` and one of `second`, sets of terms, stand close together on `page`. */
export function together(page, first, second) {
  const blocks = [page.titleTerms, page.summaryTerms, ...page.sections.map(({ terms }) => terms)];
  return blocks.some((terms) => {
    let [one, two] = [-Infinity, Infinity];
    return terms.some(({ id }, place) => {
      if (first.has(id)) one = place;
      if (second.has(id)) two = place;
      return Math.abs(one - two) <= APART;
    });
  });
}
