"""What the site may say of its links: read from the memory at build time, if there is one.

The file is KB_LINK_STATE if that is set, else data/link-state.json, which the link job keeps on
the branch `links-state` and the build of the site fetches. Without it every link is simply not
checked yet; nothing here ever fails a build.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from kb.links.core.model import Verdict
from kb.links.memory import VERSION, Memory

STALE_DAYS = 14
FILE = Path("data/link-state.json")


@dataclass(frozen=True)
class LinkStatus:
    """What is known of one link; all is None where it was never checked."""

    status: Verdict | None = None
    since: dt.date | None = None
    checked: dt.date | None = None
    age_days: int | None = None
    """Days from the last check to the build."""
    reason_fi: str = ""
    reason_en: str = ""
    moved_to: str | None = None
    """The new address, where the link has moved."""

    @property
    def stale(self) -> bool:
        """Whether the check is over 14 days old at the time of the build."""
        return self.age_days is not None and self.age_days > STALE_DAYS


@dataclass(frozen=True)
class PublishedLinks:
    """Every link's status, and when links were last checked at all."""

    checked: dt.date | None = None
    age_days: int | None = None
    _links: dict[str, LinkStatus] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)

    @property
    def stale(self) -> bool:
        """Whether the last check is over 14 days old at the time of the build."""
        return self.age_days is not None and self.age_days > STALE_DAYS

    def get(self, ident: str, url: str) -> LinkStatus:
        """The status of a link; one whose address was changed since is not checked yet."""
        return self._links[ident] if self._urls.get(ident) == url else LinkStatus()


def read_published(root: Path, today: dt.date) -> PublishedLinks:
    """Read the memory for a build on the day `today`; empty where there is none to read."""
    told = os.environ.get("KB_LINK_STATE")
    path = Path(told) if told else root / FILE
    try:
        memory = Memory.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return PublishedLinks()
    if memory.version != VERSION or memory.checked is None:
        return PublishedLinks()
    return PublishedLinks(
        memory.checked,
        (today - memory.checked).days,
        {
            ident: LinkStatus(
                known.status,
                known.since,
                known.checked,
                (today - known.checked).days,
                known.reason_fi,
                known.reason_en,
                known.final_url if known.verdict == "moved" else None,
            )
            for ident, known in memory.links.items()
        },
        {ident: known.url for ident, known in memory.links.items()},
    )
