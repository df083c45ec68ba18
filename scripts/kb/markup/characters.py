"""Characters that make a text look like what it is not: unseen, turning, of another alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

_ODD = re.compile("[^\n -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff\u2713\u2715]")
"""Anything beyond Latin letters, punctuation and arrows; a text without it needs no second look."""
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf…€™œŸž]|â€.?|\ufffd")
"""UTF-8 read as if it were of another encoding: `Ã¤` was once an `ä`."""
_WORD = re.compile(r"[^\W\d_]+")
_TURNING = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SOFT_HYPHEN = "\u00ad"
_ALLOWED = {"\n", "\t", _SOFT_HYPHEN}
"""A tab is told by the loader."""
# Letters and marks that take no room or show nothing, though Unicode calls them letters or marks.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0e\uffa0"
                    "\U000e0100-\U000e01ef]")  # fmt: skip
# Cyrillic and Greek letters that a reader takes for Latin ones.
_LOOKALIKES = set("АВЕЅІЈКМНОРСТХУаеѕіјорсхуһӏԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν")
_KINDS = {
    "Cc": ("on ohjausmerkki, jota mikään ohjelma ei näytä", "is a control character that no "
           "program shows"),
    "Cf": ("ei näy lukijalle, mutta on tekstissä", "does not show, but is in the text"),
    "Co": ("ei ole kaikilla sama merkki", "is not the same character for everybody"),
    "Cs": ("ei ole merkki", "is no character"),
    "Cn": ("ei ole merkki", "is no character"),
    "Zl": ("vaihtaa rivin vain osassa ohjelmia", "breaks the line in some programs only"),
    "Zp": ("vaihtaa rivin vain osassa ohjelmia", "breaks the line in some programs only"),
}  # fmt: skip


_NUMBERS = {"Nd", "Nl"}
_MARKS = 4
"""So many marks on one letter are of no alphabet, and cover the lines around it."""


@dataclass(frozen=True)
class Fault:
    """Why a text deceives, in both languages, the remedy included."""

    fi: str
    en: str
    near: str = field(default="", compare=False)
    """The character or word itself."""


def faults(text: str) -> Iterator[Fault]:
    """What is deceptive in `text`, each kind of character or word once."""
    for match in list(_MOJIBAKE.finditer(text))[:1]:
        yield Fault(
            f"merkit '{match[0]}' ovat rikki mennyttä tekstiä (väärä merkistö); kirjoita sana "
            "uudelleen",
            f"the characters '{match[0]}' are text broken by a wrong encoding; type the word again",
            match[0],
        )
    if not _ODD.search(text):
        return
    yield from dict.fromkeys(fault for char in dict.fromkeys(text) for fault in _character(char))
    # Marks on letters and hyphens that do not show must not part a word in two.
    parts = unicodedata.normalize("NFD", text).replace(_SOFT_HYPHEN, "")
    kinds = "".join(unicodedata.category(char)[0] for char in parts)
    heap = kinds.find("M" * _MARKS)
    if heap >= 0:
        letter = parts[max(heap - 1, 0)]
        yield Fault(
            f"merkin '{letter}' päällä on monta tarketta, jotka peittävät muuta tekstiä; kirjoita "
            "se uudelleen",
            f"a heap of marks stands on '{letter}' and covers other text; type it again",
            letter,
        )
    bare = "".join(char for char in parts if unicodedata.category(char)[0] != "M")
    for word in dict.fromkeys(_WORD.findall(bare)):
        yield from _word(word)


def _character(char: str) -> Iterator[Fault]:
    kind = unicodedata.category(char)
    if char in _ALLOWED:
        return
    name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
    if char in _TURNING:
        yield Fault(
            f"merkki {name} kääntää lukusuunnan, jolloin teksti näyttää muulta kuin on; poista se",
            f"the character {name} turns the direction of reading, so that the text looks like "
            "what it is not; remove it",
            char,
        )
    elif kind in _KINDS or _BLANK.match(char):
        fi, en = _KINDS.get(kind, _KINDS["Cf"])
        yield Fault(f"merkki {name} {fi}; poista se", f"the character {name} {en}; remove it", char)
    elif ((kind[0] == "L" or kind in _NUMBERS) and char > "\u024f") or _is_wide(char):
        plain = unicodedata.normalize("NFKC", char)
        if plain != char and plain.isascii():
            yield Fault(
                f"merkki {name} vain näyttää tavalliselta; kirjoita '{plain}'",
                f"the character {name} only looks like a plain one; write '{plain}'",
                char,
            )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "F"


def _word(word: str) -> Iterator[Fault]:
    """A word of Latin letters and others, or of others only that all look like Latin ones."""
    others = [char for char in word if _alphabet(char) not in {None, "LATIN"}]
    if not others:
        return
    name = f"U+{ord(others[0]):04X} {unicodedata.name(others[0], '')}"
    if any(_alphabet(char) == "LATIN" for char in word):
        yield Fault(
            f"sanassa '{word}' on kahden aakkoston kirjaimia ({name}); kirjoita sana uudelleen",
            f"the word '{word}' mixes two alphabets ({name}); type the word again",
            word,
        )
    elif len(word) > 1 and set(word) <= _LOOKALIKES:
        yield Fault(
            f"sana '{word}' on toisen aakkoston kirjaimia, jotka näyttävät tavallisilta ({name}); "
            "kirjoita sana uudelleen",
            f"the word '{word}' is of another alphabet's letters that look like plain ones "
            f"({name}); type the word again",
            word,
        )


def _alphabet(char: str) -> str | None:
    """The first word of a letter's name, such as CYRILLIC; None for what belongs to all."""
    if unicodedata.category(char) not in {"Ll", "Lu", "Lt", "Lo"} or char in "ªºµ":
        return None
    return unicodedata.name(char, "").partition(" ")[0] or None
