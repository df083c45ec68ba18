"""What a reader will see changed, page by page, between two built sites: for whoever reviews.

Told is what stands on the page: its words, where its links lead, and the addresses that go. What
every page repeats (menu, search, footer) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_PAGES = 60
"""So many pages are told whole; of more the addresses only."""
MOST_ROWS = 60
"""So many changed rows of one page are told."""
_CUT = 600
"""Characters of a row."""
_BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, summary, figcaption, pre, blockquote"
_LEAVES = set(_BLOCKS.replace(",", "").split())
_SPOKEN = "script, style, template, [hidden]"


@dataclass(frozen=True)
class PageChange:
    """A page that readers will see otherwise."""

    address: str
    """Below the site's root."""
    title: str
    kind: str
    """new, gone or changed."""
    rows: tuple[str, ...] = ()
    """What goes (`- …`) and what comes (`+ …`), in the page's order."""
    anchors: tuple[str, ...] = ()
    """Ids that the page had and has no more: links from elsewhere that end in them break."""


def changes(before: Path, after: Path, left_out: frozenset[str] = frozenset()) -> list[PageChange]:
    """Every page that differs between two built sites, by its address.

    `left_out` are addresses of pages that gather others and would tell all twice.
    """
    return list(_changes(before, after, left_out))


def _changes(before: Path, after: Path, left_out: frozenset[str]) -> Iterator[PageChange]:
    old, new = _pages(before), _pages(after)
    for address in sorted({*old, *new} - left_out):
        if address not in new:
            title, rows, _ = _read(old[address])
            yield PageChange(address, title, "gone")
        elif address not in old:
            title, rows, _ = _read(new[address])
            yield PageChange(address, title, "new", tuple(f"+ {row}" for row in rows))
        else:
            _, was, ids = _read(old[address])
            title, rows, now = _read(new[address])
            if (was, ids) != (rows, now):
                lost = tuple(ident for ident in ids if ident not in now)
                yield PageChange(address, title, "changed", tuple(_rows(was, rows)), lost)


def _pages(site: Path) -> dict[str, Path]:
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): path
        for path in site.rglob("index.html")
    }


def _read(path: Path) -> tuple[str, list[str], list[str]]:
    """A page's title, the rows that a reader reads, and its ids."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    main = tree.css_first("article") or tree.css_first("main") or tree.body
    assert main is not None, path
    for node in main.css(_SPOKEN):
        node.decompose()
    heading = main.css_first("h1")
    described = tree.css_first('meta[name="description"]')
    summary = described.attributes.get("content") if described else None
    rows = [f"[haku / search] {summary}"] if summary else []
    for node in main.css(_BLOCKS):
        text = _text(node)
        if text:
            rows.append(text)
    ids = [str(node.attributes["id"]) for node in main.css("[id]")]
    return _words(heading.text()) if heading else "", rows, ids


def _text(node: LexborNode) -> str:
    """What stands in a block itself, and where its links to other sites lead."""
    parts: list[str] = []
    _collect(node, parts)
    return _words("".join(parts))


def _collect(node: LexborNode, parts: list[str]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            parts.append(child.text_content or "")
        elif tag == "img":
            parts.append(f" [kuva / picture: {child.attributes.get('alt') or ''}] ")
        elif tag not in _LEAVES:
            _collect(child, parts)
            href = child.attributes.get("href") or ""
            if tag == "a" and re.match("https?:|mailto:|tel:", href):
                parts.append(f" <{href}>")


def _words(text: str) -> str:
    return " ".join(text.split())


def _rows(was: list[str], now: list[str]) -> Iterator[str]:
    for kind, i, i_end, j, j_end in SequenceMatcher(None, was, now, False).get_opcodes():
        if kind != "equal":
            yield from (f"- {row}" for row in was[i:i_end])
            yield from (f"+ {row}" for row in now[j:j_end])


def markdown(found: list[PageChange]) -> str:
    """The changes as a summary in Markdown, in Finnish and English."""
    if not found:
        return "## Lukija ei näe muutoksia / Readers will see no change\n"
    count = len(found)
    parts = [f"## Mitä lukija näkee: {count} sivua muuttuu / What readers see: {count} pages\n"]
    names = {"new": "uusi / new", "gone": "poistuu / goes", "changed": "muuttuu / changes"}
    for change in found[:MOST_PAGES]:
        parts.append(f"### {_plain(change.title)} · `/{change.address}` · {names[change.kind]}\n")
        if change.kind == "gone":
            parts.append("Osoite lakkaa toimimasta. / The address will answer no more.\n")
        if change.anchors:
            listed = ", ".join(f"`#{ident}`" for ident in change.anchors)
            parts.append(
                f"Kohdat, joihin vievät linkit eivät enää osu / parts that links miss from now on: "
                f"{listed}\n"
            )
        if change.rows:
            parts.append(_fenced(change.rows))
    if count > MOST_PAGES:
        rest = ", ".join(f"`/{change.address}`" for change in found[MOST_PAGES:])
        parts.append(f"Lisäksi muuttuvat / Changed too: {rest}\n")
    return "\n".join(parts)


def _fenced(rows: tuple[str, ...]) -> str:
    """Rows as a block that shows them as they are, whatever marks they have."""
    shown = [row if len(row) <= _CUT else f"{row[:_CUT]}…" for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        shown.append(f"# … {len(rows) - MOST_ROWS} muuta riviä / more rows")
    ticks = max((len(run) for run in re.findall("`+", "\n".join(shown))), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{fence}diff\n" + "\n".join(shown) + f"\n{fence}\n"


def _plain(text: str) -> str:
    """A title without the marks by which it could be more than text."""
    return re.sub(r"[^\w .,:;!?()/–-]", "", text)
