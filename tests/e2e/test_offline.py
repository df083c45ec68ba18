"""The site without a network: after one visit, across updates, on a full disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from offline_reader import (
    COPIES,
    NEWER,
    PATIENCE,
    REGISTRATIONS,
    outdated,
    publish,
    shown,
    update,
    visit,
)
from site_server import serve
from watch import until


def test_whole_site_works_offline_after_one_visit(keeper: BrowserContext, own_site: Path) -> None:
    page = keeper.new_page()
    with serve(own_site) as site:
        visit(page, site + "tilanteet/vuokravelka/")
    # The server is gone.
    page.goto(site + "palvelut/valitystili/")
    expect(page.locator("h1")).to_have_text("Välitystili")
    page.goto(site + "palvelut/valitystili/tarkistus/")
    page.locator("[data-kb-decide] [value=yes]").first.check()
    expect(page.locator("[data-kb-verdict]")).to_be_visible()
    page.locator("header a[hreflang=en]").click()
    expect(page.locator("h1")).to_contain_text("Intermediary account")
    page.goto(site + "?q=häätö")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()
    page.goto(site + "en/")
    page.keyboard.press("/")
    page.keyboard.type("eviction")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()
    answer = page.goto(site + "en/no/such/page/")
    assert answer
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")
    for address in ("palvelut", "palvelut/index.html"):
        page.goto(site + address)
        expect(page.locator("h1")).to_have_text("Palvelut")
    page.goto(site + "tietoa/kartta/")
    expect(page.locator(".kb-map--live")).to_be_visible()


def test_what_is_never_kept_is_not_said_to_be_missing(
    keeper: BrowserContext, small_site: Path
) -> None:
    """The handbook exists: offline the browser says that there is no network."""
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
    with pytest.raises(Exception, match="net::ERR"):
        page.goto(site + "kasikirja/")


def test_second_page_costs_no_network(keeper: BrowserContext, small_site: Path) -> None:
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        asked: list[str] = []
        page.on("response", lambda r: None if r.from_service_worker else asked.append(r.url))
        page.goto(site + "palvelut/talousneuvola/", wait_until="networkidle")
    assert len(asked) <= 2, asked


def test_the_first_seconds_are_the_readers_own(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1)
    with serve(small_site) as site:
        page.goto(site, wait_until="load")
        page.clock.run_for(3_900)
        assert page.evaluate(REGISTRATIONS) == 0
        with context.expect_event("serviceworker"):
            page.clock.run_for(2_200)
        assert page.evaluate(REGISTRATIONS) == 1
    context.close()


def test_not_under_save_data(keeper: BrowserContext, small_site: Path) -> None:
    keeper.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = keeper.new_page()
    with serve(small_site) as site:
        page.goto(site, wait_until="networkidle")
        page.wait_for_timeout(1000)
        assert page.evaluate(REGISTRATIONS) == 0


def test_update_is_offered_and_never_mixed(keeper: BrowserContext, small_site: Path) -> None:
    publish(small_site, "one")
    page = keeper.new_page()
    other = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        other.goto(site + "palvelut/")
        page.goto(site + "tilanteet/")
        shown(page, "one")
        publish(small_site, "two")
        update(page)
        expect(page.get_by_text(NEWER)).to_be_visible(timeout=30_000)
        # With two windows open the old version stays whole in both.
        other.goto(site + "tyokalut/")
        shown(other, "one")
        page.get_by_role("button", name="Näytä se").click()
        shown(page, "two")
        other.goto(site + "palvelut/")
        shown(other, "two")
        until(page, f"{COPIES}.then(count => count === 1)")


def test_update_comes_by_itself_with_the_next_page(
    keeper: BrowserContext, small_site: Path
) -> None:
    with outdated(keeper, small_site) as (page, site):
        update(page)
        page.goto(site + "palvelut/")
        shown(page, "two")


def test_an_update_that_the_network_cuts_off_leaves_the_old_version(
    keeper: BrowserContext, small_site: Path
) -> None:
    cut: list[bool] = []

    def cut_off(handler: Any) -> bool:
        """After the new worker no byte comes any more."""
        if cut and "sw.js" not in handler.path:
            cut.append(True)
            handler.close_connection = True
            handler.connection.close()
            return True
        if cut and handler.command == "HEAD":
            handler.connection.close()
            return True
        return False

    with outdated(keeper, small_site, cut_off) as (page, _):
        cut.append(True)
        page.evaluate("navigator.serviceWorker.getRegistration().then(r => void r.update())")
        until(page, f"{COPIES}.then(count => count === 2)", patience=PATIENCE)
        until(page, f"{COPIES}.then(count => count === 1)", patience=PATIENCE)
    page.goto(page.url.replace("tilanteet/", "palvelut/"))
    shown(page, "one")


def test_a_full_disk_leaves_the_site_online(keeper: BrowserContext, small_site: Path) -> None:
    page = keeper.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    with serve(small_site) as site:
        session = keeper.new_cdp_session(page)
        quota: dict[str, Any] = {"origin": site.partition("/tietopankki")[0], "quotaSize": 50_000}
        session.send("Storage.overrideQuotaForOrigin", quota)
        page.goto(site)
        until(page, "window.result === 'redundant'", patience=PATIENCE)
        assert page.evaluate(COPIES) == 0
        page.goto(site + "palvelut/")
        expect(page.locator("h1")).to_have_text("Palvelut")
    assert not said


def test_a_full_disk_does_not_pin_an_old_version(keeper: BrowserContext, small_site: Path) -> None:
    with outdated(keeper, small_site) as (page, site):
        session = keeper.new_cdp_session(page)
        quota: dict[str, Any] = {"origin": site.partition("/tietopankki")[0], "quotaSize": 50_000}
        session.send("Storage.overrideQuotaForOrigin", quota)
        update(page)
        page.goto(site + "palvelut/")
        shown(page, "two")
