"""A map of too many boxes to follow is told as a list only, and costs no time to place."""

from pathlib import Path

import pytest

from kb.blocks import maps
from kb.blocks.page import PageRenderer
from kb.blocks.sites import prepare
from kb.load.content import load

ROOT = Path(__file__).resolve().parents[2]


def test_past_the_limit_only_the_list_remains(monkeypatch: pytest.MonkeyPatch) -> None:
    site = prepare(load(ROOT))
    page = PageRenderer(site, site.knowledge.documents["fi", "tietoa/kartta.md"])
    drawn = maps.view(page)
    assert drawn.wide
    assert drawn.narrow
    monkeypatch.setattr(maps, "MOST_DRAWN", len(drawn.entries) - 1)
    told = maps.view(page)
    assert (told.wide, told.narrow) == ("", "")
    assert {entry.number for entry in told.entries} == {entry.number for entry in drawn.entries}
    assert page.block("service-map")
