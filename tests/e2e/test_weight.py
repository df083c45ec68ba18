"""What a first view costs, and that nothing is fetched that the page does not use."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response

from site_pages import LANGS, PATHS, address

REQUESTS = 7
FRONT_PAGE = 75_000
LONGEST = 85_000


class Scale:
    """Weighs every answer as a server would send it, compressed."""

    def __init__(self, page: Page) -> None:
        self.weights: dict[str, int] = {}
        self.status: dict[str, int] = {}
        page.on("response", self._weigh)

    def _weigh(self, response: Response) -> None:
        self.status[response.url] = response.status
        self.weights[response.url] = len(gzip.compress(response.body(), 6))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
def test_first_view(page: Page, site: str, path: str, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    scale = Scale(page)
    page.goto(site + address(path, lang), wait_until="networkidle")
    listed = "\n".join(f"{size:>7} {url}" for url, size in scale.weights.items())
    assert len(scale.weights) <= REQUESTS, listed
    assert sum(scale.weights.values()) <= (FRONT_PAGE if path == "index.md" else LONGEST), listed
    assert set(scale.status.values()) == {200}
    assert not [url for url in scale.weights if "search" in url or "sitemap" in url]


def test_search_is_fetched_when_it_is_wanted(page: Page, site: str) -> None:
    scale = Scale(page)
    page.goto(site, wait_until="networkidle")
    before = len(scale.weights)
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.locator(".md-search__input").press_sequentially("vuokra")
    page.locator("a.md-search-result__link").first.wait_for()
    assert len(scale.weights) > before
    assert any(url.endswith("search/fi.json") for url in scale.weights)


def test_nothing_moves_while_the_page_loads(page: Page, site: str) -> None:
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => {
             for (const entry of list.getEntries()) window.shift += entry.value;
           }).observe({type: 'layout-shift', buffered: true});"""
    )
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("index.md", "palvelut/valitystili.md", "tilanteet/vuokravelka.md"):
        page.goto(site + address(path, "fi"), wait_until="networkidle")
        assert page.evaluate("window.shift") < 0.01, path
