"""Tells a page's shape by a few numbers."""

from __future__ import annotations

import re
import zlib

from linkjudge.page import Page
from linkjudge.shapes import Shape
from linkjudge.signs.common import headings
from linkjudge.titles import fold

_RUN = 3
"""Words that are compared together."""
_MOST = 256
"""Runs that stand for a text: the ones with the smallest sums, the same ones in the same text."""
_SHELL = 300
"""Letters of a page without a heading that is only there until its scripts have filled it."""


def shape_of(page: Page) -> Shape | None:
    """The shape of a page; None for one that only its scripts will fill."""
    if page.scripts and not page.lead and len(page.main) < _SHELL:
        return None
    words = _words(page.main)
    runs = {_sum(" ".join(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1)}
    head = _sum(" ".join(_words(" ".join([page.title, *headings(page)]))))
    return Shape(head, frozenset(sorted(runs)[:_MOST]))


def _words(text: str) -> list[str]:
    """Words without numbers: addresses, dates and identifiers differ from answer to answer."""
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word.isalpha()]


def _sum(text: str) -> int:
    return zlib.crc32(text.encode())
