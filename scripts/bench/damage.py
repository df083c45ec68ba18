"""Damages queries as hurried hands and spoken language do, the same way every time.

Each kind is a function of the query, and of the way in which the language begins a spoken question
(`opener` in data/languages.yml), that gives its damaged form, or None where it does not apply.
Where there is a choice of place, the query's own letters make it.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping, Sequence

_ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_LONG = 8
"""A word of so many letters may be a compound, or be cut short."""


def choose(query: str, places: Sequence[int]) -> int | None:
    """One of some places in a query, the same whenever it is asked; None of none."""
    return places[zlib.crc32(query.encode()) % len(places)] if places else None


def opener(query: str, start: str) -> str | None:
    """A polite spoken beginning."""
    return f"{start} {query}" if start else None


def missing_space(query: str, start: str) -> str | None:
    """One space left out."""
    at = choose(query, [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", query)])
    return None if at is None else query[:at] + query[at + 1 :]


def split_compound(query: str, start: str) -> str | None:
    """The longest word in two, near its middle."""
    word = max(re.findall(r"[^\W\d]+", query), key=len, default="")
    if len(word) < _LONG:
        return None
    middle = len(word) // 2
    return query.replace(word, f"{word[:middle]} {word[middle:]}", 1)


def dotted(query: str, start: str) -> str | None:
    """The longest word cut short with a full stop."""
    word = max(re.findall(r"[^\W\d]+", query), key=len, default="")
    return query.replace(word, word[: len(word) * 2 // 3] + ".", 1) if len(word) >= _LONG else None


def adjacent_key(query: str, start: str) -> str | None:
    """One letter, not a word's first, struck on the key beside it."""
    letters = [
        found.start()
        for found in re.finditer(r"(?<=\w)[^\W\d]", query)
        if any(found[0].lower() in row for row in _ROWS)
    ]
    at = choose(query, letters)
    if at is None or len(query) < 5:
        return None
    row = next(row for row in _ROWS if query[at].lower() in row)
    place = row.index(query[at].lower())
    beside = row[place + 1] if place + 1 < len(row) else row[place - 1]
    return query[:at] + beside + query[at + 1 :]


def glued(query: str, start: str) -> str | None:
    """The first two words written together."""
    words = query.split()
    return "".join(words[:2]) + " ".join(["", *words[2:]]) if len(words) > 1 else None


def no_umlauts(query: str, start: str) -> str | None:
    """Without the dots and rings of letters."""
    plain = unicodedata.normalize("NFKD", query)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return bare if bare != query else None


def doubled(query: str, start: str) -> str | None:
    """One letter, not a word's first, twice."""
    at = choose(query, [found.start() for found in re.finditer(r"(?<=\w)[^\W\d]", query)])
    return None if at is None or len(query) < 5 else query[: at + 1] + query[at:]


KINDS: Mapping[str, Callable[[str, str], str | None]] = {
    "opener": opener,
    "missing space": missing_space,
    "compound split": split_compound,
    "dotted": dotted,
    "adjacent key": adjacent_key,
    "glued": glued,
    "umlauts lost": no_umlauts,
    "doubled letter": doubled,
}
