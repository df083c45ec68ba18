"""What a first view costs: every answer, compressed as a server would send it."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, Request

REQUESTS = 7
FRONT_REQUESTS = 5
FRONT_PAGE = 40_000
LONGEST = 45_000
SCRIPT = 10_000
"""All scripts that every page has, the page's side of the search with them."""
STYLE = 16_000


@cache
def weight(file: Path) -> int:
    """The bytes of a file, gzipped as a common server does; a folder's page stands for it."""
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


class Scale:
    """Weighs all that a page asks for, from before it is opened."""

    def __init__(self, page: Page, site: str, folder: Path) -> None:
        self.site = site
        self.folder = folder
        self.weights: dict[str, int] = {}
        page.on("request", self._weigh)

    @property
    def total(self) -> int:
        """Bytes of everything so far."""
        return sum(self.weights.values())

    def _weigh(self, request: Request) -> None:
        if not request.url.startswith("data:"):
            path = unquote(request.url.removeprefix(self.site).partition("?")[0])
            self.weights[request.url] = weight(self.folder / path)

    def __repr__(self) -> str:
        return "\n".join(f"{size:>7} {url}" for url, size in self.weights.items())
