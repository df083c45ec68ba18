"""What the link job saw of the external links, as far as the site shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.model.base import Lang
from linkjudge.codes import Verdict

STALE_DAYS = 14
"""GitHub switches scheduled jobs off in a quiet repository; after so many days the site says so."""


@dataclass(frozen=True)
class LinkStatus:
    """What is known of one link; all is None where it was never checked."""

    status: Verdict | None = None
    since: dt.date | None = None
    """First day of the present status."""
    checked: dt.date | None = None
    age_days: int | None = None
    """Days from the last check to the build."""
    reasons: Mapping[Lang, str] = field(default_factory=dict)
    """What was seen, as a sentence in each language that has one."""
    moved_to: str | None = None
    """The new address, where the link has moved."""

    @property
    def stale(self) -> bool:
        """Whether the check is over 14 days old at the time of the build."""
        return _stale(self.age_days)

    @property
    def broken(self) -> bool:
        """Whether the site may say that the link does not work."""
        return self.status == "broken"

    def reason(self, lang: Lang) -> str:
        """What was seen, as a sentence; empty where nobody has written it in that language."""
        return self.reasons.get(lang, "")


@dataclass(frozen=True)
class PublishedLinks:
    """Every link's status, and when links were last checked at all; empty: never."""

    checked: dt.date | None = None
    age_days: int | None = None
    """Days from the last check to the build."""
    _links: dict[str, LinkStatus] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)

    @property
    def stale(self) -> bool:
        """Whether the last check is over 14 days old at the time of the build."""
        return _stale(self.age_days)

    def get(self, ident: str, url: str) -> LinkStatus:
        """The status of a link; one whose address was changed since is not checked yet."""
        return self._links[ident] if self._urls.get(ident) == url else LinkStatus()


def _stale(age_days: int | None) -> bool:
    return age_days is not None and age_days > STALE_DAYS
