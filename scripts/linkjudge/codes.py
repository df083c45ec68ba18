"""What the judge can say of a link: a code each, and the verdict that goes with it.

Codes are for programs; whoever uses the judge says them in the words of its readers. A code says
what was met, never what a stranger wrote.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

Verdict = Literal["ok", "moved", "broken", "suspect", "unreachable"]
GOOD: frozenset[Verdict] = frozenset({"ok", "moved"})
"""The reader gets to what was registered."""
FAILS: frozenset[Verdict] = frozenset({"broken", "unreachable"})
"""The reader gets nowhere, this time."""


class Code(StrEnum):
    """What was met at an address."""

    verdict: Verdict

    def __new__(cls, code: str, verdict: Verdict) -> Self:
        """A code is its name, and brings its verdict along."""
        self = str.__new__(cls, code)
        self._value_ = code
        self.verdict = verdict
        return self

    THERE = "there", "ok"
    THERE_TEMPORARY = "there-temporary", "ok"
    """By a redirect that is not for good."""
    THERE_SLIP = "there-slip", "ok"
    """With white space in the registered address, which browsers overlook."""

    MOVED = "moved", "moved"
    MOVED_ELSEWHERE = "moved-elsewhere", "moved"
    """To another site for good; no registered title tells whether it is the page."""
    MOVED_PAGE = "moved-page", "moved"
    """The page itself sends its reader on."""

    GONE = "gone", "broken"
    """404 or 410."""
    GONE_AFTER = "gone-after", "broken"
    """A redirect to something that is gone."""
    SLIP = "slip", "broken"
    """Gone as written; without a slip of the pen it works."""
    BAD_ADDRESS = "bad-address", "broken"
    UNKNOWN_HOST = "unknown-host", "broken"
    TLS_HOST = "tls-host", "broken"
    """The certificate is another site's."""
    TLS_UNTRUSTED = "tls-untrusted", "broken"
    TLS_OLD = "tls-old", "broken"
    """No version of the protocol that browsers still speak."""
    LOOP = "loop", "broken"
    ENDLESS = "endless", "broken"
    NO_LOCATION = "no-location", "broken"
    BAD_LOCATION = "bad-location", "broken"
    PRIVATE = "private", "broken"

    TLS_CHAIN = "tls-chain", "suspect"
    """The server leaves out a certificate that some browsers find by themselves."""
    LOGIN_ASKED = "login-asked", "suspect"
    """401."""
    FORBIDDEN = "forbidden", "suspect"
    """403."""
    LEGAL = "legal", "suspect"
    """451."""
    ODD_STATUS = "odd-status", "suspect"
    CHALLENGE = "challenge", "suspect"
    """A check for robots."""
    DENIED = "denied", "suspect"
    """Status 200, and words that refuse."""
    SESSION = "session", "suspect"
    """The address held for a session that is over."""
    CONSENT = "consent", "suspect"
    """A consent stands in place of the page."""
    QUEUE = "queue", "suspect"
    """A waiting room stands in place of the page."""
    ELSEWHERE = "elsewhere", "suspect"
    """Another site, and no registered title by which to know the page there."""
    HANDED_OVER = "handed-over", "suspect"
    """A redirect to a mail, an app or a meeting: there is no page to see."""
    AS_NONE = "as-none", "suspect"
    """The same as the host answers to an address that cannot exist."""
    EMPTY = "empty", "suspect"
    UNDECODABLE = "undecodable", "suspect"
    UNREADABLE = "unreadable", "suspect"
    """Too heavy to be read within the limits of time and memory."""
    LOGIN = "login", "suspect"
    HOME = "home", "suspect"
    NOT_FOUND = "not-found", "suspect"
    """Status 200, and words that say that there is nothing."""
    PARKED = "parked", "suspect"
    EMPTY_SITE = "empty-site", "suspect"
    """A server's own placeholder or notice."""
    NOW_HTML = "now-html", "suspect"
    NOW_PDF = "now-pdf", "suspect"
    NOW_ZIP = "now-zip", "suspect"
    NOW_OTHER = "now-other", "suspect"
    """Another kind of file than was registered."""
    TITLE = "title", "suspect"
    ANCHOR = "anchor", "suspect"
    CHANGED = "changed", "suspect"
    """Another title and subject than at the last run."""

    TIMEOUT = "timeout", "unreachable"
    REFUSED = "refused", "unreachable"
    LOST = "lost", "unreachable"
    GARBLED = "garbled", "unreachable"
    DNS = "dns", "unreachable"
    TLS_EXPIRED = "tls-expired", "unreachable"
    TLS_OTHER = "tls-other", "unreachable"
    SERVER_ERROR = "server-error", "unreachable"
    BUSY = "busy", "unreachable"


BY_NAME: dict[str, Code] = {code.value: code for code in Code}
"""Every code by its name, as it is written in files."""
