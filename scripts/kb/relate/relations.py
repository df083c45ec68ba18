"""The relations of one page: what other pages say of it, each of them told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.model.knowledge import Knowledge
from kb.relate.edges import STRENGTH, Edge, EdgeKind, edges

_ROWS: tuple[tuple[str, bool, tuple[EdgeKind, ...]], ...] = (
    ("leads-to", True, ("refers", "prepares", "arranges")),
    ("arranged-by", False, ("arranges",)),
    ("decides", True, ("decides",)),
    ("decided-in", False, ("decides",)),
    ("criterion", True, ("criterion",)),
    ("takes-part", True, ("participates",)),
    ("partner-of", True, ("partners",)),
    ("keeps", True, ("keeps",)),
    ("toolkits", False, ("suits",)),
    ("situations", False, ("step", "tool")),
    ("onboarding", False, ("reads",)),
    ("asked", False, ("asks",)),
    ("mentions", False, ("mentions",)),
)
"""The rows in which a page tells its relations, in order: the row's name (its label is
`rel-<name>`), whether the page itself is the edge's source, and the kinds that the row gathers."""

ROWS = tuple(name for name, _, kinds in _ROWS if kinds != ("suits",))
"""The rows that a page may tell behind its text; the toolkits of a service are among its facts."""

_STRONGEST = {kind: number for number, kind in enumerate(STRENGTH)}


@dataclass(frozen=True)
class Relations:
    """Every edge, and the same by page."""

    edges: tuple[Edge, ...] = ()
    _at: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))

    def of(self, path: str) -> list[Edge]:
        """The edges that touch a page."""
        return self._at.get(path, [])

    def row(self, path: str, name: str) -> list[str]:
        """Every page that belongs in the row `name` of a page, told elsewhere on it or not."""
        own, kinds = next((own, kinds) for row, own, kinds in _ROWS if row == name)
        found = (edge for edge in self.of(path) if _stands(edge, path, own, kinds))
        return list(dict.fromkeys(_other(edge, path) for edge in found))

    def told(self, path: str) -> dict[str, list[str]]:
        """What a page tells of others behind its text: row name -> paths, without empty rows.

        Each other page stands there once, by the strongest of what it says of this one. What this
        page's own fields say as strongly is left out: the page has told that already.
        """
        told: dict[str, int] = {}
        best: dict[str, Edge] = {}
        for edge in self.of(path):
            other, strength = _other(edge, path), _STRONGEST[edge.kind]
            if _told_by_fields(edge, path):
                told[other] = min(strength, told.get(other, strength))
            elif edge.holder == path and edge.kind == "mentions":
                continue  # a link in this page's own text, which the other page may answer
            elif other not in best or strength < _STRONGEST[best[other].kind]:
                best[other] = edge
        shown = {
            other: edge
            for other, edge in best.items()
            if _STRONGEST[edge.kind] < told.get(other, len(STRENGTH))
        }
        rows = {
            name: [other for other, edge in shown.items() if _stands(edge, path, own, kinds)]
            for name, own, kinds in _ROWS
        }
        return {name: paths for name, paths in rows.items() if paths}


def relate(knowledge: Knowledge) -> Relations:
    """The relations of the whole content."""
    return gather(edges(knowledge))


def gather(found: Iterable[Edge]) -> Relations:
    """Relations of given edges."""
    relations = Relations(tuple(found))
    for edge in relations.edges:
        relations._at[edge.source].append(edge)
        relations._at[edge.target].append(edge)
    return relations


def _other(edge: Edge, path: str) -> str:
    return edge.target if edge.source == path else edge.source


def _told_by_fields(edge: Edge, path: str) -> bool:
    """Whether the page tells the edge as a fact of its own, before its text."""
    if edge.kind == "suits":
        return True  # on the toolkit and on the service
    if edge.holder != path or edge.kind == "mentions":
        return False
    return edge.kind != "arranges" and edge.by[-1] != "under"


def _stands(edge: Edge, path: str, own: bool, kinds: tuple[EdgeKind, ...]) -> bool:
    return edge.kind in kinds and (edge.source == path) == own
