"""How well the search finds, asked of its engine in V8: of all queries, of unseen ones, of damaged.

A query is unseen when the batch from which it comes is left out of what the search learned: out of
its labelled queries and, where they say the same, out of the words of the pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.damage import KINDS
from bench.v8 import Script, search_engine
from kb.model.base import Lang
from kb.model.queries import Query

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


def slug(result: Mapping[str, object]) -> str:
    """The last part of a result's address."""
    return str(result["url"]).rstrip("/").rpartition("/")[2]


def rank(query: Query, results: Results) -> int:
    """The place of the first right answer, situations not counted; 0 where there is none."""
    pages = [slug(result) for result in results if result["kind"] != "situation"]
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
            bool(query.situations & {slug(result) for result in results[:3]})
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


def without(index: str, batch: Iterable[str]) -> str:
    """An index file that has learned nothing of some queries."""
    left_out = {text.casefold() for text in batch}
    data = json.loads(index)
    for page in data["pages"]:
        page[5] = "|".join(word for word in page[5].split("|") if word.casefold() not in left_out)
    for group in data["queries"]:
        group[1] = "|".join(text for text in group[1].split("|") if text not in left_out)
    return json.dumps(data)


def unseen(lang: Lang, index: str, queries: Sequence[Query]) -> Iterator[tuple[Query, Results]]:
    """Each query of one batch only with its results, the batch left out."""
    for batch in dict.fromkeys(query.batch for query in queries):
        others = {query.text.casefold() for query in queries if query.batch != batch}
        own = [q for q in queries if q.batch == batch and q.text.casefold() not in others]
        script = engine(lang, without(index, (query.text for query in own)))
        yield from zip(own, script.call("ask", [query.text for query in own]), strict=True)


def damaged(
    lang: Lang, index: str, queries: Sequence[Query]
) -> Iterator[tuple[str, int, float, float]]:
    """For each kind of damage how many queries, and per cent right first, in the first three."""
    script = engine(lang, index)
    on_topic = [query for query in queries if query.slugs and query.lang == lang]
    for kind, damage in KINDS.items():
        texts = [(query, damage(query.text, lang)) for query in on_topic]
        asked = [(query, text) for query, text in texts if text and text != query.text]
        answers = script.call("ask", [text for _, text in asked])
        ranks = [rank(query, found) for (query, _), found in zip(asked, answers, strict=True)]
        yield (
            kind,
            len(asked),
            share(place == 1 for place in ranks),
            share(0 < place <= 3 for place in ranks),
        )


def report(indices: Mapping[Lang, str], queries: Sequence[Query]) -> Iterator[str]:
    """The lines that `kb bench search` prints of it."""
    yield "\nlearned: all queries; unseen: each batch left out of what the search learned"
    yield (
        f"{'':<14}{'n':>6}{'hit@1':>7}{'hit@3':>7}{'empty':>7}{'off':>6}{'answer':>8}{'maybe':>7}"
        f"{'situation':>11}{'undescribed':>13}"
    )
    for lang, index in indices.items():
        own = [query for query in queries if query.lang == lang]
        answers = engine(lang, index).call("ask", [query.text for query in own])
        yield _line(f"{lang} learned", figures(zip(own, answers, strict=True)))
        yield _line(f"{lang} unseen", figures(unseen(lang, index, own)))
    yield f"\n{'damaged by':<22}{'n':>6}{'hit@1':>7}{'hit@3':>7}"
    for lang, index in indices.items():
        for kind, count, first, three in damaged(lang, index, queries):
            yield f"{lang + ' ' + kind:<22}{count:>6}{first:>7.1f}{three:>7.1f}"


def _line(name: str, f: Figures) -> str:
    return (
        f"{name:<14}{f.asked:>6}{f.first:>7.1f}{f.first_three:>7.1f}{f.empty:>7.1f}"
        f"{f.off_topic:>6}{f.off_answered:>8.1f}{f.off_maybe:>7.1f}"
        f"{f.described:>11.1f}{f.undescribed:>13.1f}"
    )
