"""Learns the search's small tables of weights from the labelled queries.

Each query is asked of a search that has learned nothing of its batch (`bench.folds`), so that the
weights hold for what nobody labelled.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.fit import Row, fit_lists, fit_yes_no
from bench.folds import Fold, Tables, slug
from bench.v8 import MODULES
from kb.model.queries import Query

TABLE = MODULES / "search/learned.js"
OFF_ANSWERED, OFF_MAYBE, UNDESCRIBED = 0.01, 0.2, 0.15
"""Of off-topic queries so many may be answered, and get at least "perhaps"; of queries that
describe no situation so many may have one among the first three."""
FIRST = 1.0
"""How much surer a situation must be to stand first, not second."""


def learn(seen: Iterable[Fold], but: str = "") -> Tables:
    """The three tables, by their names in learned.js.

    Args:
        seen: The labelled queries as the engine sees them.
        but: The batch from which nothing may be learned.
    """
    asked = [
        pair
        for found in seen
        if found.batch != but
        for pair in zip(found.queries, found.seen, strict=True)
    ]
    situation = rounded(learn_situations(asked))
    lists = [
        [
            ({**page["told"], "led": led.get(page["url"], 0.0)}, slug(page["url"]) in query.slugs)
            for page in found["pages"]
        ]
        for query, found in asked
        for led in [shares(found["situations"], situation)]
    ]
    rank = fit_lists([pages for pages in lists if any(right for _, right in pages)])
    gate = fit_yes_no([(found["overall"], bool(query.slugs)) for query, found in asked])
    off = [total(gate, found["overall"]) for query, found in asked if not query.slugs]
    gate |= {"answer": upper(off, OFF_ANSWERED), "maybe": upper(off, OFF_MAYBE)}
    return {"RANK": rounded(rank), "GATE": rounded(gate), "SITUATION": situation}


def learn_situations(asked: Sequence[tuple[Query, Any]]) -> dict[str, float]:
    """How sure it is that a query describes a situation, and from where on it is shown."""
    on_topic = [(query, found["situations"]) for query, found in asked if query.slugs]
    weights = fit_yes_no(
        [
            (s["told"], slug(s["url"]) in query.situations)
            for query, found in on_topic
            for s in found
        ]
    )
    none = [
        max((total(weights, s["told"]) for s in found), default=-99.0)
        for query, found in on_topic
        if not query.situations
    ]
    weights["shown"] = upper(none, UNDESCRIBED)
    weights["first"] = weights["shown"] + FIRST
    return weights


def shares(situations: Iterable[Mapping[str, Any]], weights: Row) -> dict[str, float]:
    """What services share in the situations that lead to them, as judge.js has it."""
    led: dict[str, float] = {}
    for situation in situations:
        sure = 1 / (1 + math.exp(-total(weights, situation["told"])))
        for url, share in situation["leads"]:
            led[url] = max(led.get(url, 0.0), sure * share)
    return led


def total(weights: Row, told: Row) -> float:
    """The sum of what is told, each with its weight."""
    return weights.get("base", 0.0) + sum(weights[name] * value for name, value in told.items())


def upper(values: Sequence[float], share: float) -> float:
    """The value above which a share of all lies."""
    return sorted(values)[min(len(values) - 1, math.ceil((1 - share) * len(values)))]


def rounded(weights: Row) -> dict[str, float]:
    """With two decimals: nobody could say what a third one means."""
    return {name: round(value, 2) for name, value in weights.items()}


def write(tables: Tables, file: Path = TABLE) -> None:
    """Put the weights into the file's tables; its comments stay."""
    text = file.read_text(encoding="utf-8")
    for name, weights in tables.items():
        inside = "".join(f"  {key}: {value},\n" for key, value in weights.items())
        text = re.sub(
            rf"(export const {name} = )\{{[^}}]*\}};", rf"\1{{\n{inside}}};", text, count=1
        )
    file.write_text(text, encoding="utf-8")
