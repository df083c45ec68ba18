"""The map for a wide screen: columns from left to right, lines through the gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.map.drawing import (
    PORT,
    TOP,
    Drawing,
    Line,
    Placed,
    Point,
    Route,
    Segment,
    Words,
    bars,
    box_width,
    room_for,
    set_text,
)
from kb.map.layers import Columns, Slot, arrange
from kb.map.spacing import ports, spread

MOST_COLUMNS = 4
GUTTER = 64.0
BOX_GAP = 16.0
"""The least distance between two boxes of a column."""
LINE_GAP = 9.0
"""The least distance between two lines, or a line and a box, in a column."""
LEAST, MOST = 180.0, 230.0
"""Bounds of a box's width."""
ROUNDS = 12


@dataclass
class _Layout:
    words: Sequence[Words]
    lines: Sequence[Line]
    inner: list[int]
    """The boxes that stand in columns."""
    columns: Columns
    width: float
    """Of every box."""
    heights: dict[Slot, float]
    middle: dict[Slot, float]
    left: float = 0.0
    """Where the first column begins."""

    def column_x(self, number: int) -> float:
        return self.left + number * (self.width + GUTTER)


def wide(words: Sequence[Words], across: Sequence[int], lines: Sequence[Line]) -> Drawing:
    """Places every box and line; `across` are the numbers of the bars."""
    inner = [n for n in range(len(words)) if n not in set(across)]
    index = {number: n for n, number in enumerate(inner)}
    drawn = [line for line in lines if line.source in index and line.target in index]
    arcs = [(index[line.source], index[line.target]) for line in drawn]
    columns = arrange(len(inner), arcs, MOST_COLUMNS)
    width = box_width([words[n] for n in inner], LEAST, MOST)
    layout = _Layout(words, drawn, inner, columns, width, {}, {})
    _measure(layout)
    _settle(layout)
    foot = max((layout.middle[s] + layout.heights[s] / 2 for s in layout.middle), default=TOP)
    sides = bars(across, words, foot - TOP)
    layout.left = room_for(sides)
    boxes = sides + [_box(layout, slot) for slot in columns.place if slot.node is not None]
    right = layout.column_x(len(columns.columns) - 1) + width
    looped = any(len({columns.place[s] for s in chain}) == 1 for chain in columns.chains)
    return Drawing(
        right + (GUTTER / 2 if looped else 0),
        foot,
        tuple(sorted(boxes, key=lambda box: box.number)),
        tuple(_routes(layout)),
    )


def _measure(layout: _Layout) -> None:
    """A box is as high as its text, and as its lines need to end apart."""
    for slot in layout.columns.place:
        if slot.node is None:
            layout.heights[slot] = 0.0
            continue
        words = layout.words[layout.inner[slot.node]]
        ends = [0, 0]
        for chain in layout.columns.chains:
            loop = layout.columns.place[chain[0]] == layout.columns.place[chain[-1]]
            ends[1] += chain[0] == slot or (loop and chain[-1] == slot)
            ends[0] += chain[-1] == slot and not loop
        layout.heights[slot] = max(
            set_text(words, layout.width)[2], (max(ends) + 1) * PORT
        )  # fmt: skip


def _settle(layout: _Layout) -> None:
    """Give each slot a height on the page near its neighbours', column by column."""
    beside: dict[Slot, list[Slot]] = {slot: [] for slot in layout.columns.place}
    for chain in layout.columns.chains:
        for one, other in pairwise(chain):
            beside[one].append(other)
            beside[other].append(one)
    gaps = [_gaps(layout, column) for column in layout.columns.columns]
    for column, apart in zip(layout.columns.columns, gaps, strict=True):
        places = spread([0.0] * len(column), apart)
        middle = (places[0] + places[-1]) / 2 if places else 0.0
        layout.middle |= {s: y - middle for s, y in zip(column, places, strict=True)}
    for turn in range(ROUNDS):
        order = list(zip(layout.columns.columns, gaps, strict=True))
        for column, apart in order if turn % 2 == 0 else reversed(order):
            wanted = [
                sum(layout.middle[b] for b in beside[s]) / len(beside[s])
                if beside[s]
                else layout.middle[s]
                for s in column
            ]
            layout.middle |= dict(zip(column, spread(wanted, apart), strict=True))
    top = min((layout.middle[s] - layout.heights[s] / 2 for s in layout.middle), default=0.0)
    layout.middle = {slot: round(y - top + TOP) for slot, y in layout.middle.items()}


