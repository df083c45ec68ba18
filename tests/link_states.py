"""A memory as the link job leaves it, for tests of what the site makes of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

CODES = {
    "ok": "there", "moved": "moved", "broken": "gone", "suspect": "not-found",
    "unreachable": "timeout",
}  # fmt: skip
"""What was met, where a test does not care."""
HOSTILE = "Otsikko <script>alert(1)</script>\x00\x1b\x0b & „x“"


def known(status: str, url: str, checked: dt.date, **more: Any) -> dict[str, Any]:
    """What the memory holds of a link whose present status began ten days before the check."""
    return {
        "url": url,
        "status": status,
        "since": (checked - dt.timedelta(10)).isoformat(),
        "checked": checked.isoformat(),
        "verdict": status,
        "code": CODES[status],
        "final_url": url,
        **more,
    }


def write(path: Path, checked: dt.date, links: dict[str, dict[str, Any]]) -> Path:
    """Write a memory of these links to `path`."""
    value = {"version": 2, "checked": checked.isoformat(), "links": links}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path
