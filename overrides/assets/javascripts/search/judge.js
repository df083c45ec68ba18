// Which of the pages that a query met are shown as answers, which as perhaps of use, in which order.
import { GATE, RANK, SITUATION } from "./learned.js";
import { BESIDE_SHOWN, LESS, MOST_MAYBE, NEXT, RESULTS, SHARED } from "./weights.js";

/** What is known of each page that a query met, by words or by its neighbours: `candidates` as
 * score.js gives them, `agreement` as neighbours.js does. Of a situation also how sure it is that
 * the query describes it (`sure`), which the services share to which it leads. */
export function features({ candidates, enough }, agreement, pages) {
  const top = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const known = new Map(candidates.map((candidate) => [candidate.page, candidate]));
  for (const number of agreement.pages.keys()) {
    const page = pages[number];
    if (!known.has(page)) known.set(page, { page, score: 0, coverage: 0, named: false, exact: false, headed: 0 });
  }
  const whole = describes(agreement.nearest, pages);
  const found = [...known.values()].map(({ page, score, coverage, named, exact, headed }) => {
    const { share, likest } = agreement.pages.get(page.number) ?? { share: 0, likest: 0 };
    const told = { relative: score / top, score: Math.log1p(score), coverage, share, likest, alike: agreement.alike.get(page.number) ?? 0 };
    if (page.kind === "situation") {
      const situation = { ...told, ...whole };
      return { page, exact, enough, told: { ...told, named: Number(named) }, situation, sure: weigh(SITUATION, situation) };
    }
    Object.assign(told, {
      named: Number(named), gathers: Number(page.gathers), toolkit: Number(page.kind === "toolkit"),
      headed: Number(headed > 0), asked: Number(headed > 1),
    });
    return { page, exact, enough, told };
  });
  const led = new Map();
  for (const { page, sure } of found) {
    if (sure === undefined) continue;
    page.leadsTo.forEach((service, place) => {
      led.set(service, Math.max(NEXT ** place / (1 + Math.exp(-sure)), led.get(service) ?? 0));
    });
  }
  for (const entry of found) {
    if (entry.sure === undefined) entry.told.led = led.get(entry.page) ?? 0;
    entry.score = weigh(RANK, entry.told);
  }
  return found;
}

/** Whether questions like this one describe a situation: `described`, what share of the labelled ones
 * among the nearest, by likeness; `closer`, by how much the likest that does is liker than the others. */
function describes(nearest, pages) {
  const [yes, no] = [{ sum: 0, likest: 0 }, { sum: 0, likest: 0 }];
  for (const { likeness, pages: led, asked } of nearest) {
    if (!asked || !led.size) continue;
    const side = [...led].some((page) => pages[page].kind === "situation") ? yes : no;
    side.sum += likeness ** 2;
    side.likest = Math.max(side.likest, likeness);
  }
  return { described: yes.sum / (yes.sum + no.sum || 1), closer: yes.likest - no.likest };
}

/** What a query as a whole tells: of its best page and of what is off topic. */
export function overall(best, agreement, found) {
  const { coverage, named, share, likest } = best ? best.told : { coverage: 0, named: 0, share: 0, likest: 0 };
  return {
    situation: 1 / (1 + Math.exp(-found.reduce((most, { sure }) => (sure > most ? sure : most), -9))), alike: best?.told.alike ?? 0,
    coverage, enough: best ? coverage / best.enough : 0, named, share, likest,
    anyLikest: agreement.likest, both: coverage * likest, agreed: share * likest, offShare: agreement.off.share, offLikest: agreement.off.likest,
  };
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
  const sure = weigh(GATE, overall(best, agreement, found));
  if (!best.exact && sure < GATE.maybe) return [];
  const answered = best.exact || sure >= GATE.answer;
  // Where anything is shown, the three likeliest pages are.
  const likeliest = found.filter(({ sure }) => sure === undefined).slice(0, 3);
  const kept = found.filter((entry) => entry === best || likeliest.includes(entry) || fits(entry, LESS));
  const ordered = withSituations(kept, found.filter(({ sure }) => sure !== undefined));
  const fitting = ordered.filter((entry) => answered && (entry === best || entry.placed || fits(entry, 1)));
  // A situation that nobody described comes behind the third place, whatever of that is an answer.
  const firm = ({ placed, sure }) => placed || sure === undefined;
  const answers = fitting.filter(firm).length < 3 ? fitting.filter(firm) : fitting;
  const others = ordered.filter((entry) => !answers.includes(entry));
  const maybe = [...others.filter(firm), ...others.filter((entry) => !firm(entry))].slice(0, MOST_MAYBE);
  return [...answers, ...maybe]
    .slice(0, RESULTS)
    .map((entry) => ({ page: entry.page, score: entry.score, maybe: !answers.includes(entry) }));
}

/** Whether a page holds enough of what was asked, or what is like the query leads to it. */
function fits({ told, enough }, part) {
  return told.coverage >= part * enough || told.named > 0 || told.share >= part * SHARED;
}

/** The one or two situations that are shown among the first three. Where one is described, a second
 * one may be less sure: who describes a situation is often in two. */
function placed(described) {
  const [first, second] = described
    .map((entry) => ({ ...entry, placed: true }))
    .sort((a, b) => b.exact - a.exact || b.sure - a.sure);
  const passes = (entry, threshold) => entry && (entry.exact || entry.sure >= threshold);
  if (!passes(first, SITUATION.shown)) return [];
  return passes(second, SITUATION.shown - BESIDE_SHOWN) ? [first, second] : [first];
}

/** The first three places: the situations that the query describes, with a service among the first
 * two; the other situations come behind the third. */
function withSituations(kept, described) {
  const [first, second] = placed(described);
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
