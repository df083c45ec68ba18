"""Puts the nodes of a graph into columns and orders each so that few lines cross.

The method is Sugiyama's: break circles, take the longest path, lead long lines through waypoints
in the columns between, and sort each column by where its neighbours stand. Nothing is random.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Arc = tuple[int, int]

SWEEPS = 24


@dataclass(frozen=True)
class Slot:
    """A place in a column: a node, or a waypoint of the arc with that number."""

    node: int | None = None
    arc: int | None = None
    column: int | None = None
    """A waypoint's column; an arc has one waypoint in each column that it passes."""


@dataclass
class Columns:
    """Every column's slots from top to bottom, and the chain of slots that each arc follows.

    A chain runs from left to right, so against the arc where the arc runs backwards. An arc
    between two nodes of one column has no waypoints.
    """

    columns: list[list[Slot]]
    chains: list[tuple[Slot, ...]]
    place: dict[Slot, int] = field(default_factory=dict)
    """The column of each slot."""


def arrange(count: int, arcs: Sequence[Arc], most: int) -> Columns:
    """Columns for the nodes 0 to `count` - 1, at most `most` of them."""
    layers = _layers(count, arcs, most)
    result = Columns([[] for _ in range(max(layers.values(), default=-1) + 1)], [])
    for node in range(count):
        if node in layers:
            _put(result, Slot(node=node), layers[node])
    for number, (source, target) in enumerate(arcs):
        left, right = sorted((source, target), key=layers.__getitem__)
        chain = [Slot(node=left)]
        for layer in range(layers[left] + 1, layers[right]):
            waypoint = Slot(arc=number, column=layer)
            _put(result, waypoint, layer)
            chain.append(waypoint)
        result.chains.append((*chain, Slot(node=right)))
    _untangle(result)
    # A node without relations disturbs no line at the foot of the shortest column.
    for node in range(count):
        if node not in layers:
            if not result.columns:
                result.columns.append([])
            shortest = min(range(len(result.columns)), key=lambda n: _nodes(result.columns[n]))
            _put(result, Slot(node=node), shortest)
    return result


def _nodes(column: Iterable[Slot]) -> int:
    return sum(slot.node is not None for slot in column)


def _put(result: Columns, slot: Slot, layer: int) -> None:
    result.columns[layer].append(slot)
    result.place[slot] = layer


def _layers(count: int, arcs: Sequence[Arc], most: int) -> dict[int, int]:
    """The column of each node that has an arc: its longest way from a beginning."""
    forward = _without_circles(count, arcs)
    before: dict[int, list[int]] = {}
    for source, target in forward:
        before.setdefault(target, []).append(source)
    layers: dict[int, int] = {}

    def layer(node: int) -> int:
        if node not in layers:
            layers[node] = max((layer(other) + 1 for other in before.get(node, ())), default=0)
        return layers[node]

    for node in sorted({end for arc in arcs for end in arc}):
        layer(node)
    return {node: min(number, most - 1) for node, number in layers.items()}


def _without_circles(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The arcs without those that close a circle on a walk in the nodes' order."""
    after: dict[int, list[int]] = {}
    for source, target in dict.fromkeys(arcs):
        after.setdefault(source, []).append(target)
    done: set[int] = set()
    open_: set[int] = set()
    kept: list[Arc] = []

    def walk(node: int) -> None:
        open_.add(node)
        for target in after.get(node, ()):
            if target in open_:
                continue
            kept.append((node, target))
            if target not in done:
                walk(target)
        open_.discard(node)
        done.add(node)

    for node in range(count):
        if node not in done:
            walk(node)
    return kept


def _untangle(result: Columns) -> None:
    """Sort the columns, there and back again, and keep the order with the fewest crossings."""
    pairs = _pairs(result)
    best = [list(column) for column in result.columns]
    fewest = _crossings(result.columns, pairs)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        order = range(1, len(result.columns)) if forward else range(len(result.columns) - 2, -1, -1)
        for number in order:
            _sort(result.columns, number, pairs, forward)
        now = _crossings(result.columns, pairs)
        if now < fewest:
            fewest, best = now, [list(column) for column in result.columns]
    result.columns[:] = best


def _pairs(result: Columns) -> list[list[tuple[Slot, Slot]]]:
    """The stretches between each column and the next."""
    pairs: list[list[tuple[Slot, Slot]]] = [[] for _ in result.columns]
    for chain in result.chains:
        for left, right in pairwise(chain):
            if result.place[left] != result.place[right]:
                pairs[result.place[left]].append((left, right))
    return pairs


def _sort(
    columns: list[list[Slot]], number: int, pairs: list[list[tuple[Slot, Slot]]], forward: bool
) -> None:
    column = columns[number]
    other = columns[number - 1 if forward else number + 1]
    place = {slot: n for n, slot in enumerate(other)}
    beside: dict[Slot, list[int]] = {}
    for left, right in pairs[number - 1 if forward else number]:
        own, far = (right, left) if forward else (left, right)
        beside.setdefault(own, []).append(place[far])
    keys = {
        slot: sum(beside[slot]) / len(beside[slot]) if slot in beside else float(n)
        for n, slot in enumerate(column)
    }
    column.sort(key=keys.__getitem__)


def _crossings(columns: list[list[Slot]], pairs: list[list[tuple[Slot, Slot]]]) -> int:
    count = 0
    for number, stretches in enumerate(pairs[:-1]):
        left = {slot: n for n, slot in enumerate(columns[number])}
        right = {slot: n for n, slot in enumerate(columns[number + 1])}
        ends = [(left[a], right[b]) for a, b in stretches]
        count += sum(
            (a[0] - b[0]) * (a[1] - b[1]) < 0 for n, a in enumerate(ends) for b in ends[n + 1 :]
        )
    return count
