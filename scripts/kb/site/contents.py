"""A page's contents, read from its rendered body: so every generator lists the same."""

from __future__ import annotations

from typing import TypedDict

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Entry(TypedDict):
    """A heading of the page and the headings below it."""

    id: str
    title: str
    level: int
    hidden: bool
    """Whether it leads to what only a script shows."""
    children: list[Entry]


def contents(html: str, deepest: int = 3) -> list[Entry]:
    """The headings of a body from level 2 to `deepest` that have an id, nested by level."""
    top: list[Entry] = []
    selector = ", ".join(f"h{level}[id]" for level in range(2, deepest + 1))
    for node in LexborHTMLParser(html).css(selector):
        entry: Entry = {
            "id": str(node.attributes["id"]),
            "title": " ".join(node.text().split()),
            "level": int(str(node.tag)[1]),
            "hidden": _hidden(node),
            "children": [],
        }
        siblings = top
        while siblings and siblings[-1]["level"] < entry["level"]:
            siblings = siblings[-1]["children"]
        siblings.append(entry)
    return top


def _hidden(node: LexborNode | None) -> bool:
    while node is not None:
        if "hidden" in node.attributes:
            return True
        node = node.parent
    return False
