"""The boxes of the map and the relations between them, read from the Finnish pages' data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.model.knowledge import Document, Knowledge
from kb.model.pages import SectionIndex, Service, Situation, Toolkit
from kb.model.parts import MapBox
from kb.relate.edges import Edge, EdgeKind
from kb.relate.relations import Relations

Style = Literal["lead", "rule", "work"]

STYLES: dict[EdgeKind, Style] = {
    "refers": "lead",
    "arranges": "lead",
    "prepares": "rule",
    "decides": "rule",
    "criterion": "rule",
    "participates": "work",
    "partners": "work",
}
"""How a relation is drawn: the way of a client, a decision or its condition, cooperation."""


@dataclass(frozen=True)
class Box:
    """One box of the map; its words are looked up in each language by `path`."""

    path: str
    across: bool = False
    needs: tuple[str, ...] = ()
    """Groups of situations whose steps lead to the box."""


@dataclass(frozen=True)
class Graph:
    """Boxes in the navigation's order, and the relations between them."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def map_box(document: Document) -> MapBox | None:
    """The page's box on the map; None where the source's map has none for it."""
    meta = document.meta
    return meta.map_box if isinstance(meta, Service | Toolkit | SectionIndex) else None


def read_graph(knowledge: Knowledge, relations: Relations) -> Graph:
    """Everything that the map shows: the pages that have a box, and what joins two of them."""
    needs = _needs(relations, knowledge)
    boxes = tuple(
        Box(document.path, box.across, tuple(needs.get(document.path, ())))
        for document in knowledge.of(knowledge.languages.source)
        if (box := map_box(document)) is not None
    )
    known = {box.path for box in boxes}
    drawn = {
        (edge.source, edge.target, edge.kind): edge
        for edge in relations.edges
        if edge.kind in STYLES and {edge.source, edge.target} <= known
    }
    return Graph(boxes, tuple(drawn.values()))


def _needs(relations: Relations, knowledge: Knowledge) -> dict[str, list[str]]:
    """The groups of situations that lead to each page, in the register's order."""
    found: dict[str, set[str]] = {}
    for edge in relations.edges:
        situation = knowledge.get(knowledge.languages.source, edge.source)
        if edge.kind in {"step", "tool"} and situation and isinstance(situation.meta, Situation):
            # The box of a section's index stands for every page of the section.
            for path in (edge.target, f"{edge.target.rpartition('/')[0]}/index.md"):
                found.setdefault(path, set()).add(situation.meta.group)
    order = list(knowledge.groups)
    return {path: sorted(groups, key=order.index) for path, groups in found.items()}
