"""The second county below a sub-path: search, languages, the missing page, hard pages, no noise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from axe import findings
from site_server import serve
from watch import Watch

WIDTHS = (320, 390, 1280)
HARD = ("palvelut/tyhja/", "palvelut/muuttuva/", "tietoa/vaikea/", "palvelut/tili/")


@pytest.fixture(scope="session")
def county(county_folder: Path) -> Iterator[str]:
    with serve(county_folder) as address:
        yield address


@pytest.mark.parametrize(
    ("root", "query", "found"),
    [
        ("", "häädöstä", "tilanteet/haato/"),
        ("en/", "evicted", "en/tilanteet/haato/"),
        ("sv/", "vräkningen", "sv/tilanteet/haato/"),
    ],
)
def test_the_search_answers_in_each_language(
    page: Page, county: str, watch: Watch, root: str, query: str, found: str
) -> None:
    page.goto(f"{county}{root}haku/#q={quote(query)}")
    first = page.locator("a[data-kb-result]").first
    expect(first).to_be_visible()
    first.click()
    expect(page).to_have_url(re.compile(re.escape(county + found)))
    watch.assert_clean()


def test_a_page_leads_to_itself_in_every_other_language(
    page: Page, county: str, watch: Watch
) -> None:
    page.goto(f"{county}palvelut/tili/")
    for lang, title in (("sv", "Konto"), ("en", "Account"), ("fi", "Tili")):
        page.locator(f"[data-kb-language][hreflang={lang}]").first.click()
        root = "" if lang == "fi" else f"{lang}/"
        expect(page).to_have_url(f"{county}{root}palvelut/tili/")
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", lang)
    watch.assert_clean()


@pytest.mark.parametrize(
    ("path", "told"), [("ei-ole/", "Sivua ei löydy"), ("sv/finns-inte/", "Sidan hittas inte")]
)
def test_an_unknown_address_is_told_in_its_language(
    page: Page, county: str, path: str, told: str
) -> None:
    response = page.goto(county + path)
    assert response
    assert response.status == 404
    expect(page.get_by_role("heading", name=told)).to_be_visible()


@pytest.mark.parametrize("root", ["", "sv/"])
@pytest.mark.parametrize("path", HARD)
def test_a_hard_page_fits_every_width(
    page: Page, county: str, watch: Watch, path: str, root: str
) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(county + root + path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, (width, wide)
        # No word of the title is cut or runs over the edge.
        over = page.locator("h1").evaluate("node => node.scrollWidth - node.clientWidth")
        assert over <= 0, (width, over)
    assert not findings(page)
    watch.assert_clean()
