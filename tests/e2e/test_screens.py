"""Screens to the answer: how far down a phone each service answers, in two system fonts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.answers import FONTS, PHONE, Depth, depth, middle
from site_pages import LANGS, PATHS, address, in_turn

SERVICES = [path for path in PATHS if path.startswith("palvelut/") and "index" not in path]
SITUATIONS = [path for path in PATHS if path.startswith("tilanteet/") and "index" not in path]
ANSWERS, TEXT, TEXT_AT_WORST, CRITERIA = 2.0, 2.5, 3.5, 4.0
FRONT_PAGE = 4.0
"""Screens within which a service answers, its text begins, and its criteria end."""

ASK = {"fi": "Kysy:", "en": "Ask:"}


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(
        viewport={"width": PHONE[0], "height": PHONE[1]}, service_workers="block"
    )
    yield page
    page.close()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_service_answers_within_two_screens(phone: Page, site: str, lang: str, font: str) -> None:
    depths = {path: depth(phone, site + address(path, lang), font) for path in SERVICES}
    print(f"\n{lang}, {font} font: answers {_middle(depths, 'answers'):.2f}, own text "
          f"{_middle(depths, 'text'):.2f} screens down at the median")  # fmt: skip
    assert _middle(depths, "answers") <= ANSWERS, depths
    assert _middle(depths, "text") <= TEXT, depths
    for path, found in depths.items():
        assert (found.text or 0) <= TEXT_AT_WORST, path
        assert (found.criteria or 0) <= CRITERIA, path


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("lang", LANGS)
def test_the_front_page_is_four_screens_long(phone: Page, site: str, lang: str, font: str) -> None:
    assert depth(phone, site + address("index.md", lang), font).whole <= FRONT_PAGE


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize(("path", "lang"), in_turn(SITUATIONS))
def test_a_situation_begins_with_what_to_do_at_once(
    phone: Page, site: str, path: str, lang: str, font: str
) -> None:
    depth(phone, site + address(path, lang), font)
    behind = phone.locator("h1 + *")
    expect(behind).to_have_class("kb-acute")
    number = behind.locator("a[href='tel:112']").first
    expect(number).to_be_in_viewport()
    # A short way on, each step a jump to the step that is meant.
    jumps = phone.locator(".kb-way a").evaluate_all("all => all.map((a) => a.hash.slice(1))")
    steps = phone.locator(".kb-steps > li").evaluate_all("all => all.map((li) => li.id)")
    assert jumps == steps


def _middle(depths: dict[str, Depth], name: str) -> float:
    return middle([getattr(found, name) for found in depths.values()])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", SERVICES)
def test_every_service_has_its_answers_or_says_whom_to_ask(
    site: str, path: str, lang: str, phone: Page
) -> None:
    phone.goto(site + address(path, lang))
    for fact in ("for-whom", "way-in", "decides"):
        said = phone.locator(f"[data-kb-fact={fact}], [data-kb-silent={fact}]")
        expect(said).to_have_count(1)
    if phone.locator("[data-kb-silent]").count():
        expect(phone.locator("[data-kb-fact=silent] dd")).to_contain_text(ASK[lang])
    first = phone.locator(".kb-before .kb-now__check")
    assert first.count() <= 3
    for point in first.all():
        expect(point.locator(".kb-ask")).to_have_count(1)
    # The page's own text comes before what changed and what else is open.
    text = phone.locator("[data-kb-text]").bounding_box()
    assert text
    for later in ("#muutokset", "#avoimet", "#yhteydet", "#lahde"):
        place = phone.locator(later).bounding_box() if phone.locator(later).count() else None
        assert place is None or place["y"] > text["y"], later