def _gaps(layout: _Layout, column: Sequence[Slot]) -> list[float]:
    return [
        (layout.heights[one] + layout.heights[two]) / 2
        + (BOX_GAP if one.node is not None and two.node is not None else LINE_GAP)
        + 1  # what rounding may take
        for one, two in pairwise(column)
    ]


def _box(layout: _Layout, slot: Slot) -> Placed:
    assert slot.node is not None
    number = layout.inner[slot.node]
    lines, notes, _ = set_text(layout.words[number], layout.width)
    height = layout.heights[slot]
    x = layout.column_x(layout.columns.place[slot])
    y = layout.middle[slot] - height / 2
    return Placed(number, x, y, layout.width, height, lines, notes)


def _routes(layout: _Layout) -> list[Route]:
    ends = _ends(layout)
    routes: list[Route] = []
    for number, (line, chain) in enumerate(zip(layout.lines, layout.columns.chains, strict=True)):
        place = layout.columns.place
        start = ends[number, chain[0]]
        finish = ends[number, chain[-1]]
        backwards = chain[0].node != layout.inner.index(line.source)
        if place[chain[0]] == place[chain[-1]]:
            segments: list[Segment] = [_loop(start, finish)]
            heading, setting_out = -1, 1
        else:
            segments = _through(layout, chain, start, finish)
            heading, setting_out = (-1, -1) if backwards else (1, 1)
        if backwards:
            segments = [tuple(reversed(segment)) for segment in reversed(segments)]
        routes.append(
            Route(line.source, line.target, line.style, tuple(segments), heading, setting_out)
        )
    return routes


def _through(
    layout: _Layout, chain: tuple[Slot, ...], start: Point, finish: Point
) -> list[Segment]:
    segments: list[Segment] = []
    here = start
    for slot in chain[1:-1]:
        x, y = layout.column_x(layout.columns.place[slot]), layout.middle[slot]
        segments += [_curve(here, (x, y)), ((x, y), (x + layout.width, y))]
        here = (x + layout.width, y)
    return [*segments, _curve(here, finish)]


def _curve(start: Point, finish: Point) -> Segment:
    bend = (finish[0] - start[0]) / 2
    return (start, (start[0] + bend, start[1]), (finish[0] - bend, finish[1]), finish)


def _loop(start: Point, finish: Point) -> Segment:
    out = GUTTER / 2
    return (start, (start[0] + out, start[1]), (finish[0] + out, finish[1]), finish)


def _ends(layout: _Layout) -> dict[tuple[int, Slot], Point]:
    """Where each line touches its boxes: evenly spread, in the order of where the lines go."""
    touching: dict[tuple[Slot, int], list[tuple[float, int]]] = {}
    place, middle = layout.columns.place, layout.middle
    for number, chain in enumerate(layout.columns.chains):
        loop = place[chain[0]] == place[chain[-1]]
        touching.setdefault((chain[0], 1), []).append((middle[chain[1]], number))
        side = 1 if loop else -1
        touching.setdefault((chain[-1], side), []).append((middle[chain[-2]], number))
    ends: dict[tuple[int, Slot], Point] = {}
    for (slot, side), found in touching.items():
        height = layout.heights[slot]
        x = layout.column_x(place[slot]) + (layout.width if side == 1 else 0)
        top = middle[slot] - height / 2
        for (_, number), y in zip(sorted(found), ports(len(found), top, height), strict=True):
            ends[number, slot] = (x, y)
    return ends
