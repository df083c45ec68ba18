"""What an editor may have meant by a name that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_LIKE = 0.8
"""How much of two names must be the same: a slip of the keys, not another word."""
_NUMBERED = re.compile(r"[a-z]{0,2}\d+[a-z]?")
"""Numbers are all alike: `s45` is no slip for `s46`."""


def near(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` for which `name` is a slip; None where there is none to propose."""
    options = list(known)
    plain = {option.casefold(): option for option in options}
    same = plain.get(name.strip().casefold())
    if same is not None:
        return same
    if _NUMBERED.fullmatch(name):
        return None
    close = get_close_matches(name, options, n=1, cutoff=_LIKE)
    return close[0] if close else None


def near_path(path: str, known: Iterable[str]) -> str | None:
    """The page's path for which `path` is a slip: in its own name, or in the folder alone."""
    options = list(known)
    folder, _, name = path.rpartition("/")
    names: dict[str, list[str]] = {}
    for option in options:
        names.setdefault(option.rpartition("/")[2].removesuffix(".md"), []).append(option)
    found = near(name.removesuffix(".md"), names)
    if found is None or found == "index" != name.removesuffix(".md"):
        return None
    same = [option for option in names[found] if option.rpartition("/")[0] == folder]
    return (same or names[found])[0] if same or len(names[found]) == 1 else None
