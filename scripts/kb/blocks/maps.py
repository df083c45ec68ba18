"""The service map of one page: drawings and list in the page's language, for its template."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from kb.blocks.view import PageView
from kb.map.drawing import Words
from kb.map.graph import Graph, map_box, read_graph
from kb.map.place import place
from kb.map.svg import svg
from kb.model.data import Group
from kb.model.knowledge import Document
from kb.relate.edges import EdgeKind

MOST_DRAWN = 80
"""Past so many boxes no eye follows the lines, and placing them takes minutes: only the list."""

# Two pages of each language show the same map.
_placed = lru_cache(maxsize=4)(place)


@dataclass
class Entry:
    """A box as the list tells of it."""

    number: int
    document: Document
    name: str
    note: str
    across: bool
    needs: list[Group]
    marks: str
    """The numbers of its needs, as the script compares them."""
    leads: dict[EdgeKind, list[Document]] = field(default_factory=dict)
    """Where the box leads, by kind of relation."""
    arranged_by: list[Document] = field(default_factory=list)
    under: list[Document] = field(default_factory=list)
    """Services whose decision or condition opens this one."""


@dataclass(frozen=True)
class View:
    """Everything that the template shows."""

    wide: Markup
    """Empty, as `narrow` is, where there are too many boxes to draw."""
    narrow: Markup
    entries: list[Entry]
    """In the order in which the narrow map has them."""
    needs: list[Group]


def view(page: PageView) -> View:
    """The map as `page` shows it: its links lead from there, its words are in its language."""
    graph = read_graph(page.knowledge, page.site.relations)
    words: list[Words] = []
    documents: list[Document] = []
    for box in graph.boxes:
        document = page.page(box.path)
        assert document is not None, f"kb check lets no page without its pair through: {box.path}"
        own = map_box(document)
        words.append(Words((own and own.name) or document.title, (own and own.note) or ""))
        documents.append(document)
    used = {need for box in graph.boxes for need in box.needs}
    needs = [group for ident, group in page.knowledge.groups.items() if ident in used]
    marks = [_marks(box.needs, needs) for box in graph.boxes]
    hrefs = [page.href(box.path) for box in graph.boxes]
    maps = _placed(graph, tuple(words)) if len(graph.boxes) <= MOST_DRAWN else None
    region = page.knowledge.county.region.get(page.lang)
    entries = [
        Entry(
            number, documents[number], words[number].name, words[number].note,
            graph.boxes[number].across,
            [need for need in needs if need.id in graph.boxes[number].needs], marks[number],
        )
        for number in (maps.order if maps else range(len(graph.boxes)))
    ]  # fmt: skip
    _relate(entries, graph)
    return View(
        # Our own drawing, escaped where it was made.
        Markup(svg(maps.wide, hrefs, "kb-map__wide", region) if maps else ""),  # noqa: S704
        Markup(svg(maps.narrow, hrefs, "kb-map__narrow", region) if maps else ""),  # noqa: S704
        entries,
        needs,
    )


def _marks(own: tuple[str, ...], needs: list[Group]) -> str:
    return " ".join(str(n) for n, need in enumerate(needs) if need.id in own)


def _relate(entries: list[Entry], graph: Graph) -> None:
    by_path = {entry.document.path: entry for entry in entries}
    for edge in graph.edges:
        source, target = by_path[edge.source], by_path[edge.target]
        source.leads.setdefault(edge.kind, []).append(target.document)
        if edge.kind == "arranges":
            target.arranged_by.append(source.document)
        elif edge.kind == "criterion":
            target.under.append(source.document)
