"""Prints the built handbook of every language to PDF with a headless Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from kb.export.browser import LAUNCH_ARGS, chromium_path
from kb.model.base import LANGS, SOURCE_LANG

NAMES = {"fi": "kasikirja.pdf", "en": "handbook.pdf"}


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


def write_handbooks(site: Path, out: Path) -> Iterator[Path]:
    """Print the handbooks of the site built in `site` to `out`; yields each file when written."""
    out.mkdir(parents=True, exist_ok=True)
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        for lang in LANGS:
            page = browser.new_page(color_scheme="light")
            root = "" if lang == SOURCE_LANG else f"{lang}/"
            # Not "networkidle": a page this long pauses while it is read, and would be cut short.
            response = page.goto(f"{address}{root}kasikirja/", wait_until="load")
            if response is None or not response.ok:
                raise FileNotFoundError(f"{site}/{root}kasikirja/index.html")
            target = out / NAMES[lang]
            page.pdf(path=target, prefer_css_page_size=True, outline=True, tagged=True)
            page.close()
            yield target
        browser.close()
