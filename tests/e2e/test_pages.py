"""Every page: what its head says in each language, and one visit by a narrow browser.

The languages hardly differ in how wide and heavy a page is, so the pages are visited in one of them
in turn; `make audit` visits each in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from selectolax.lexbor import LexborHTMLParser

from broken_words import broken_words
from scale import FRONT_PAGE, LONGEST, REQUESTS, Scale
from site_pages import AUDIT, BOOK, LANGS, PATHS, address, in_turn
from site_server import ROOT, SITE_URL
from watch import Watch

NARROW = 320
"""Pixels: what WCAG's reflow asks for."""
SITE_NAMES = {
    "fi": "Asumissosiaalityön tietopankki",
    "en": "Housing Social Work Knowledge Base",
}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """One reader for all pages: a new one for each costs more than the visit."""
    context = browser.new_context(
        viewport={"width": NARROW, "height": 700},
        reduced_motion="reduce",
        service_workers="block",
    )
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    page = reader.new_page()
    yield page
    page.close()


def _attributes(html: LexborHTMLParser, selector: str, name: str) -> list[str | None]:
    return [found.attributes[name] for found in html.css(selector)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
def test_head(site_folder: Path, path: str, lang: str) -> None:
    file = site_folder / address(path, lang) / "index.html"
    html = LexborHTMLParser(file.read_text(encoding="utf-8"))
    assert _attributes(html, "html", "lang") == [lang]
    (heading,) = html.css("h1")
    (title,) = html.css("head title")
    words = " ".join(heading.text().split())
    own = SITE_NAMES[lang] if path == "index.md" else f"{words} – {SITE_NAMES[lang]}"
    assert title.text() == own
    assert _attributes(html, "link[rel=canonical]", "href") == [SITE_URL + address(path, lang)]
    alternates = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in html.css("link[rel~=alternate][hreflang]")
    }
    assert alternates == {
        "fi": SITE_URL + address(path, "fi"),
        "en": SITE_URL + address(path, "en"),
        "x-default": SITE_URL + address(path, "fi"),
    }
    (description,) = _attributes(html, "meta[name=description]", "content")
    assert description
    assert "](" not in description


@pytest.mark.parametrize(("path", "lang"), list(product(PATHS, LANGS)) if AUDIT else in_turn(PATHS))
def test_visit(page: Page, site: str, site_folder: Path, path: str, lang: str) -> None:
    watch, scale = Watch(page), Scale(page, site, site_folder)
    response = page.goto(site + address(path, lang))
    assert response
    assert response.status == 200
    other = "en" if lang == "fi" else "fi"
    switch = page.locator(f"header a[hreflang={other}]")
    assert switch.get_attribute("lang") == other
    assert switch.evaluate("link => link.href") == site + address(path, other)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW, f"the page is {width} px wide"
    assert not broken_words(page)
    watch.assert_clean()
    assert len(scale.weights) <= REQUESTS, scale
    if path != BOOK:
        assert scale.total <= (FRONT_PAGE if path == "index.md" else LONGEST), scale


def test_pages_exist_in_both_languages() -> None:
    english = {
        p.relative_to(ROOT / "docs/en").as_posix() for p in Path(ROOT / "docs/en").rglob("*.md")
    }
    assert english == set(PATHS)
