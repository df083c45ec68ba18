"""Prints the built handbook of every language to PDF with a headless Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from kb.export.browser import LAUNCH_ARGS, chromium_path
from kb.model.knowledge import Knowledge

_NUMBER_CONTENTS = """(numbers) => {
  for (const link of document.querySelectorAll(".kb-book__contents a")) {
    link.dataset.page = numbers[decodeURIComponent(link.hash.slice(1))] ?? "000";
  }
}"""
_PRINTS = 3
"""Two are enough unless a number's own width moves a line of the contents."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: what is printed are the files that were written."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address of `site` on loopback: from a file, links would carry this machine's paths."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _printed(page: Page) -> bytes:
    """The book as PDF, the contents with page numbers.

    Chromium cannot say in CSS on which page a link lands, so the book is printed once to learn
    it and again with the numbers written in. The first print has numbers too, of the same width,
    so that they move nothing.
    """
    numbers: dict[str, int] = {}
    for _ in range(_PRINTS):
        page.evaluate(_NUMBER_CONTENTS, numbers)
        pdf = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
        found = _pages_of_places(pdf)
        if found == numbers:
            break
        numbers = found
    return pdf


def _pages_of_places(pdf: bytes) -> dict[str, int]:
    """The page, from 1, of every id that a link within the book leads to."""
    reader = PdfReader(BytesIO(pdf))
    places = reader.named_destinations.items()
    return {
        name.removeprefix("/"): number + 1
        for name, place in places
        if (number := reader.get_destination_page_number(place)) is not None
    }


def write_handbooks(site: Path, out: Path, knowledge: Knowledge) -> Iterator[Path]:
    """Print the handbooks of the site built in `site` to `out`; yields each file when written."""
    county, languages = knowledge.county, knowledge.languages
    if county.pages.handbook is None:
        return
    place = county.pages.handbook.removesuffix(".md")
    out.mkdir(parents=True, exist_ok=True)
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        for lang in languages.pages:
            page = browser.new_page(color_scheme="light")
            root = languages.root(lang)
            # Not "networkidle": a page this long pauses while it is read, and would be cut short.
            response = page.goto(f"{address}{root}{place}/", wait_until="load")
            if response is None or not response.ok:
                raise FileNotFoundError(f"{site}/{root}{place}/index.html")
            target = out / county.handbook_files.get(lang)
            target.write_bytes(_printed(page))
            page.close()
            yield target
        browser.close()
