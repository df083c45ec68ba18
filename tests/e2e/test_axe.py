"""No axe finding: every page once, every kind of page at every width and in both colours."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page

from axe import SCHEMES, WIDTHS, findings, full_matrix, settle
from site_pages import KINDS, LANGS, PATHS, address

AUDIT = "KB_AUDIT" in os.environ
"""Set by `make audit`: every page through the whole matrix."""
ONCE = [path for path in PATHS if path not in KINDS.values()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ONCE)
def test_page(page: Page, site: str, path: str, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + address(path, lang))
    if AUDIT:
        full_matrix(page)
    else:
        assert not findings(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [*KINDS, "not found"])
def test_kind(page: Page, site: str, kind: str, lang: str) -> None:
    own = address(KINDS[kind], lang) if kind in KINDS else address("404.html", lang)
    page.goto(site + own)
    full_matrix(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_open_controls(page: Page, site: str, width: int, scheme: str, lang: str) -> None:
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site + address("palvelut/talousneuvola.md", lang))
    page.locator("[data-kb-settings]").click()
    assert not findings(page), "settings"
    page.keyboard.press("Escape")
    if width < 1220:
        page.locator("[data-kb-opens=drawer]").click()
        page.wait_for_timeout(50)
        assert not findings(page), "menu"
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("talous")
    page.keyboard.press("u")
    page.wait_for_timeout(500)
    settle(page)
    assert not findings(page), "search"
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(100)
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_timeout(400)
    assert not findings(page), "scrolled, with the way back to the top"
