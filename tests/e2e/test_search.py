"""The search as a reader meets it: by address, by key, by finger, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from site_server import PREFIX, SITE_URL
from watch import Watch

VIEWS: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}
ENGINE_OR_INDEX = re.compile(r"/search-(fi|en)\.\w+\.js$|/search/(fi|en)\.json$")


@pytest.fixture(autouse=True)
def view(request: pytest.FixtureRequest, page: Page) -> str:
    """The screen: a wide one, or what `on_every_screen` asks for."""
    name: str = getattr(request, "param", "desktop")
    page.set_viewport_size(VIEWS[name])
    return name


on_every_screen = pytest.mark.parametrize("view", VIEWS, indirect=True)


def field(page: Page) -> Locator:
    return page.locator("[data-kb-search-field]")


def results(page: Page) -> Locator:
    return page.locator("a[data-kb-result]")


def paths(page: Page) -> list[str]:
    """The addresses of the results in order, relative to the site."""
    links: list[str] = results(page).evaluate_all("links => links.map((link) => link.href)")
    return [urlsplit(link).path.removeprefix(PREFIX) for link in links]


@on_every_screen
@pytest.mark.parametrize(
    ("path", "query", "first"),
    [
        ("", "häädöstä", "palvelut/asumisneuvonta/"),
        ("tyokalut/martat/", "EV241N", "palvelut/valitystili/"),
        ("en/", "evicton", "en/palvelut/asumisneuvonta/"),
        ("en/tietoa/lahde/", "debt counselling", "en/tyokalut/talous-ja-velkaneuvonta/"),
    ],
)
def test_an_address_with_a_query_leads_to_the_page_of_results(
    page: Page, watch: Watch, site: str, path: str, query: str, first: str
) -> None:
    page.goto(f"{site}{path}?q={quote(query)}")
    root = "en/" if path.startswith("en/") else ""
    expect(page).to_have_url(f"{site}{root}haku/#q={quote(query)}")
    expect(results(page).first).to_be_visible()
    expect(field(page)).to_have_value(query)
    # How well it is ranked, the labelled queries tell (tests/content/test_search_quality.py).
    found = paths(page)
    assert first in found[:5]
    assert {p.startswith("en/") for p in found} == {path.startswith("en/")}
    watch.assert_clean()


@on_every_screen
@pytest.mark.parametrize("key", ["/", "f"])
def test_keys_alone_lead_to_a_result(page: Page, site: str, key: str) -> None:
    page.goto(site + "tyokalut/martat/")
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    page.keyboard.insert_text("tukiporras")
    expect(results(page).first).to_have_attribute("href", re.compile("palvelut/tukiporras/"))
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(results(page).first).not_to_be_visible()
    expect(field(page)).not_to_be_focused()
    page.keyboard.press(key)
    expect(field(page)).to_have_value("tukiporras")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}haku/#q=tukiporras")
    expect(results(page).first).to_have_attribute("href", re.compile("palvelut/tukiporras/"))
    page.go_back()
    expect(page).to_have_url(f"{site}tyokalut/martat/")


@on_every_screen
def test_a_result_tells_what_it_is_and_its_page_shows_the_words(page: Page, site: str) -> None:
    page.goto(site + "?q=" + quote("vuokran ja sähkön maksaminen"))
    link = results(page).filter(has_text="Välitystili").first
    result = page.locator("li", has=link)
    expect(result.get_by_role("heading", level=2)).to_contain_text("Välitystili")
    expect(result.locator(".kb-result__kind")).to_have_text("Palvelu")
    # The text has other forms of the words than the query.
    marked = [word.lower() for word in result.locator("mark").all_inner_texts()]
    assert any(word.startswith("vuokra") for word in marked), marked
    assert "vuokran" not in marked or "maksaminen" not in marked
    link.click()
    expect(page.locator("h1")).to_have_text("Välitystili")
    expect(page.locator(".md-content mark").first).to_be_attached()
    shown = {word.lower() for word in page.locator(".md-content mark").all_inner_texts()}
    assert any(word.startswith("vuokra") for word in shown), shown


def test_a_result_leads_to_the_section_that_matches_best(page: Page, site: str) -> None:
    page.goto(site + "?q=" + quote("leirit ja retket"))
    result = results(page).filter(has_text="Tukiporras").first
    section = page.locator("li", has=result).locator(".kb-result__section")
    expect(section).to_be_visible()
    heading = section.inner_text()
    expect(result).to_have_attribute("href", re.compile(r"palvelut/tukiporras/#\w[\w-]*$"))
    result.click()
    anchor = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{anchor}']")).to_contain_text(heading)
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "query", "said"),
    [("", "kissanruoka", "ei löytynyt"), ("en/", "crossword", "Nothing was found")],
)
def test_nothing_found_offers_ways_on(
    page: Page, site: str, path: str, query: str, said: str
) -> None:
    page.goto(f"{site}{path}?q={query}")
    note = page.locator(".kb-find__note")
    expect(note).to_contain_text(said)
    expect(results(page)).to_have_count(0)
    field(page).focus()
    for way in ("tilanteet/", "palvelut/asiakasneuvonta-ja-palveluohjaus/"):
        page.keyboard.press("ArrowDown")
        expect(page.locator(":focus")).to_have_attribute("href", re.compile(f"(^|/){way}$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}{path}{way}")


def test_engine_and_index_are_fetched_for_a_searching_reader_only(
    page: Page, watch: Watch, site: str
) -> None:
    page.goto(site, wait_until="networkidle")
    assert not [url for url in watch.requests if ENGINE_OR_INDEX.search(url)]
    page.keyboard.press("/")
    page.keyboard.insert_text("martat")
    expect(results(page).first).to_be_visible()
    fetched = [url for url in watch.requests if ENGINE_OR_INDEX.search(url)]
    assert len(fetched) == len(set(fetched)) == 2
    assert not [url for url in fetched if "/en.json" in url or "search-en" in url]
    watch.assert_clean()


@on_every_screen
def test_what_is_typed_while_the_index_loads_is_not_lost(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/fi.json", hold)
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("talousneuvol")
    expect(page.locator(".kb-find__note")).to_contain_text("Haku latautuu")
    page.keyboard.type("a")
    assert len(held) == 1
    held[0].continue_()
    expect(results(page).first).to_have_attribute("href", re.compile("palvelut/talousneuvola/"))
    expect(page.locator(".kb-find__note")).to_have_text(re.compile(r"^\d+ tulosta?$"))


@pytest.mark.parametrize(("path", "said"), [("", "asiakkaan tietoja"), ("en/", "client data")])
def test_the_help_says_what_not_to_type(page: Page, site: str, path: str, said: str) -> None:
    page.goto(f"{site}{path}?q=kela")
    expect(field(page)).to_have_accessible_description(re.compile(said))
    expect(page.locator(".kb-find__help")).to_be_visible()


@pytest.mark.parametrize(("home", "lang"), [("", "fi"), ("en/", "en")])
def test_a_browser_can_add_the_search(
    page: Page, site: str, site_folder: Path, home: str, lang: str
) -> None:
    page.goto(site + home + "tietoa/lahde/")
    link = page.locator('link[rel="search"]')
    expect(link).to_have_attribute("type", "application/opensearchdescription+xml")
    address: str = link.evaluate("link => link.href")
    assert address == f"{site}search/opensearch.{lang}.xml"
    file = site_folder / address.removeprefix(site)
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    for name, longest in {"ShortName": 16, "LongName": 48, "Description": 1024}.items():
        text = root.findtext(f"o:{name}", namespaces=names)
        assert text
        assert len(text) <= longest
    url = root.find("o:Url", names)
    assert url is not None
    assert url.attrib == {
        "type": "text/html",
        "method": "get",
        "template": f"{SITE_URL}{home}haku/#q={{searchTerms}}",
    }
    page.goto(url.attrib["template"].replace(SITE_URL, site).replace("{searchTerms}", "kela"))
    expect(results(page).first).to_be_visible()


def test_a_page_that_is_not_there_searches_too(page: Page, site: str) -> None:
    answer = page.goto(f"{site}ei/ole/taalla/?q=EV241N")
    assert answer
    assert answer.status == 404
    expect(results(page).first).to_be_visible()
    assert next(p for p in paths(page) if "tilanteet/" not in p) == "palvelut/valitystili/"
