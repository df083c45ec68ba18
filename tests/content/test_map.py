"""The map of the services is that of the source, and says what its list says."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

import pytest

from kb.blocks.maps import view
from kb.blocks.page import PageRenderer
from kb.map.graph import Graph, read_graph
from kb.model.base import Lang
from kb.model.pages import Situation
from kb.relate.relations import relate
from real_site import LANGS, load_real, prepared

# The source's map slide and its relations, written from the source and not from the pages.
BOXES = {
    "asumisneuvonta", "asiakasneuvonta-ja-palveluohjaus", "sosiaalityo-ja-sosiaaliohjaus",
    "mielenterveyskuntoutus", "tuettu-asuminen", "tukiporras", "verkostoyhteistyo",
    "valivuokra-asunnot", "riippuvuusklinikka", "valitystili", "sosiaalinen-kuntoutus",
    "kuntoutusohjaus", "kokemusasiantuntijuus", "talousneuvola", "tasku-hanke", "index", "kela",
}  # fmt: skip
RELATIONS = {
    ("refers", "sosiaalityo-ja-sosiaaliohjaus", "asumisneuvonta"),
    ("refers", "riippuvuusklinikka", "asumisneuvonta"),
    ("refers", "sosiaalityo-ja-sosiaaliohjaus", "tukiporras"),
    ("refers", "mielenterveyskuntoutus", "tukiporras"),
    ("refers", "riippuvuusklinikka", "tukiporras"),
    ("refers", "kuntoutusohjaus", "mielenterveyskuntoutus"),
    ("arranges", "mielenterveyskuntoutus", "tuettu-asuminen"),
    ("prepares", "sosiaalityo-ja-sosiaaliohjaus", "valitystili"),
    ("criterion", "valivuokra-asunnot", "valitystili"),
    ("decides", "sosiaalityo-ja-sosiaaliohjaus", "tukiporras"),
    ("participates", "sosiaalityo-ja-sosiaaliohjaus", "talousneuvola"),
    ("participates", "kela", "talousneuvola"),
    ("partners", "kela", "valitystili"),
    ("partners", "riippuvuusklinikka", "tukiporras"),
    ("partners", "mielenterveyskuntoutus", "tukiporras"),
    ("partners", "asumisneuvonta", "verkostoyhteistyo"),
    ("partners", "kela", "verkostoyhteistyo"),
}


@cache
def source_map() -> Graph:
    knowledge = load_real().knowledge
    return read_graph(knowledge, relate(knowledge))


def slug(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def test_every_box_of_the_source_is_on_the_map() -> None:
    boxes = source_map().boxes
    assert {slug(box.path) for box in boxes} == BOXES
    assert [slug(box.path) for box in boxes if box.across] == ["kokemusasiantuntijuus"]


def test_relations_are_those_of_the_source() -> None:
    edges = source_map().edges
    assert {(edge.kind, slug(edge.source), slug(edge.target)) for edge in edges} == RELATIONS
    assert len(edges) == len(RELATIONS)


def test_needs_come_from_the_steps_of_situations() -> None:
    knowledge = load_real().knowledge
    boxes = [box for box in source_map().boxes if box.path.startswith("palvelut/")]
    for box in boxes:
        led = {
            document.meta.group
            for document in knowledge.documents.values()
            if isinstance(document.meta, Situation)
            and any(step.service == slug(box.path) for step in document.meta.steps)
        }
        assert box.needs == tuple(group for group in knowledge.groups if group in led), box.path
    assert any(box.needs for box in boxes)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_each_relation_in_the_list(lang: Lang) -> None:
    site = prepared()
    shown = view(PageRenderer(site, site.knowledge.documents[lang, "tietoa/kartta.md"]))
    told = {
        (kind, entry.document.slug, document.slug)
        for entry in shown.entries
        for kind, documents in entry.leads.items()
        for document in documents
    }
    assert told == RELATIONS
    links = [a.get("href", "") for a in ET.fromstring(shown.wide).iter("a")]  # noqa: S314
    assert sorted(links) == sorted(f"../{entry.document.path}" for entry in shown.entries)
