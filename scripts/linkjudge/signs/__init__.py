"""Signs that a page with status 200 is not the page.

Each module has the words and the measures of one kind of sign; what counts where is told in
`signs.common`.
"""

from __future__ import annotations

from linkjudge.codes import Code
from linkjudge.page import Page
from linkjudge.signs import doors, gone, sites, walls
from linkjudge.signs.common import is_all
from linkjudge.signs.gone_words import NOT_FOUND
from linkjudge.titles import parts

TOPICS = (
    NOT_FOUND, doors.LOGIN, doors.SESSION, doors.CONSENT, doors.QUEUE, walls.TITLES,
    walls.DENIED, sites.EMPTY_SITE, sites.HOME,
)  # fmt: skip


def says(page: Page, *, known: bool, at_login: bool, title: str, about: str) -> Code | None:
    """What a page says it is instead of what was looked for.

    `known`: its registered title says such a thing itself; `at_login`: a page to log in was asked
    for; `title`: the registered one, or empty; `about`: the register's words and its address.
    """
    if not known:
        if gone.not_found(page):
            return Code.NOT_FOUND
        if doors.login_wall(page) and not at_login:
            return Code.LOGIN
        for sign, code in (
            (walls.denied, Code.DENIED),
            (doors.session_over, Code.SESSION),
            (doors.queue, Code.QUEUE),
            (doors.consent, Code.CONSENT),
            (sites.empty_site, Code.EMPTY_SITE),
        ):
            if sign(page):
                return code
    if sites.parked(page, title) or sites.spam(page, about):
        return Code.PARKED
    return None


def is_topic(expected: str) -> bool:
    """A registered title that is itself about pages not found, logging in or the like."""
    return any(is_all(pattern, part) for pattern in TOPICS for part in (expected, *parts(expected)))
