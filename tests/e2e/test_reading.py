"""What a reader does on a page: first screen, language, drawer, paper, no script, wrong address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from watch import Watch

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_language_switch_keeps_page_and_place(page: Page, site: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(site + "palvelut/valitystili/#kulku")
    page.locator("header a[hreflang=en]").click()
    expect(page).to_have_url(site + "en/palvelut/valitystili/#kulku")
    expect(page.locator("#kulku")).to_have_text("How it runs")
    page.goto(site + "en/palvelut/valitystili/")
    page.evaluate("location.hash = 'reitit'")
    page.locator("header a[hreflang=fi]").click()
    expect(page).to_have_url(site + "palvelut/valitystili/#reitit")


def test_facts_come_before_prose(page: Page, site: str) -> None:
    page.goto(site + "palvelut/asumisneuvonta/")
    order = page.locator("article h2").evaluate_all("all => all.map(h => h.id)")
    assert order[0] == "perustiedot"
    facts = page.locator(".kb-facts")
    for term in ["Kenelle", "Kenelle ei", "Maksu", "Malli ei kerro"]:
        expect(facts.locator("dt", has_text=re.compile(f"^{term}$"))).to_have_count(1)
    assert order[-2:] == ["yhteydet", "lahde"]
    for term in ["Kumppanit", "Työkalut"]:
        expect(page.locator(".kb-rows dt", has_text=re.compile(f"^{term}$"))).to_have_count(1)
    cost = facts.locator("div", has=page.locator("dt", has_text="Maksu")).locator("dd")
    expect(cost).to_contain_text("maksuton", ignore_case=True)


def test_criteria_stand_as_two_lists(page: Page, site: str) -> None:
    page.goto(site + "palvelut/valitystili/")
    opening = page.locator("[aria-labelledby=peruste-otsikko-avataan] li")
    closed = page.locator(".kb-criteria__list--closed li")
    expect(opening).to_have_count(5)
    expect(closed).to_have_count(4)
    expect(opening.last).to_contain_text("3–6 kk")
    chip = closed.nth(1).locator("a")
    chip.click()
    expect(page.locator("#muutos-yleistuki")).to_be_in_viewport()


def test_change_note_carries_date_source_and_strength(page: Page, site: str) -> None:
    page.goto(site + "palvelut/valitystili/#muutos-yleistuki")
    note = page.locator("#muutos-yleistuki")
    expect(note.locator("p").first).to_contain_text("1.5.2026")
    expect(note.locator("p").first).to_contain_text("Kysy välitystilin hoitajalta")
    note.locator("summary").click()
    expect(note).to_contain_text("ennen voimaantuloa")
    note.locator("details a").first.click()
    expect(page).to_have_url(re.compile(r"/tietoa/lahde/#viite-s105$"))
    expect(page.locator("#viite-s105")).to_be_in_viewport()


def test_drawer_on_a_phone_lists_the_section(page: Page, watch: Watch, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site + "palvelut/tukiporras/")
    link = page.locator("#kb-drawer a", has_text="Talousneuvola")
    expect(link).not_to_be_in_viewport()
    page.locator("[data-kb-opens=drawer]").click()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("h1")).to_have_text("Talousneuvola")
    watch.assert_clean()


def test_sections_in_the_header(page: Page, site: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + "en/tyokalut/martat/")
    current = page.locator(".kb-sections .kb-sections__active")
    expect(current).to_have_text("Toolkits")
    page.locator(".kb-sections a", has_text="Services").click()
    expect(page.locator("h1")).to_have_text("Services")


@pytest.mark.parametrize(
    ("wrong", "lang", "words"),
    [
        ("palvelut/ei-ole/tallaista/", "fi", ["Sivua ei löydy", "Page not found"]),
        ("en/404.html", "en", ["Page not found", "Sivua ei löydy"]),
    ],
)
def test_wrong_address(page: Page, site: str, wrong: str, lang: str, words: list[str]) -> None:
    page.goto(site + wrong)
    assert page.locator("html").get_attribute("lang") == lang
    expect(page.locator("h1")).to_have_text(words[0])
    expect(page.locator("article h2")).to_have_text(words[1])
    page.locator("article a", has_text="Palvelut").click()
    expect(page).to_have_url(site + "palvelut/")
    expect(page.locator("h1")).to_have_text("Palvelut")


def test_everything_is_there_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "palvelut/valitystili/")
    expect(page.locator("#perusteet")).to_be_visible()
    page.locator("#muutos-hyvinvointialue summary").click()
    expect(page.locator("#muutos-hyvinvointialue .kb-changes__text")).to_be_visible()
    page.locator("header a[hreflang=en]").click()
    expect(page.locator("h1")).to_have_text("Intermediary account")
    context.close()


def test_paper_shows_what_the_screen_folds_away(page: Page, site: str) -> None:
    page.goto(site + "palvelut/valitystili/")
    page.emulate_media(media="print")
    expect(page.locator("#muutos-hyvinvointialue .kb-changes__date")).to_be_visible()
    printed = page.locator(".kb-printed")
    expect(printed).to_be_visible()
    expect(printed).to_contain_text("palvelut/valitystili/")
    expect(page.locator("header.kb-header")).to_be_hidden()
    expect(page.locator("footer")).to_be_hidden()


def test_external_link_says_so(page: Page, site: str) -> None:
    page.goto(site + "tyokalut/takuusaatio/")
    link = page.locator(".kb-links a.kb-external").first
    expect(link).to_have_attribute("href", re.compile("^https://www.takuusaatio.fi/"))
    expect(link).to_contain_text("(ulkoinen sivusto)")
    # Said once, not on every card.
    expect(page.get_by_text("ihminen ei ole vielä avannut")).to_have_count(1)


def test_front_page_search_opens_the_results(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("[data-kb-search-field]").fill("välitystili")
    page.locator(".kb-find button[type=submit]").click()
    expect(page).to_have_url(site + "haku/#q=v%C3%A4litystili")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()
    expect(page.locator("[data-kb-search-field]")).to_have_value("välitystili")


def test_whoever_follows_a_link_to_a_change_finds_it_open(page: Page, site: str) -> None:
    page.goto(site + "tietoa/muutokset/#muutos-varke")
    change, other = page.locator("#muutos-varke"), page.locator("#muutos-lvv")
    expect(change.locator(".kb-changes__text")).to_be_visible()
    expect(change).to_contain_text("Koskee sivuja")
    expect(other.locator(".kb-changes__title")).to_be_visible()
    expect(other.locator(".kb-changes__text")).to_be_hidden()
    page.evaluate("location.hash = 'muutos-lvv'")
    expect(other.locator(".kb-changes__text")).to_be_visible()
