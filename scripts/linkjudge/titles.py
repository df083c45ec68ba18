"""Whether two titles name the same thing, and what a text is about."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from linkjudge.model import Seen

if TYPE_CHECKING:
    from linkjudge.page import Page

_SEPARATOR = re.compile(r"\s+[-–—|·•:»›/]+\s+|\s*[|»›]\s*|:\s+")
_MARKS = re.compile("[\u0300-\u036f]+")
_STOP = {
    "and", "the", "for", "with", "from", "this", "that", "are", "was", "your", "you", "our",
    "sekä", "että", "tai", "kun", "joka", "ovat", "myös", "olla", "mutta", "niin", "kuin",
    "voit", "voi", "ole", "oma", "sivu", "sivut", "etusivu", "www", "och", "som", "för", "att",
    "det", "den", "med", "till", "http", "https", "html",
}  # fmt: skip


_FOLDED = 256
"""Texts that are kept folded: each sign of a page asks for the same ones."""
_STEM, _WORDS, _PARTS = 12, 12, 4
"""How much of a title is remembered: letters of a word, words of a part, parts."""
_GENERIC = {"app", "react", "vite", "vue", "angular", "loading", "ladataan", "laddar", "web"}
"""Titles of pages that their scripts have yet to name."""
SAME_TITLE = 0.5
"""Titles that share so much are one, in other words."""
_IN_HEADINGS = 0.8
"""The same among all the lesser headings, which hold many words by chance."""
_SHORTENED = 0.75
"""The same of a title that is the registered one made shorter."""
_COMPOUND = 5
"""Letters of a word that is known inside a longer one."""
_BEGINNING, _INFLECTED = 4, 0.65
"""Letters, and share of the shorter word, that two forms of one word have in common."""
_RENAMED, _REWRITTEN = 0.8, 0.5
"""Subjects that share less are two, with wholly another title and with a similar one."""


@lru_cache(maxsize=_FOLDED)
def fold(text: str) -> str:
    """Lower case, without marks over letters."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def tokens(text: str) -> list[str]:
    """The words that carry meaning."""
    words = re.findall(r"[^\W_]+", fold(text))
    return [word for word in words if len(word) > 2 and word not in _STOP] or words


def parts(title: str) -> list[str]:
    """A title's parts: usually the page's name and the site's."""
    return [part for part in (p.strip() for p in _SEPARATOR.split(title)) if part]


def alike(one: str, other: str) -> bool:
    """Two words of one stem, or a word and a compound that holds it."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _COMPOUND and short in long:
        return True
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    return common >= _BEGINNING and common >= _INFLECTED * len(short)


def share(wanted: list[str], there: list[str]) -> float:
    """How much of the wanted words is there, 0 to 1.

    Long words weigh more: in Finnish the compound is the subject, the short word its place.
    """
    if not wanted:
        return 0.0
    found = sum(len(word) for word in wanted if any(alike(word, other) for other in there))
    return found / sum(map(len, wanted))


def same_title(expected: str, page: Page, *, home: bool = False, other_host: bool = False) -> bool:
    """Whether `page` is the one that a person saw as `expected`, as far as titles tell.

    On a site's front page (`home`) one word in common is enough: it is all about the site. On
    `other_host` the site may have another name, with the page's own name the same.
    """
    if not page.text and page.scripts:
        # Filled by scripts, which may give it another title as well; but one that has a title has
        # at least its site's name in it.
        there = tokens(page.title)
        return not there or set(there) <= _GENERIC or share(there, tokens(expected)) > 0
    if not (page.title or page.h1):
        # Nothing to compare: a page that scripts fill, or a text without headings.
        return not page.text or share(tokens(expected), tokens(page.text)) >= SAME_TITLE
    for seen in (page.title, *page.h1):
        if seen and fold(seen).strip() == fold(expected).strip():
            return True
    ours, theirs = parts(expected), parts(page.title)
    common = {fold(part) for part in ours} & {fold(part) for part in theirs}
    ours_left = [part for part in ours if fold(part) not in common]
    theirs_left = [part for part in theirs if fold(part) not in common]
    names = tokens(" ".join([*theirs_left, *page.h1]))
    if not ours_left or (home and share(tokens(expected), tokens(page.title)) > 0):
        return True
    if ours and fold(ours[0]) in common and not theirs_left:
        return True
    if other_host and ours and fold(ours[0]) in common & {fold(text) for text in page.h1}:
        return True
    wanted = tokens(" ".join(ours_left))
    if share(wanted, names) >= SAME_TITLE or _mostly(theirs_left, wanted):
        return True
    return share(wanted, tokens(" ".join(page.headings))) >= _IN_HEADINGS


def _mostly(theirs: list[str], wanted: list[str]) -> bool:
    """A shortened title: nearly all its words are among the wanted ones."""
    words = tokens(" ".join(theirs))
    return bool(words) and share(words, wanted) >= _SHORTENED


def subject(page: Page) -> tuple[str, ...]:
    """The 40 stems that the text uses most."""
    text = " ".join([*page.h1, *page.headings, page.prose or page.text])
    counts = Counter(word[:6] for word in tokens(text) if len(word) > 3)
    return tuple(word for word, _ in counts.most_common(40))


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much two subjects share, 0 to 1, measured on the smaller."""
    least = min(len(one), len(other))
    return len(set(one) & set(other)) / least if least else 1.0


def stems(title: str) -> tuple[tuple[str, ...], ...]:
    """The words of each part of a title that carry meaning, cut to what remembers them."""
    return tuple(
        tuple(word[:_STEM] for word in tokens(part)[:_WORDS])
        for part in parts(title[:300])[:_PARTS]
    )


def changed(before: Seen, now: Seen) -> bool:
    """Whether a page has become another: its title and what it is about."""
    if not before.words or not now.words or before.title == now.title:
        return False
    ours, theirs = list(before.title), list(now.title)
    common = set(ours) & set(theirs)
    if common and len(ours) > 1 and len(theirs) > 1:
        # The site's name, which stays while the page changes.
        ours = [part for part in ours if part not in common]
        theirs = [part for part in theirs if part not in common]
    old, new = [w for part in ours for w in part], [w for part in theirs for w in part]
    alike_titles = max(share(old, new), share(new, old))
    if alike_titles >= SAME_TITLE:
        return False
    # Small pages share their site's stock phrases even when nothing else is the same.
    # A page that only got another name keeps nearly all of its text.
    return overlap(before.words, now.words) < (_RENAMED if alike_titles == 0 else _REWRITTEN)
