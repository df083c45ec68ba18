"""Keeps slim style sheets from build to build: parsing the theme's own takes a tenth of one."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path


def kept_slim(sheets: list[str], names: set[str], cache: Path | None) -> str:
    """What `styles.slim` makes of the sheets, from the folder `cache` where it is there already.

    An entry holds while the sheets, the names, and what makes it are the same.
    """
    if cache is None:
        return _slim(sheets, names)
    maker = Path(__file__).with_name("styles.py")
    made_by = [maker.read_text(encoding="utf-8"), version("tinycss2")]
    told = "\0".join([*made_by, *sheets, *sorted(names)])
    entry = cache / f"{hashlib.sha256(told.encode()).hexdigest()}.css"
    if entry.exists():
        return entry.read_text(encoding="utf-8")
    slim = _slim(sheets, names)
    cache.mkdir(parents=True, exist_ok=True)
    # Whole or not at all, should the build be stopped here.
    part = entry.with_suffix(".part")
    part.write_text(slim, encoding="utf-8")
    part.replace(entry)
    return slim


def _slim(sheets: list[str], names: set[str]) -> str:
    # Most builds find their sheets here, and need no parser of styles in their memory.
    from kb.finish.styles import slim

    return slim(sheets, names)
