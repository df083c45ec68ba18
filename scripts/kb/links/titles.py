"""The titles that strangers' pages gave themselves, handed from the run to the issue.

They stand neither in the memory nor on the site; the file is thrown away with the job.
"""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path

from kb.links.files import CannotWorkError

_LONGEST = 300


def read_titles(path: Path | None, known: Container[str]) -> dict[str, str]:
    """The titles of known links in a file that `kb links check --titles` wrote."""
    if path is None or not path.exists():  # a run that was cut short leaves none
        return {}
    try:
        value = json.loads(path.read_bytes())
        titles = value["titles"].items()
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise CannotWorkError(
            f"{path}: ei otsikoita / no titles ({type(error).__name__})"
        ) from error
    return {
        ident: title[:_LONGEST]
        for ident, title in titles
        if ident in known and isinstance(title, str)
    }
