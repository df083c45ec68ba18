"""Gathers rendered pages into one: ids made unique, links between pages kept inside the book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit


@dataclass(frozen=True)
class RenderedPage:
    """A page as the generator rendered it."""

    url: str
    """Its address below the site's root, such as `palvelut/kela/`."""
    title: str
    html: str


@dataclass(frozen=True)
class Chapter:
    """A page as a part of the book."""

    key: str
    """The id of the chapter in the book."""
    title: str
    html: str


@dataclass(frozen=True)
class Part:
    """A section of the site as a part of the book."""

    id: str
    title: str
    chapters: list[Chapter]


@dataclass(frozen=True)
class Book:
    """All of it, put together on `date` (in words)."""

    parts: list[Part]
    date: str

    @property
    def html(self) -> str:
        """The chapters' markup."""
        return "".join(chapter.html for part in self.parts for chapter in part.chapters)


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^>]*)?)>")
_ATTRIBUTE = re.compile(r'(\s)(id|for|aria-labelledby|aria-describedby|headers|href|src)="([^"]*)"')
_LANDMARK = re.compile(r'\saria-label(?:ledby)?="[^"]*"')
_ROOT = "http://book.invalid/"
"""Stands for the site's root while addresses are resolved."""


def gather(parts: Iterable[tuple[str, list[RenderedPage]]], book_url: str, date: str) -> Book:
    """The book at `book_url` from the titles of its parts and the pages of each, in order."""
    parts = list(parts)
    # Below the language's own folder, so that every language has the same ids.
    root = posixpath.dirname(book_url.strip("/"))
    keys = {page.url: _key(page.url.removeprefix(root)) for _, pages in parts for page in pages}
    return Book(
        [
            Part(
                f"osa-{number}",
                title,
                [Chapter(keys[p.url], p.title, _rewrite(p, keys, book_url)) for p in pages],
            )
            for number, (title, pages) in enumerate(parts, start=1)
        ],
        date,
    )


def _key(url: str) -> str:
    return url.strip("/").replace("/", "-").removesuffix(".html") or "etusivu"


def _rewrite(page: RenderedPage, keys: dict[str, str], book_url: str) -> str:
    key = keys[page.url]

    def attribute(match: re.Match[str]) -> str:
        space, name, value = match.groups()
        if name in {"href", "src"}:
            value = _address(value, page.url, keys, book_url)
        else:
            value = " ".join(f"{key}--{part}" for part in value.split())
        return f'{space}{name}="{value}"'

    def tag(match: re.Match[str]) -> str:
        slash, name, attributes = match.groups()
        if not attributes and name[0] != "h":
            return match[0]  # most tags, and nothing to be done about them
        if re.fullmatch(r"h[1-5]", name):
            name = f"h{int(name[1]) + 1}"  # the book's title is above the chapters' titles
        if name == "section":
            # A landmark of a page; in the book it would be one of many of the same name.
            attributes = _LANDMARK.sub("", attributes)
        return f"<{slash}{name}{_ATTRIBUTE.sub(attribute, attributes)}>"

    return _TAG.sub(tag, page.html)


def _address(value: str, url: str, keys: dict[str, str], book_url: str) -> str:
    target = urljoin(_ROOT + url, value)
    if not target.startswith(_ROOT):
        return value
    parts = urlsplit(target)
    path = parts.path.lstrip("/")
    if path in keys:
        return f"#{keys[path]}--{parts.fragment}" if parts.fragment else f"#{keys[path]}"
    relative = posixpath.relpath(path or ".", book_url or ".")
    if path.endswith("/"):
        relative += "/"
    return f"{relative}#{parts.fragment}" if parts.fragment else relative
