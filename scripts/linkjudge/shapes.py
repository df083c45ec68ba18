"""What two pages have in common, told by a few numbers instead of their texts."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST = 5
"""Runs of a text that says enough to be compared at all."""
_SAME = 0.8
"""Share of common runs from which two texts are one, but for an address or a date in them."""


@dataclass(frozen=True)
class Shape:
    """A page's title and headings, as sums, and its text, as the sums of some of its runs."""

    head: int
    runs: frozenset[int]


def alike(one: Shape | None, other: Shape | None) -> bool:
    """Whether two pages say the same under the same headings."""
    if one is None or other is None or one.head != other.head:
        return False
    if min(len(one.runs), len(other.runs)) < _LEAST:
        return False
    return len(one.runs & other.runs) >= _SAME * len(one.runs | other.runs)
