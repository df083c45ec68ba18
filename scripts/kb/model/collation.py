"""The order of words in a language: letters with marks beside the bare ones, its own at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

Key = tuple[tuple[tuple[int, str], ...], str]


def sort_key(text: str, own: Sequence[str] = ()) -> Key:
    """The key by which a text is sorted.

    Args:
        text: The text.
        own: Letters that the language has behind z, in their order. Any other letter with a mark
            stands with the bare one: ž with z.
    """
    places = {letter: number for number, letter in enumerate(own)}
    folded = unicodedata.normalize("NFC", text).casefold()
    letters: list[tuple[int, str]] = []
    for char in folded:
        if char in places:
            letters.append((1 + places[char], char))
        else:
            letters += [(0, bare) for bare in unicodedata.normalize("NFKD", char)
                        if not unicodedata.combining(bare)]  # fmt: skip
    return tuple(letters), folded


def first_letter(text: str, own: Sequence[str] = ()) -> str:
    """The capital under which a text is listed: Ž under Z, but a letter of the language's own."""
    char = unicodedata.normalize("NFC", text)[:1]
    if char.casefold() in own:
        return char.upper()
    return unicodedata.normalize("NFKD", char)[:1].upper()
