"""No axe finding: every kind of page, and whatever opens on one, at some width in each palette.

What one run need not ask of all it asks in turn: languages and widths alternate, and the rules
about colours, which are slow, are asked of one text of each kind. `make audit` asks about every
text of every page at every width in both palettes, and on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from axe import (
    SCHEMES,
    TAGS,
    WIDTHS,
    Scheme,
    findings,
    findings_but_colours,
    findings_of_colours,
    full_matrix,
    paint,
)
from site_pages import AUDIT, BOOK, KINDS, LANGS, PATHS, address, in_turn
from watch import until

NOT_FOUND = "404.html"
RESULTS = "haku.md"
"""The page of results, which the engine makes."""


@pytest.mark.skipif(not AUDIT, reason="asked in turn below; as a whole in `make audit`")
@pytest.mark.parametrize(
    ("path", "lang"), list(product([*PATHS, NOT_FOUND, RESULTS], LANGS)) if AUDIT else []
)
def test_whole_matrix(page: Page, site: str, path: str, lang: str) -> None:
    page.goto(site + address(path, lang))
    full_matrix(page, TAGS)


@pytest.mark.parametrize(("path", "lang"), in_turn([*KINDS.values(), NOT_FOUND, RESULTS]))
def test_every_kind(page: Page, site: str, path: str, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    wide, middle, narrow = WIDTHS
    page.set_viewport_size({"width": wide, "height": 844})
    page.goto(site + address(path, lang))
    assert not findings_but_colours(page), "wide"
    assert not findings_of_colours(page), "wide"
    page.set_viewport_size({"width": narrow, "height": 844})
    assert not findings_but_colours(page), "narrow"
    page.set_viewport_size({"width": middle, "height": 844})
    paint(page, "dark")
    assert not findings_of_colours(page), "dark"
    paint(page, "light")
    page.emulate_media(media="print")
    assert not findings_of_colours(page), "print"


@pytest.mark.skipif(not AUDIT, reason="so long that `make audit` alone asks everything about it")
@pytest.mark.parametrize("lang", LANGS)
def test_the_handbook_on_paper(page: Page, site: str, lang: str) -> None:
    page.set_viewport_size({"width": WIDTHS[-1], "height": 844})
    page.goto(site + address(BOOK, lang))
    page.emulate_media(media="print")
    assert not findings(page)


def _settings(page: Page) -> None:
    page.locator("[data-kb-settings]").click()


def _menu(page: Page) -> None:
    page.locator("[data-kb-opens=drawer]").click()
    expect(page.locator("[data-kb-closes=drawer]")).to_be_focused()


def _results(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("[data-kb-search-field]").fill("talous")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()
    inside, around = page.locator(".kb-find__panel").evaluate(
        "element => [element.scrollWidth, element.clientWidth]"
    )
    assert inside <= around, "the results are cut off"


def _no_results(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("[data-kb-search-field]").fill("xqzxqzxqz")
    expect(page.locator(".kb-find__note a").first).to_be_visible()


def _results_page(page: Page) -> None:
    page.locator("[data-kb-search-field]").fill("talous")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()


def _term(page: Page) -> None:
    page.locator(".md-content .kb-term__word").first.focus()
    expect(page.locator(".kb-term__tip:visible")).to_have_count(1)


def _check(page: Page) -> None:
    answers = page.locator("[data-kb-decide] [value=yes]")
    for number in range(3):
        answers.nth(number).check()
    expect(page.locator("[data-kb-bucket=open]:visible, [data-kb-verdict]").first).to_be_visible()


def _map(page: Page) -> None:
    page.locator(".kb-map__needs button").nth(1).click()
    page.locator(".kb-map svg:visible g:not(.kb-off) a").first.focus()
    expect(page.locator(".kb-map__panel a").first).to_be_visible()


def _back_to_top(page: Page) -> None:
    page.evaluate("scrollTo(0, 2000)")
    until(page, "scrollY > 1900")
    page.mouse.wheel(0, -300)
    expect(page.locator(".kb-top")).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "settings": ("palvelut/talousneuvola.md", _settings),
    "menu": ("palvelut/talousneuvola.md", _menu),
    "search": ("palvelut/talousneuvola.md", _results),
    "search without results": ("index.md", _no_results),
    "page of results": (RESULTS, _results_page),
    "term explained": ("palvelut/mielenterveyskuntoutus.md", _term),
    "check in use": (KINDS["questions"], _check),
    "map in use": ("tietoa/kartta.md", _map),
    "back to top": ("tilanteet/vuokravelka.md", _back_to_top),
}
"""What opens on a page, and on which."""
MENU_BELOW = 1220
HIGH = {"check in use", "map in use"}


def _uses() -> list[tuple[tuple[str, int], str]]:
    """Every state, wide and narrow; as a whole, at every width in every language."""
    widths = WIDTHS if AUDIT else WIDTHS[:2]
    uses = [(s, w) for s, w in product(STATES, widths) if s != "menu" or w < MENU_BELOW]
    return list(product(uses, LANGS)) if AUDIT else in_turn(uses)


@pytest.mark.parametrize(("use", "lang"), _uses(), ids=str)
def test_in_use(page: Page, site: str, use: tuple[str, int], lang: str) -> None:
    state, width = use
    path, do = STATES[state]
    page.emulate_media(reduced_motion="reduce")
    # In a high window nothing is half under the header only because of where the page stands.
    page.set_viewport_size({"width": width, "height": 8000 if state in HIGH else 844})
    page.goto(site + address(path, lang))
    do(page)
    if AUDIT:
        for scheme in SCHEMES:
            paint(page, scheme)
            assert not findings(page), scheme
        return
    assert not findings_but_colours(page)
    for scheme in SCHEMES:
        paint(page, scheme)
        assert not findings_of_colours(page), scheme


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_pale_kind_of_text_is_found(page: Page, site: str, scheme: Scheme) -> None:
    page.goto(site + "tietoa/lahde/")
    paint(page, scheme)
    page.locator(".md-content p").last.evaluate(
        "item => { item.className = 'pale'; item.textContent = 'Haalea'; "
        "item.style.color = '#888'; item.style.background = '#999'; }"
    )
    (found,) = findings_of_colours(page)
    assert found.startswith("color-contrast")
    assert ".pale" in found
