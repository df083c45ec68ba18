"""Every name under which a page is known finds it first, however the name is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.v8 import search_engine
from kb.model.pages import Service, Toolkit
from kb.search.names import names, owners
from real_site import LANGS, load_real


def written(name: str) -> Iterator[str]:
    """A name as it is, in capitals, joined, split and with hyphens or full stops."""
    words = re.findall(r"\w+", name)
    yield name
    if len(words) > 6:
        return
    yield name.upper()
    yield " ".join(words)
    if 1 < len(words) < 4:
        yield "".join(words)
        yield "-".join(words)
    if len(words) == 1 and name.isupper() and len(name) < 6:
        yield ".".join(name) + "."
        yield " ".join(name)


@pytest.mark.parametrize("lang", LANGS)
def test_every_name_finds_its_page_first(site_folder: Path, lang: str) -> None:
    knowledge = load_real().knowledge
    engine = search_engine(lang, (site_folder / f"search/{lang}.json").read_text(encoding="utf-8"))
    called: dict[str, set[str]] = defaultdict(set)
    titles = owners(knowledge)
    for document in knowledge.of(lang):
        if not document.kind.subject:
            continue
        meta = knowledge.source_of(document).meta
        # Other pages rest on slides whose headings name the services of which they speak.
        slides = meta.slides if isinstance(meta, Service | Toolkit) else ()
        for name in (document.slug, document.title, *slides, *names(knowledge, document, titles)):
            called[name].add(document.slug)
    wrong = []
    asked = 0
    for name, slugs in called.items():
        for query in dict.fromkeys(written(name)):
            asked += 1
            results = engine.call("search", query)
            first = results[0]["url"].rstrip("/").rpartition("/")[2] if results else None
            if first not in slugs or results[0]["maybe"]:
                wrong.append((query, first, sorted(slugs)))
    assert asked > 300
    assert not wrong


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("ProSOS", "prosos"),
        ("PRO SOS", "prosos"),
        ("Asuntoensin", "asunto-ensin"),
        ("as. neuv.", "asumisneuvonta"),
        ("as.neuvonta", "asumisneuvonta"),
        ("toim.tuki", "kela"),
        ("S.H.L. 21", "palveluasuminen"),
    ],
)
def test_names_cut_short_find_their_page(site_folder: Path, query: str, slug: str) -> None:
    engine = search_engine("fi", (site_folder / "search/fi.json").read_text(encoding="utf-8"))
    pages = [
        result["url"].rstrip("/").rpartition("/")[2] for result in engine.call("search", query)
    ]
    assert slug in pages[:3], pages
