"""Learns the search's small tables of weights from the labelled queries, each left out in turn.

What a query's neighbours say of it is asked without the query itself, and words of a page that
are a labelled query are left out of the index, so that the weights hold for what nobody labelled.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.v8 import MODULES, Script, language_module
from kb.model.base import Lang
from kb.model.queries import Query

TABLE = MODULES / "search/learned.js"
OFF_ANSWERED, OFF_MAYBE, UNDESCRIBED = 0.02, 0.2, 0.19
"""Of off-topic queries so many may be answered, and get at least "perhaps"; of queries that
describe no situation so many may have one among the first three."""
FIRST = 1.0
"""How much surer a situation must be to stand first, not second."""
_RATE, _ROUNDS, _SHRINK = 0.1, 150, 1e-3
_FEATURES = """
globalThis.learn = (queries) => queries.map((text) => {
  const agreement = index.neighbours.agreement(text, true);
  const found = features(rank(text, index), agreement, index.pages).filter(({page}) => page.weight);
  found.sort((a, b) => b.score - a.score);
  return {
    pages: found.slice(0, 15).map(({page, told}) => ({url: page.url, kind: page.kind, told})),
    overall: overall(found[0], agreement),
    situations: situations(found, agreement, index.pages)
      .map(({page, situation}) => ({url: page.url, told: situation})),
  };
})
"""

Row = Mapping[str, float]
Example = tuple[Row, bool]


def seen(lang: Lang, index: str, queries: Sequence[Query]) -> list[Any]:
    """What the engine sees of each query, left out: its pages, itself and the situations."""
    data = json.loads(index)
    labelled = {query.text.casefold() for query in queries}
    for page in data["pages"]:
        page[5] = "|".join(word for word in page[5].split("|") if word.casefold() not in labelled)
    script = Script(
        {
            "search/judge.js": ["features", "overall", "situations"],
            "search/score.js": ["rank"],
            "search/index.js": ["Index"],
            language_module(lang): ["language"],
        }
    )
    script.run(f"globalThis.index = new Index({json.dumps(data)}, language)")
    script.run(_FEATURES)
    found = script.call("learn", [query.text for query in queries])
    assert isinstance(found, list)
    return found


def slug(url: str) -> str:
    """The last part of an address."""
    return url.rstrip("/").rpartition("/")[2]


def learn(indices: Mapping[Lang, str], queries: Iterable[Query]) -> dict[str, dict[str, float]]:
    """The three tables, by their names in learned.js.

    Args:
        indices: The index file of each language.
        queries: The labelled queries, of any language.
    """
    unique = {(query.lang, query.text.casefold()): query for query in queries}
    asked: list[tuple[Query, Any]] = []
    for lang, index in indices.items():
        own = [query for query in unique.values() if query.lang == lang]
        asked += zip(own, seen(lang, index, own), strict=True)
    lists = [
        [
            (page["told"], slug(page["url"]) in query.slugs)
            for page in found["pages"]
            if page["kind"] != "situation"
        ]
        for query, found in asked
    ]
    rank = rounded(fit_lists([pages for pages in lists if any(right for _, right in pages)]))
    gate = fit_yes_no([(found["overall"], bool(query.slugs)) for query, found in asked])
    off = [total(gate, found["overall"]) for query, found in asked if not query.slugs]
    gate |= {"answer": upper(off, OFF_ANSWERED), "maybe": upper(off, OFF_MAYBE)}
    on_topic = [(query, found["situations"]) for query, found in asked if query.slugs]
    situation = fit_yes_no(
        [(s["told"], slug(s["url"]) in q.situations) for q, found in on_topic for s in found]
    )
    none = [
        max((total(situation, s["told"]) for s in found), default=-99.0)
        for query, found in on_topic
        if not query.situations
    ]
    situation["shown"] = upper(none, UNDESCRIBED)
    situation["first"] = situation["shown"] + FIRST
    return {"RANK": rank, "GATE": rounded(gate), "SITUATION": rounded(situation)}


def total(weights: Row, told: Row) -> float:
    """The sum of what is told, each with its weight."""
    return weights.get("base", 0.0) + sum(weights[name] * value for name, value in told.items())


def upper(values: Sequence[float], share: float) -> float:
    """The value above which a share of all lies."""
    return sorted(values)[min(len(values) - 1, math.ceil((1 - share) * len(values)))]


def rounded(weights: Row) -> dict[str, float]:
    """With two decimals: nobody could say what a third one means."""
    return {name: round(value, 2) for name, value in weights.items()}


def fit_lists(lists: Sequence[Sequence[Example]]) -> dict[str, float]:
    """Weights by which the right ones of each list are likelier than the others (softmax)."""
    names = list(lists[0][0][0])
    rows = [[([told[n] for n in names], right) for told, right in found] for found in lists]

    def slope(weights: list[float]) -> list[float]:
        sums = [0.0] * len(names)
        for found in rows:
            scores = [sum(map(float.__mul__, weights, map(float, values))) for values, _ in found]
            most = max(scores)
            odds = [math.exp(score - most) for score in scores]
            whole = sum(odds)
            good = sum(odd for odd, (_, right) in zip(odds, found, strict=True) if right)
            for odd, (values, right) in zip(odds, found, strict=True):
                step = (odd / good if right else 0.0) - odd / whole
                for place, value in enumerate(values):
                    sums[place] += step * value
        return [s / len(rows) - _SHRINK * w for s, w in zip(sums, weights, strict=True)]

    return dict(zip(names, climb(len(names), slope), strict=True))


def fit_yes_no(examples: Sequence[Example]) -> dict[str, float]:
    """Weights and a base whose sum is above 0 for what is more likely yes (logistic regression).

    Yes and no count the same, however many there are of each.
    """
    names = [*examples[0][0], "base"]
    rows = [([*map(float, told.values()), 1.0], yes) for told, yes in examples]
    yes_count = sum(yes for _, yes in rows)
    worth = {True: 0.5 / yes_count, False: 0.5 / (len(rows) - yes_count)}

    def slope(weights: list[float]) -> list[float]:
        sums = [0.0] * len(names)
        for values, yes in rows:
            score = sum(map(float.__mul__, weights, values))
            step = worth[yes] * (yes - 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))))
            for place, value in enumerate(values):
                sums[place] += step * value
        return [s - _SHRINK * w for s, w in zip(sums, weights, strict=True)]

    return dict(zip(names, climb(len(names), slope), strict=True))


def climb(count: int, slope: Any) -> list[float]:
    """The weights at the top of a hill of which `slope` tells the steepness (Adam, 2014)."""
    weights, mean, spread = [0.0] * count, [0.0] * count, [0.0] * count
    for turn in range(1, _ROUNDS + 1):
        for i, steep in enumerate(slope(weights)):
            mean[i] = 0.9 * mean[i] + 0.1 * steep
            spread[i] = 0.999 * spread[i] + 0.001 * steep * steep
            step = mean[i] / (1 - 0.9**turn)
            weights[i] += _RATE * step / (math.sqrt(spread[i] / (1 - 0.999**turn)) + 1e-8)
    return weights


def write(tables: Mapping[str, Row], file: Path = TABLE) -> None:
    """Put the weights into the file's tables; its comments stay."""
    text = file.read_text(encoding="utf-8")
    for name, weights in tables.items():
        inside = "".join(f"  {key}: {value},\n" for key, value in weights.items())
        text = re.sub(
            rf"(export const {name} = )\{{[^}}]*\}};", rf"\1{{\n{inside}}};", text, count=1
        )
    file.write_text(text, encoding="utf-8")
