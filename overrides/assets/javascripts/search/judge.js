// Which of the pages that a query met are shown as answers, which as perhaps of use, in which order.
import { GATE, RANK, SITUATION } from "./learned.js";
import { LESS, MOST_MAYBE, RESULTS, SHARED } from "./weights.js";

/** What is known of each page that a query met, by words or by its neighbours: `candidates` as
 * score.js gives them, `agreement` as neighbours.js does. */
export function features({ candidates, enough }, agreement, pages) {
  const top = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const known = new Map(candidates.map((candidate) => [candidate.page, candidate]));
  for (const number of agreement.pages.keys()) {
    const page = pages[number];
    if (!known.has(page)) known.set(page, { page, score: 0, coverage: 0, named: false, exact: false });
  }
  return [...known.values()].map(({ page, score, coverage, named, exact }) => {
    const { share, likest } = agreement.pages.get(page.number) ?? { share: 0, likest: 0 };
    const told = {
      relative: score / top, score: Math.log1p(score), coverage, named: Number(named),
      share, likest, gathers: Number(page.gathers),
    };
    return { page, exact, enough, told, score: weigh(RANK, told) };
  });
}

/** What a query as a whole tells: of its best page and of what is off topic. */
export function overall(best, agreement) {
  const { coverage, named, share, likest } = best ? best.told : { coverage: 0, named: 0, share: 0, likest: 0 };
  return {
    coverage, enough: best ? coverage / best.enough : 0, named, share, likest,
    anyLikest: agreement.likest, offShare: agreement.off.share, offLikest: agreement.off.likest,
  };
}

/** How much a situation is what the query describes; `described`: how much of what is like the
 * query describes any. */
export function situations(found, agreement, pages) {
  let described = 0;
  for (const { likeness, pages: led } of agreement.nearest) {
    if ([...led].some((page) => pages[page].kind === "situation")) described += likeness ** 2 / agreement.total;
  }
  return found
    .filter(({ page }) => page.kind === "situation")
    .map((entry) => ({ ...entry, situation: { ...entry.told, described } }));
}

/** The sum of what is told, each with its weight. */
function weigh(weights, told) {
  let sum = weights.base ?? 0;
  for (const name of Object.keys(told)) sum += (weights[name] ?? 0) * told[name];
  return sum;
}

/** The results in the order in which they are shown: `{page, score, maybe}`, answers before what
 * is perhaps of use. Empty when nothing fits. */
export function judge(ranked, agreement, pages) {
  const found = features(ranked, agreement, pages).filter(({ page }) => page.weight);
  found.sort((a, b) => b.exact - a.exact || b.score - a.score);
  const [best] = found;
  if (!best) return [];
  const sure = weigh(GATE, overall(best, agreement));
  if (!best.exact && sure < GATE.maybe) return [];
  const answered = best.exact || sure >= GATE.answer;
  const kept = found.filter((entry) => entry === best || fits(entry, LESS));
  const ordered = withSituations(kept, situations(found, agreement, pages));
  const answers = ordered.filter((entry) => answered && (entry === best || entry.placed || fits(entry, 1)));
  const maybe = ordered.filter((entry) => !answers.includes(entry)).slice(0, MOST_MAYBE);
  return [...answers, ...maybe]
    .slice(0, RESULTS)
    .map((entry) => ({ page: entry.page, score: entry.score, maybe: !answers.includes(entry) }));
}

/** Whether a page holds enough of what was asked, or what is like the query leads to it. */
function fits({ told, enough }, part) {
  return told.coverage >= part * enough || told.named > 0 || told.share >= part * SHARED;
}

/** The first three places: the situations that the query describes, with a service among the first
 * two; the other situations come behind the third. */
function withSituations(kept, described) {
  const [first, second] = described
    .map((entry) => ({ ...entry, placed: true, sure: weigh(SITUATION, entry.situation) }))
    .filter(({ sure, exact }) => exact || sure >= SITUATION.shown)
    .sort((a, b) => b.exact - a.exact || b.sure - a.sure);
  const shown = [first, second].filter(Boolean);
  const others = kept.filter(({ page }) => !shown.some((entry) => entry.page === page));
  const head = others.filter(({ page }) => page.kind !== "situation").slice(0, 3 - shown.length);
  // Who writes the name of a page means that page.
  const named = head.filter(({ exact }) => exact).length;
  const opens = first && (first.exact || (first.sure >= SITUATION.first && !named));
  if (first) head.splice(opens ? 0 : Math.max(named, 1), 0, first);
  if (second) head.push(second);
  // Where fewer services are met, a situation that nobody described does not move up for them.
  const rest = others.filter((entry) => !head.includes(entry));
  if (!head.length || head.length >= 3) return [...head, ...rest];
  return [...head, ...rest.filter(({ page }) => page.kind !== "situation")];
}
