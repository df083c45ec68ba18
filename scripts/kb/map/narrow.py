"""The map for a phone: one column of boxes, lines in lanes at its right side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kb.map.drawing import (
    PORT,
    TOP,
    Drawing,
    Line,
    Placed,
    Route,
    Words,
    bars,
    box_width,
    room_for,
    set_text,
)
from kb.map.spacing import ports

BOX_GAP = 12.0
LANE = 9.0
FIRST_LANE = 20.0
"""Room for the arrowheads between the boxes and the first lane."""
LEAST, MOST = 200.0, 224.0
UPWARDS = 4
"""What a line that leads upwards costs, in boxes that a longer line would pass."""


def narrow(
    words: Sequence[Words], across: Sequence[int], lines: Sequence[Line], first: Sequence[int]
) -> Drawing:
    """Places every box and line; `first` is the order of the boxes to begin from."""
    related = {end for line in lines for end in (line.source, line.target)}
    inner = [n for n in first if n not in set(across)]
    order = _shorten([n for n in inner if n in related], lines)
    order += [n for n in inner if n not in related]
    place = {number: n for n, number in enumerate(order)}
    drawn = [line for line in lines if line.source in place and line.target in place]
    width = box_width([words[n] for n in order], LEAST, MOST)
    boxes = _boxes(order, words, drawn, width)
    foot = max((box.y + box.height for box in boxes.values()), default=TOP)
    sides = bars(across, words, foot - TOP)
    left = room_for(sides)
    boxes = {n: _moved(box, left) for n, box in boxes.items()}
    ends = _ends(drawn, place, boxes)
    lanes = _lanes(drawn, ends)
    right = left + width
    routes = []
    for number, line in enumerate(drawn):
        start, finish = ends[number]
        x = right + FIRST_LANE + LANE * lanes[number]
        corners = [(right, start), (x, start), (x, finish), (right, finish)]
        segments = tuple(pairwise(corners))
        routes.append(Route(line.source, line.target, line.style, segments, heading=-1))
    reach = FIRST_LANE + LANE * max(lanes, default=-1) + 3 if lanes else 0.0
    return Drawing(
        right + reach,
        foot,
        tuple(sorted([*sides, *boxes.values()], key=lambda box: box.number)),
        tuple(routes),
    )


def _shorten(order: list[int], lines: Sequence[Line]) -> list[int]:
    """Move boxes, one at a time, for as long as that makes the lines shorter."""
    best, least = order, _length(order, lines)
    better = True
    while better:
        better = False
        for number in list(best):
            rest = [n for n in best if n != number]
            for at in range(len(best)):
                tried = [*rest[:at], number, *rest[at:]]
                length = _length(tried, lines)
                if length < least:
                    best, least, better = tried, length, True
    return best


def _length(order: Sequence[int], lines: Sequence[Line]) -> int:
    place = {number: n for n, number in enumerate(order)}
    return sum(
        abs(place[line.target] - place[line.source])
        + (UPWARDS if place[line.target] < place[line.source] else 0)
        for line in lines
        if line.source in place and line.target in place
    )


def _boxes(
    order: Sequence[int], words: Sequence[Words], lines: Sequence[Line], width: float
) -> dict[int, Placed]:
    boxes: dict[int, Placed] = {}
    y = TOP
    for number in order:
        name, notes, height = set_text(words[number], width)
        ends = sum((line.source == number) + (line.target == number) for line in lines)
        height = max(height, (ends + 1) * PORT)
        boxes[number] = Placed(number, 0, y, width, height, name, notes)
        y += height + BOX_GAP
    return boxes


def _moved(box: Placed, left: float) -> Placed:
    return Placed(box.number, left, box.y, box.width, box.height, box.lines, box.notes)


def _ends(
    lines: Sequence[Line], place: dict[int, int], boxes: dict[int, Placed]
) -> dict[int, tuple[float, float]]:
    """The heights at which each line leaves and arrives, so that nested lines do not cross.

    Upwards the nearest line ends on top, downwards the farthest: the outer lane then holds the
    inner one. The lines of one pair nest likewise, by their numbers.
    """
    touching: dict[int, list[tuple[tuple[bool, int, int], int, bool]]] = {n: [] for n in place}
    for number, line in enumerate(lines):
        for own, far, leaving in (
            (line.source, line.target, True),
            (line.target, line.source, False),
        ):
            ahead = place[far] - place[own]
            key = (ahead > 0, -ahead, number if ahead < 0 else -number)
            touching[own].append((key, number, leaving))
    found: dict[tuple[int, bool], float] = {}
    for box, keys in touching.items():
        heights = ports(len(keys), boxes[box].y, boxes[box].height)
        for (_, number, leaving), y in zip(sorted(keys), heights, strict=True):
            found[number, leaving] = y
    return {number: (found[number, True], found[number, False]) for number in range(len(lines))}


def _lanes(lines: Sequence[Line], ends: dict[int, tuple[float, float]]) -> list[int]:
    """A lane for each line, short lines nearest; no two lines share a stretch of a lane."""
    lanes = [0] * len(lines)
    taken: list[list[tuple[float, float]]] = []
    by_length = sorted(ends, key=lambda n: (abs(ends[n][1] - ends[n][0]), n))
    for number in by_length:
        low, high = sorted(ends[number])
        lane = next(
            (n for n, spans in enumerate(taken)
             if all(high < a - 2 or low > b + 2 for a, b in spans)),
            len(taken),
        )  # fmt: skip
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        lanes[number] = lane
    return lanes
