"""How well the search finds, asked of its engine in V8: of all queries, of unseen ones, of damaged.

A query is unseen when the batch from which it comes is left out of what the search learned: out of
its labelled queries and, where they say the same, out of the words of the pages.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.damage import KINDS
from bench.folds import Fold, folds, slug
from bench.learn import learn
from bench.v8 import Script, search_engine
from kb.model.base import Lang
from kb.model.queries import Query
from kb.model.words import Words

MISSES = ("second, third", "lower", "not there", "nothing", "off, answer", "off, maybe")
"""Where the first right answer is, or what a query that has none is told."""

Results = Sequence[Mapping[str, object]]
_ASK = """
globalThis.ask = (texts) =>
  texts.map((text) => search(text).map(({url, kind, maybe}) => ({url, kind, maybe})));
"""


@dataclass(frozen=True)
class Figures:
    """What came of some queries, in per cent."""

    asked: int
    """How many are on topic."""
    first: float
    """The right page first, situations not counted."""
    first_three: float
    empty: float
    """On topic, and nothing shown at all."""
    off_topic: int
    off_answered: float
    off_maybe: float
    described: float
    """A fitting situation among the first three of all, of the queries that describe one."""
    undescribed: float
    """Any situation there, of those that describe none."""


def rank(query: Query, results: Results) -> int:
    """The place of the first right answer, situations not counted; 0 where there is none."""
    pages = [slug(str(result["url"])) for result in results if result["kind"] != "situation"]
    return next((n for n, page in enumerate(pages, 1) if page in query.slugs), 0)


def figures(found: Iterable[tuple[Query, Results]]) -> Figures:
    """What came of queries and their results."""
    pairs = list(found)
    on_topic = [(query, results) for query, results in pairs if query.slugs]
    off = [results for query, results in pairs if not query.slugs]
    ranks = [rank(query, results) for query, results in on_topic]
    return Figures(
        len(on_topic),
        share(place == 1 for place in ranks),
        share(0 < place <= 3 for place in ranks),
        share(not results for _, results in on_topic),
        len(off),
        share(bool(results) and not results[0]["maybe"] for results in off),
        share(bool(results) and bool(results[0]["maybe"]) for results in off),
        share(
            bool(query.situations & {slug(str(result["url"])) for result in results[:3]})
            for query, results in on_topic
            if query.situations
        ),
        share(
            any(result["kind"] == "situation" for result in results[:3])
            for query, results in on_topic
            if not query.situations
        ),
    )


def share(values: Iterable[bool]) -> float:
    """Per cent of what is true; 0 of nothing."""
    found = list(values)
    return 100 * sum(found) / len(found) if found else 0.0


def engine(lang: Lang, index: str) -> Script:
    """An engine whose function `ask(texts)` answers many queries at once."""
    script = search_engine(lang, index)
    script.run(_ASK)
    return script


def unseen(
    seen: Sequence[Fold], batches: Iterable[str] | None = None
) -> dict[tuple[Lang, str], list[tuple[Query, Results]]]:
    """Each query of one batch only with its results, by language and batch.

    Nothing of the batch was learned: no query, no word, no weight, no threshold.

    Args:
        seen: Every batch, as the engine sees it.
        batches: Those that are wanted; all unless told.
    """
    found = {}
    for batch in dict.fromkeys(batches or (fold.batch for fold in seen)):
        tables = learn(seen, but=batch)
        for fold in seen:
            if fold.batch == batch:
                found[fold.queries[0].lang, batch] = fold.answers(tables)
    return found


def misses(found: Iterable[tuple[Query, Results]]) -> dict[str, int]:
    """How many queries are answered less than well, by the kind of miss."""
    told: dict[str, int] = dict.fromkeys(MISSES, 0)
    for query, results in found:
        place = rank(query, results)
        if not query.slugs:
            kind = None if not results else "off, maybe" if results[0]["maybe"] else "off, answer"
        elif not results:
            kind = "nothing"
        elif place == 0:
            kind = "not there"
        elif place > 1:
            kind = "second, third" if place <= 3 else "lower"
        else:
            kind = None
        if kind:
            told[kind] += 1
    return told


def damaged(
    lang: Lang, index: str, queries: Sequence[Query], opener: str
) -> Iterator[tuple[str, int, float, float]]:
    """For each kind of damage how many queries, and per cent right first, in the first three.

    Args:
        lang: The language of the index; other queries are left out.
        index: The index file.
        queries: What is damaged and asked.
        opener: How the language begins a spoken question.
    """
    script = engine(lang, index)
    on_topic = [query for query in queries if query.slugs and query.lang == lang]
    for kind, damage in KINDS.items():
        texts = [(query, damage(query.text, opener)) for query in on_topic]
        asked = [(query, text) for query, text in texts if text and text != query.text]
        answers = script.call("ask", [text for _, text in asked])
        ranks = [rank(query, found) for (query, _), found in zip(asked, answers, strict=True)]
        yield (
            kind,
            len(asked),
            share(place == 1 for place in ranks),
            share(0 < place <= 3 for place in ranks),
        )


def report(
    indices: Mapping[Lang, str],
    queries: Sequence[Query],
    known: Sequence[Query],
    words: Words,
    openers: Mapping[Lang, str],
) -> Iterator[str]:
    """The lines that `kb bench search` prints of it.

    Args:
        indices: The index file of each language.
        queries: What is asked.
        known: The labelled queries of which the search learned. Of what is asked, the batches among
            them are also asked unseen; a batch that is new is unseen as it is.
        words: The everyday words, with the batches from which they came.
        openers: How each language begins a spoken question.
    """
    yield "\nas it is: as readers ask; unseen: a batch left out of all that the search learned"
    yield (
        f"{'':<20}{'n':>6}{'hit@1':>7}{'hit@3':>7}{'empty':>7}{'off':>6}{'answer':>8}{'maybe':>7}"
        f"{'situation':>11}{'undescribed':>13}"
    )
    for lang, index in indices.items():
        own = [query for query in queries if query.lang == lang]
        answers = engine(lang, index).call("ask", [query.text for query in own])
        yield _line(f"{lang} as it is", figures(zip(own, answers, strict=True)))
    batches = {query.batch for query in queries} & {query.batch for query in known}
    found = unseen(list(folds(indices, known, words)), sorted(batches)) if batches else {}
    for lang in indices if found else ():
        own_batches = {batch: asked for (other, batch), asked in found.items() if other == lang}
        yield _line(f"{lang} unseen", figures(itertools.chain(*own_batches.values())))
        for batch, asked in own_batches.items():
            yield _line(f"{lang}  {batch}", figures(asked))
    yield f"\n{'unseen, misses':<20}" + "".join(f"{kind:>15}" for kind in MISSES)
    for lang in indices:
        asked = [pair for (other, _), pairs in found.items() if other == lang for pair in pairs]
        for kind in sorted({query.kind for query, _ in asked}):
            told = misses(pair for pair in asked if pair[0].kind == kind)
            yield f"{lang + ' ' + kind:<20}" + "".join(f"{n:>15}" for n in told.values())
    yield f"\n{'damaged by':<22}{'n':>6}{'hit@1':>7}{'hit@3':>7}"
    for lang, index in indices.items():
        for kind, count, first, three in damaged(lang, index, queries, openers[lang]):
            yield f"{lang + ' ' + kind:<22}{count:>6}{first:>7.1f}{three:>7.1f}"


def _line(name: str, f: Figures) -> str:
    return (
        f"{name:<20}{f.asked:>6}{f.first:>7.1f}{f.first_three:>7.1f}{f.empty:>7.1f}"
        f"{f.off_topic:>6}{f.off_answered:>8.1f}{f.off_maybe:>7.1f}"
        f"{f.described:>11.1f}{f.undescribed:>13.1f}"
    )
