"""The names of files: they become addresses, so they are plain everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kb.model.problem import Words

MAX_NAME = 80
"""Characters of a name, its ending included."""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
# Git obeys these: they can keep a change from the eyes of whoever reviews it.
_OBEYED = {".gitattributes", ".gitignore", ".gitmodules"}
_LEFTOVERS = {"thumbs.db", "ehthumbs.db", "desktop.ini"}
# Windows cannot check out a repository that has one of these, whatever the ending.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


def is_leftover(name: str) -> bool:
    """Whether an editor's tools or a file manager leave such a file behind: hidden, or known."""
    low = name.lower()
    return (name.startswith(".") and low not in _OBEYED) or low in _LEFTOVERS


def twins(names: Iterable[str]) -> dict[str, str]:
    """Each name that is not all in lower case, and the one that it is on macOS and Windows."""
    by_folded: dict[str, list[str]] = {}
    for name in names:
        by_folded.setdefault(name.casefold(), []).append(name)
    return {
        name: same[-1] if name != same[-1] else same[0]
        for same in by_folded.values()
        for name in same
        if len(same) > 1 and (name != name.casefold() or name.casefold() not in same)
    }


def twin_words(other: str) -> Words:
    """That a name differs from `other` by case only."""
    return (
        f"nimi eroaa tiedostosta '{other}' vain kirjainkoolta, joten ne ovat macOS:ssä ja "
        "Windowsissa sama tiedosto; poista tai nimeä uudelleen toinen",
        f"the name differs from '{other}' by case only, so that they are one file on macOS and "
        "Windows; remove or rename one",
    )


def judge(name: str, suffix: str) -> Words | None:
    """What is wrong with the name of a file that ends in `suffix`, or of a folder ('')."""
    stem = name[: len(name) - len(suffix)] if suffix else name
    if len(name) > MAX_NAME:
        return (
            f"nimi on pidempi kuin {MAX_NAME} merkkiä; lyhennä sitä",
            f"the name is longer than {MAX_NAME} characters; shorten it",
        )
    if _NAME.fullmatch(stem) and name.endswith(suffix) and stem not in _DEVICES:
        return None
    better = plain(stem)
    if not better or better in _DEVICES:
        return (
            "nimi ei kelpaa; käytä kirjaimia a–z, numeroita ja yhdysmerkkejä",
            "the name is not allowed; use the letters a–z, digits and hyphens",
        )
    return (
        "nimi ei kelpaa; käytä kirjaimia a–z, numeroita ja yhdysmerkkejä, esimerkiksi "
        f"'{better}{suffix}'",
        "the name is not allowed; use the letters a–z, digits and hyphens, for example "
        f"'{better}{suffix}'",
    )


def plain(stem: str) -> str:
    """The nearest allowed name: `Päätös 2` becomes `paatos-2`."""
    letters = unicodedata.normalize("NFKD", stem.lower())
    plain = letters.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
