"""Text made fit to be compared."""

from __future__ import annotations

import re


def clean(text: str) -> str:
    """One line, without invisible characters."""
    return re.sub(r"[\s\u200b\u00ad\ufeff\x00-\x1f]+", " ", text).strip()
