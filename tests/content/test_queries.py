"""Every query that was ever labelled is asked of the engine, in V8, and most find their page."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bench.search import read_queries
from javascript import search_engine
from sample_site import LANGS, REPOSITORY

FILES = sorted((REPOSITORY / "tests/queries").rglob("*.tsv"))
FIRST, FIRST_THREE, NOTHING = 95.0, 98.0, 85.0
"""Per cent: the right page first, among the first three; nothing found for what is off topic."""


@pytest.mark.parametrize("lang", LANGS)
def test_labelled_queries_find_their_page(site_folder: Path, lang: str) -> None:
    engine = search_engine(lang, (site_folder / f"search/{lang}.json").read_text(encoding="utf-8"))
    ranks: dict[bool, list[int]] = defaultdict(list)
    for query in read_queries(FILES):
        if query.lang != lang:
            continue
        urls = [result["url"] for result in engine.call("search", query.text)]
        pages = [url.strip("/").split("/")[-1] for url in urls if "tilanteet/" not in url]
        ranks[bool(query.right)].append(
            next((n for n, slug in enumerate(pages, 1) if slug in query.right), 0)
            if query.right
            else int(not urls)
        )
    asked, off_topic = ranks[True], ranks[False]
    assert len(asked) > 500
    assert 100 * sum(rank == 1 for rank in asked) / len(asked) >= FIRST
    assert 100 * sum(0 < rank <= 3 for rank in asked) / len(asked) >= FIRST_THREE
    assert 100 * sum(off_topic) / len(off_topic) >= NOTHING
