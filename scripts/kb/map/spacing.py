"""Spreads things along a line: near where each wants to be, in order and apart."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], apart: Sequence[float]) -> list[float]:
    """Places closest to `wanted` (least squares) that keep their order and distances.

    `apart[n]` is the least distance between the places n and n + 1. Pools what would collide and
    gives each pool the mean of its wishes (isotonic regression).
    """
    offsets = [0.0]
    for gap in apart:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wanted, offsets, strict=True):
        mean, size = wish - offset, 1
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean = (mean * size + other * count) / (size + count)
            size += count
        pools.append((mean, size))
    means = [mean for mean, size in pools for _ in range(size)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def ports(count: int, start: float, length: float) -> list[float]:
    """`count` places spread evenly over a stretch, none at its ends."""
    return [start + length * (n + 1) / (count + 1) for n in range(count)]
