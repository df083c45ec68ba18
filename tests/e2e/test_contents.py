"""The contents of a page, on a wide screen beside the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from site_pages import KINDS, address

DESKTOP: ViewportSize = {"width": 1280, "height": 800}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_the_contents_lead_to_what_is_shown(
    browser: Browser, site: str, kind: str, scripts: bool
) -> None:
    """Where a script shows one thing and hides another, the contents go with it."""
    page = browser.new_page(java_script_enabled=scripts, service_workers="block")
    page.set_viewport_size(DESKTOP)
    page.goto(site + address(KINDS[kind], "fi"))
    for link in page.locator(".kb-toc a:visible").all():
        place = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f'[id="{place}"]')).to_be_visible()
    if kind == "questions":
        expect(page.locator(".kb-toc a:visible").first).to_be_visible()
    page.close()


def test_the_contents_tell_what_is_being_read(page: Page, site: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(site + "tietoa/lahde/")
    links = page.locator(".kb-toc a")
    for number in (1, 0):
        links.nth(number).click()
        expect(links.nth(number)).to_have_attribute("aria-current", "true")
        expect(page.locator(".kb-toc [aria-current]")).to_have_count(1)
