"""The indexes of law and of decisions say what the pages say, source and later apart."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

import pytest

from kb.blocks import indexes
from kb.blocks.page import PageRenderer
from kb.model import anchors
from kb.model.base import Lang
from kb.model.blocks import block_anchors
from real_site import LANGS, prepared


@cache
def page(path: str, lang: Lang) -> PageRenderer:
    site = prepared()
    return PageRenderer(site, site.knowledge.documents[lang, path])


def cited(lang: Lang) -> dict[tuple[str, str | None], tuple[set[str], set[str]]]:
    return {
        (act.id, entry.section.id if entry.section else None): (
            {document.slug for document, _ in entry.source},
            {document.slug for document, _ in entry.later},
        )
        for act, entries in indexes.law(page("tietoa/lait.md", lang))
        for entry in entries
    }


@pytest.mark.parametrize("lang", LANGS)
def test_sections_of_the_source_and_those_added_since(lang: Lang) -> None:
    found = cited(lang)
    housing = {"tuettu-asuminen", "palveluasuminen", "tehostettu-palveluasuminen"}
    rehabilitation = {"kuntoutusohjaus", "sosiaalinen-kuntoutus", "mielenterveyskuntoutus"}
    assert found["shl", "16"] == ({"tukiporras"}, set())
    assert found["shl", "17"] == (rehabilitation | {"tukiporras"}, set())
    assert found["shl", "21"] == (housing | {"mielenterveyskuntoutus"}, {"tilapainen-asuminen"})
    # Of the act the source names no other section.
    of_source = {section for (act, section), (own, _) in found.items() if act == "shl" and own}
    assert of_source == {None, "16", "17", "21"}
    assert found["shl", "24"] == (set(), {"riippuvuusklinikka"})
    assert found["shl", "14"][0] == set()
    assert found["shl", "14"][1] == {"sosiaalityo-ja-sosiaaliohjaus"}


def test_sections_stand_in_the_order_of_their_numbers() -> None:
    act, entries = indexes.law(page("tietoa/lait.md", "fi"))[0]
    assert act.id == "shl"
    numbers = [entry.section.id if entry.section else "" for entry in entries]
    assert numbers == ["", "14", "16", "17", "21", "21 b", "24"]


# Who decides what, written from the source.
DECISIONS = {
    ("asiakasneuvonta-ja-palveluohjaus", "palveluohjaaja"),
    ("sosiaalityo-ja-sosiaaliohjaus", "sosiaalityo-ja-sosiaaliohjaus"),
    ("valitystili", "valitystilin-hoitaja"),
    ("tukiporras", "sosiaalityo-ja-sosiaaliohjaus"),
    ("mielenterveyskuntoutus", "mt-palvelut"),
    ("palveluasuminen", "mt-palvelut"),
    ("tehostettu-palveluasuminen", "mt-palvelut"),
    ("kuntoutusohjaus", None),
}


@pytest.mark.parametrize("lang", LANGS)
def test_each_decision_has_its_maker(lang: Lang) -> None:
    found: set[tuple[str, str | None]] = set()
    for entry in indexes.decisions(page("tietoa/kuka-paattaa.md", lang)):
        for document, decision in entry.made:
            found |= {(document.slug, by.target[1]) for by in decision.by}
            if not decision.by:
                found.add((document.slug, None))
    assert found == DECISIONS


def test_the_same_decision_of_several_services_stands_once() -> None:
    entries = indexes.decisions(page("tietoa/kuka-paattaa.md", "fi"))
    unit = [entry for entry in entries if "asumisyksikkö" in entry.what]
    assert len(unit) == 1
    assert [document.slug for document, _ in unit[0].made] == [
        "palveluasuminen",
        "tehostettu-palveluasuminen",
    ]


def test_services_without_a_known_maker_are_named() -> None:
    silent = {d.slug for d in indexes.undecided(page("tietoa/kuka-paattaa.md", "fi"))}
    assert {"asumisneuvonta", "kuntoutusohjaus", "tuettu-asuminen"} <= silent
    assert not silent & {slug for slug, maker in DECISIONS if maker}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("path", "block"),
    [
        ("tietoa/lait.md", "statute-index"),
        ("tietoa/kuka-paattaa.md", "decision-index"),
        ("tietoa/kartta.md", "service-map"),
        ("index.md", "service-map"),
    ],
)
def test_a_block_brings_the_anchors_that_it_promises(path: str, block: str, lang: Lang) -> None:
    here = page(path, lang)
    root = ET.Element("div")
    root.extend(here.block(block))
    ids = [ident for element in root.iter() if (ident := element.get("id"))]
    more = {anchors.whole(act) for act in here.knowledge.statutes}
    assert set(ids) - more == block_anchors(block, here.knowledge)
    assert len(ids) == len(set(ids))


def test_a_section_on_a_service_page_leads_to_the_index() -> None:
    facts = page("palvelut/tukiporras.md", "fi").after()
    links = [a.get("href", "") for part in facts for a in part.iter("a")]
    assert "../tietoa/lait.md#laki-shl-17" in links


@pytest.mark.parametrize(
    ("lang", "term", "said"),
    [("fi", "ulosotto", "Arjessa: vouti, ulosottomies"), ("en", "dvv", "everyday words: register")],
)
def test_the_glossary_tells_what_people_say(lang: Lang, term: str, said: str) -> None:
    rows = [e for part in page("tietoa/sanasto.md", lang).block("terms") for e in part.iter("tr")]
    row = next(row for row in rows if row.get("id", "").endswith(term))
    assert said in "".join(row.itertext())
