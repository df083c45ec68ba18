"""On paper: a service takes four pages at most, and nothing that a reader needs is folded away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from site_pages import KINDS, LANGS, PATHS, address

MOST = 4
SERVICES = [path for path in PATHS if path.startswith("palvelut/") and "index" not in path]


@pytest.mark.parametrize("lang", LANGS)
def test_a_service_prints_on_four_pages(page: Page, site: str, lang: str) -> None:
    pages = {}
    for path in SERVICES:
        page.goto(site + address(path, lang))
        pages[path] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    print(pages)
    assert max(pages.values()) <= MOST, pages


@pytest.fixture
def paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("kind", ["service", "situation", "toolkit", "questions", "changes"])
def test_a_printed_page_says_where_it_is_from_and_when(paper: Page, site: str, kind: str) -> None:
    paper.goto(site + address(KINDS[kind], "fi"))
    head = paper.locator(".kb-printed")
    expect(head).to_be_visible()
    expect(head).to_contain_text("Asumissosiaalityön tietopankki, http")
    expect(head).to_contain_text(address(KINDS[kind], "fi"))
    expect(head).to_contain_text(re.compile(r"koottu \d+\.\d+\.\d{4}"))
    for furniture in ("header.kb-header", "footer", ".kb-trail", ".kb-actions"):
        expect(paper.locator(furniture)).to_be_hidden()


def test_what_belongs_together_stays_on_one_page(paper: Page, site: str) -> None:
    for path, parts in (
        ("tilanteet/haatouhka/", ".kb-steps > li, .kb-changes > li, .kb-now > li"),
        ("palvelut/valitystili/", ".kb-facts__row, .kb-checks > li, tr"),
        ("tyokalut/takuusaatio/", ".kb-links > li"),
    ):
        paper.goto(site + path)
        breaks = paper.locator(parts).evaluate_all(
            "all => all.map((part) => getComputedStyle(part).breakInside)"
        )
        assert breaks, path
        assert set(breaks) == {"avoid"}, path
        after = paper.locator("article :is(h2, h3, h2 + .kb-note)").evaluate_all(
            "all => all.map((part) => getComputedStyle(part).breakAfter)"
        )
        assert set(after) == {"avoid"}, path


def test_what_is_folded_on_the_screen_is_printed_where_it_is_wanted(paper: Page, site: str) -> None:
    # Of a page's changes the line; of the page of changes, which one prints for them, everything.
    paper.goto(site + "palvelut/valitystili/")
    expect(paper.locator(".kb-changes__title").first).to_be_visible()
    expect(paper.locator(".kb-changes__text").first).to_be_hidden()
    paper.goto(site + "tietoa/muutokset/")
    for part in (".kb-changes__text", ".kb-changes__source"):
        for text in paper.locator(part).all()[:3]:
            expect(text).to_be_visible()
    expect(paper.locator(".kb-changes summary").first).to_be_hidden()
    # Where a link comes from; its address stands behind its name already.
    paper.goto(site + "tyokalut/takuusaatio/")
    expect(paper.locator(".kb-links__note").first).to_be_visible()
    expect(paper.locator(".kb-links__address").first).to_be_hidden()
    paper.goto(site + "perehdytys/raha/")
    expect(paper.locator(".kb-path__test details > :not(summary)").first).to_be_visible()


def test_the_check_prints_the_lists_until_something_is_answered(paper: Page, site: str) -> None:
    paper.goto(site + address(KINDS["questions"], "fi"))
    lists, form = paper.locator("[data-kb-lists]"), paper.locator("[data-kb-decide]")
    expect(lists).to_be_visible()
    expect(form).to_be_hidden()
    paper.emulate_media(media="screen")
    expect(lists).to_be_hidden()
    form.locator("[value=yes]").first.check()
    # As the browser's own command does.
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper.emulate_media(media="print")
    expect(lists).to_be_hidden()
    expect(form.get_by_role("status")).to_be_visible()
    expect(form.locator("[data-kb-date]")).to_contain_text("Tarkistettu")
