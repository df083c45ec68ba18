"""The service map: its boxes and relations are the source's, and its placing holds by rule."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.map.drawing import (
    FONT,
    NOTE_FONT,
    PAD_X,
    Drawing,
    Line,
    Placed,
    Point,
    Route,
    Words,
    lines_of,
)
from kb.map.graph import Box, Graph
from kb.map.layers import arrange
from kb.map.place import Maps, place
from kb.map.spacing import spread
from kb.map.svg import svg
from kb.map.text import text_width, wrap
from kb.map.wide import MOST_COLUMNS
from kb.relate.edges import Edge, EdgeKind
from sample_site import HERE

# A map that nobody has drawn: names as long as those of services, relations of every kind.
NAMES = [
    "Neuvonta", "Asiakasneuvonta ja palveluohjaus", "Aikuisten sosiaalityö", "Kuntoutuspalvelut",
    "Tuettu asuminen", "Portaat", "Verkostoyhteistyö", "Väliaikaiset vuokra-asunnot", "Klinikka",
    "Tilipalvelu", "Sosiaalinen kuntoutus", "Kuntoutusohjaus", "Kokemusasiantuntijuus",
    "Talousneuvola", "Hanke talouden tueksi", "Työkaluja ammattilaisille", "Eläkelaitos",
]  # fmt: skip
LINES: list[tuple[EdgeKind, int, int]] = [
    ("refers", 2, 0), ("refers", 8, 0), ("refers", 2, 5), ("refers", 3, 5), ("refers", 8, 5),
    ("refers", 11, 3), ("arranges", 3, 4), ("prepares", 2, 9), ("criterion", 7, 9),
    ("decides", 2, 5), ("participates", 2, 13), ("participates", 16, 13), ("partners", 16, 9),
    ("partners", 8, 5), ("partners", 3, 5), ("partners", 0, 6), ("partners", 16, 6),
]  # fmt: skip
ACROSS = 12


def invented(note: str = "a note that is a good deal longer") -> tuple[Graph, list[Words]]:
    boxes = tuple(Box(f"palvelut/{n}.md", n == ACROSS) for n in range(len(NAMES)))
    edges = tuple(Edge(boxes[a].path, boxes[b].path, kind) for kind, a, b in LINES)
    return Graph(boxes, edges), [Words(name, note) for name in NAMES]


def grown(seed: int, added: int = 5) -> tuple[Graph, list[Words]]:
    """The map with services that nobody has thought of, circles among their relations."""
    graph, words = invented()
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
    names = ["Uusi palvelu", "Kriisiasunnot ja kiireellinen tilapäismajoitus", "X",
             "Päihdekuntoutujienasumisvalmennusyksikkötoiminta", "Nuorten Ohjaamo"]  # fmt: skip
    boxes = list(graph.boxes) + [Box(f"palvelut/uusi-{n}.md", n == 4) for n in range(added)]
    kinds: list[EdgeKind] = ["refers", "decides", "partners"]
    edges = list(graph.edges)
    for box in boxes[-added:]:
        for other in chance.sample(boxes, 3):
            ends = [box.path, other.path]
            chance.shuffle(ends)
            if ends[0] != ends[1]:
                edges.append(Edge(ends[0], ends[1], chance.choice(kinds)))
    return Graph(tuple(boxes), tuple(edges)), words + [Words(names[n]) for n in range(added)]


MAPS = [pytest.param(invented, id="invented"), pytest.param(lambda: invented(""), id="bare")]
MAPS += [pytest.param(lambda seed=seed: grown(seed), id=f"grown-{seed}") for seed in range(25)]


@pytest.fixture(params=MAPS)
def placed(request: pytest.FixtureRequest) -> tuple[Graph, list[Words], Maps]:
    graph, words = request.param()
    return graph, words, place(graph, words)


def both(maps: Maps) -> tuple[Drawing, Drawing]:
    return maps.wide, maps.narrow


def points(route: Route) -> Iterator[Point]:
    """Points close together along a line."""
    for segment in route.segments:
        for step in range(101):
            t = step / 100
            if len(segment) == 2:
                (ax, ay), (bx, by) = segment
                yield ax + (bx - ax) * t, ay + (by - ay) * t
            else:
                weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3]
                yield (
                    sum(w * p[0] for w, p in zip(weights, segment, strict=True)),
                    sum(w * p[1] for w, p in zip(weights, segment, strict=True)),
                )


def inside(point: Point, box: Placed, margin: float = 0.0) -> bool:
    x, y = point
    return (
        box.x - margin < x < box.x + box.width + margin
        and box.y - margin < y < box.y + box.height + margin
    )


def test_boxes_do_not_overlap(placed: tuple[Graph, list[Words], Maps]) -> None:
    graph, _, maps = placed
    for drawing in both(maps):
        assert sorted(box.number for box in drawing.boxes) == list(range(len(graph.boxes)))
        for one, two in itertools.combinations(drawing.boxes, 2):
            apart = (
                one.x + one.width + 8 <= two.x
                or two.x + two.width + 8 <= one.x
                or one.y + one.height + 8 <= two.y
                or two.y + two.height + 8 <= one.y
            )
            assert apart, (one, two)
        for box in drawing.boxes:
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.width <= drawing.width
            assert box.y + box.height <= drawing.height + 0.5


def test_names_fit_their_boxes(placed: tuple[Graph, list[Words], Maps]) -> None:
    _, words, maps = placed
    for drawing in both(maps):
        for box in drawing.boxes:
            joined = "".join(box.lines).replace(" ", "").replace("-", "")
            assert joined == words[box.number].name.replace(" ", "").replace("-", "")
            room = box.height if box.upright else box.width
            assert all(text_width(line, FONT) <= room - 2 * PAD_X for line in box.lines)
            assert all(text_width(line, NOTE_FONT) <= room - 2 * PAD_X for line in box.notes)
            across = box.width if box.upright else box.height
            assert across >= 17 * len(box.lines) + 15 * len(box.notes) + 8


def test_lines_join_their_boxes_and_pass_the_others(
    placed: tuple[Graph, list[Words], Maps],
) -> None:
    graph, _, maps = placed
    bars = {n for n, box in enumerate(graph.boxes) if box.across}
    expected = {
        (line.source, line.target, line.style)
        for line in lines_of([box.path for box in graph.boxes], graph.edges)
        if not {line.source, line.target} & bars
    }
    for drawing in both(maps):
        boxes = {box.number: box for box in drawing.boxes}
        drawn = [(route.source, route.target, route.style) for route in drawing.routes]
        assert set(drawn) == expected
        assert len(drawn) == len(expected)
        for route in drawing.routes:
            start, end = route.segments[0][0], route.segments[-1][-1]
            for point, number in ((start, route.source), (end, route.target)):
                box = boxes[number]
                assert point[0] in {box.x, box.x + box.width}
                assert box.y < point[1] < box.y + box.height
            for before, after in itertools.pairwise(route.segments):
                assert before[-1] == after[0]
            for point in points(route):
                hit = [box for box in drawing.boxes if inside(point, box, -0.5)]
                assert not hit, (route, hit)
                assert 0 <= point[0] <= drawing.width
                assert 0 <= point[1] <= drawing.height + 0.5


def test_lines_end_apart(placed: tuple[Graph, list[Words], Maps]) -> None:
    for drawing in both(placed[2]):
        ends: dict[float, list[float]] = {}
        for route in drawing.routes:
            for x, y in (route.segments[0][0], route.segments[-1][-1]):
                ends.setdefault(x, []).append(y)
        for heights in ends.values():
            assert all(b - a >= 5 for a, b in itertools.pairwise(sorted(heights)))


def test_lanes_of_the_narrow_map_are_not_shared(placed: tuple[Graph, list[Words], Maps]) -> None:
    lanes: dict[float, list[tuple[float, float]]] = {}
    for route in placed[2].narrow.routes:
        (x, top), (_, foot) = route.segments[1]
        lanes.setdefault(x, []).append((min(top, foot), max(top, foot)))
    for spans in lanes.values():
        assert all(a[1] < b[0] for a, b in itertools.pairwise(sorted(spans)))


def test_the_wide_map_stays_as_wide_with_more_services() -> None:
    for seed in range(10):
        more, names = grown(seed)
        # Another bar and the longest of the new words may widen it; more columns may not.
        boxes = place(more, names).wide.boxes
        assert len({box.x for box in boxes if not box.upright}) <= MOST_COLUMNS


def test_reading_order_has_every_box_once_and_bars_last() -> None:
    graph, words = grown(3)
    order = place(graph, words).order
    assert sorted(order) == list(range(len(graph.boxes)))
    bars = [graph.boxes[n].across for n in order]
    assert bars == sorted(bars)


def test_an_empty_map_and_a_map_without_relations() -> None:
    assert place(Graph((), ()), []).wide.boxes == ()
    lone = place(Graph((Box("a.md"), Box("b.md")), ()), [Words("A"), Words("B")])
    assert len(lone.wide.boxes) == len(lone.narrow.boxes) == 2
    assert lone.narrow.routes == ()


def test_a_circle_and_a_long_chain() -> None:
    circle = arrange(3, [(0, 1), (1, 2), (2, 0)], 4)
    assert len(circle.columns) == 3
    chain = arrange(8, [(n, n + 1) for n in range(7)], 4)
    assert len(chain.columns) == 4
    names = [Words(str(n)) for n in range(8)]
    boxes = tuple(Box(f"{n}.md") for n in range(8))
    edges = tuple(Edge(f"{n}.md", f"{n + 1}.md", "refers") for n in range(7))
    routes = place(Graph(boxes, edges), names).wide.routes
    assert {(route.source, route.target) for route in routes} == {(n, n + 1) for n in range(7)}


def test_relations_of_one_style_share_a_line() -> None:
    edges = [Edge("a", "b", "refers"), Edge("a", "b", "arranges"), Edge("a", "b", "decides")]
    assert lines_of(["a", "b"], edges) == [Line(0, 1, "lead"), Line(0, 1, "rule")]


def test_spread_keeps_order_and_distance() -> None:
    assert spread([0, 0, 0], [10, 10]) == [-10, 0, 10]
    assert spread([5, 100], [10]) == [5, 100]
    assert spread([100, 0], [10]) == [45, 55]


def test_wrap_hyphenates_what_fits_no_line() -> None:
    assert wrap("Sosiaalinen kuntoutus", 14, 500) == ("Sosiaalinen kuntoutus",)
    lines = wrap("Mielenterveyskuntoutujienasumispalvelut", 14, 120)
    assert len(lines) > 2
    assert all(text_width(line, 14) <= 120 for line in lines)
    assert "".join(line.rstrip("-") for line in lines) == "Mielenterveyskuntoutujienasumispalvelut"


def test_markup_is_escaped_and_well_formed() -> None:
    graph = Graph((Box("a.md"), Box("b.md", across=True)), ())
    maps = place(graph, [Words("A <b> & C", "x < y"), Words("D & E")])
    root = ET.fromstring(svg(maps.wide, ["a.md?x=1&y=2", "b.md"], "m", "R & S"))  # noqa: S314
    assert "A <b> & C x < y" in " ".join("".join(root.itertext()).split())
    assert [a.get("href") for a in root.iter("a")] == ["a.md?x=1&y=2", "b.md"]


def test_the_map_is_the_same_in_every_run() -> None:
    code = "from test_map import grown; from kb.map.place import place; print(place(*grown(3)))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{HERE}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
