// How many slips of the pen lie between two words.

/** The number of insertions, deletions, replacements and swaps of neighbours that make `b` of
 * `a`, or `limit + 1` as soon as it is more than `limit`. */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** How many slips are forgiven in a word of this length. */
export const tolerance = (length) => (length < 4 ? 0 : length < 9 ? 1 : 2);
