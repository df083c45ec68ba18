"""The whole map in both layouts, from the graph and the words of one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.map.drawing import Drawing, Words, lines_of
from kb.map.graph import Graph
from kb.map.narrow import narrow
from kb.map.wide import wide


@dataclass(frozen=True)
class Maps:
    """The map for wide screens, for phones and paper, and the order in which to read it."""

    wide: Drawing
    narrow: Drawing
    order: tuple[int, ...]
    """Numbers of the boxes as the narrow map has them, bars last."""


def place(graph: Graph, words: Sequence[Words]) -> Maps:
    """Both layouts; `words` are those of the graph's boxes, in its order."""
    across = [n for n, box in enumerate(graph.boxes) if box.across]
    lines = lines_of([box.path for box in graph.boxes], graph.edges)
    broad = wide(words, across, lines)
    first = sorted(broad.boxes, key=lambda box: (box.x, box.y))
    slim = narrow(words, across, lines, [box.number for box in first])
    inner = sorted((box for box in slim.boxes if not box.upright), key=lambda box: box.y)
    return Maps(broad, slim, (*(box.number for box in inner), *across))
