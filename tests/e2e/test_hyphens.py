"""Long words break with a hyphen and are whole for whoever copies or searches them."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bench.answers import FONTS
from broken_words import broken_words
from kb.finish.hyphens import SOFT_HYPHEN

LONG = "palvelut/mielenterveyskuntoutus/"
DRESS = """font => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: ${font} !important; }`);
  document.adoptedStyleSheets = [sheet]; }"""


@pytest.mark.parametrize("font", FONTS)
def test_no_word_is_broken_between_letters(page: Page, site: str, font: str) -> None:
    page.goto(site + LONG)
    page.evaluate(DRESS, FONTS[font])
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert not broken_words(page), width
    # Without its soft hyphens the title would be: the test sees what it looks for.
    page.set_viewport_size({"width": 320, "height": 844})
    page.locator("h1").evaluate("h => { h.textContent = h.textContent.replaceAll('\\u00ad', ''); }")
    assert broken_words(page)


def test_who_copies_a_word_has_it_whole(page: Page, context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + LONG)
    title = page.locator("h1")
    assert SOFT_HYPHEN in title.evaluate("h => h.textContent")
    title.evaluate("h => getSelection().selectAllChildren(h)")
    page.keyboard.press("Control+C")
    assert page.evaluate("navigator.clipboard.readText()") == "Mielenterveyskuntoutus"
    # What was not copied stays as it is.
    assert SOFT_HYPHEN in page.locator(".kb-brand").evaluate("e => e.textContent")


def test_a_long_word_is_marked_for_who_searched_it(page: Page, site: str) -> None:
    page.goto(f"{site}haku/#q=mielenterveyskuntoutus")
    page.locator("a[data-kb-result]").first.click()
    expect(page.locator("h1 mark")).to_have_text("Mielenterveyskuntoutus")
