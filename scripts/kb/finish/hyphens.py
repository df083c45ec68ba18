"""Tells pages where their long words may break, for browsers that know no rule for it.

Chromium knows none for Finnish. What a page says stays whole: its long words stand once more, with
their parts, in an attribute of its body, and the script hyphens.js parts a word only where it does
not fit and would be cut between any two letters.

A language has the rule when data/languages.yml tells its vowels. The rule is that of Finnish, and
of Swedish as well: a consonant before a vowel begins a syllable. Between the parts of a compound it
may err (`asiaka-sohjaus`), so the site's own words come first: where the rest of a word begins as a
word of the site does, and ends much like it, there it breaks. On a page of a language without a
rule, names of the first one that has a rule break by that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kb.model.base import Lang

LONG = 15
"""Letters of a word that may not fit on a line of a narrow column, cell or heading."""
_LEFT = 4
"""Letters that stay together at the least, on either side of a break."""
_WHOLE = 14
"""Letters of a part that needs no break of its own."""
_STEM = 5
"""Letters of a known word, or of its beginning, that are no mere ending of another."""
_ENDING = 6
"""Letters in which a word may differ from a known one at its end: its forms differ there."""

_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{{LONG},}}")
_TAG = re.compile(r"<[^>]*>")
# Markup, what is not read as text or is wanted as it is by whoever copies it, and what is written
# without a space. One after the other: a handbook is large, and a copy without its markup as well.
_PIECES = re.compile(
    r"<(head|script|style|template|pre|code|textarea|svg)\b.*?</\1>|<[^>]*>|(?P<written>[^\s<]+)",
    re.DOTALL,
)
_ADDRESS = re.compile(r"://|@|\w\.\w")
_LANG = re.compile(r"<html lang=\"([a-z]+)\"")


class Hyphenator:
    """Where the long words of one language may break.

    Args:
        vowels: the language's vowels, in lower case.
        texts: what the site says in it, as HTML or plain text.
    """

    def __init__(self, vowels: str, texts: Iterable[str]) -> None:
        self.vowels = vowels
        self.words = {
            word.lower()
            for text in texts
            for word in _WORD.findall(_TAG.sub(" ", text))
            if len(word) >= _LEFT
        }
        # What is left of a word without its ending, whose form another ending may follow.
        self.stems = {
            word[:end]
            for word in self.words
            for end in range(max(_STEM, len(word) - _ENDING), len(word) + 1)
        }
        self.firsts = self.words | self._bound()
        consonant, vowel = f"[^{vowels}]", f"[{vowels}]"
        self._syllable = re.compile(f"(?<={vowel}){consonant}{{0,2}}?(?={consonant}{vowel})")
        self._known: dict[str, tuple[str, ...]] = {}

    def _bound(self) -> set[str]:
        """First parts that never stand alone (`asumis-`), by the words that begin with them."""
        found = Counter(
            word[:place]
            for word in self.words
            for place in _places(word)
            if word[place] not in self.vowels and word[place:] in self.words
        )
        return {first for first, times in found.items() if times > 1}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a word between which it may break; the word alone where it may not."""
        if word not in self._known:
            self._known[word] = tuple(
                piece for part in self._compound(word) for piece in self._syllables(part)
            )
        return self._known[word]

    def _compound(self, word: str) -> list[str]:
        """The parts of a compound, as far as the site's words tell them."""
        places = list(_places(word))
        place = max(places, key=lambda place: self._trust(word.lower(), place), default=0)
        if not places or not self._trust(word.lower(), place):
            return [word]
        return [*self._compound(word[:place]), *self._compound(word[place:])]

    def _trust(self, word: str, place: int) -> int:
        """How sure it is that a compound's parts meet there; 0 where it is not."""
        first, rest = word[:place], word[place:]
        known = first in self.firsts
        if rest[0] in self.vowels and not known:
            return 0  # `asunnottom-uuden`: a word's end may look like another word
        if rest in self.words and (known or len(rest) >= _STEM):
            return 3 + known
        ends = range(max(_STEM, len(rest) - _ENDING), len(rest) + 1)
        return 1 + known if any(rest[:end] in self.stems for end in ends) else 0

    def _syllables(self, part: str) -> list[str]:
        """A part that is long itself, by its syllables."""
        if len(part) < _WHOLE:
            return [part]
        places = [match.end() for match in self._syllable.finditer(part.lower())]
        pieces, start = [], 0
        for place in places:
            if place - start >= _LEFT and len(part) - place >= _LEFT:
                pieces.append(part[start:place])
                start = place
        return [*pieces, part[start:]]


def _places(word: str) -> range:
    """Where a word may be parted at all."""
    return range(_LEFT, len(word) - _LEFT + 1)


def with_parts(html: str, hyphenators: Mapping[Lang, Hyphenator]) -> str:
    """A finished page whose body tells the parts of its long words (`data-kb-parts`)."""
    lang = _LANG.search(html)
    names = next(iter(hyphenators.values()), None)
    own = hyphenators.get(lang[1]) if lang else None
    hyphenator = own or names
    if hyphenator is None:
        return html
    long = dict.fromkeys(_long_words(html))
    told = [
        "-".join(hyphenator.parts(word))
        for word in long
        if (own or word.lower() in hyphenator.words) and len(hyphenator.parts(word)) > 1
    ]
    if not told:
        return html
    return html.replace("<body ", f'<body data-kb-parts="{" ".join(told)}" ', 1)


def _long_words(html: str) -> Iterator[str]:
    """The long words of a page's text, none of an address."""
    for piece in _PIECES.finditer(html):
        written = piece["written"]
        if written and len(written) >= LONG and not _ADDRESS.search(written):
            yield from _LONG_WORD.findall(written)
