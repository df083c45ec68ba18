"""Every page, in both languages, as a browser meets it: one visit, all that holds for any page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe import STRUCTURE, TAGS, findings
from scale import FRONT_PAGE, LONGEST, REQUESTS, Scale
from site_pages import BOOK, PATHS, address
from site_server import ROOT, SITE_URL
from watch import Watch

SITE_NAMES = {
    "fi": "Asumissosiaalityön tietopankki",
    "en": "Housing Social Work Knowledge Base",
}


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_page(page: Page, watch: Watch, site: str, site_folder: Path, path: str, lang: str) -> None:
    scale = Scale(page, site, site_folder)
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    response = page.goto(site + address(path, lang))
    assert response
    assert response.status == 200

    heading = page.locator("h1")
    expect(heading).to_have_count(1)
    assert page.locator("html").get_attribute("lang") == lang
    title = page.title()
    if path == "index.md":
        assert title == SITE_NAMES[lang]
    else:
        assert title == f"{heading.inner_text()} – {SITE_NAMES[lang]}"

    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == SITE_URL + address(path, lang)
    alternates = {
        link.get_attribute("hreflang"): link.get_attribute("href")
        for link in page.locator("link[rel~=alternate][hreflang]").all()
    }
    assert alternates == {
        "fi": SITE_URL + address(path, "fi"),
        "en": SITE_URL + address(path, "en"),
        "x-default": SITE_URL + address(path, "fi"),
    }
    description = page.locator("meta[name=description]").get_attribute("content")
    assert description
    assert "](" not in description

    other = "en" if lang == "fi" else "fi"
    switch = page.locator(f"header a[hreflang={other}]")
    assert switch.get_attribute("lang") == other
    assert switch.evaluate("link => link.href") == site + address(path, other)

    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, f"the page is {width} px wide at 320 px"
    # The book is the other pages once more, and asking about its colours takes a minute.
    assert not findings(page, TAGS if path != BOOK else STRUCTURE)
    watch.assert_clean()
    assert len(scale.weights) <= REQUESTS, scale
    if path != BOOK:
        assert scale.total <= (FRONT_PAGE if path == "index.md" else LONGEST), scale


def test_pages_exist_in_both_languages() -> None:
    english = {
        p.relative_to(ROOT / "docs/en").as_posix() for p in Path(ROOT / "docs/en").rglob("*.md")
    }
    assert english == set(PATHS)
