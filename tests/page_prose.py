"""The sentences of a page as its reader meets them, front matter and body alike."""

from __future__ import annotations

import re

from sample_site import REPOSITORY

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”“\[])|\n\s*\n|\n(?=\s*[-#|]|\s*\w+: )")


def page_text(lang: str, path: str) -> str:
    """The file's whole text. `path` is below docs/<lang>/."""
    return (REPOSITORY / "docs" / lang / path).read_text(encoding="utf-8")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line; a list item or a field ends one too."""
    return [one for part in _END.split(text) if (one := " ".join(part.split()))]
