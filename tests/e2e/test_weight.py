"""What a first view costs, and that nothing is fetched that the page does not use."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scale import FRONT_PAGE, FRONT_REQUESTS, LONGEST, REQUESTS, SCRIPT, STYLE, Scale, weight
from site_pages import KINDS, address, in_turn
from site_server import serve
from watch import SHIFT, Watch


@pytest.mark.parametrize(("kind", "lang"), in_turn(KINDS))
def test_first_view(
    page: Page, watch: Watch, site: str, site_folder: Path, kind: str, lang: str
) -> None:
    """To the end of all that a page fetches; test_pages.py weighs every page until it is loaded."""
    page.add_init_script(SHIFT)
    page.set_viewport_size({"width": 390, "height": 844})
    scale = Scale(page, site, site_folder)
    page.goto(site + address(KINDS[kind], lang), wait_until="networkidle")
    front = kind == "front page"
    assert len(scale.weights) <= (FRONT_REQUESTS if front else REQUESTS), scale
    assert scale.total <= (FRONT_PAGE if front else LONGEST), scale
    assert not [url for url in scale.weights if "search" in url or "sitemap" in url], scale
    assert page.evaluate("window.shift") < 0.01
    watch.assert_clean()


def test_the_script_and_the_style_of_every_page(site_folder: Path) -> None:
    (script,) = site_folder.glob("assets/site.*.js")
    (style,) = site_folder.glob("assets/site.*.css")
    assert weight(script) <= SCRIPT
    assert weight(style) <= STYLE
    assert not [*site_folder.rglob("bundle.*.js"), *site_folder.rglob("*.min.js")]


def test_search_is_fetched_when_it_is_wanted(page: Page, site: str, site_folder: Path) -> None:
    scale = Scale(page, site, site_folder)
    page.goto(site, wait_until="networkidle")
    before = len(scale.weights)
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.locator("[data-kb-search-field]").press_sequentially("vuokra")
    page.locator("a[data-kb-result]").first.wait_for()
    assert len(scale.weights) > before
    assert any(url.endswith("search/fi.json") for url in scale.weights)


@pytest.fixture
def settled_site(own_site: Path) -> Iterator[str]:
    """Published a month ago: where no host says how long, a browser keeps a file by its age."""
    month_ago = time.time() - 30 * 24 * 3600
    for file in own_site.rglob("*"):
        os.utime(file, (month_ago, month_ago))
    with serve(own_site) as address:
        yield address


def test_second_view_without_a_worker(page: Page, settled_site: str) -> None:
    """A reader who saves data has no offline copy; the browser's own cache serves the rest."""
    page.goto(settled_site, wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}

    def sent(event: dict[str, Any]) -> None:
        asked[event["requestId"]] = event["request"]["url"]

    def cached(event: dict[str, Any]) -> None:
        if event.get("response", {"fromDiskCache": True})["fromDiskCache"]:
            asked.pop(event["requestId"], None)

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.requestServedFromCache", cached)
    session.on("Network.responseReceived", cached)
    page.goto(settled_site + "palvelut/talousneuvola/", wait_until="networkidle")
    assert 1 <= len(asked) <= 2, asked
