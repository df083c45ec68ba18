"""The search when something goes wrong: what it fetches fails, or what is typed is hostile."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

INDEX = "**/search/fi.json"
ENGINE = re.compile(r"/search-fi\.\w+\.js$")


def note(page: Page) -> Locator:
    return page.locator(".kb-find__note")


def first(page: Page) -> Locator:
    return page.locator("a[data-kb-result]").first


def old(route: Route, site_folder: Path) -> None:
    index = json.loads((site_folder / "search/fi.json").read_text(encoding="utf-8"))
    route.fulfill(json=index | {"format": index["format"] + 1})


def cut(route: Route, site_folder: Path) -> None:
    text = (site_folder / "search/fi.json").read_text(encoding="utf-8")
    route.fulfill(body=text[: len(text) // 2], content_type="application/json")


FAULTS: dict[str, tuple[str | re.Pattern[str], Callable[[Route, Path], None]]] = {
    "index offline": (INDEX, lambda route, _: route.abort("internetdisconnected")),
    "index missing": (INDEX, lambda route, _: route.fulfill(status=404, body="")),
    "index cut": (INDEX, cut),
    "index of another version": (INDEX, old),
    "engine offline": (ENGINE, lambda route, _: route.abort("internetdisconnected")),
    "engine missing": (ENGINE, lambda route, _: route.fulfill(status=404, body="")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_is_told_and_the_next_key_tries_again(
    page: Page, site: str, site_folder: Path, fault: str
) -> None:
    address, answer = FAULTS[fault]
    page.route(address, lambda route: answer(route, site_folder))
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.insert_text("talousneuvol")
    expect(note(page)).to_contain_text("Haku ei latautunut")
    ways = note(page).locator("a")
    expect(ways).to_have_count(2)
    expect(ways.first).to_have_attribute("href", "tilanteet/")
    page.unroute(address)
    page.keyboard.type("a")
    expect(first(page)).to_have_attribute("href", re.compile("palvelut/talousneuvola/"))
    expect(note(page)).to_have_text(re.compile(r"^\d+ tulosta?$"))


def test_a_browser_that_starts_no_worker_is_told_too(page: Page, site: str) -> None:
    page.add_init_script("window.Worker = class { constructor() { throw new Error('no'); } };")
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.insert_text("talousneuvola")
    expect(note(page)).to_contain_text("Haku ei latautunut")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site + "tilanteet/")


HOSTILE = {
    "long": "vuokravelka häätö " * 556,
    "one long word": "ä" * 10_000,
    "punctuation": "!?.,:;-–—()[]{}\"'´`^~*+%&/\\|<>=§@#$€" * 5,
    "an image": "<img src=x onerror=\"window.hacked=1\">",
    "a script": "</script><script>window.hacked=1</script> kela",
    "an attribute": "\" autofocus onfocus=window.hacked=1 x=\"",
    "emoji": "🏠👨‍👩‍👧🔥 🇫🇮" * 20,
    "right to left": "\u202eשלום مرحبا\u202c kela",
    "combining": "z̸̡̛a̷l̵g̶o̴" + "\u0301" * 500,
    "half a sign": "kela \ud83c",
    "controls": "kela\x00\x07\u2028\u2029\ufeff",
    "regular expression": "(a+)+$ [ \\ .* ^kela",
    "prototype": "__proto__ constructor toString hasOwnProperty",
}  # fmt: skip


def test_hostile_queries_run_nothing_and_leave_the_field_usable(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(site + "?q=kela")
    expect(first(page)).to_be_visible()
    field = page.locator("[data-kb-search-field]")
    for name, query in HOSTILE.items():
        field.evaluate(
            "(field, text) => { field.value = text;"
            " field.dispatchEvent(new Event('input', { bubbles: true })); }",
            query,
        )
        # What comes next is answered, and soon: nothing hangs.
        field.fill("välitystili")
        expect(first(page), name).to_have_attribute("href", re.compile("palvelut/valitystili/"))
    assert page.evaluate("window.hacked") is None
    assert page.locator(".kb-find__panel [onerror], .kb-find__panel script").count() == 0
    assert not errors


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=window.hacked=1>", "&lt;img&gt; häätö", "kela\nhäätö\r\nvuokra"]
)
def test_an_address_with_markup_runs_nothing(page: Page, site: str, query: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}palvelut/asumisneuvonta/?q={quote(query)}&h={quote(query)}")
    expect(
        page.locator(".kb-find__panel[data-kb-state=found], .kb-find__panel[data-kb-state=none]")
    ).to_have_count(1)
    assert page.evaluate("window.hacked") is None
    assert page.locator(".kb-find__panel img, .md-content mark img").count() == 0
    page.locator("[data-kb-search-field]").fill("martat")
    expect(first(page)).to_have_attribute("href", re.compile("tyokalut/martat/"))
    assert not errors


def test_pasted_line_breaks_part_words(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("document.querySelector('[data-kb-search-field]').focus()")
    page.keyboard.insert_text("velka\nneuvonta\r\nSeinäjoki")
    expect(first(page)).to_have_attribute("href", re.compile("tyokalut/talous-ja-velkaneuvonta/"))


@pytest.mark.parametrize(
    "tail",
    [
        "?q=" + "a" * 10_000,
        "#" + "a" * 10_000,
        "#__proto__",
        "?q=__proto__",
        "?__proto__=x&q",
        "?q=%E0%A4%A",
        "#%E0%A4%A",
        "haku/#q=%E0%A4%A",
        "haku/#q=" + "a" * 10_000,
        "haku/#__proto__",
    ],
    ids=lambda tail: tail[:20],
)
def test_an_odd_address_breaks_nothing(page: Page, site: str, tail: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site + tail)
    page.locator("[data-kb-search-field]").fill("martat")
    expect(first(page)).to_have_attribute("href", re.compile("tyokalut/martat/"))
    assert not errors
