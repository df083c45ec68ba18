"""What two pages have in common, told by a few numbers instead of their texts."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from linkjudge.page import Page
from linkjudge.signs.common import headings
from linkjudge.titles import fold

_RUN = 3
"""Words that are compared together."""
_MOST = 256
"""Runs that stand for a text: the ones with the smallest sums, the same ones in the same text."""
_LEAST = 5
"""Runs of a text that says enough to be compared at all."""
_SAME = 0.8
"""Share of common runs from which two texts are one, but for an address or a date in them."""
_SHELL = 300
"""Letters of a page without a heading that is only there until its scripts have filled it."""


@dataclass(frozen=True)
class Shape:
    """A page's title and headings, as sums, and its text, as the sums of some of its runs."""

    head: int
    runs: frozenset[int]


def shape_of(page: Page) -> Shape | None:
    """The shape of a page; None for one that only its scripts will fill."""
    if page.scripts and not page.lead and len(page.main) < _SHELL:
        return None
    words = _words(page.main)
    runs = {_sum(" ".join(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1)}
    head = _sum(" ".join(_words(" ".join([page.title, *headings(page)]))))
    return Shape(head, frozenset(sorted(runs)[:_MOST]))


def alike(one: Shape | None, other: Shape | None) -> bool:
    """Whether two pages say the same under the same headings."""
    if one is None or other is None or one.head != other.head:
        return False
    if min(len(one.runs), len(other.runs)) < _LEAST:
        return False
    return len(one.runs & other.runs) >= _SAME * len(one.runs | other.runs)


def _words(text: str) -> list[str]:
    """Words without numbers: addresses, dates and identifiers differ from answer to answer."""
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word.isalpha()]


def _sum(text: str) -> int:
    return zlib.crc32(text.encode())
