"""A folder to which nothing can be written is told in one line, before anything is built."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from kb.site.refusal import RefusedError

CACHE = ".cache"
"""What a build keeps for the next one, below the repository."""


def ensure_writable(*folders: Path) -> None:
    """Make each folder and try to write to it; one that was not there is taken away again.

    Raises:
        RefusedError: when one of them cannot be written to.
    """
    for folder in folders:
        new = [place for place in (folder, *folder.absolute().parents) if not place.exists()]
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
        # Refused content leaves no empty site behind; another build may use the folder by now.
        with suppress(OSError):
            for place in new:
                place.rmdir()
