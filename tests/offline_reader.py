"""A reader who has the site on the device: visits, versions, and waits that all have a limit."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from kb.finish.worker import WORKER, write_worker
from site_server import First, serve
from watch import until

PATIENCE = 60.0
"""Seconds for the whole site to be fetched, on a machine that is busy with other tests."""
STORAGE = "tietopankki"
"""What the names of this county's copies begin with."""
NEWER = "Sivustosta on uudempi versio."
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
COPIES = "caches.keys().then(all => all.length)"
_STATE = """which => navigator.serviceWorker.getRegistration().then(registration =>
  registration && registration[which] ? registration[which].state : '')"""
_RESULT = """
const workers = navigator.serviceWorker;
const register = workers && workers.register.bind(workers);
window.result = "";
if (workers) workers.register = async (...given) => {
  const registration = await register(...given);
  const worker = registration.installing;
  const look = () => { window.result = worker.state; };
  if (worker) worker.addEventListener("statechange", look);
  return registration;
};
"""
"""`window.result` is what becomes of the first worker."""
_AGE = """async days => {
  for (const key of await caches.keys()) {
    const cache = await caches.open(key);
    for (const { url } of await cache.keys())
      if (url.endsWith('sw.js?since'))
        await cache.put(url, new Response(String(Date.now() - days * 86400000)));
  }
}"""
_PLANT = """async ([path, body, type]) => {
  for (const key of await caches.keys()) {
    const headers = { "content-type": type, "refresh": "0; url=/elsewhere/" };
    await (await caches.open(key)).put(path, new Response(body, { headers }));
  }
}"""


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with service workers, in which no test waits for the page's polite seconds."""
    context = browser.new_context(service_workers="allow")
    context.add_init_script(
        "const wait = setTimeout; window.setTimeout = (run, time, ...more) =>"
        " wait(run, time === 4000 ? 0 : time, ...more);"
    )
    context.add_init_script(_RESULT)
    yield context
    context.close()


def visit(page: Page, address: str) -> None:
    """A first visit, to the end of what is fetched behind the reader's back."""
    page.goto(address)
    until(page, f"({_STATE})('active').then(state => state === 'activated')", patience=PATIENCE)


def update(page: Page) -> None:
    """Let the browser look for a newer version, until it waits."""
    until(
        page,
        "navigator.serviceWorker.getRegistration().then(r => r.installing || r.waiting ||"
        " r.update()).then(() => navigator.serviceWorker.getRegistration()).then(r => !!r.waiting)",
        patience=PATIENCE,
    )


def grow_old(page: Page, days: int) -> None:
    """Make the reader's copy `days` days old."""
    page.evaluate(_AGE, days)


def plant(page: Page, address: str, body: str, kind: str = "text/html") -> None:
    """Do what any page of the same origin can: write to the site's copies."""
    page.evaluate(_PLANT, [address, body, kind])


def mark(site: Path, version: str) -> None:
    """Every page and the script carry the name of the version."""
    for path in site.rglob("*.html"):
        head, _, tail = path.read_text(encoding="utf-8").partition("<body")
        rewrite(path, f'{head}<body data-version="{version}"{tail}')
    script = next(site.glob("assets/site.*.js"))
    text = script.read_text(encoding="utf-8")
    rewrite(script, text + f'\n;document.body.dataset.script = "{version}";')


def rewrite(path: Path, text: str) -> None:
    """Write a file anew, later than it was."""
    with later(path):
        path.write_text(text, encoding="utf-8")


@contextmanager
def later(path: Path) -> Iterator[None]:
    """What is written here is a second newer at the least: a server tells ages in whole seconds."""
    before = path.stat().st_mtime if path.exists() else 0.0
    yield
    newer = max(time.time(), before + 1)
    os.utime(path, (newer, newer))


def publish(site: Path, version: str, storage: str = STORAGE) -> None:
    """A new version of the site, with its worker; `storage` is what its caches are called by."""
    mark(site, version)
    with later(site / WORKER):
        write_worker(site, storage)


@contextmanager
def outdated(
    context: BrowserContext, its_files: Path, first: First | None = None
) -> Iterator[tuple[Page, str]]:
    """A reader of version one, and the site's address, where version two stands by now."""
    publish(its_files, "one")
    page = context.new_page()
    with serve(its_files, first) as site:
        visit(page, site)
        page.goto(site + "tilanteet/")
        publish(its_files, "two")
        yield page, site


def shown(page: Page, version: str) -> None:
    """The page and its script are both of this version."""
    expect(page.locator("body")).to_have_attribute("data-version", version)
    expect(page.locator("body")).to_have_attribute("data-script", version)
