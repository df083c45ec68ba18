"""The facts of the source's slides, one by one: each stands on its page, in both languages.

`deck.tsv` is the checklist. It is asked of the built pages, as their readers meet them.
"""

from __future__ import annotations

import csv
import html
import re
from pathlib import Path

import pytest

from kb.model.base import LANGS, SOURCE_LANG
from sample_site import load_real

_TABLE = Path(__file__).with_name("deck.tsv")
with _TABLE.open(encoding="utf-8", newline="") as lines:
    FACTS = [row for row in csv.reader(lines, delimiter="\t") if row and row[0][0] != "#"]


def read(site: Path, lang: str, slug: str) -> str:
    """The text of a service's or toolkit's article, casefolded."""
    root = site if lang == SOURCE_LANG else site / lang
    (page,) = root.glob(f"*/{slug}/index.html")
    found = re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", found[0])).split()).casefold()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("row", FACTS, ids=lambda row: f"{row[0]}: {row[1]}")
def test_a_fact_of_the_deck_is_on_its_page(site_folder: Path, lang: str, row: list[str]) -> None:
    slug, _, *told = row
    text = read(site_folder, lang, slug)
    parts = told[LANGS.index(lang)].split(" & ")
    assert [part for part in parts if part.casefold() not in text] == []


def test_every_service_of_the_map_has_facts() -> None:
    documents = load_real().knowledge.in_section(SOURCE_LANG, "palvelut")
    on_map = {page.slug for page in documents if getattr(page.meta, "on_map", False)}
    without = on_map - {row[0] for row in FACTS}
    assert without <= {"sosiaalinen-kuntoutus"}, "the slides have nothing on it but its name"
