"""Compares two built sites as a reader, a search engine and a partner's link meet them.

Two generators may differ in white space and in the order of attributes; they may not differ in
what is listed here. Each difference is one line: the file, what differs, and both values.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ROOT = "http://site.invalid/"
"""Stands for the site's root while addresses are resolved."""
_SHOWN = 160
"""Characters shown of a value that differs."""
_HASHED = re.compile(r"\.[0-9a-f]{8}\.(css|js)$")


@dataclass(frozen=True)
class Page:
    """What must be the same of a page."""

    title: str
    language: str
    canonical: str
    alternates: tuple[str, ...]
    description: str
    policy: str
    ids: tuple[str, ...]
    headings: tuple[str, ...]
    links: tuple[str, ...]
    text: str


def compare(one: Path, other: Path) -> list[str]:
    """The differences between two built sites, one line each; empty when there are none.

    Compared are the list of pages, and of each page: title, language, canonical and alternate
    addresses, description, policy, ids, headings, links (resolved) and text; the search files to
    the byte; the sitemap's addresses, dates and alternates.

    Raises:
        FileNotFoundError: when one of the folders holds no `index.html`.
    """
    for folder in (one, other):
        if not (folder / "index.html").is_file():
            raise FileNotFoundError(folder / "index.html")
    found = list(_lists(one, other, "*.html"))
    for name in sorted(_names(one, "*.html") & _names(other, "*.html")):
        found += _pages(name, read_page(one, name), read_page(other, name))
    found += _lists(one, other, "search/*")
    for name in sorted(_names(one, "search/*") & _names(other, "search/*")):
        if (one / name).read_bytes() != (other / name).read_bytes():
            found.append(f"{name}: bytes differ")
    before, after = _sitemap(one), _sitemap(other)
    found += [f"sitemap.xml: only {one.name}: {row}" for row in sorted(before - after)]
    found += [f"sitemap.xml: only {other.name}: {row}" for row in sorted(after - before)]
    return found


def _names(site: Path, pattern: str) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob(pattern) if path.is_file()}


def _lists(one: Path, other: Path, pattern: str) -> Iterator[str]:
    before, after = _names(one, pattern), _names(other, pattern)
    for name in sorted(before - after):
        yield f"{name}: only in {one}"
    for name in sorted(after - before):
        yield f"{name}: only in {other}"


def _pages(name: str, before: Page, after: Page) -> Iterator[str]:
    for field in fields(Page):
        a, b = getattr(before, field.name), getattr(after, field.name)
        if a == b:
            continue
        a, b = _from_the_first(a, b) if isinstance(a, str) else _first_difference(a, b)
        yield f"{name}: {field.name}: {_short(a)} | {_short(b)}"


def _from_the_first(before: str, after: str) -> tuple[str, str]:
    """Both texts from a little before the place where they part."""
    start = max(0, len(posixpath.commonprefix([before, after])) - 20)
    return before[start:], after[start:]


def _first_difference(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, str]:
    for a, b in zip(before, after, strict=False):
        if a != b:
            return a, b
    shorter = min(len(before), len(after))
    return "".join(before[shorter : shorter + 1]), "".join(after[shorter : shorter + 1])


def _short(value: str) -> str:
    return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")


def read_page(site: Path, name: str) -> Page:
    """What must be the same of the page in the file `name` below `site`."""
    tree = LexborHTMLParser((site / name).read_text(encoding="utf-8"))
    body = tree.body
    assert body is not None, name
    root = tree.css_first("html")
    return Page(
        title=_text(tree.css_first("title")),
        language=(root.attributes.get("lang") or "") if root else "",
        canonical=_attribute(tree, 'link[rel="canonical"]', "href"),
        alternates=tuple(
            f"{link.attributes.get('hreflang')} {link.attributes.get('href')}"
            for link in tree.css("link[hreflang]")
        ),
        description=_attribute(tree, 'meta[name="description"]', "content"),
        policy=_attribute(tree, 'meta[http-equiv="Content-Security-Policy"]', "content"),
        ids=tuple(str(node.attributes["id"]) for node in body.css("[id]")),
        headings=tuple(
            f"{node.tag} {node.attributes.get('id') or ''} {_text(node)}"
            for node in body.css("h1, h2, h3, h4, h5, h6")
        ),
        links=tuple(_links(body, name)),
        text=_words(body),
    )


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "") if node else ""


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def _words(body: LexborNode) -> str:
    for node in body.css("script, style, template"):
        node.decompose()
    return " ".join(body.text(separator=" ").split())


def _links(body: LexborNode, name: str) -> Iterator[str]:
    """Every address of the page from the site's root, with files that carry a digest without it."""
    base = urljoin(_ROOT, posixpath.dirname(name) + "/" if "/" in name else "")
    for node in body.css("[href], [src], [action]"):
        for attribute in ("href", "src", "action"):
            value = node.attributes.get(attribute)
            if value is None:
                continue
            address = urljoin(base, value)
            if address.startswith(_ROOT):
                parts = urlsplit(address)
                path = unquote(parts.path).removesuffix("index.html")
                address = path + (f"?{parts.query}" if parts.query else "")
                address += f"#{parts.fragment}" if parts.fragment else ""
            address = _HASHED.sub(r".\1", address)
            yield f"{node.tag} {address}"


def _sitemap(site: Path) -> set[str]:
    path = site / "sitemap.xml"
    if not path.is_file():
        return set()
    tree = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - built by ourselves
    rows = set()
    for url in tree:
        parts = []
        for node in url.iter():
            tag = node.tag.rpartition("}")[2]
            if tag in {"loc", "lastmod"}:
                parts.append(f"{tag}={(node.text or '').strip()}")
            elif tag == "link":
                parts.append(f"{node.get('hreflang')}={node.get('href')}")
        rows.add(" ".join(sorted(parts)))
    return rows
