"""A copy that outlives its site: it says so, offers the way out, and goes when it is told to."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kb.finish.worker import write_retiring_worker
from offline_reader import (
    COPIES,
    NEWER,
    PATIENCE,
    REGISTRATIONS,
    STORAGE,
    grow_old,
    later,
    publish,
    rewrite,
    shown,
    visit,
)
from sample_site import COUNTY, load_sample
from site_server import ROOT, SITE_URL, serve
from watch import until

OLD = "Katsot kopiota, jonka selaimesi tallensi {} päivää sitten."
MOVED = "Tämän sivuston osoite johtaa nyt muualle."
GONE = "Tässä osoitteessa ei ole enää sivustoa."
WAY_OUT = "Poista kopio ja avaa sivu verkosta"


class Host:
    """A server whose answers to everything can be changed while it runs."""

    def __init__(self) -> None:
        self.answer: Callable[[SimpleHTTPRequestHandler], bool] = lambda _: False

    def __call__(self, handler: SimpleHTTPRequestHandler) -> bool:
        return self.answer(handler)


def say(handler: SimpleHTTPRequestHandler, status: int, body: str, **headers: str) -> bool:
    handler.send_response(status)
    for name, value in {"Content-Type": "text/html", **headers}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body.encode())
    return True


def nothing_left(page: Page) -> None:
    until(page, f"{REGISTRATIONS}.then(count => count === 0)", patience=PATIENCE)
    until(page, f"{COPIES}.then(count => count === 0)", patience=PATIENCE)


def test_an_old_copy_says_how_old_it_is(keeper: BrowserContext, small_site: Path) -> None:
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        grow_old(page, 13)
        page.goto(site + "palvelut/", wait_until="networkidle")
        expect(page.get_by_text("Katsot kopiota")).to_have_count(0)
        grow_old(page, 14)
        page.goto(site + "palvelut/")
        expect(page.get_by_text(OLD.format(14))).to_be_visible(timeout=30_000)
        page.goto(site + "en/palvelut/")
        expect(page.get_by_text("your browser stored 14 days ago")).to_be_visible(timeout=30_000)
    # Without a network the copy is all there is, and stays.
    page.get_by_role("button").filter(has_text="Remove the copy").click()
    expect(page.get_by_text("The server cannot be reached. The copy stays.")).to_be_visible()
    assert page.evaluate(COPIES) == 1


def test_the_way_out_leads_to_what_is_served(keeper: BrowserContext, small_site: Path) -> None:
    publish(small_site, "one")
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        grow_old(page, 20)
        page.goto(site + "palvelut/")
        shown(page, "one")
        # The worker's file is the old one still, as a cache on the way may have it.
        worker = (small_site / "sw.js").read_text(encoding="utf-8")
        publish(small_site, "two")
        rewrite(small_site / "sw.js", worker)
        page.get_by_role("button", name=WAY_OUT).click(timeout=30_000)
        shown(page, "two")


@pytest.mark.parametrize("status", [301, 302, 308])
def test_a_site_that_has_moved(keeper: BrowserContext, small_site: Path, status: int) -> None:
    page, host = keeper.new_page(), Host()
    with serve(small_site, host) as site:
        visit(page, site)

        def moved(handler: SimpleHTTPRequestHandler) -> bool:
            if handler.path.startswith("/new"):
                return say(handler, 200, "<h1>New</h1>")
            return say(handler, status, "", Location="/new" + handler.path)

        host.answer = moved
        page.goto(site + "palvelut/")
        expect(page.locator("h1")).to_have_text("Palvelut")
        expect(page.get_by_text(MOVED)).to_be_visible(timeout=30_000)
        page.get_by_role("button", name=WAY_OUT).click()
        expect(page.locator("h1")).to_have_text("New")
        nothing_left(page)


@pytest.mark.parametrize("status", [404, 410, 200])
def test_a_site_that_has_gone(keeper: BrowserContext, small_site: Path, status: int) -> None:
    """With 200 a host shows one page at every address."""
    page, host = keeper.new_page(), Host()
    with serve(small_site, host) as site:
        visit(page, site)
        host.answer = lambda handler: say(handler, status, "<h1>Nothing here</h1>")
        page.goto(site + "palvelut/")
        expect(page.get_by_text(GONE)).to_be_visible(timeout=30_000)
        page.get_by_role("button", name=WAY_OUT).click()
        expect(page.locator("h1")).to_have_text("Nothing here")
        nothing_left(page)


def test_a_site_without_its_worker(keeper: BrowserContext, small_site: Path) -> None:
    """The pages are there: the copy goes by itself, and the reader is offered the page."""
    publish(small_site, "one")
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        publish(small_site, "two")
        (small_site / "sw.js").unlink()
        page.goto(site + "palvelut/")
        expect(page.get_by_text(NEWER)).to_be_visible(timeout=30_000)
        nothing_left(page)
        page.get_by_role("button", name="Näytä se").click()
        shown(page, "two")


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_host_in_trouble_costs_no_copy(
    keeper: BrowserContext, small_site: Path, status: int
) -> None:
    page, host = keeper.new_page(), Host()
    with serve(small_site, host) as site:
        visit(page, site)
        host.answer = lambda handler: say(handler, status, "<h1>Trouble</h1>")
        page.goto(site + "palvelut/", wait_until="networkidle")
        expect(page.locator("h1")).to_have_text("Palvelut")
        expect(page.locator(".kb-update")).to_be_empty()
        assert page.evaluate(COPIES) == 1


def test_retiring_removes_worker_and_copies(keeper: BrowserContext, small_site: Path) -> None:
    publish(small_site, "one")
    page = keeper.new_page()
    with serve(small_site) as site:
        visit(page, site)
        page.goto(site + "palvelut/")
        shown(page, "one")
        publish(small_site, "two")
        with later(small_site / "sw.js"):
            write_retiring_worker(small_site, STORAGE)
        page.goto(site + "tilanteet/")
        # The page is loaded anew once the copy is gone.
        expect(page.locator("body")).to_have_attribute("data-version", "two", timeout=60_000)
        nothing_left(page)
        # Pages that register it again are not loaded over and over.
        loads: list[str] = []
        page.on("load", lambda _: loads.append(page.url))
        page.goto(site + "palvelut/", wait_until="networkidle")
        page.wait_for_timeout(1000)
        assert len(loads) == 1
        shown(page, "two")


def test_make_retire_builds_such_a_site(tmp_path: Path) -> None:
    flags = f"BUILD_FLAGS=--site-dir={tmp_path / 'site'}"
    dry = subprocess.run(
        ["make", "-n", "retire", flags], cwd=ROOT, capture_output=True, text=True, check=True
    )
    command = next(line for line in dry.stdout.splitlines() if "mkdocs build" in line)
    assert "KB_RETIRE=1" in command
    command = f"SITE_URL={SITE_URL} " + command.replace(".venv/bin/", f"{sys.executable} -m ")
    subprocess.run(["sh", "-c", command], cwd=COUNTY, check=True, timeout=300)
    worker = (tmp_path / "site/sw.js").read_text(encoding="utf-8")
    assert "unregister" in worker
    assert "fetch" not in worker
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "data-kb-worker" not in page
    assert "Content-Security-Policy" in page


def reached(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_serve_shows_what_is_served(
    keeper: BrowserContext, county_folder: Path, tmp_path: Path
) -> None:
    """On a port where a built site was looked at, whose worker answers still."""
    county = Path(shutil.copytree(county_folder, tmp_path / "site"))
    publish(county, "one", load_sample().knowledge.county.storage)
    page = keeper.new_page()
    with serve(county) as site:
        visit(page, site)
        port = int(site.split(":")[2].partition("/")[0])
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=COUNTY,
        env={"PATH": "/usr/bin:/bin", "SITE_URL": site},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = monotonic() + 180
        while not reached(port):
            assert monotonic() < end, "mkdocs serve did not start in 180 s"
            page.wait_for_timeout(100)
        page.goto(site + "palvelut/")
        expect(page.locator("body")).not_to_have_attribute("data-version", "one", timeout=60_000)
        expect(page.locator("h1")).to_have_text("Palvelut")
        nothing_left(page)
    finally:
        server.terminate()
        server.wait(timeout=30)
