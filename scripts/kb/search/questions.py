"""Labelled queries and everyday words as the index carries them: none that says nothing new.

Each costs every reader some bytes. One that is spelt much like a shorter one with the same answers
is left out: what is like the one is like the other. How much is left out, and what it costs on
unseen queries, `kb bench search` tells.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kb.model.base import Lang
from kb.model.queries import TYPO, Query

ALIKE, ASKED_ALIKE = 0.45, 0.4
"""How like a word and how like a query is that is left out, by the runs of three letters that both
have (cosine)."""
SEPARATOR = "|"
"""Lighter than a list in JSON; no folded query has it."""

_ENDING = re.compile(r"[:'’]\w+")
_WORD = re.compile(r"[^\W_]+")

Numbers = tuple[int, ...]


def fold(text: str) -> str:
    """A query as the engine compares it: words in lower case, without marks and endings."""
    plain = unicodedata.normalize("NFKD", _ENDING.sub("", text)).lower()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare))


def joined(text: str) -> str:
    """A name as the engine knows it, however it is written: folded, its words together."""
    return fold(text).replace(" ", "")


def runs(text: str) -> frozenset[str]:
    """The runs of three letters of a folded text, its words together and each by itself."""
    words = text.split()
    parts = [f"_{part}_" for part in ("".join(words), *words)]
    return frozenset(part[i : i + 3] for part in parts for i in range(len(part) - 2))


def questions(
    queries: Iterable[Query], lang: Lang, places: Mapping[str, Iterable[int]]
) -> list[list[object]]:
    """The queries of a language by the numbers of the pages that answer them.

    Args:
        queries: The labelled queries.
        lang: The language of the index.
        places: The numbers of the pages by the last part of their address.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for query in queries:
        # What is mistyped is found by the words that it is like.
        if query.lang == lang and query.kind != TYPO:
            slugs = (*query.slugs, *query.situations)
            found[fold(query.text)].update(n for slug in slugs for n in places.get(slug, ()))
    grouped: dict[Numbers, list[str]] = defaultdict(list)
    for text, numbers in found.items():
        if text:
            grouped[tuple(sorted(numbers))].append(text)
    return [
        [list(numbers), SEPARATOR.join(sorted(telling(texts, ASKED_ALIKE)))]
        for numbers, texts in sorted(grouped.items())
    ]


def everyday(words: Iterable[str]) -> str:
    """The everyday words of a page, those alone that tell something."""
    folded: dict[str, str] = {}
    for word in words:
        folded.setdefault(fold(word), word)
    return SEPARATOR.join(folded[text] for text in sorted(telling(folded)) if text)


def telling(texts: Iterable[str], alike: float = ALIKE) -> list[str]:
    """Those of some folded texts with the same answers that are not like a shorter one."""
    kept: list[tuple[str, int]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for text in sorted(texts, key=lambda text: (len(text), text)):
        own = runs(text)
        shared = Counter(number for run in own for number in holding[run])
        if any(
            count > alike * math.sqrt(len(own) * kept[number][1])
            for number, count in shared.items()
        ):
            continue
        for run in own:
            holding[run].append(len(kept))
        kept.append((text, len(own)))
    return [text for text, _ in kept]
