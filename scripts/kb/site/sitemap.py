"""The sitemap: every page that may be found, with its other languages and its last change."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from kb.site.plan import Plan, PlannedPage

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_PATIENCE = 30
"""Seconds after which the history of the files is done without."""


def write_sitemap(folder: Path, plan: Plan, site_url: str, root: Path) -> None:
    """Write sitemap.xml and its packed form into the built site in `folder`.

    The day of a page's last change is that of the last commit of its file. Where the history is
    not whole (a shallow clone, no git), no day is told: a wrong one is worse than none.
    """
    days = last_changes(root)
    rows = [
        _row(plan, page, site_url, days)
        for lang in plan.knowledge.languages.pages
        for page in plan.of(lang)
        if page.document is not None and page.document.kind.weight is not None
    ]
    text = _HEAD + "".join(rows) + "</urlset>\n"
    (folder / "sitemap.xml").write_text(text, encoding="utf-8")
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _row(plan: Plan, page: PlannedPage, site_url: str, days: dict[str, str]) -> str:
    lines = [f"<loc>{escape(site_url + page.url)}</loc>"]
    assert page.document is not None
    if day := days.get(page.document.file):
        lines.append(f"<lastmod>{day}</lastmod>")
    for lang, url in plan.alternates(page.path).items():
        href = quoteattr(site_url + url)
        lines.append(f'<xhtml:link rel="alternate" hreflang="{lang}" href={href}/>')
    return "  <url>\n" + "".join(f"    {line}\n" for line in lines) + "  </url>\n"


def last_changes(root: Path) -> dict[str, str]:
    """The day of each file's last commit; empty where the history is not whole."""

    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True, text=True, check=True, timeout=_PATIENCE,
        ).stdout  # fmt: skip

    try:
        if git("rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        log = git("log", "--format=%x00%cs", "--name-only", "--relative", "--", "docs")
    except (OSError, subprocess.SubprocessError):
        return {}
    found: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in filter(None, files):
            found.setdefault(file, day)
    return found
