"""Text made fit to be compared."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\u2064\ufeff]+")
"""Soft hyphens, zero-width characters and marks of direction: in a word, and not of it."""
_SPACE = re.compile(r"[\s\x00-\x1f]+")


def clean(text: str) -> str:
    """One line, without invisible characters."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
