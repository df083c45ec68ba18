"""A marked term explains itself by pointer, keyboard and touch, and leads to the glossary."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from watch import Watch

PAGE = "palvelut/mielenterveyskuntoutus/"
TERM = "AVI:n"
MEANING = "aluehallintovirasto"


def term(page: Page, text: str = TERM) -> Locator:
    word = page.locator(".kb-term__word", has_text=re.compile(f"^{text}$")).first
    return page.locator(".kb-term").filter(has=word).first


def tip(page: Page) -> Locator:
    return term(page).locator("[role=tooltip]")


@pytest.mark.parametrize(
    ("path", "text", "meanings"),
    [
        (PAGE, TERM, ["aluehallintovirasto", "Regional State", "AVI", "vuoden 2025 lopussa"]),
        (f"en/{PAGE}", "AVI", ["Regional State", "aluehallintovirasto", "at the time of"]),
    ],
)
def test_by_pointer(
    page: Page, watch: Watch, site: str, path: str, text: str, meanings: list[str]
) -> None:
    page.goto(site + path)
    found = term(page, text)
    meaning = found.locator("[role=tooltip]")
    expect(meaning).to_be_hidden()
    found.locator("a").hover()
    for words in meanings:
        expect(meaning).to_contain_text(words)
    expect(meaning).to_be_visible()
    # The pointer may go over to the meaning without losing it on the way.
    box, word = meaning.bounding_box(), found.locator("a").bounding_box()
    assert box
    assert word
    page.mouse.move(max(box["x"], word["x"]) + 10, box["y"] + box["height"] - 5, steps=12)
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(1, 1)
    found.locator("a").hover()
    expect(meaning).to_be_visible()
    found.locator("a").click()
    expect(page).to_have_url(re.compile(r"/tietoa/sanasto/#termi-avi$"))
    expect(page.locator("#termi-avi")).to_be_in_viewport()
    watch.assert_clean()


def test_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + PAGE)
    word = term(page).locator("a")
    note = word.get_attribute("aria-describedby")
    assert note == tip(page).get_attribute("id")
    assert page.locator(f"[id={note}]").count() == 1
    word.focus()
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tietoa/sanasto/#termi-avi$"))


def test_by_touch(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(site + PAGE)
    word = term(page).locator("a")
    word.tap()
    expect(tip(page)).to_be_visible()
    expect(tip(page)).to_contain_text(MEANING)
    assert page.url == site + PAGE
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = tip(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator("h2").first.evaluate("heading => heading.click()")
    page.locator("body").evaluate("() => document.activeElement.blur()")
    word.tap()
    word.tap()
    expect(page).to_have_url(re.compile(r"/tietoa/sanasto/#termi-avi$"))
    context.close()


def test_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PAGE)
    word = term(page).locator("a")
    word.hover()
    expect(tip(page)).to_be_visible()
    word.click()
    expect(page).to_have_url(re.compile(r"/tietoa/sanasto/#termi-avi$"))
    context.close()


def test_paper_has_the_word_only(page: Page, site: str) -> None:
    page.goto(site + PAGE)
    term(page).locator("a").hover()
    page.emulate_media(media="print")
    expect(tip(page)).to_be_hidden()
    expect(term(page).locator("a")).to_be_visible()
