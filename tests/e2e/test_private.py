"""What a reader types and chooses stays in the browser: no word in an address that is asked for,
no form that is sent, and in storage only what belongs to this site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from site_server import PREFIX, serve
from watch import until, wait_for

STORAGE = f"tietopankki{PREFIX}"
MARKS = ".md-content mark"
OLD = {
    "tietopankki.scheme": "slate",
    "tietopankki.keys": "off",
    "asumissosiaalityo.perehdytys": '["malli"]',
}


@pytest.fixture
def log() -> list[str]:
    """What the server is asked for."""
    return []


@pytest.fixture
def logged(site_folder: Path, log: list[str]) -> Iterator[str]:
    def note(handler: SimpleHTTPRequestHandler) -> bool:
        log.append(unquote(handler.path) + unquote(handler.headers.get("Referer", "")))
        return False

    with serve(site_folder, note) as site:
        yield site


def test_a_result_takes_no_word_to_the_server(page: Page, logged: str, log: list[str]) -> None:
    page.goto(logged)
    page.keyboard.press("/")
    page.keyboard.type("leirit ja retket")
    result = page.locator("a[data-kb-result]").filter(has_text="Tukiporras").first
    expect(result).to_have_attribute("href", re.compile(r"palvelut/tukiporras/#[\w-]+$"))
    result.click()
    expect(page).to_have_url(re.compile(r"palvelut/tukiporras/#[\w-]+$"))
    expect(page.locator(MARKS).first).to_be_attached()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.evaluate("sessionStorage.length") == 0
    assert log
    asked = [line for line in log if re.search(r"leiri|retk|[?&]h=", line)]
    assert not asked
    # The words were for that visit only.
    page.reload()
    page.goto(logged + "palvelut/tukiporras/")
    expect(page.locator(MARKS)).to_have_count(0)


def test_a_result_of_the_page_itself(page: Page, site: str) -> None:
    page.goto(site + "palvelut/tukiporras/")
    for query, word in (("leirit ja retket", "leir"), ("tukiporras", "tukiporras")):
        page.keyboard.press("/")
        page.locator("[data-kb-search-field]").fill(query)
        result = page.locator("a[data-kb-result]").filter(has_text="Tukiporras").first
        result.click()
        expect(result).not_to_be_visible()
        expect(page).to_have_url(re.compile(r"palvelut/tukiporras/(#[\w-]+)?$"))
        expect(page.locator(MARKS).first).to_be_attached()
        shown = [text.lower() for text in page.locator(MARKS).all_inner_texts()]
        assert any(text.startswith(word) for text in shown)
        if word == "tukiporras":
            assert not any(text.startswith("leir") for text in shown)


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("?h=välitystilin+hoitaja", ""),
        ("?h=hoitaja#miten", "#miten"),
        ("?q=&h=hoitaja", ""),
        ("?h=%E0%A4%A&h=x", ""),
        ("?h=", ""),
    ],
)
def test_an_address_with_words_is_cleaned(page: Page, site: str, given: str, clean: str) -> None:
    """Those of before, whose words stand in `?h=`, open as they did."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site + "palvelut/valitystili/" + given)
    until(page, "url => location.href === url", f"{site}palvelut/valitystili/{clean}")
    if "hoitaja" in given:
        expect(page.locator(MARKS).first).to_be_attached()
    assert not errors


def test_without_scripts_no_form_sends_a_word(
    browser: Browser, logged: str, log: list[str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(logged)
    expect(page.locator(".kb-find")).to_be_hidden()
    expect(page.get_by_text("Haku tarvitsee JavaScriptin.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["", "palvelut/", "ei/ole/"])
def test_before_its_script_has_come_no_form_sends_a_word(
    browser: Browser, logged: str, log: list[str], path: str
) -> None:
    context = browser.new_context()
    context.route(re.compile(r"\.js$"), lambda route: route.abort())
    page = context.new_page()
    page.goto(logged + path)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.locator("[data-kb-search-field]").evaluate(
        "field => { field.value = 'salaisuus'; setTimeout(() => field.form.submit()); }"
    )
    wait_for(page, lambda: any("form-action" in line for line in said))
    assert not [line for line in log if "salaisuus" in line]
    context.close()


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return found


def test_what_was_stored_before_is_moved(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("old => Object.assign(localStorage, old)", OLD)
    page.goto(site + "perehdytys/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("[data-kb-keys]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-kb-path-is-done]")).to_have_count(1)
    assert stored(page) == {
        STORAGE + ".scheme": "slate",
        STORAGE + ".keys": "off",
        STORAGE + ".onboarding": '["malli"]',
    }


def test_two_sites_of_one_origin_share_nothing(page: Page, site: str) -> None:
    page.goto(site)
    others = {
        "tietopankki/.scheme": "slate",
        "tietopankki/tietopankki/toinen/.scheme": "slate",
        "tietopankki/toinen/.onboarding": '["malli"]',
    }
    page.evaluate("all => Object.assign(localStorage, all)", others)
    page.goto(site + "perehdytys/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.locator("[data-kb-path-is-done]")).to_have_count(0)
    page.locator("[data-kb-settings]").click()
    page.locator("[data-kb-scheme=default]").click()
    assert stored(page) == {**others, STORAGE + ".scheme": "default"}
    # A page that is not there is of the same site.
    page.goto(site + "ei/ole/")
    expect(page.locator("[data-kb-storage]")).to_have_attribute("data-kb-storage", STORAGE)


def test_storage_that_is_full_or_off_costs_no_page(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site)
    page.evaluate("old => Object.assign(localStorage, old)", OLD)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    page.goto(site + "perehdytys/")
    assert stored(page) == OLD
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(); } })"
    )
    page.goto(site + "perehdytys/")
    expect(page.locator("h1")).to_be_visible()
    assert not errors
