"""Comparing two built sites finds what a reader, a search engine or a partner's link would meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.site.compare import compare

PAGE = """<!doctype html><html lang="fi"><head><title>T</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="description" content="d"><link rel="canonical" href="https://e.example/a/">
<link rel="alternate" hreflang="fi" href="https://e.example/a/"></head>
<body><h1 id="a">A</h1><p>Sanoja <a href="../b/">b</a>.</p></body></html>"""
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://e.example/a/</loc><lastmod>2026-01-01</lastmod></url></urlset>"
)


def site(folder: Path) -> Path:
    for name in ("a", "b", "search"):
        (folder / name).mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "a/index.html").write_text(PAGE)
    (folder / "b/index.html").write_text(PAGE)
    (folder / "search/fi.json").write_text("{}")
    (folder / "sitemap.xml").write_text(SITEMAP)
    return folder


def replaced(old: str, new: str, file: str = "a/index.html") -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    return edit


CHANGES: dict[str, Callable[[Path], None]] = {
    "title": replaced("<title>T", "<title>U"),
    "language": replaced('lang="fi"', 'lang="en"'),
    "canonical": replaced('canonical" href="https://e.example/a/"', 'canonical" href="/"'),
    "alternates": replaced('hreflang="fi"', 'hreflang="en"'),
    "description": replaced('content="d"', 'content="e"'),
    "policy": replaced("'none'", "'self'"),
    "ids": replaced('id="a"', 'id="b"'),
    "headings": replaced("<h1", "<h2"),
    "links": replaced("../b/", "../c/"),
    "text": replaced("Sanoja", "Muita"),
    "only in": lambda folder: (folder / "b/index.html").unlink(),
    "bytes differ": replaced("{}", "[]", "search/fi.json"),
    "sitemap.xml": replaced("2026-01-01", "2026-01-02", "sitemap.xml"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_difference_is_told(what: str, tmp_path: Path) -> None:
    one, other = site(tmp_path / "one"), site(tmp_path / "other")
    assert compare(one, other) == []
    CHANGES[what](other)
    found = compare(one, other)
    assert any(what in line for line in found), found


def test_how_a_generator_writes_the_same_page_is_no_difference(tmp_path: Path) -> None:
    one, other = site(tmp_path / "one"), site(tmp_path / "other")
    replaced("<p>Sanoja", "<p>\n   Sanoja\n")(other)
    replaced('href="../b/"', "href='/b/index.html'")(other)
    assert compare(one, other) == []


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        compare(site(tmp_path / "one"), tmp_path)
