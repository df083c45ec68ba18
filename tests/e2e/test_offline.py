"""The site without a network: after one visit, across updates, on a full disk."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kb.finish.worker import offline_files, write_worker
from site_server import serve

LIMIT = 1_500_000
READY = """async () => {
  const registration = await navigator.serviceWorker.ready;
  return registration.active.state === 'activated' || new Promise(done =>
    registration.active.addEventListener('statechange', event =>
      event.target.state === 'activated' && done(true)));
}"""
END = """
const workers = navigator.serviceWorker;
const register = workers.register.bind(workers);
window.end = new Promise(done => workers.register = async (...given) => {
  const registration = await register(...given);
  const worker = registration.installing;
  const look = () => ["activated", "redundant"].includes(worker.state) && done(worker.state);
  worker.addEventListener("statechange", look);
  look();
  return registration;
});
"""
"""What becomes of the first worker: `window.end` is a promise of its last state."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="allow")
    # No test waits for the seconds that the page leaves to its reader.
    context.add_init_script(
        "const wait = setTimeout; window.setTimeout = (run, time, ...more) =>"
        " wait(run, time === 4000 ? 0 : time, ...more);"
    )
    yield context
    context.close()


@pytest.fixture
def own_site(site_folder: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site_folder, tmp_path / "site"))


def visit(page: Page, address: str) -> None:
    """A first visit, to the end of what is fetched behind the reader's back."""
    page.goto(address)
    page.evaluate(READY)


def publish(site: Path, mark: str) -> None:
    """A new version of the site: every page and the script carry `mark`."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        head, _, tail = text.partition("<body")
        path.write_text(f'{head}<body data-version="{mark}"{tail}', encoding="utf-8")
    script = next(site.glob("assets/site.*.js"))
    script.write_text(
        script.read_text(encoding="utf-8") + f'document.body.dataset.script = "{mark}";',
        encoding="utf-8",
    )
    write_worker(site)


@contextmanager
def outdated(context: BrowserContext, own_site: Path) -> Iterator[tuple[Page, str]]:
    """A reader of version one, and the site's address, where version two stands by now."""
    publish(own_site, "one")
    page = context.new_page()
    with serve(own_site) as site:
        visit(page, site)
        page.goto(site + "tilanteet/")
        publish(own_site, "two")
        yield page, site


def version(page: Page) -> list[str | None]:
    page.wait_for_load_state("networkidle")
    return [page.locator("body").get_attribute(f"data-{name}") for name in ("version", "script")]


def test_whole_site_works_offline_after_one_visit(context: BrowserContext, own_site: Path) -> None:
    page = context.new_page()
    with serve(own_site) as site:
        visit(page, site + "tilanteet/vuokravelka/")
    # The server is gone.
    page.goto(site + "palvelut/valitystili/")
    expect(page.locator("h1")).to_have_text("Välitystili")
    page.locator("[data-kb-decide] [value=yes]").first.check()
    expect(page.locator("[data-kb-verdict]")).to_be_visible()
    page.locator("header a[hreflang=en]").click()
    expect(page.locator("h1")).to_have_text("Intermediary account")
    page.goto(site + "?q=häätö")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()
    page.goto(site + "en/")
    page.keyboard.press("/")
    page.keyboard.type("eviction")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()
    answer = page.goto(site + "en/no/such/page/")
    assert answer
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")
    page.goto(site + "palvelut")
    expect(page.locator("h1")).to_have_text("Palvelut")
    page.goto(site + "tietoa/kartta/")
    expect(page.locator(".kb-map--live")).to_be_visible()


def test_size(site_folder: Path) -> None:
    size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in offline_files(site_folder))
    assert size <= LIMIT, f"{size} bytes"


def test_second_page_costs_no_network(context: BrowserContext, own_site: Path) -> None:
    page = context.new_page()
    with serve(own_site) as site:
        visit(page, site)
        asked: list[str] = []
        page.on("response", lambda r: None if r.from_service_worker else asked.append(r.url))
        page.goto(site + "palvelut/talousneuvola/", wait_until="networkidle")
    assert len(asked) <= 2, asked


def test_the_first_seconds_are_the_readers_own(browser: Browser, own_site: Path) -> None:
    count = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.clock.install()
    with serve(own_site) as site:
        page.goto(site, wait_until="load")
        page.clock.run_for(3_900)
        assert page.evaluate(count) == 0
        with context.expect_event("serviceworker"):
            page.clock.run_for(2_200)
        assert page.evaluate(count) == 1
    context.close()


def test_not_under_save_data(context: BrowserContext, own_site: Path) -> None:
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = context.new_page()
    with serve(own_site) as site:
        page.goto(site, wait_until="networkidle")
        page.wait_for_timeout(1000)
        assert (
            page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        )


def test_update_is_offered_and_never_mixed(context: BrowserContext, own_site: Path) -> None:
    publish(own_site, "one")
    page = context.new_page()
    other = context.new_page()
    with serve(own_site) as site:
        visit(page, site)
        other.goto(site + "palvelut/")
        page.goto(site + "tilanteet/")
        assert version(page) == ["one", "one"]
        publish(own_site, "two")
        page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
        expect(page.get_by_text("Sivustosta on uudempi versio.")).to_be_visible(timeout=30_000)
        # With two windows open the old version stays whole in both.
        other.goto(site + "tyokalut/")
        assert version(other) == ["one", "one"]
        page.get_by_role("button", name="Näytä se").click()
        expect(page.locator("body")).to_have_attribute("data-version", "two")
        assert version(page) == ["two", "two"]
        other.goto(site + "palvelut/")
        assert version(other) == ["two", "two"]
        assert page.evaluate("caches.keys().then(all => all.length)") == 1


def test_update_comes_by_itself_with_the_next_page(context: BrowserContext, own_site: Path) -> None:
    with outdated(context, own_site) as (page, site):
        page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
        expect(page.get_by_text("Sivustosta on uudempi versio.")).to_be_visible(timeout=30_000)
        page.goto(site + "palvelut/")
        expect(page.locator("body")).to_have_attribute("data-version", "two")
        assert version(page) == ["two", "two"]


def test_a_failed_update_leaves_the_old_version(context: BrowserContext, own_site: Path) -> None:
    with outdated(context, own_site) as (page, site):
        # The upload is only half way: one file is still the old one.
        (own_site / "palvelut/index.html").write_text("half", encoding="utf-8")
        failed = page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              await registration.update();
              const next = registration.installing;
              return next.state === 'redundant' || new Promise(done =>
                next.addEventListener('statechange', () => done(next.state)));
            }"""
        )
        assert failed in {True, "redundant"}
    page.goto(site + "palvelut/")
    assert version(page) == ["one", "one"]
    assert page.evaluate("caches.keys().then(all => all.length)") == 1


def test_a_full_disk_leaves_the_site_online(context: BrowserContext, own_site: Path) -> None:
    context.add_init_script(END)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    with serve(own_site) as site:
        session = context.new_cdp_session(page)
        quota: dict[str, Any] = {"origin": site.partition("/tietopankki")[0], "quotaSize": 50_000}
        session.send("Storage.overrideQuotaForOrigin", quota)
        page.goto(site)
        assert page.evaluate("window.end") == "redundant"
        assert page.evaluate("caches.keys()") == []
        page.goto(site + "palvelut/")
        expect(page.locator("h1")).to_have_text("Palvelut")
    assert not said
