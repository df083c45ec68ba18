"""A folder to which nothing can be written is told in one line, before anything is built."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kb.site.refusal import RefusedError

CACHE = ".cache"
"""What a build keeps for the next one, below the repository."""


def ensure_writable(*folders: Path) -> None:
    """Make the folders, and try to write to each.

    Raises:
        RefusedError: when one of them cannot be written to.
    """
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise RefusedError(
                [
                    f"kansioon {folder} ei voi kirjoittaa ({error.strerror}); tarkista sen "
                    "oikeudet, tai kopioi koko kansio paikkaan, johon voit kirjoittaa / cannot "
                    f"write to {folder} ({error.strerror}); check its permissions, or copy the "
                    "whole folder to a place where you can write"
                ]
            ) from error
