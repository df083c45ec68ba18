"""Signs that a page with status 200 is not the page: not found, a wall, a sold domain.

Word lists alone cry over an article on the very subject. So a phrase counts by where it stands
(alone as a title or heading, not inside one) and by how much running text stands beside it.
The phrases stand in `phrases`.
"""

from __future__ import annotations

import re

from linkjudge import phrases
from linkjudge.page import Page
from linkjudge.titles import fold, parts

_HINT = re.compile(
    "sale|park|doma|tunnus|offer|expired|buy|osta|salu|purchase|auction|acquire|myy|vapaana|"
    "information"
)
"""In every text that `phrases.PARKED` finds; much quicker to look for."""


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return bool(text) and pattern.fullmatch(fold(text).strip(" .!…\"'")) is not None


def _title_part(pattern: re.Pattern[str], page: Page) -> bool:
    """A title of which a part says only this, beside what may be a site's name."""
    if _is(pattern, page.title):
        return True
    before, bar, site = page.title.rpartition("|")
    if bar and _is(pattern, before) and len(site.split()) <= 10 and "?" not in site:
        return True
    found = parts(page.title)
    others = [part for part in found if not _is(pattern, part)]
    # A long part, or a question, is no site's name: the title is that of an article.
    return len(others) < len(found) and all(
        len(part.split()) <= 4 and "?" not in part for part in others
    )


def _heading(pattern: re.Pattern[str], page: Page) -> bool:
    return any(_is(pattern, text) for text in page.h1[:2])


def _length(page: Page) -> int:
    return len(page.prose)


def not_found(page: Page) -> bool:
    """The page says that it is not there."""
    title, h1 = _title_part(phrases.NOT_FOUND, page), _heading(phrases.NOT_FOUND, page)
    title = title or _is(phrases.EXCLAMATION, page.title)
    h2 = not page.h1 and any(_is(phrases.NOT_FOUND, text) for text in page.headings[:1])
    prose = fold(page.prose or page.text)
    said = bool(phrases.NOT_FOUND_IN.search(prose[:700]))
    if any(_about_not_found(text) for text in (page.title, *page.h1[:1])) and len(prose) > 150:
        return False
    if title and (h1 or h2):
        return page.paragraphs < 5 and _length(page) < 1500
    if title or h1 or h2:
        return _length(page) < (900 if said else 500) and page.paragraphs < 4
    # No heading says so: only a page that says hardly anything else.
    opening = re.split(r"[.!?]", prose, maxsplit=1)[0]
    if _is(phrases.NOT_FOUND, opening) and len(page.text) < 400:
        return True
    early = bool(phrases.NOT_FOUND_IN.search(prose[:150]))
    return early and len(page.text) < 300 and page.paragraphs < 2


def _about_not_found(text: str) -> bool:
    """A heading in which "not found" is what is talked about, not what is said."""
    found = fold(text)
    if _is(phrases.NOT_FOUND, text) or not (
        re.search(r"\b404\b", found) or phrases.NOT_FOUND_IN.search(found)
    ):
        return False
    found_parts = parts(text)
    others = [part for part in found_parts if not _is(phrases.NOT_FOUND, part)]
    long = len(others) == len(found_parts) and any(len(part.split()) > 4 for part in others)
    return long or any("?" in part or "404" in part for part in others)


def login_wall(page: Page) -> bool:
    """The page asks who the reader is before it shows anything."""
    says = _title_part(phrases.LOGIN, page) or _heading(phrases.LOGIN, page)
    text = fold(page.text)
    if page.passwords:
        return _length(page) < 250 or (says and _length(page) < 800)
    if says:
        return _length(page) < 300
    return len(page.text) < 300 and bool(phrases.LOGIN_IN.search(text))


def challenge(page: Page, headers: list[tuple[str, str]]) -> bool:
    """The page asks whether the reader is a robot."""
    names = {name: value.lower() for name, value in headers}
    if names.get("cf-mitigated") == "challenge" or "x-amzn-waf-action" in names:
        return True
    html, short = page.html.lower(), _length(page) < 600
    says = _title_part(phrases.CHALLENGE, page) or (
        _heading(phrases.CHALLENGE, page) and _length(page) < 200
    )
    if says and (short and page.paragraphs < 3):
        return True
    if short and len(page.text) < 800 and phrases.CHALLENGE_MARKS.search(html):
        return True
    if len(page.text) < 150 and phrases.GUARD_MARKS.search(html):
        return True
    # A form with several fields is there to be filled in, captcha and all.
    return (
        len(page.text) < 500
        and page.fields < 2
        and bool(
            phrases.CHALLENGE_IN.search(fold(page.text))
            and (phrases.CAPTCHA.search(html) or page.scripts or _length(page) < 200)
        )
    )


def parked(page: Page) -> bool:
    """The domain is for sale, or was sold to someone who shows advertisements."""
    html = page.html.lower()
    head = fold(" ".join([page.title, *page.h1]))
    text = fold(page.text)
    if phrases.PARKING.search(html) and len(page.text) < 1500 and page.paragraphs < 4:
        return True
    if len(page.text) < 1500 and page.paragraphs < 4 and _HINT.search(head + text):
        if phrases.PARKED.search(head):
            return True
        return len(page.text) < 700 and bool(phrases.PARKED.search(text))
    return False


def empty_site(page: Page) -> bool:
    """A server's own placeholder, a suspended account, a maintenance notice."""
    if page.paragraphs >= 3 or _length(page) > 1500:
        return False
    return _is(phrases.EMPTY_SITE, page.title) or (
        _heading(phrases.EMPTY_SITE, page) and _length(page) < 200
    )


def home_title(page: Page) -> bool:
    """The title says that this is a site's front page."""
    return _title_part(phrases.HOME, page)


def spam(page: Page, known: str) -> bool:
    """A page that sells what the register's words for it never spoke of."""
    head = fold(" ".join([page.title, *page.h1]))
    if not phrases.SPAM.search(head) or phrases.HELP.search(head):
        return False
    return not phrases.SPAM.search(fold(known))


def says_nothing(body: bytes) -> bool:
    """A short text or JSON answer that only says that there is nothing."""
    if len(body) > 500:
        return False
    text = body.decode("utf-8", "replace")
    said = re.findall(r'"(?:error|message|detail|title)"\s*:\s*"([^"]*)"', text) or [text]
    return any(_is(phrases.NOT_FOUND, " ".join(part.split())) for part in said)


def says_so(expected: str) -> bool:
    """A registered title that is itself about pages not found, logging in or the like."""
    return any(
        _is(pattern, part)
        for pattern in (
            phrases.NOT_FOUND,
            phrases.LOGIN,
            phrases.CHALLENGE,
            phrases.EMPTY_SITE,
            phrases.HOME,
        )
        for part in (expected, *parts(expected))
    )
