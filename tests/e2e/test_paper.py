"""On paper a service takes four pages at most."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from site_pages import LANGS, PATHS, address

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
