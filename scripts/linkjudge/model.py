"""What goes into the judgement and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from linkjudge.codes import Code, Verdict

Kind = Literal["html", "pdf", "zip", "other"]


@dataclass(frozen=True)
class Target:
    """An address to judge, and what a person saw there."""

    id: str
    url: str
    kind: Kind | None = None
    title: str | None = None


@dataclass(frozen=True)
class Limits:
    """What one link may cost. Times in seconds, sizes in bytes."""

    total: float = 10.0
    """All requests of a link together, waits for its host's turn not counted."""
    retry_after: float = 5.0
    """The longest wait that a server may ask for before the one more try."""
    body: float = 5.0
    """From the first byte of a body to the last that is read."""
    stall: float = 3.0
    """The longest silence inside a body."""
    size: int = 256 * 1024
    hops: int = 20
    """As many redirects as browsers follow."""


@dataclass(frozen=True)
class Seen:
    """What a page was about, to be compared with the next run: stems, no text of the page's own."""

    title: tuple[tuple[str, ...], ...]
    """The stems of each part of the title."""
    words: tuple[str, ...]
    """The stems that its text uses most."""


@dataclass(frozen=True)
class Finding:
    """What one run saw of one link."""

    target: Target
    code: Code
    final_url: str
    """Where a reader ends up; for `moved` and `slip` the address to put in the register."""
    http_status: int | None
    requests: int
    bytes: int
    seen: Seen | None = None
    """What the page was about, whatever the verdict, where there was a page to read."""
    title: str = ""
    """The page's title in its own words. A stranger wrote it: quote it with care, or not at all."""

    @property
    def verdict(self) -> Verdict:
        """The verdict that goes with the code."""
        return self.code.verdict


@dataclass
class Spent:
    """What a link has cost so far."""

    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0
