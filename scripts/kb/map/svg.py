"""A placed map as the markup of an SVG element; its colours and strokes are the stylesheet's."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kb.map.drawing import (
    FONT,
    LINE,
    NOTE_FONT,
    NOTE_LINE,
    PAD_X,
    Drawing,
    Placed,
    Route,
)

# What CSS calls the parts; short, because every line of the map carries one.
STYLE_CLASSES = {"lead": "l", "rule": "r", "work": "w"}


def svg(drawing: Drawing, hrefs: Sequence[str], name: str, region: str) -> str:
    """The markup, well-formed as XML.

    Args:
        drawing: What to draw.
        hrefs: Each box's page, by the box's number.
        name: The class of the element, which tells the layouts apart.
        region: The name of the region, above the boxes.
    """
    into: dict[int, list[Route]] = {}
    for route in drawing.routes:
        into.setdefault(route.target, []).append(route)
    parts = [
        f'<svg class="{name}" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height + 1)}" '
        f'data-search-exclude="">',
        f'<text class="kb-map__region" x="1" y="14">{escape(region)}</text>',
    ]
    for box in drawing.boxes:
        parts.append(f'<g data-n="{box.number}">')
        parts += [_line(route) for route in into.get(box.number, ())]
        parts.append(_box(box, hrefs[box.number]))
        parts.append("</g>")
    return "".join((*parts, "</svg>"))


def _n(value: float) -> str:
    # Whole units: a fraction of a pixel shows nowhere, and digits are most of the drawing's weight.
    return str(round(value))


def _box(box: Placed, href: str) -> str:
    rect = (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"/>'
    )
    return f'<a href="{escape(href)}">{rect}{_upright(box) if box.upright else _text(box)}</a>'


def _text(box: Placed) -> str:
    x = box.x + PAD_X
    tall = LINE * len(box.lines) + NOTE_LINE * len(box.notes)
    top = box.y + (box.height - tall) / 2
    # A baseline lies at about four fifths of a line; the space keeps words apart for a reader.
    rows = [(line, "", top + LINE * n + FONT * 0.93) for n, line in enumerate(box.lines)]
    top += LINE * len(box.lines)
    rows += [
        (note, ' class="n"', top + NOTE_LINE * n + NOTE_FONT * 0.93)
        for n, note in enumerate(box.notes)
    ]
    spans = "".join(
        f'<tspan{mark} x="{_n(x)}" y="{_n(y)}">{escape(text)} </tspan>' for text, mark, y in rows
    )
    return f"<text>{spans}</text>"


def _upright(box: Placed) -> str:
    tall = LINE * len(box.lines)
    middle = box.y + box.height / 2
    first = box.x + (box.width - tall) / 2 + FONT * 0.93
    spans = "".join(
        f'<tspan x="{_n(-middle)}" y="{_n(first + LINE * n)}">{escape(line)} </tspan>'
        for n, line in enumerate(box.lines)
    )
    return f'<text class="u" transform="rotate(-90)">{spans}</text>'


def _line(route: Route) -> str:
    x, y = route.segments[0][0]
    commands = [f"M{_n(x)} {_n(y)}"]
    if route.style == "rule":
        d = 5 * route.setting_out
        commands.append(f"l{d}-4 {d} 4{-d:+d} 4{-d:+d}-4m{2 * d} 0")
    for segment in route.segments:
        # Right angles and straight lines take one number.
        (x1, y1), (x2, y2) = segment[0], segment[-1]
        if len(segment) == 4:
            ends = " ".join(f"{_n(x)} {_n(y)}" for x, y in segment[1:])
            commands.append(f"C{ends}")
        elif y1 == y2:
            commands.append(f"H{_n(x2)}")
        else:
            commands.append(f"V{_n(y2)}" if x1 == x2 else f"L{_n(x2)} {_n(y2)}")
    if route.style != "work":
        d = 6 * route.heading
        commands.append(f"m{-d}-4l{d} 4{-d:+d} 4")
    mark = STYLE_CLASSES[route.style]
    return f'<path class="{mark}" data-f="{route.source}" d="{"".join(commands)}"/>'
