"""What pages and scripts call by name, so that style sheets can be kept to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Every name of a class, an id or a property that pages have or scripts may give them."""
    found: set[str] = set()
    for page in pages:
        for script in _INLINE.findall(page):
            found.update(_WORD.findall(script))
        for value in re.findall(r"\s(?:class|id)=\"([^\"]*)\"", page):
            found.update(value.split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def asked(sheet: str) -> set[str]:
    """The properties for whose values a style sheet asks."""
    return set(_ASKED.findall(sheet))
