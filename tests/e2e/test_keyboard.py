"""The furniture by keyboard alone: reach it, use it, see where you are, come back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from watch import Watch

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
ACTIVE = "document.activeElement"
OUTLINE = f"""() => [{ACTIVE}, {ACTIVE}.closest('label')].some(element => {{
  const style = element && getComputedStyle(element);
  return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}})"""


def tab_to(page: Page, selector: str, limit: int = 30) -> None:
    """Press Tab until the element that `selector` finds has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(f"s => {ACTIVE}.matches(s)", selector):
            return
    raise AssertionError(f"{limit} tabs do not reach {selector}")


def test_skip_link_leads_past_the_header(page: Page, site: str) -> None:
    page.goto(site + "palvelut/valitystili/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Hyppää sisältöön")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{ACTIVE}.closest('article') !== null")


def test_menu(page: Page, watch: Watch, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/tukiporras/")
    button = page.get_by_role("button", name="Valikko", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("navigation", name="Valikko")).to_have_count(0)
    tab_to(page, "[data-kb-opens=drawer]")
    page.keyboard.press("Enter")
    # Nothing behind it can be reached, by key or by finger.
    assert page.locator("#kb-drawer").evaluate("e => e.matches(':modal')")
    expect(page.get_by_role("button", name="Sulje valikko")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(
            f"{ACTIVE} === document.body || {ACTIVE}.closest('#kb-drawer') !== null"
        )
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    tab_to(page, "#kb-drawer a[href*=talousneuvola]")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Talousneuvola")
    watch.assert_clean()


def test_closed_menu_is_no_tab_stop(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/tukiporras/")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate(f"{ACTIVE}.closest('dialog') !== null")


def test_menu_leaves_no_wide_page_shut(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/tukiporras/")
    page.locator("[data-kb-opens=drawer]").click()
    page.set_viewport_size(DESKTOP)
    page.locator("article a").first.focus()
    assert page.evaluate(f"{ACTIVE}.closest('article') !== null")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_search_gives_the_focus_back(page: Page, site: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + "palvelut/tukiporras/")
    link = page.locator("article a").first
    link.focus()
    page.keyboard.press("/")
    query = page.locator("[data-kb-search-field]")
    expect(query).to_be_focused()
    expect(query).to_have_value("")
    # Dialog, field and list are told apart by their names.
    expect(page.get_by_role("dialog", name="Haku")).to_have_count(1 if size == PHONE else 0)
    expect(query).to_have_accessible_name("Hae tietopankista")
    page.keyboard.type("velka")
    expect(page.get_by_role("list", name="Hakutulokset")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(query).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_search_opened_while_the_last_one_closes_stays_open(page: Page, site: str) -> None:
    """Closing takes a step of the history back, which a busy device does late."""
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/")
    page.goto(site + "palvelut/tukiporras/")
    page.keyboard.press("/")
    query = page.locator("[data-kb-search-field]")
    expect(query).to_be_focused()
    page.evaluate(
        """() => new Promise((done) => {
          const dialog = document.getElementById("kb-search-dialog");
          dialog.addEventListener("close", () => {
            dispatchEvent(new Event("kb:search"));
            addEventListener("popstate", () => setTimeout(done), { once: true });
          }, { once: true });
          dialog.close();
        })"""
    )
    expect(query).to_be_focused()
    expect(page.get_by_role("dialog", name="Haku")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog", name="Haku")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Tukiporras")


def test_search_button_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "en/palvelut/tukiporras/")
    button = page.locator("[data-kb-opens=search]")
    expect(button).to_have_accessible_name("Open the search")
    tab_to(page, "[data-kb-opens=search]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-kb-search-field]")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Close the search").focus()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_result_count_is_a_status(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("EV241N")
    expect(page.get_by_role("status").filter(has_text="tulosta")).to_have_count(1)


def test_colours(page: Page, watch: Watch, site: str) -> None:
    page.goto(site)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    tab_to(page, "[data-kb-settings]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-kb-scheme=slate]", 5)
    page.keyboard.press("Enter")
    dark = page.get_by_role("button", name="Tumma")
    expect(dark).to_have_attribute("aria-pressed", "true")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("Escape")
    expect(page.locator("[data-kb-settings]")).to_be_focused()
    expect(dark).to_be_hidden()
    page.goto(site + "en/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-kb-settings]").click()
    page.get_by_role("button", name="As on the device").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    watch.assert_clean()


def test_single_keys_can_be_turned_off(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("[data-kb-settings]").click()
    page.locator("[data-kb-keys]").click()
    page.keyboard.press("Escape")
    page.reload()
    for key in "/fs":
        page.keyboard.press(key)
        assert not page.evaluate(f"{ACTIVE}.matches('[data-kb-search-field]')"), key


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_focus_is_seen_everywhere(page: Page, site: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + "palvelut/valitystili/")
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"{ACTIVE} === document.body"):
            break
        assert page.evaluate(OUTLINE), page.evaluate(f"{ACTIVE}.outerHTML")
        # Nor does the header lie over it.
        covered = page.evaluate(
            f"""() => {{
              const box = {ACTIVE}.getBoundingClientRect();
              const header = document.querySelector('.kb-header');
              const edge = header.getBoundingClientRect().bottom;
              return !header.contains({ACTIVE}) && box.bottom <= edge;
            }}"""
        )
        assert not covered, page.evaluate(f"{ACTIVE}.outerHTML")
        seen += 1
    assert seen > 30
