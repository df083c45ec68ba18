"""Zoom, spacing, motion, colours of the system: nothing is lost. And what a screen reader reads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from site_pages import KINDS, address, in_turn

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  if (!e.checkVisibility({visibilityProperty: true}) || !e.innerText) return false;
  if (e.closest('.kb-hidden, .kb-language, .kb-table, pre, #kb-drawer')) return false;
  if (e.matches('.md-main')) return false;  // clips the banner's colour, not its text
  const cuts = ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
    || ['hidden', 'clip'].includes(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
  return cuts && e.clientWidth > 1;
}).map(e => e.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll('body *')].filter(e => {
  const { animationName, transitionDuration } = getComputedStyle(e);
  return animationName !== 'none' || parseFloat(transitionDuration) > 0;
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", KINDS)
def test_text_spacing(page: Page, site: str, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(site + address(KINDS[kind], "fi"))
    # As a reader's own style sheet: the page's policy has no say in it.
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet]; }""",
        SPACING,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not page.evaluate(CLIPPED)


def test_zoom_of_400_percent(page: Page, site: str) -> None:
    # 1280 × 1024 at 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    for kind in KINDS.values():
        page.goto(site + address(kind, "fi"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
    page.evaluate("scrollTo(0, 900)")
    header = page.locator(".kb-header").bounding_box()
    assert header
    assert header["y"] + header["height"] <= 0, "a fixed header takes a quarter of this window"


def test_reduced_motion(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + "palvelut/tukiporras/")
    page.locator("[data-kb-opens=drawer]").click()
    assert page.evaluate(MOVING), "nothing moves here: the test shows nothing"
    page.emulate_media(reduced_motion="reduce")
    assert not page.evaluate(MOVING)
    page.keyboard.press("Escape")
    assert page.evaluate("document.getAnimations().length") == 0


def test_forced_colours(browser: Browser, site: str) -> None:
    """What colour tells, an edge tells too, and nothing is drawn in the colour of its ground."""
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    width = "e => getComputedStyle(e).borderTopWidth"
    page.goto(site + "palvelut/valitystili/")
    page.locator("[data-kb-settings]").click()
    pressed = page.locator("[data-kb-scheme=auto]")
    other = page.locator("[data-kb-scheme=slate]")
    assert pressed.evaluate(width) != other.evaluate(width), "colour alone tells the state"
    note = page.locator(".kb-changes > li").first
    assert note.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    for edged in ("[data-kb-search-field]", ".kb-header", ".kb-facts"):
        style = "e => getComputedStyle(e).borderBottomStyle"
        assert page.locator(edged).evaluate(style) == "solid", edged
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn in page.locator("summary:visible").all():
        sign = drawn.evaluate("e => getComputedStyle(e, '::after').backgroundColor")
        assert sign not in {ground, "rgba(0, 0, 0, 0)"}, "what folds has no sign of it"
    icon = page.locator("[data-kb-settings] svg").evaluate("e => getComputedStyle(e).fill")
    assert icon != ground
    page.goto(site + "tietoa/kartta/")
    page.locator(".kb-map__needs button").nth(1).click()
    widths = page.locator(".kb-map__needs button").evaluate_all(f"all => all.map({width})")
    assert widths[1] not in {widths[0], *widths[2:]}, "colour alone tells the need"
    page.goto(site + "perehdytys/")
    progress = page.locator(".kb-path__progress progress")
    assert progress.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    context.close()


@pytest.mark.parametrize(("kind", "lang"), in_turn(KINDS))
def test_landmarks_and_order(page: Page, site: str, kind: str, lang: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + address(KINDS[kind], lang))
    fi = lang == "fi"
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    lines = page.locator("body").aria_snapshot().splitlines()

    def place(start: str) -> int:
        found = [n for n, line in enumerate(lines) if line.strip().startswith(f"- {start}")]
        assert len(found) == 1, (start, found)
        return found[0]

    order = [
        place("banner"),
        place(f'navigation "{"Osiot" if fi else "Sections"}"'),
        place("main"),
        next(n for n, line in enumerate(lines) if "heading" in line and "[level=1]" in line),
        place("contentinfo"),
    ]
    assert order == sorted(order)
    if kind != "front page":
        path = place(f'navigation "{"Sijainti sivustolla" if fi else "Place on the site"}"')
        assert order[2] < path < order[3]
    levels = page.locator("main :is(h1, h2, h3, h4)").evaluate_all(
        "all => all.map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels)), levels
    nameless = page.locator(":is(a, button):visible").evaluate_all(
        "all => all.filter(e => !(e.textContent.trim() || e.getAttribute('aria-label')"
        " || e.querySelector('.kb-hidden'))).map(e => e.outerHTML)"
    )
    assert not nameless
    # Signs for the eye are not read aloud; whoever hears a mark alone hears to what it leads.
    assert not [line for line in lines if "↗" in line or "›" in line]
    alike = page.locator("main :is(.kb-chip, .kb-reference, .kb-button)[href]").evaluate_all(
        """all => {
          const places = {};
          for (const a of all) (places[a.textContent.trim()] ??= new Set()).add(a.href);
          return Object.keys(places).filter((name) => places[name].size > 1);
        }"""
    )
    assert not alike
