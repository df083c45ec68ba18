"""Long words break with a hyphen and are whole for whoever copies or searches them."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from bench.answers import FONTS
from broken_words import broken_words

LONG = "palvelut/mielenterveyskuntoutus/"
NARROW: ViewportSize = {"width": 320, "height": 844}
SOFT_HYPHEN = "\u00ad"
DRESS = """font => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: ${font} !important; }`);
  document.adoptedStyleSheets = [sheet]; }"""
TEXT = "node => node.textContent"


@pytest.mark.parametrize("font", FONTS)
def test_no_word_is_cut_between_letters(page: Page, site: str, font: str) -> None:
    page.goto(site + LONG)
    page.evaluate(DRESS, FONTS[font])
    # Where there is room the text is as it was written.
    assert SOFT_HYPHEN not in "".join(page.locator(":is(h1, h2, p, li, dd)").all_text_contents())
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert not broken_words(page), width
    # Without its soft hyphens the title would be: the test sees what it looks for.
    title = page.locator("h1")
    title.evaluate("h => { h.textContent = h.textContent.replaceAll('\\u00ad', ''); }")
    assert broken_words(page)


def test_who_copies_a_word_has_it_whole(page: Page, context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(NARROW)
    page.goto(site + LONG)
    title = page.locator("h1")
    assert SOFT_HYPHEN in title.evaluate(TEXT)
    title.evaluate("h => getSelection().selectAllChildren(h)")
    page.keyboard.press("Control+C")
    assert page.evaluate("navigator.clipboard.readText()") == "Mielenterveyskuntoutus"
    # What was not copied stays as it is.
    assert SOFT_HYPHEN in page.locator(".kb-brand").evaluate(TEXT)


def test_a_long_word_is_marked_for_who_searched_it(page: Page, site: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"{site}haku/#q=mielenterveyskuntoutus")
    page.locator("a[data-kb-result]").first.click()
    expect(page.locator("h1 mark")).to_have_text("Mielenterveyskuntoutus")
