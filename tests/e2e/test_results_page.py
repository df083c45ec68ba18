"""The page of results: a bookmark, in the language in which one asks."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from watch import SHIFT, Watch


def field(page: Page) -> Locator:
    return page.locator("[data-kb-search-field]")


def results(page: Page) -> Locator:
    return page.locator("a[data-kb-result]")


def test_the_page_of_results_is_a_bookmark(page: Page, watch: Watch, site: str) -> None:
    page.goto(site + "haku/#q=h%C3%A4%C3%A4t%C3%B6")
    expect(field(page)).to_have_value("häätö")
    expect(results(page).first).to_be_visible()
    expect(page.get_by_role("heading", level=2).locator("a[data-kb-result]").first).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ tulosta?$"))
    field(page).fill("tukiporras")
    expect(page).to_have_url(site + "haku/#q=tukiporras")
    expect(results(page).first).to_have_text("Tukiporras")
    results(page).first.click()
    expect(page.locator("h1")).to_have_text("Tukiporras")
    page.go_back()
    expect(field(page)).to_have_value("tukiporras")
    expect(results(page).first).to_have_text("Tukiporras")
    page.go_back()
    expect(page).to_have_url(site + "haku/#q=h%C3%A4%C3%A4t%C3%B6")
    expect(field(page)).to_have_value("häätö")
    page.go_forward()
    expect(field(page)).to_have_value("tukiporras")
    watch.assert_clean()


def test_the_page_of_results_keeps_query_and_language(page: Page, site: str) -> None:
    page.goto(site + "haku/#q=kela")
    page.locator("header a[hreflang=en]").click()
    expect(page).to_have_url(site + "en/haku/#q=kela")
    expect(page.locator("h1")).to_have_text("Search results")
    expect(results(page).first).to_be_visible()
    hrefs = results(page).evaluate_all("links => links.map((link) => link.href)")
    assert all("/en/" in href for href in hrefs)
    # A word of the other language leads to that language's search.
    field(page).fill("välitystili")
    page.get_by_role("link", name="suomeksi").click()
    expect(page).to_have_url(site + "haku/#q=" + quote("välitystili"))
    expect(results(page).first).to_have_text("Välitystili")
    # And the other way.
    field(page).fill("sublet dwellings")
    page.get_by_role("link", name="in English").click()
    expect(page).to_have_url(site + "en/haku/#q=" + quote("sublet dwellings"))
    expect(results(page).first).to_have_text("Sublet dwellings")


@pytest.mark.parametrize("asked", ["", "#q=vuokra", "#q=xqzxqz"])
def test_nothing_moves_while_results_come(page: Page, site: str, asked: str) -> None:
    page.add_init_script(SHIFT)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}haku/{asked}")
    expect(page.locator(".kb-find__panel a:visible").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < 0.01
