"""Refreshes: pages that send their reader on by themselves after a while."""

from __future__ import annotations

import re

from linkjudge.texts import clean

PATIENCE = 30.0
"""Seconds after which a refresh is no redirect but a page that renews itself."""
_REFRESH = re.compile(r"^\s*(\d*\.?\d*)\s*(?:[;,]|\s)\s*(?:url\s*=\s*)?(.*)$", re.I | re.S)


def parse_refresh(content: str) -> tuple[float, str] | None:
    """Delay in seconds and address of a refresh, None where it only reloads."""
    match = _REFRESH.match(clean(content[:4096]))
    if not match:
        return None
    url = match[2].strip().strip("\"'").strip()
    try:
        return (float(match[1] or 0), url) if url else None
    except ValueError:
        return None
