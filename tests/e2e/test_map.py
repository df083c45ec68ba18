"""The service map as a reader meets it: by mouse, finger, keyboard, list, paper and no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from watch import Watch

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
BOXES = 17


def box(page: Page, name: str) -> Locator:
    return page.locator(".kb-map svg:visible a", has_text=name)


def lit(page: Page) -> set[str]:
    """The names of the boxes that stand out."""
    names = page.locator(".kb-map svg:visible a.kb-on text").all_text_contents()
    return {" ".join(name.split()) for name in names}


TUKIPORRAS = {
    "Aikuissosiaalityö / sosiaalityö ja sosiaaliohjaus",
    "Riippuvuusklinikka asunnottomien päihteiden käyttäjien asumispalvelut",
    "Mielenterveyskuntoutus",
    "Tukiporras",
}


@pytest.mark.parametrize("path", ["tietoa/kartta/"])
def test_pointing_shows_who_refers_and_where_it_leads(
    page: Page, watch: Watch, site: str, path: str
) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + path)
    box(page, "Tukiporras").hover()
    assert lit(page) == TUKIPORRAS
    panel = page.locator(".kb-map__panel")
    expect(panel).to_contain_text("Tänne ohjaavat: Sosiaalityö ja sosiaaliohjaus")
    expect(panel).to_contain_text("terveydenhuolto")
    box(page, "Välivuokra-asunnot").hover()
    expect(panel).to_contain_text("On peruste palvelulle: Välitystili")
    page.mouse.move(2, 2)
    expect(page.locator(".kb-map--chosen")).to_have_count(0)
    box(page, "Tukiporras").click()
    expect(page).to_have_url(site + "palvelut/tukiporras/")
    watch.assert_clean()


def test_keyboard_reaches_every_box_and_shows_the_same(page: Page, site: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + "tietoa/kartta/")
    page.locator(".kb-map__needs button").last.focus()
    reached = []
    for _ in range(BOXES):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.parentNode.dataset.n"))
    assert sorted(map(int, reached)) == list(range(BOXES))
    box(page, "Tukiporras").focus()
    assert lit(page) == TUKIPORRAS
    expect(page.locator(".kb-map__panel .kb-map__name")).to_have_text("Tukiporras")
    page.keyboard.press("Escape")
    expect(page.locator(".kb-map--chosen")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(site + "palvelut/tukiporras/")


@pytest.mark.parametrize("name", ["Asumisneuvonta", "Tukiporras", "Tuettu asuminen"])
def test_a_finger_shows_first_and_opens_second(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site + "tietoa/kartta/")
    target = box(page, name)
    target.tap()
    panel = page.locator(".kb-map__panel")
    expect(panel.locator(".kb-map__name")).to_have_text(name)
    expect(panel).to_be_in_viewport()
    expect(page).to_have_url(site + "tietoa/kartta/")
    own, words = target.bounding_box(), panel.bounding_box()
    assert own
    assert words
    assert own["y"] + own["height"] <= words["y"], "the words cover the box"
    target.tap()
    expect(page.locator("h1")).to_have_text(name)
    context.close()


def test_a_phone_has_a_layout_of_its_own(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "tietoa/kartta/")
    expect(page.locator(".kb-map__wide")).to_be_hidden()
    expect(page.locator(".kb-map__narrow")).to_be_visible()
    expect(page.locator(".kb-map svg:visible a")).to_have_count(BOXES)
    size = page.locator(".kb-map__narrow text:not(.u)").nth(1).evaluate(
        "text => parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a"
    )  # fmt: skip
    assert size >= 13
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for target in page.locator(".kb-map svg:visible a").all():
        bounds = target.bounding_box()
        assert bounds
        assert min(bounds["width"], bounds["height"]) >= 24


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_text_stays_in_its_box(page: Page, site: str, lang: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + lang + "tietoa/kartta/")
    out = page.locator(".kb-map svg:visible a").evaluate_all(
        """links => links.filter(link => {
          const box = link.querySelector("rect").getBoundingClientRect();
          const text = link.querySelector("text").getBoundingClientRect();
          return text.left < box.left || text.right > box.right
            || text.top < box.top || text.bottom > box.bottom;
        }).map(link => link.textContent)"""
    )
    assert out == []


def test_a_need_dims_the_rest_and_shortens_the_list(page: Page, watch: Watch, site: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + "en/tietoa/kartta/")
    needs = page.get_by_role("group", name="What do you need a service for?")
    needs.get_by_role("button", name="Mental health").click()
    bright = page.locator(".kb-map svg:visible g:not(.kb-off) a text").all_text_contents()
    names = {" ".join(name.split()) for name in bright}
    assert "Mental health rehabilitation" in names
    assert "Supported housing" in names
    assert "Talousneuvola" not in names
    shown = page.locator(".kb-map__list > li:visible")
    expect(shown).to_have_count(len(names))
    expect(page.locator(".kb-map__state").first).to_have_text(
        re.compile(rf"^Mental health\. Boxes: {len(names)}/{BOXES}$")
    )
    expect(needs.get_by_role("button", name="Mental health")).to_have_attribute(
        "aria-pressed", "true"
    )
    everything = needs.get_by_role("button").first
    for _ in range(needs.get_by_role("button").count()):
        page.keyboard.press("Shift+Tab")
        if everything.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".kb-map svg:visible g.kb-off")).to_have_count(0)
    expect(shown).to_have_count(BOXES)
    watch.assert_clean()


def test_the_list_says_the_same_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(site + "tietoa/kartta/")
    expect(page.locator(".kb-map__needs")).to_be_hidden()
    expect(page.locator(".kb-map__panel")).to_be_hidden()
    expect(page.locator(".kb-map svg:visible a")).to_have_count(BOXES)
    entry = page.locator(
        ".kb-map__list > li", has=page.locator(".kb-map__name", has_text="Tukiporras")
    )
    expect(entry).to_contain_text("Mielenterveyskuntoutus")
    expect(entry).to_contain_text("poliisi")
    box(page, "Tukiporras").hover()
    strong = page.locator(".kb-map svg:visible g:hover path").first
    expect(strong).to_have_css("stroke-width", "3px")
    context.close()


@pytest.mark.parametrize("path", ["tietoa/kartta/", "en/tietoa/kartta/"])
def test_paper_has_the_narrow_map_and_the_list(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    page.emulate_media(media="print")
    expect(page.locator(".kb-map__narrow")).to_be_visible()
    expect(page.locator(".kb-map__wide")).to_be_hidden()
    expect(page.locator(".kb-map__needs")).to_be_hidden()
    expect(page.locator(".kb-map__list > li").first).to_be_visible()


def test_law_and_decisions_lead_to_the_services(page: Page, watch: Watch, site: str) -> None:
    page.goto(site + "palvelut/tukiporras/")
    page.locator(".kb-rows a", has_text="SHL 17 §").first.click()
    expect(page).to_have_url(site + "tietoa/lait/#laki-shl-17")
    expect(page.locator("#laki-shl-17")).to_be_in_viewport()
    page.goto(site + "tietoa/kuka-paattaa/")
    expect(page.locator("h3", has_text="ehkäisevä toimeentulotuki")).to_be_visible()
    page.locator("article a:visible", has_text="Välitystili").first.click()
    expect(page).to_have_url(site + "palvelut/valitystili/#perustiedot")
    watch.assert_clean()


def test_a_page_without_a_map_loads_nothing_of_it(page: Page, watch: Watch, site: str) -> None:
    page.goto(site + "palvelut/kela/")
    assert not [url for url in watch.requests if "/map." in url]
