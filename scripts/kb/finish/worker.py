"""Writes the service worker: which files make up this version of the site."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

WORKER = "sw.js"
_PLACE = "/*KB_FILES*/"
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico"}
_KEPT = {".html", ".css", ".js", ".json", ".woff2"} | _PICTURES
_NO_INDEX = '<meta name="robots" content="noindex">'
_LEFT_OUT = (WORKER, "sitemap")


def write_worker(site: Path) -> None:
    """Write sw.js with the address and the hash of every file that a reader needs offline."""
    files = {_address(site, path): _digest(path) for path in offline_files(site)}
    listed = json.dumps(files, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    source = Path(__file__).with_name(WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(source.replace(_PLACE, listed), encoding="utf-8")


def offline_files(site: Path) -> list[Path]:
    """The files of the site that work offline: pages, scripts, styles, search.

    Neither PDFs nor the page that gathers all others for paper, which says `noindex`.
    """
    return [
        path
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.suffix in _KEPT
        and not path.name.startswith(_LEFT_OUT)
        and not (path.suffix == ".html" and _NO_INDEX in path.read_text(encoding="utf-8"))
    ]


def _address(site: Path, path: Path) -> str:
    """The address below the site's root; a folder's page stands for the folder."""
    relative = path.relative_to(site).as_posix()
    return relative.removesuffix("index.html") if path.name == "index.html" else relative


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
