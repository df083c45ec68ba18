"""The indexes of law and of decisions say what the pages say, source and later apart."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kb.blocks import indexes
from kb.blocks.page import PageRenderer
from kb.blocks.sites import prepare
from kb.load.content import load
from kb.model.base import Lang
from kb.model.blocks import block_anchors
from sample_site import COUNTY, LANGS, copy_county, edit

LATER = """statutes:
  - act: shl
    section: "9"
    text: tukee
    origin: later
"""


def page(path: str, lang: Lang, root: Path = COUNTY) -> PageRenderer:
    site = prepare(load(root))
    return PageRenderer(site, site.knowledge.documents[lang, path])


def cited(here: PageRenderer) -> dict[str, tuple[set[str], set[str]]]:
    return {
        entry.section.id if entry.section else "": (
            {document.slug for document, _ in entry.source},
            {document.slug for document, _ in entry.later},
        )
        for _, entries in indexes.law(here)
        for entry in entries
    }


def test_sections_of_the_source_and_those_added_since_in_the_order_of_numbers(
    tmp_path: Path,
) -> None:
    assert cited(page("tietoa/lait.md", "fi")) == {"17": ({"tili"}, set())}
    root = copy_county(tmp_path)
    statute = '      - id: "9"\n        title: {fi: apu, en: help, sv: hjälp}\n'
    edit(root, {"file": "data/statutes.yml", "append": statute})
    advice = "docs/fi/palvelut/neuvonta.md"
    edit(root, {"file": advice, "replace": "partners:\n", "by": f"{LATER}partners:\n"})
    found = cited(page("tietoa/lait.md", "sv", root))
    assert list(found.items()) == [("9", (set(), {"neuvonta"})), ("17", ({"tili"}, set()))]


@pytest.mark.parametrize("lang", LANGS)
def test_each_decision_has_its_maker(lang: Lang) -> None:
    here = page("tietoa/paatokset.md", lang)
    (entry,) = indexes.decisions(here)
    ((document, decision),) = entry.made
    assert (document.slug, [by.target[1] for by in decision.by]) == ("tili", ["neuvonta"])
    silent = {document.slug for document in indexes.undecided(here)}
    assert "tyhja" in silent
    assert "tili" not in silent


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("path", "block"),
    [
        ("tietoa/lait.md", "statute-index"),
        ("tietoa/paatokset.md", "decision-index"),
        ("tietoa/sanasto.md", "terms"),
        ("tietoa/linkit.md", "link-register"),
        ("tietoa/lahde.md", "references"),
    ],
)
def test_a_block_brings_the_anchors_that_it_promises(path: str, block: str, lang: Lang) -> None:
    here = page(path, lang)
    root = ET.Element("div")
    root.extend(here.block(block))
    ids = [ident for element in root.iter() if (ident := element.get("id"))]
    assert block_anchors(block, here.knowledge) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_section_on_a_service_page_leads_to_the_index() -> None:
    facts = page("palvelut/tili.md", "fi").after()
    links = [a.get("href", "") for part in facts for a in part.iter("a")]
    assert "../tietoa/lait.md#laki-shl-17" in links


def test_the_glossary_tells_what_a_word_means_in_the_readers_language() -> None:
    rows = [e for part in page("tietoa/sanasto.md", "sv").block("terms") for e in part.iter("tr")]
    row = next(row for row in rows if row.get("id", "").endswith("vuokravelka"))
    assert "Hyra som inte har betalats." in "".join(row.itertext())
