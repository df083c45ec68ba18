"""Which words of a Finnish text are misspelt, by a speller and the project's own word list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

Spell = Callable[[str], bool]

_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*-?")
"""A word; a hyphen at its end stands for a part left out (sosiaali- ja terveyspalvelut)."""
_SKIPPED = re.compile(
    r"\]\([^)]*\)|`[^`]*`|\{[^}]*\}|§:\w+|\S+@\S+|\S*\d\S*|"
    r"[\w./-]+\.(?:fi|com|net|org|eu|yml|md)\b\S*|[\w-]+/[\w/-]+"
)
"""Addresses, paths, code, heading ids and whatever has a digit in it: no words to spell."""
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}\w*(?::\w+)?")
"""Capitals are names of their own; an ending follows a colon (AVI:n) or stands at once (AVIn)."""


def read_words(path: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """The word list: whole words, and beginnings (`sana*`) that any ending may follow."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    words = [line.casefold() for line in lines if line]
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )


def misspelt(
    text: str, spell: Spell, words: frozenset[str], beginnings: tuple[str, ...]
) -> Iterable[str]:
    """The words of `text` that neither the speller nor the list knows, in order."""
    for word in _WORD.findall(_SKIPPED.sub(" ", text)):
        if not _known(word, spell, words, beginnings):
            yield word


def _known(word: str, spell: Spell, words: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    folded = word.casefold()
    if folded.strip("-") in words or folded.startswith(beginnings) or _ABBREVIATION.fullmatch(word):
        return True
    if spell(word):
        return True
    # A compound of known parts, such as mt-kuntoutus or Takuusäätiö-sivu.
    parts = word.strip("-").split("-")
    return len(parts) > 1 and all(_known(part, spell, words, beginnings) for part in parts)


def long_sentences(texts: Iterable[tuple[str, str]], limit: int) -> list[tuple[int, str, str]]:
    """The sentences of more than `limit` words: how many, where and what, longest first.

    What has no mark at its end is a list or a row of a table, and no sentence.
    """
    found = {
        (len(words), where, sentence)
        for where, sentence in texts
        if sentence.endswith((".", "!", "?")) and len(words := sentence.split()) > limit
    }
    return sorted(found, reverse=True)
