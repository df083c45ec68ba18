"""What the search does with queries that it has not learned, and with damaged ones, in V8."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.quality import damaged, figures, unseen
from bench.search import queries_of
from real_site import LANGS
from sample_site import REPOSITORY

FIRST, FIRST_THREE, EMPTY = 92.0, 98.0, 1.0
"""Floors and a ceiling for unseen queries, per cent; `kb bench search` prints the figures."""
OFF_ANSWERED, OFF_MAYBE = 5.0, 25.0
DESCRIBED = 78.0
DAMAGED_FIRST_THREE = {
    "opener": 90.0,
    "missing space": 95.0,
    "compound split": 95.0,
    "dotted": 90.0,
    "adjacent key": 93.0,
    "glued": 95.0,
    "umlauts lost": 95.0,
    "doubled letter": 95.0,
}


@pytest.mark.parametrize("lang", LANGS)
def test_unseen_queries_find_their_page(site_folder: Path, lang: str) -> None:
    index = (site_folder / f"search/{lang}.json").read_text(encoding="utf-8")
    queries = [query for query in queries_of(REPOSITORY) if query.lang == lang]
    found = figures(unseen(lang, index, queries))
    assert found.asked > 500
    assert found.first >= FIRST
    assert found.first_three >= FIRST_THREE
    assert found.empty <= EMPTY
    assert found.off_answered <= OFF_ANSWERED
    assert found.off_maybe <= OFF_MAYBE
    assert found.described >= DESCRIBED


@pytest.mark.parametrize("lang", LANGS)
def test_damaged_queries_find_their_page(site_folder: Path, lang: str) -> None:
    index = (site_folder / f"search/{lang}.json").read_text(encoding="utf-8")
    queries = [query for query in queries_of(REPOSITORY) if query.batch.startswith("stranger")]
    low = {
        kind: three
        for kind, count, _, three in damaged(lang, index, queries)
        if count and three < DAMAGED_FIRST_THREE[kind]
    }
    assert low == {}
