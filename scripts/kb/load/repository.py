"""Where a county's content is, and where the templates and scripts that show it are."""

from __future__ import annotations

from pathlib import Path

_MARK = Path("data") / "languages.yml"
_ENGINE = Path(__file__).resolve().parents[3]
_OVERRIDES = "overrides"


def repository(folder: Path) -> Path:
    """`folder`, or, where the content is not in it, the nearest folder around it that has it."""
    around = (folder.absolute(), *folder.absolute().parents)
    if (folder / _MARK).is_file():
        return folder
    return next((place for place in around if (place / _MARK).is_file()), folder)


def overrides(root: Path) -> Path:
    """The folder of templates, styles and scripts: the county's own, or else the engine's."""
    own = root / _OVERRIDES
    return own if own.is_dir() else _ENGINE / _OVERRIDES
