"""Where a phrase stands on a page: alone as its title or heading, or at the beginning of its text.

Word lists alone cry over an article on the very subject. So a phrase counts by where it stands and
by how much running text stands beside it. All patterns see text in lower case without marks over
letters (`titles.fold`): `loydy`, not `löydy`. Those for headings must fit the whole heading.
"""

from __future__ import annotations

import re

from linkjudge.page import Page
from linkjudge.titles import fold, parts

_SITE = 4
"""Words of a part of a title that may be a site's name; a longer one is an article's subject."""
_SITE_BEHIND_BAR = 10
"""Words of a site's name behind `|`, where nothing else stands."""
_HEADINGS = 2
"""Level-one headings that count: a site's name may be the first."""
_SENTENCE_END = re.compile(r"[.!?]")
_OPENING = 320
"""Letters at the beginning of a page's own part in which it says what it is: a heading and two or
three sentences."""


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for several."""
    return re.compile("|".join(patterns))


def is_all(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text says this and nothing else."""
    return bool(text) and pattern.fullmatch(fold(text).strip(" .!…\"'”“:)(–-")) is not None


def in_title(pattern: re.Pattern[str], page: Page) -> bool:
    """A title of which a part says only this, beside what may be a site's name."""
    if is_all(pattern, page.title):
        return True
    before, bar, site = page.title.rpartition("|")
    if bar and is_all(pattern, before):
        return len(site.split()) <= _SITE_BEHIND_BAR and "?" not in site
    found = parts(page.title)
    others = [part for part in found if not is_all(pattern, part)]
    # A long part, or a question, is no site's name: the title is that of an article.
    return len(others) < len(found) and all(
        len(part.split()) <= _SITE and "?" not in part for part in others
    )


def in_heading(pattern: re.Pattern[str], page: Page) -> bool:
    """A main heading that says only this."""
    return any(is_all(pattern, text) for text in headings(page))


def headings(page: Page) -> list[str]:
    """The headings that tell what a page is."""
    return list(dict.fromkeys([*page.h1[:_HEADINGS], *([page.lead] if page.lead else [])]))


def openings(page: Page) -> list[str]:
    """Where a page may begin to say what it is, folded: at its headings, or with its text."""
    text = page.main or page.text
    places = {at for heading in headings(page) if (at := page.main.find(heading)) >= 0}
    starts = [fold(text[at : at + _OPENING]) for at in sorted(places)]
    prose = fold((page.prose or text)[:_OPENING])
    return [*starts, *([] if any(prose in start for start in starts) else [prose])]


def says_early(pattern: re.Pattern[str], page: Page) -> bool:
    """Whether a page says this at its beginning, and does not ask it."""
    return any(states(pattern, start) for start in openings(page))


def states(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text says this, and not as a question of its reader's."""
    for match in pattern.finditer(text):
        end = _SENTENCE_END.search(text, match.end())
        if end is None or end[0] != "?":
            return True
    return False


def head(page: Page) -> str:
    """Title and main headings, folded."""
    return fold(" ".join([page.title, *page.h1]))
