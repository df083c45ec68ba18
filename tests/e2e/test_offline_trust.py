"""What is kept of the site is what was built, and no host and no neighbour can hold it back."""

from __future__ import annotations

import re
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Error as PlaywrightError

from kb.finish.worker import write_worker
from offline_reader import STORAGE, outdated, plant, publish, rewrite, shown, update, visit
from site_server import PREFIX, serve
from watch import until

KEPT = """address => caches.keys().then(keys => Promise.all(keys.map(key =>
  caches.open(key).then(cache => cache.match(address))))).then(all => all.some(Boolean))"""
PLANTED = "<h1>Planted</h1><script>window.hit = 1</script>"


def test_a_planted_page_is_never_shown(keeper: BrowserContext, small_site: Path) -> None:
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        plant(page, site + "palvelut/valitystili/", PLANTED)
        page.goto(site + "palvelut/valitystili/")
        expect(page.locator("h1")).to_have_text("Välitystili")
        plant(page, site + "palvelut/valitystili/", PLANTED)
    # Without a network nothing false is shown: the true page, if it was fetched anew, or nothing.
    try:
        page.goto(site + "palvelut/valitystili/")
        expect(page.locator("h1")).to_have_text("Välitystili")
    except PlaywrightError as error:
        assert "net::ERR" in str(error)
    page = keeper.new_page()
    page.goto(site + "palvelut/kela/")
    expect(page.locator("h1")).to_contain_text("Kela")


def test_a_planted_page_does_not_survive_an_update(
    keeper: BrowserContext, small_site: Path
) -> None:
    with outdated(keeper, small_site) as (page, site):
        # The neighbour says of it all that an earlier worker said.
        digests = re.search(
            r'"palvelut/kela/":"(\w+)"', (small_site / "sw.js").read_text(encoding="utf-8")
        )
        assert digests
        page.evaluate(
            """async ([address, hash]) => { for (const key of await caches.keys())
              await (await caches.open(key)).put(address, new Response('<h1>Planted</h1>',
                { headers: { 'content-type': 'text/html', 'x-kb-hash': hash } })); }""",
            [site + "palvelut/kela/", digests[1]],
        )
        update(page)
        page.goto(site + "palvelut/kela/")
        shown(page, "two")
    page.goto(site + "palvelut/kela/")
    shown(page, "two")


def test_planted_headers_of_a_true_page_are_not_heard(
    keeper: BrowserContext, small_site: Path
) -> None:
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        for path, file in (("palvelut/kela/", "palvelut/kela/index.html"), ("search/fi.json",) * 2):
            text = (small_site / file).read_text(encoding="utf-8")
            plant(page, site + path, text, "text/html")
        answer = page.goto(site + "palvelut/kela/")
        assert answer
        assert "refresh" not in answer.headers
        kind = page.evaluate(
            "address => fetch(address).then(answer => answer.headers.get('content-type'))",
            site + "search/fi.json",
        )
        assert kind == "application/json"


def test_a_cache_that_a_neighbour_emptied_is_filled_again(
    keeper: BrowserContext, small_site: Path
) -> None:
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        page.evaluate(
            "caches.keys().then(keys => Promise.all(keys.map(key => caches.delete(key))))"
        )
        page.goto(site + "palvelut/")
        until(page, KEPT, site + "tietoa/kartta/", 60)


def alter(site: Path) -> None:
    """A host that adds a line to every page on its way."""
    for path in site.rglob("*.html"):
        rewrite(path, path.read_text(encoding="utf-8") + "\n<!-- delivered by a proxy -->\n")


def test_a_host_that_alters_every_page_does_not_keep_a_version_out(
    keeper: BrowserContext, small_site: Path
) -> None:
    with outdated(keeper, small_site) as (page, site):
        alter(small_site)
        update(page)
        page.goto(site + "palvelut/")
        shown(page, "two")
        assert not page.evaluate(KEPT, site + "palvelut/kela/")
        page.goto(site + "palvelut/kela/")
        shown(page, "two")


@pytest.mark.parametrize("what", ["missing", "half"])
def test_a_page_that_is_missing_or_half_uploaded(
    keeper: BrowserContext, small_site: Path, what: str
) -> None:
    """It does not keep the version out, and is kept as soon as it can be had."""
    file = small_site / "palvelut/index.html"
    with outdated(keeper, small_site) as (page, site):
        whole = file.read_text(encoding="utf-8")
        if what == "missing":
            file.unlink()
        else:
            rewrite(file, whole[:500])
        update(page)
        page.goto(site + "tyokalut/")
        shown(page, "two")
        assert not page.evaluate(KEPT, site + "palvelut/")
        rewrite(file, whole)
        page.goto(site + "perehdytys/")
        until(page, KEPT, site + "palvelut/", 30)
    page.goto(site + "palvelut/")
    shown(page, "two")


@pytest.mark.parametrize("name", ["kuva#1.png", "kuva?1.png", "kuva 100%.png", "käsi (2).png"])
def test_a_file_name_with_signs_of_addresses(
    keeper: BrowserContext, small_site: Path, name: str
) -> None:
    picture = (small_site / "tietoa/lahde/index.html").parent / name
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    write_worker(small_site, STORAGE)
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        page.goto(site + "palvelut/")
    spelt = [quote(name), name.replace("%", "%25").replace("#", "%23").replace("?", "%3F")]
    sizes = page.evaluate(
        """addresses => Promise.all(addresses.map(address => fetch(address)
          .then(answer => answer.arrayBuffer()).then(data => data.byteLength)))""",
        [f"{site}tietoa/lahde/{name}" for name in spelt],
    )
    assert sizes == [8, 8]


def test_a_foreign_worker_that_does_not_listen_leads_into_no_loop(
    keeper: BrowserContext, small_site: Path
) -> None:
    """A site that another generator makes from now on, with a worker of its own."""
    publish(small_site, "one")
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        page.goto(site + "tilanteet/")
        rewrite(small_site / "sw.js", "self.addEventListener('fetch', () => {});")
        update(page)
        page.goto(site + "palvelut/")
        expect(page.locator("h1")).to_have_text("Palvelut")


def test_no_word_of_a_search_goes_to_the_server_behind_the_copy(
    keeper: BrowserContext, small_site: Path
) -> None:
    asked: list[str] = []
    gone: list[bool] = []

    def note(handler: SimpleHTTPRequestHandler) -> bool:
        asked.append(handler.path)
        if handler.path == PREFIX + "sw.js" and gone:
            handler.send_error(404)
            return True
        return False

    page = keeper.new_page()
    with serve(small_site, note) as site:
        visit(page, site)
        gone.append(True)
        page.goto(site + "palvelut/?q=salaisuus")
        until(page, "navigator.serviceWorker.getRegistrations().then(all => !all.length)")
        assert not [path for path in asked if "salaisuus" in path]
