"""Tells when somebody has saved a file of the content."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

_FOLDERS = ("docs", "data")
PAUSE = 0.5
"""Seconds between two looks: quick to an editor, nothing to a machine."""


def saved(root: Path, pause: float = PAUSE) -> Iterator[None]:
    """One step each time that a file of the content has changed, come or gone; without an end."""
    before = _state(root)
    while True:
        time.sleep(pause)
        now = _state(root)
        if now != before:
            before = now
            yield


def _state(root: Path) -> dict[Path, tuple[int, int]]:
    found: dict[Path, tuple[int, int]] = {}
    for folder in _FOLDERS:
        for path in (root / folder).rglob("*"):
            try:
                told = path.stat()
            except OSError:
                continue  # gone between the two calls: that is seen next time
            found[path] = (told.st_mtime_ns, told.st_size)
    return found
