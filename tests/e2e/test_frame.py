"""The frame: no collision at any width, and Back, anchors, languages and the page of results."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from site_pages import KINDS, address, in_turn
from watch import until

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
WIDTHS = range(320, 1921, 40)
FONTS = {
    "narrow": "'DejaVu Sans Condensed', Arial, sans-serif",
    "wide": "'DejaVu Sans', Verdana, sans-serif",
}
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
DRESS = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet]; }"""
ONE_MORE = """() => { const list = document.querySelector('.kb-sections');
  const more = list.lastElementChild.cloneNode(true);
  more.firstElementChild.textContent = 'Yhteistyökumppanit'; list.append(more); }"""
COLLIDING = """() => {
  const seen = (part) => part.checkVisibility({visibilityProperty: true});
  const parts = [...document.querySelectorAll(
    '.kb-header__bar > *, .kb-sections a, .kb-brand span')].filter(seen);
  const found = [];
  for (const one of parts) {
    const a = one.getBoundingClientRect();
    if (a.right > innerWidth + .5 || a.left < -10.5) found.push('off the edge: ' + one.className);
    const cut = one.clientWidth && one.scrollWidth > one.clientWidth + 1;
    if (cut) found.push('cut: ' + one.className);
    for (const other of parts) {
      if (one === other || one.contains(other) || other.contains(one)) continue;
      const b = other.getBoundingClientRect();
      const apart = a.right <= b.left + .5 || b.right <= a.left + .5
        || a.bottom <= b.top + .5 || b.bottom <= a.top + .5;
      if (!apart) found.push(one.className + ' lies on ' + other.className);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('sideways');
  return found;
}"""
"""What of the header lies on something else, is cut off, or leaves the screen."""


def field(page: Page) -> Locator:
    return page.locator("[data-kb-search-field]")


def results(page: Page) -> Locator:
    return page.locator("a[data-kb-result]")


