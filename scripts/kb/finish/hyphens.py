"""Soft hyphens, so that a long word breaks between its parts where a browser knows no rule for it.

Chromium knows none for Finnish. Only words that may be too long for their place on a narrow screen
get them, and only in text that is shown: attributes, code and addresses stay as they are, and the
search has been written before. A browser shows the sign only where it breaks the word there. On a
page of a language without a rule the names of the first one that has a rule break by that.

A language gets them when data/languages.yml tells its vowels. The rule is that of Finnish, and of
Swedish as well: a consonant before a vowel begins a syllable. Between the parts of a compound it
may err (`asiaka-sohjaus`), so the site's own words come first: where the rest of a word begins as a
word of the site does, and ends much like it, there it breaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from kb.model.base import Lang

SOFT_HYPHEN = "\u00ad"
LONG = 14
"""Letters of a word that may not fit beside others: in a heading, a cell, the site's name."""
VERY_LONG = 19
"""Letters of a word that may not fit on a line of its own."""
_LEFT = 4
"""Letters that stay together at the least, on either side of a break."""
_STEM = 5
"""Letters of a known word, or of its beginning, that are no mere ending of another."""
_ENDING = 6
"""Letters in which a word may differ from a known one at its end: its forms differ there."""

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"(<[^>]*>)")
_TAG = re.compile(r"</?([a-z0-9]+)")
_LANG = re.compile(r"\slang=\"([a-z]+)")
# Whoever copies an address or a command wants it whole.
_ADDRESS = re.compile(r"\S*(?:://|@|\w\.\w)\S*")
_TIGHT = {"h1", "h2", "h3", "h4", "th", "td", "dt", "legend", "summary", "header"}
_AS_WRITTEN = {"head", "script", "style", "template", "pre", "code", "textarea", "svg", "button"}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


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
            for word in _WORD.findall(_TOKEN.sub(" ", text))
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
        self._known: dict[str, str] = {}

    def _bound(self) -> set[str]:
        """First parts that never stand alone (`asumis-`), by the words that begin with them."""
        found = Counter(
            word[:place]
            for word in self.words
            for place in _places(word)
            if word[place] not in self.vowels and word[place:] in self.words
        )
        return {first for first, times in found.items() if times > 1}

    def broken(self, word: str) -> str:
        """`word` with a soft hyphen wherever it may break; as it is where it may not."""
        if word not in self._known:
            parts = self._parts(word)
            pieces = [piece for part in parts for piece in self._syllables(part)]
            self._known[word] = SOFT_HYPHEN.join(pieces)
        return self._known[word]

    def _parts(self, word: str) -> list[str]:
        """The parts of a compound, as far as the site's words tell them."""
        places = list(_places(word))
        place = max(places, key=lambda place: self._trust(word.lower(), place), default=0)
        if not places or not self._trust(word.lower(), place):
            return [word]
        return [*self._parts(word[:place]), *self._parts(word[place:])]

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
        if len(part) < LONG:
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


def with_hyphens(html: str, hyphenators: Mapping[Lang, Hyphenator]) -> str:
    """A finished page whose long words may break, each by the rule of the language it stands in."""
    tokens = _TOKEN.split(html)
    names = next(iter(hyphenators.values()), None)
    # The elements around a piece of text: name, language, the shortest word that gets hyphens.
    around: list[tuple[str, Lang, int | None]] = [("", "", VERY_LONG)]
    for number, token in enumerate(tokens):
        if number % 2 == 0:
            _, lang, least = around[-1]
            if least is not None and len(token) >= least:
                own = hyphenators.get(lang)
                tokens[number] = _broken(token, own, least) if own else _named(token, names)
            continue
        tag = _TAG.match(token)
        if tag is None or tag[1] in _VOID:
            continue
        if not token.startswith("</"):
            around.append(_inside(tag[1], token, around[-1]))
        elif any(name == tag[1] for name, _, _ in around):
            while around.pop()[0] != tag[1]:
                pass
    return "".join(tokens)


def _inside(
    name: str, token: str, outer: tuple[str, Lang, int | None]
) -> tuple[str, Lang, int | None]:
    _, lang, least = outer
    told = _LANG.search(token)
    if name in _AS_WRITTEN:
        least = None
    elif name in _TIGHT and least is not None:
        least = LONG
    return name, told[1] if told else lang, least


def _named(text: str, names: Hyphenator | None) -> str:
    """The text of a language without a rule, in which names of another one may stand."""
    return _broken(text, names, VERY_LONG, names.words) if names else text


def _broken(
    text: str, hyphenator: Hyphenator, least: int, only: Container[str] | None = None
) -> str:
    def broken(match: re.Match[str]) -> str:
        word = match[0]
        foreign = only is not None and word.lower() not in only
        return word if len(word) < least or foreign else hyphenator.broken(word)

    kept = re.split(rf"({_ADDRESS.pattern})", text)
    return "".join(
        part if number % 2 else _WORD.sub(broken, part) for number, part in enumerate(kept)
    )
