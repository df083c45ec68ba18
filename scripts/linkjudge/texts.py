"""Text made fit to be compared."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\u2064\ufeff]+")
"""Soft hyphens, zero-width characters and marks of direction: in a word, and not of it."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def clean(text: str) -> str:
    """One line, without invisible characters."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    flat = " ".join(text.split())
    return flat if flat.isprintable() else " ".join(_CONTROL.sub(" ", flat).split())
