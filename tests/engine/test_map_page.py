"""The page of the map: drawings and a list that tell the same, and the list alone past a limit."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kb.blocks import maps
from kb.blocks.maps import view
from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.blocks.sites import prepare
from kb.load.content import load
from kb.map.graph import read_graph
from kb.model.base import Lang
from sample_site import LANGS, copy_county


@pytest.fixture
def mapped(tmp_path: Path) -> Site:
    """The county with a box for each of its services."""
    root = copy_county(tmp_path)
    for path in root.glob("docs/fi/palvelut/[!i]*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("group: raha\n", "group: raha\nmap_box: {}\n"), "utf-8")
    return prepare(load(root))


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_shows_each_relation_in_its_list(lang: Lang, mapped: Site) -> None:
    shown = view(PageRenderer(mapped, mapped.knowledge.documents[lang, "tietoa/index.md"]))
    told = {
        (kind, entry.document.slug, document.slug)
        for entry in shown.entries
        for kind, documents in entry.leads.items()
        for document in documents
    }
    assert told == {("refers", "neuvonta", "tili"), ("decides", "neuvonta", "tili")}
    links = [a.get("href", "") for a in ET.fromstring(shown.wide).iter("a")]  # noqa: S314
    assert sorted(links) == sorted(f"../{entry.document.path}" for entry in shown.entries)
    needs = {box.path: box.needs for box in read_graph(mapped.knowledge, mapped.relations).boxes}
    assert needs["palvelut/neuvonta.md"] == ("koti",)
    assert needs["palvelut/tili.md"] == ()


def test_past_the_limit_only_the_list_remains(
    mapped: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PageRenderer(mapped, mapped.knowledge.documents["fi", "tietoa/index.md"])
    drawn = maps.view(page)
    assert drawn.wide
    assert drawn.narrow
    monkeypatch.setattr(maps, "MOST_DRAWN", len(drawn.entries) - 1)
    told = maps.view(page)
    assert (told.wide, told.narrow) == ("", "")
    assert {entry.number for entry in told.entries} == {entry.number for entry in drawn.entries}
    assert page.block("service-map")
