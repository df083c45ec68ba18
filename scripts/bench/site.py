"""What a page costs its reader, ours beside a stock site of the same pages, in one run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench.answers import lines
from bench.content import multiply
from bench.host import host, packed
from bench.lighthouse import CATEGORIES, Lighthouse, Report
from bench.meter import measure
from bench.stock import write_stock
from kb.export.browser import LAUNCH_ARGS, chromium_path
from kb.finish.worker import offline_files

SITES = ("ours", "stock")
PAGES = {
    "front page": "",
    "section index": "palvelut/",
    "long service": "palvelut/valitystili/",
    "situation": "tilanteet/vuokravelka/",
    "map": "tietoa/kartta/",
    "404": "404.html",
}
FULL_RUNS = 5
_BUILD = (sys.executable, "-m", "mkdocs", "build", "-q")
_HEAD = (
    f"{'page':<14}{'site':<7}{'requests':>9}{'KB gz':>8}{'perf':>6}{'a11y':>6}{'best':>6}{'seo':>6}"
    f"{'LCP ms':>8}{'TBT ms':>8}{'shift':>7}"
)


@dataclass(frozen=True)
class View:
    """The first view of a page on a phone, to the end of all that it fetches."""

    requests: int
    outside: int
    """Of these to other machines; what they would weigh is not counted."""
    size: int
    """Bytes of the bodies as a host sends them, gzipped."""


def run(root: Path, *, full: bool) -> None:
    """Build both sites, look at the same pages of each, and print a table.

    Lighthouse looks at each page once, with `full` five times, and medians are printed. Where it
    cannot be had, the table has requests and bytes.
    """
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    lighthouse = _lighthouse(root)
    runs = FULL_RUNS if full else 1
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as name:
        ours, stock = (Path(name) / site for site in SITES)
        multiply(root, ours, 1)
        write_stock(ours, stock)
        with host(ours / "site") as first, host(stock / "site") as second:
            addresses = dict(zip(SITES, (first, second), strict=True))
            for site, address in addresses.items():
                measure(("env", f"SITE_URL={address}", *_BUILD), Path(name) / site)
            print(f"first view on a phone; Lighthouse mobile, median of {runs}")
            print(_HEAD)
            for title, path in PAGES.items():
                views = {s: look(a, path, Path(name) / s / "site") for s, a in addresses.items()}
                reports = {
                    s: lighthouse.report(a + path, runs) if lighthouse else None
                    for s, a in addresses.items()
                }
                for line in table(title, views, reports):
                    print(line, flush=True)
            for line in lines(first, ours / "site"):
                print(line, flush=True)
        files = offline_files(ours / "site")
        size = sum(len(packed(file)) for file in files)
        print(
            f"fetched after the first view for offline use: {len(files)} files, {size / 1e3:.0f} KB"
        )


def _lighthouse(root: Path) -> Lighthouse | None:
    try:
        return Lighthouse(root)
    except FileNotFoundError:
        print("No Lighthouse: it needs Node and npm. Requests and bytes only.")
    except subprocess.CalledProcessError:
        print("No Lighthouse: npm could not install it. Requests and bytes only.")
    return None


def look(address: str, path: str, folder: Path) -> View:
    """Open a page of the site in `folder` in a fresh browser and count what it asks for."""
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + path, wait_until="networkidle")
        browser.close()
    asked = [url for url in asked if not url.startswith(("data:", "blob:"))]
    own = [url for url in asked if url.startswith(address)]
    return View(len(asked), len(asked) - len(own), sum(_size(folder, url) for url in own))


def _size(folder: Path, url: str) -> int:
    file = folder / unquote(urlsplit(url).path).lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    return len(packed(file if file.is_file() else folder / "404.html"))


def table(title: str, views: dict[str, View], reports: dict[str, Report | None]) -> list[str]:
    """The lines of one page: ours, stock, and ours divided by stock."""
    lines = []
    for site in SITES:
        view, report = views[site], reports[site]
        line = f"{title if site == 'ours' else '':<14}{site:<7}{view.requests:>9}"
        line += f"{view.size / 1000:>8.1f}"
        if report:
            scores = (report.scores.get(name) for name in CATEGORIES)
            line += "".join(f"{'-' if s is None else f'{s:.0f}':>6}" for s in scores)
            line += f"{report.lcp:>8.0f}{report.tbt:>8.0f}{report.shift:>7.3f}"
        lines.append(line + (f"  ({view.outside} to others)" if view.outside else ""))
    ours, stock = (views[site] for site in SITES)
    line = (
        f"{'':<14}{'ratio':<7}{ours.requests / stock.requests:>9.2f}{ours.size / stock.size:>8.2f}"
    )
    a, b = (reports[site] for site in SITES)
    if a and b:
        line += f"{'':>24}{_ratio(a.lcp, b.lcp):>8}{_ratio(a.tbt, b.tbt):>8}"
    return [*lines, line.rstrip()]


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "-"
