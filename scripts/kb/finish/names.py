"""What pages and scripts call by name, so that style sheets can be kept to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>")
_ATTRIBUTE = re.compile(r"\s([\w-]+)=\"([^\"]*)\"")
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Every name of a class, an id or a property that pages have or scripts may give them.

    What a page's body says of itself, such as its palette, is noted as `attribute=value`, and that
    it says anything of the kind as `attribute=`.
    """
    found: set[str] = set()
    for page in pages:
        for script in _INLINE.findall(page):
            found.update(_WORD.findall(script))
        for value in re.findall(r"\s(?:class|id)=\"([^\"]*)\"", page):
            found.update(value.split())
        for body in _BODY.findall(page):
            for name, value in _ATTRIBUTE.findall(body):
                found.update((f"{name}=", f"{name}={value}"))
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def asked(sheet: str) -> set[str]:
    """The properties for whose values a style sheet asks."""
    return set(_ASKED.findall(sheet))