@pytest.mark.parametrize("spaced", [False, True], ids=["as it is", "spaced"])
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_of_the_header_collides(
    page: Page, site: str, lang: str, font: str, spaced: bool
) -> None:
    page.goto(site + lang + "palvelut/tukiporras/")
    page.evaluate(DRESS, f"* {{ font-family: {FONTS[font]} !important; }}" + SPACING * spaced)
    page.evaluate(ONE_MORE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(COLLIDING), width


@pytest.mark.parametrize("path", ["", "palvelut/tukiporras/", "ei/ole/", "haku/"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_there_is_one_search_field(page: Page, site: str, path: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + path)
    expect(field(page)).to_have_count(1)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("vuokravelka")
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_anchor_lands_right_below_the_header(page: Page, site: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + "palvelut/valitystili/")
    for css in ("", SPACING):
        page.evaluate(DRESS, css)
        page.evaluate("scrollTo(0, 0)")
        page.evaluate("location.hash = ''")
        page.evaluate("location.hash = 'kulku'")
        gap = """() => document.getElementById('kulku').getBoundingClientRect().top
          - document.querySelector('.kb-header').getBoundingClientRect().bottom"""
        until(page, f"Math.abs(({gap})()) < 24")
        assert 0 <= page.evaluate(gap) < 24


def test_back_closes_the_menu_before_it_leaves(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site)
    page.goto(site + "palvelut/tukiporras/")
    page.locator("[data-kb-opens=drawer]").click()
    expect(page.locator("#kb-drawer")).to_be_visible()
    page.go_back()
    expect(page.locator("#kb-drawer")).to_be_hidden()
    expect(page).to_have_url(site + "palvelut/tukiporras/")
    # Closed otherwise it leaves no step behind.
    page.locator("[data-kb-opens=drawer]").click()
    page.keyboard.press("Escape")
    until(page, "!history.state?.kbOpen")
    page.go_back()
    expect(page).to_have_url(site)


def test_back_from_a_page_of_the_menu_skips_the_menu(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/tukiporras/")
    page.locator("[data-kb-opens=drawer]").click()
    page.locator("#kb-drawer a[href*=talousneuvola]").click()
    expect(page.locator("h1")).to_have_text("Talousneuvola")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Tukiporras")
    expect(page.locator("#kb-drawer")).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_back_from_a_result_finds_the_query_and_its_results(
    page: Page, site: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(site + "tyokalut/martat/")
    page.keyboard.press("/")
    page.keyboard.type("tukiporras")
    results(page).first.click()
    expect(page.locator("h1")).to_have_text("Tukiporras")
    page.go_back()
    expect(page).to_have_url(site + "tyokalut/martat/")
    expect(field(page)).to_have_value("tukiporras")
    expect(results(page).first).to_be_visible()
    if size == PHONE:
        page.go_back()
        expect(results(page).first).to_be_hidden()


def test_an_empty_field_offers_the_situations(page: Page, site: str) -> None:
    page.goto(site + "haku/")
    expect(page.get_by_role("link", name="Valitse asiakkaan tilanne")).to_be_visible()
    # Nothing was asked, so there is nothing of which more could be shown.
    expect(page.locator(".kb-find__ways")).to_be_hidden()
    page.get_by_role("link", name="Häätö uhkaa").click()
    expect(page.locator("h1")).to_have_text("Häätö uhkaa")


def test_tab_to_the_field_opens_nothing(page: Page, site: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + "palvelut/tukiporras/")
    for _ in range(12):
        page.keyboard.press("Tab")
        expect(page.locator(".kb-find__panel:visible, dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_below_english_the_missing_page_is_english(
    page: Page, site: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(site + "en/no/such/page/")
    expect(page.locator("h1")).to_have_text("Page not found")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("header").get_attribute("lang") == "fi"
    field(page).fill("eviction")
    expect(results(page).first).to_have_attribute("href", re.compile("/en/"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(site + "en/haku/#q=eviction")


def test_without_scripts_everything_is_reached(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(site + "palvelut/tukiporras/")
    expect(page.locator("[data-kb-opens=drawer]")).to_be_hidden()
    page.locator(".kb-sections a", has_text="Työkalut").click()
    expect(page.locator("h1")).to_have_text("Työkalut")
    page.goto(site + "haku/")
    expect(page.get_by_text("Haku tarvitsee JavaScriptin.")).to_be_visible()
    page.locator("article").get_by_role("link", name="Tilanteet").click()
    expect(page.locator("h1")).to_have_text("Tilanteet")
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_names_hold_what_is_seen(page: Page, site: str, size: ViewportSize) -> None:
    """Who speaks to the browser says what stands there (WCAG 2.5.3)."""
    page.set_viewport_size(size)
    page.goto(site + "palvelut/tukiporras/")
    switch = page.locator("header a[hreflang=en]")
    seen = "EN" if size == PHONE else "English"
    expect(switch.get_by_text(seen, exact=True)).to_be_visible()
    expect(switch).to_have_accessible_name(re.compile(rf"\b{seen}\b"))
    current = page.locator(".kb-sections [aria-current]")
    if size == DESKTOP:
        # The section that is open is not told by its colour alone.
        assert current.evaluate("e => getComputedStyle(e).fontWeight") == "700"


SIZES = """() => {
  const found = new Set();
  const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (text.nextNode()) {
    const around = text.currentNode.parentElement;
    if (!text.currentNode.data.trim() || around.closest("svg, .kb-hidden")) continue;
    if (around.checkVisibility()) found.add(getComputedStyle(around).fontSize);
  }
  return [...found];
}"""
EDGES = """() => {
  const inside = document.querySelectorAll(".md-content__inner > *, .kb-hero > *");
  // What is as wide as it must be: the map, the register of words, and what lies within a box.
  const wide = ".kb-hidden, .kb-hero, .kb-map, .kb-letters ~ .kb-table";
  const right = (element) => Math.round(element.getBoundingClientRect().right);
  const block = (element) => element.offsetHeight && element.offsetWidth > 300;
  return [...new Set([...inside].filter((e) => block(e) && !e.matches(wide)).map(right))];
}"""


@pytest.mark.parametrize(("kind", "lang"), in_turn([*KINDS.values(), "haku.md", "kasikirja.md"]))
def test_text_has_six_sizes_and_one_right_edge(page: Page, site: str, kind: str, lang: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + address(kind, lang))
    page.evaluate("() => { for (const d of document.querySelectorAll('details')) d.open = true; }")
    scale = page.evaluate(
        """() => [1, 2, 3, 4, 5, 6].map((size) => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.fontSize = `var(--kb-size-${size})`;
          return getComputedStyle(probe).fontSize;
        })"""
    )
    assert len(set(scale)) == 6
    assert set(page.evaluate(SIZES)) <= set(scale)
    edges = page.evaluate(EDGES)
    assert len(edges) == 1, edges
    left = page.locator("h1").evaluate("e => e.getBoundingClientRect().left")
    brand = page.locator(".kb-brand").evaluate("e => e.getBoundingClientRect().left")
    assert abs(left - brand) < 1
