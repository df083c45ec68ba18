"""What a placed map consists of, and the measures that both layouts share; no I/O."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.map.graph import STYLES, Style
from kb.map.text import text_width, wrap
from kb.relate.edges import Edge

Point = tuple[float, float]
Segment = tuple[Point, ...]
"""A straight line (2 points) or a cubic Bézier curve (4 points)."""

FONT, LINE = 14.0, 17.0
NOTE_FONT, NOTE_LINE = 12.0, 15.0
PAD_X, PAD_Y = 10.0, 9.0
BAR = 30.0
"""Width of a bar that runs across the map."""
BAR_GAP = 10.0
TOP = 26.0
"""Room for the region's name above the boxes."""
PORT = 9.0
"""The least distance between two lines that end at one side of a box."""


@dataclass(frozen=True)
class Words:
    """What stands in a box."""

    name: str
    note: str = ""


@dataclass(frozen=True)
class Placed:
    """A box with its place; all measures are in the drawing's own units (1 = 1 px full size)."""

    number: int
    """The box's number in the graph."""
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    upright: bool = False
    """A bar whose text runs from its foot to its top."""


@dataclass(frozen=True)
class Route:
    """A relation's line. It begins at its source's edge and ends at its target's."""

    source: int
    target: int
    style: Style
    segments: tuple[Segment, ...]
    heading: int = 1
    """The way of the line's last bit: 1 rightwards, -1 leftwards."""
    setting_out: int = 1
    """The way of the line's first bit."""


@dataclass(frozen=True)
class Drawing:
    """A whole map, placed."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class Line:
    """A relation to be drawn, by the numbers of its boxes; one for each way of drawing."""

    source: int
    target: int
    style: Style


def lines_of(paths: Sequence[str], edges: Sequence[Edge]) -> list[Line]:
    """The lines to draw: relations of one style between the same boxes share a line."""
    number = {path: n for n, path in enumerate(paths)}
    found = {
        Line(number[e.source], number[e.target], STYLES[e.kind]): None
        for e in edges
        if e.source in number and e.target in number
    }
    return list(found)


def box_width(words: Sequence[Words], least: float, most: float) -> float:
    """A width in which the longest word of any name fits, within bounds."""
    longest = max(
        (text_width(part, FONT) for word in words for part in word.name.split()), default=0.0
    )
    return min(max(longest + 2 * PAD_X, least), most)


def set_text(words: Words, width: float) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """Lines of the name, lines of the note, and the height that a box needs for both."""
    room = width - 2 * PAD_X
    lines = wrap(words.name, FONT, room)
    notes = wrap(words.note, NOTE_FONT, room)
    return lines, notes, 2 * PAD_Y + LINE * len(lines) + NOTE_LINE * len(notes)


def bars(numbers: Sequence[int], words: Sequence[Words], height: float) -> list[Placed]:
    """Bars side by side along the map's left edge, each as wide as its lines need."""
    placed: list[Placed] = []
    x = 0.0
    for number in numbers:
        lines = wrap(words[number].name, FONT, height - 2 * PAD_X)
        width = BAR + LINE * (len(lines) - 1)
        placed.append(Placed(number, x, TOP, width, height, lines, upright=True))
        x += width + BAR_GAP
    return placed


def room_for(placed: Sequence[Placed]) -> float:
    """Where the boxes may begin, to the right of the bars."""
    return max((box.x + box.width + BAR_GAP for box in placed), default=0.0)
