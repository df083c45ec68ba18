"""Where the repository is, from whichever of its folders a command is given."""

from __future__ import annotations

from pathlib import Path

_MARK = Path("data") / "languages.yml"


def repository(folder: Path) -> Path:
    """`folder`, or, where the content is not in it, the nearest folder around it that has it."""
    around = (folder.absolute(), *folder.absolute().parents)
    if (folder / _MARK).is_file():
        return folder
    return next((place for place in around if (place / _MARK).is_file()), folder)
