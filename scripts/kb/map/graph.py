"""The boxes of the map and the relations between them, read from the Finnish pages' data."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.load.outline import read_inline
from kb.model.base import SOURCE_LANG
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import SectionIndex, Service, Situation, Toolkit
from kb.model.parts import MapBox, Ref
from kb.model.paths import ref_path, service_path, toolkit_path

Kind = Literal["refers", "arranges", "prepares", "decides", "criterion", "participates", "partners"]
Style = Literal["lead", "rule", "work"]

STYLES: dict[Kind, Style] = {
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
class Edge:
    """A relation from one box to another, both by path."""

    source: str
    target: str
    kind: Kind

    @property
    def style(self) -> Style:
        """How it is drawn."""
        return STYLES[self.kind]


@dataclass(frozen=True)
class Graph:
    """Boxes in the navigation's order, and the relations between them."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def map_box(document: Document) -> MapBox | None:
    """The page's box on the map, or None where it has none."""
    meta = document.meta
    if isinstance(meta, Service):
        return (meta.map_box or MapBox()) if meta.on_map else None
    if isinstance(meta, Toolkit | SectionIndex):
        return meta.map_box
    return None


def read_graph(knowledge: Knowledge) -> Graph:
    """Everything that the map shows."""
    needs = _needs(knowledge)
    sources = [d for (lang, _), d in knowledge.documents.items() if lang == SOURCE_LANG]
    boxes = tuple(
        Box(document.path, box.across, tuple(needs.get(document.path, ())))
        for document in sources
        if (box := map_box(document)) is not None
    )
    known = {box.path for box in boxes}
    edges = {
        edge: None
        for document in sources
        for edge in _edges(document, knowledge)
        if edge.source != edge.target and {edge.source, edge.target} <= known
    }
    return Graph(boxes, tuple(edges))


def _edges(document: Document, knowledge: Knowledge) -> Iterator[Edge]:
    meta, here = document.meta, document.path
    if not isinstance(meta, Service):
        return
    named: tuple[tuple[Kind, tuple[Ref, ...]], ...] = (
        ("refers", meta.referrals),
        ("prepares", meta.prepared_by),
        ("decides", tuple(by for decision in meta.decisions for by in decision.by)),
        ("participates", meta.participants),
        ("partners", meta.partners),
    )
    for kind, refs in named:
        for ref in refs:
            path = ref_path(ref, knowledge)
            if path is not None:
                yield Edge(path, here, kind)
    for decision in meta.decisions:
        if decision.under:
            yield Edge(service_path(decision.under), here, "decides")
    for slug in meta.arranges:
        yield Edge(here, service_path(slug), "arranges")
    # An opening criterion that names a service links to it: to be its client opens this one.
    for criterion in meta.criteria.opening if meta.criteria else ():
        for link in read_inline(criterion.text, 1).links:
            target = link.target.partition("#")[0]
            if target.endswith(".md") and ":" not in target:
                path = posixpath.normpath(posixpath.join(document.section, target))
                yield Edge(path, here, "criterion")


def _needs(knowledge: Knowledge) -> dict[str, list[str]]:
    """The groups of situations that lead to each page, in the register's order."""
    found: dict[str, set[str]] = {}
    for (lang, _), document in knowledge.documents.items():
        meta = document.meta
        if lang != SOURCE_LANG or not isinstance(meta, Situation):
            continue
        paths = {ref_path(step, knowledge) for step in meta.steps}
        paths |= {toolkit_path(slug) for slug in meta.toolkits}
        if meta.toolkits:
            # A section's single box stands for every page of the section.
            paths.add("tyokalut/index.md")
        for path in paths:
            if path is not None:
                found.setdefault(path, set()).add(meta.group)
    order = list(knowledge.groups)
    return {path: sorted(groups, key=order.index) for path, groups in found.items()}
