"""Writes the service worker: which files make up this version of the site."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path
from urllib.parse import quote

WORKER = "sw.js"
WORDS = (
    *("newer-version", "newer-version-show"),
    *("copy-old", "copy-moved", "copy-gone", "copy-drop", "copy-offline"),
)
"""The labels that the page's notice of its copy is made of (offline.js)."""
LIMIT = 2_000_000
"""The most that a reader's device fetches for the offline copy: bytes, each file gzipped."""
_LIMIT_SET = "KB_OFFLINE_LIMIT"
_RETIRING = "retire.js"
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico"}
_KEPT = {".html", ".css", ".js", ".json", ".woff2"} | _PICTURES
# Only for who has a network: too large to keep, or a page that gathers others for paper.
_ONLINE = {".html", ".pdf"}
_NO_INDEX = '<meta name="robots" content="noindex">'


class OfflineCopyError(ValueError):
    """The offline copy cannot be made; the message says why and what to do, in both languages."""


def write_worker(site: Path, storage: str = "kb") -> None:
    """Write sw.js with the address and the hash of every file that a reader needs offline.

    `storage` is what the names of its caches begin with.

    Raises:
        OfflineCopyError: when these files are more than the limit: LIMIT, or what the variable
            KB_OFFLINE_LIMIT of the environment says in bytes.
    """
    kept = offline_files(site)
    _refuse_too_large(site, kept)
    files = {_address(site, path): _digest(path) for path in kept}
    online = [
        _address(site, path)
        for path in sorted(site.rglob("*"))
        if path.suffix.lower() in _ONLINE and path.is_file()
    ]
    source = _source(WORKER, storage)
    source = source.replace("/*KB_FILES*/", _written(files))
    source = source.replace("/*KB_ONLINE*/", _written([a for a in online if a not in files]))
    (site / WORKER).write_text(source, encoding="utf-8")


def write_words(site: Path, labels: dict[str, dict[str, str]]) -> None:
    """Write what the notice says, from language -> label -> text; fetched when it has a word."""
    words = {lang: {name: texts[name] for name in WORDS} for lang, texts in labels.items()}
    (site / "offline.json").write_text(_written(words), encoding="utf-8")


def write_retiring_worker(site: Path, storage: str = "kb") -> None:
    """Write a sw.js that removes the copies of earlier ones, and itself."""
    (site / WORKER).write_text(_source(_RETIRING, storage), encoding="utf-8")


def offline_files(site: Path) -> list[Path]:
    """The files of the site that work offline: pages, scripts, styles, pictures, search.

    Neither PDFs nor the page that gathers all others for paper, which says `noindex`.
    """
    return [
        path
        for path in sorted(site.rglob("*"))
        if path.suffix.lower() in _KEPT
        and path.is_file()
        and path != site / WORKER
        and not (path.suffix == ".html" and _NO_INDEX in path.read_text(encoding="utf-8"))
    ]


def _refuse_too_large(site: Path, kept: list[Path]) -> None:
    limit = _limit()
    sizes = {path: len(gzip.compress(path.read_bytes(), 6)) for path in kept}
    total = sum(sizes.values())
    if total <= limit:
        return
    largest = sorted(kept, key=lambda path: -sizes[path])[:5]
    named = ", ".join(f"{p.relative_to(site).as_posix()} ({sizes[p] // 1000} kB)" for p in largest)
    kilo = f"{total / 1000:.0f} kB", f"{limit / 1000:.0f} kB"
    raise OfflineCopyError(
        f"Ilman verkkoa luettava kopio olisi {kilo[0]}, raja on {kilo[1]}. Pienennä tai poista "
        f"kuvia tai nosta rajaa ({_LIMIT_SET}, tavuja). Suurimmat: {named}\n"
        f"The offline copy would be {kilo[0]}, the limit is {kilo[1]}. Make pictures smaller or "
        f"remove some, or raise the limit ({_LIMIT_SET}, bytes). The largest: {named}"
    )


def _limit() -> int:
    given = os.environ.get(_LIMIT_SET, str(LIMIT))
    if not given.isdecimal():
        raise OfflineCopyError(
            f"{_LIMIT_SET}={given}: anna tavujen määrä, esimerkiksi {LIMIT}\n"
            f"{_LIMIT_SET}={given}: give a number of bytes, for example {LIMIT}"
        )
    return int(given)


def _source(name: str, storage: str) -> str:
    source = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return source.replace("/*KB_STORAGE*/", _written(storage))


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _address(site: Path, path: Path) -> str:
    """The address below the site's root; a folder's page stands for the folder."""
    relative = path.relative_to(site).as_posix()
    return quote(relative.removesuffix("index.html") if path.name == "index.html" else relative)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
