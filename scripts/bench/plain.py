"""Writes rendered blocks back as the plain Markdown that an author without them would type."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from textwrap import indent

_BLOCKS = {
    "address", "article", "aside", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "nav", "ol", "p",
    "section", "summary", "table", "ul",
}  # fmt: skip
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\*_\[\]<`])")

Resolve = Callable[[str], str | None]
"""The address to type for a link's target, or None where only the link's text remains."""


def to_markdown(elements: Iterable[ET.Element], resolve: Resolve) -> str:
    """The elements' text as headings, paragraphs, lists and tables."""
    box = ET.Element("div")
    box.extend(elements)
    return "\n\n".join(_blocks(box, resolve))


def _blocks(element: ET.Element, resolve: Resolve) -> list[str]:
    """The blocks in `element`; what stands between them becomes paragraphs."""
    found: list[str] = []
    run = _escaped(element.text)

    def flush() -> None:
        nonlocal run
        if run.strip():
            found.append(" ".join(run.split()))
        run = ""

    for child in element:
        if child.tag in _BLOCKS:
            flush()
            found += _block(child, resolve)
        else:
            run += _inline(child, resolve)
        run += _escaped(child.tail)
    flush()
    return found


def _block(element: ET.Element, resolve: Resolve) -> list[str]:
    tag = element.tag
    inside = _rows(element, resolve) if tag == "table" else _blocks(element, resolve)
    if not inside:
        return []
    if re.fullmatch("h[1-6]", tag):
        return [f"{'#' * int(tag[1])} {' '.join(inside)}"]
    if tag == "dt":
        return [f"**{' '.join(inside).replace('**', '')}**"]
    if tag == "li":
        # Four spaces, as Python-Markdown wants what belongs to an item.
        return ["-   " + indent("\n\n".join(inside), "    ").lstrip()]
    if tag in {"ul", "ol", "table"}:
        return ["\n".join(inside)]
    return inside


def _rows(table: ET.Element, resolve: Resolve) -> list[str]:
    rows = [[_cell(cell, resolve) for cell in row] for row in table.iter("tr")]
    rows[1:1] = [["---"] * len(rows[0])]
    return [f"| {' | '.join(cells)} |" for cells in rows]


def _cell(cell: ET.Element, resolve: Resolve) -> str:
    return " ".join(_blocks(cell, resolve)).replace("\n", " ").replace("|", "\\|")


def _inline(element: ET.Element, resolve: Resolve) -> str:
    tag = element.tag
    if tag == "br":
        return " "
    text = _escaped(element.text)
    for child in element:
        text += _inline(child, resolve) + _escaped(child.tail)
    if tag == "a" and text.strip():
        target = resolve(element.get("href") or "")
        return f"[{text.strip()}]({target})" if target else text
    mark = _MARKS.get(tag, "") if text.strip() else ""
    return f"{mark}{text.strip() if mark else text}{mark}"


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", text or "")
