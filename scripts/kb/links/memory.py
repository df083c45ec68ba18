"""What is remembered between runs, and what the site may say of a link because of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from kb.links.files import CannotWorkError, write_json
from kb.links.register import Entry
from linkjudge import reasons, titles
from linkjudge.model import Finding, Verdict

VERSION = 1
_FAILS: set[Verdict] = {"broken", "unreachable"}
_GOOD: set[Verdict] = {"ok", "moved"}
_RUNS = 3
"""Failing runs, on as many days, before a link is published as broken."""


class Remembered(BaseModel):
    """One link, as of its last run."""

    model_config = ConfigDict(extra="ignore")

    url: str
    status: Verdict
    since: dt.date
    """First day of the present status."""
    checked: dt.date
    """Day of the last run."""
    verdict: Verdict
    reason_fi: str
    reason_en: str
    final_url: str
    http_status: int | None = None
    failed: list[dt.date] = []
    """Days of failing runs since the last good one."""
    title: str = ""
    words: list[str] = []
    """The page as it was when it was last good: its title and the stems it uses most."""
    changed: dt.date | None = None
    """When the page was first seen with another title and subject."""


class Memory(BaseModel):
    """The state file."""

    version: int = VERSION
    checked: dt.date | None = None
    links: dict[str, Remembered] = {}


def read_memory(path: Path | None) -> tuple[Memory, str | None]:
    """The memory in `path`, and a warning if what was there had to be set aside.

    No file is an empty memory. A file that cannot even be read is `CannotWorkError`: going on
    would end in overwriting what may be whole.
    """
    if path is None or not path.exists():
        return Memory(), None
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CannotWorkError(f"{path}: {error.strerror or error}") from error
    try:
        value = json.loads(raw)
        if not isinstance(value, dict) or value.get("version") != VERSION:
            raise ValueError("version")
        return Memory.model_validate(value), None
    except (ValueError, ValidationError, RecursionError):
        return Memory(), _set_aside(path)


def _set_aside(path: Path) -> str:
    number = 1
    while (aside := path.with_name(f"{path.name}.old-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise CannotWorkError(f"{path}: {error.strerror or error}") from error
    return (
        f"{path}: tilatiedosto on rikki tai vanhaa muotoa; se siirrettiin nimelle {aside.name} ja "
        f"muisti alkaa alusta / the state file is corrupt or of an older form; it was set aside "
        f"as {aside.name} and memory starts anew"
    )


def write_memory(path: Path, memory: Memory) -> None:
    """Write the memory in one step."""
    value: dict[str, Any] = memory.model_dump(mode="json", exclude_defaults=True)
    write_json(path, {"version": VERSION, "links": {}, **value}, "links")


def remember(
    before: Remembered | None, finding: Finding, entry: Entry, today: dt.date
) -> Remembered:
    """What is known of a link after a run; a new address in the register starts anew."""
    if before is not None and before.url != entry.url:
        before = None
    verdict, reason = finding.verdict, finding.reason
    title = before.title if before else ""
    words = before.words if before else []
    changed = None
    if verdict in _GOOD:
        if before is not None and _became_another(before, finding, entry, today):
            changed = before.changed or today
            verdict = "suspect"
            now = finding.seen.title if finding.seen else ""
            reason = reasons.say("changed", before=before.title, title=now)
        elif finding.seen is not None:
            title, words = finding.seen.title, list(finding.seen.words)
    elif before is not None:
        changed = before.changed
    failed: list[dt.date] = [] if verdict in _GOOD or before is None else list(before.failed)
    status = verdict
    if verdict in _FAILS:
        failed = sorted({*failed, today})[-_RUNS:]
        status = "broken" if len(failed) >= _RUNS else "unreachable"
    return Remembered(
        url=entry.url,
        status=status,
        since=before.since if before and before.status == status else today,
        checked=today,
        verdict=verdict,
        reason_fi=reason.fi,
        reason_en=reason.en,
        final_url=finding.final_url,
        http_status=finding.http_status,
        failed=failed,
        title=title,
        words=words,
        changed=changed,
    )


def _became_another(before: Remembered, finding: Finding, entry: Entry, today: dt.date) -> bool:
    """Whether the page has another title and subject, and no person has looked since."""
    seen = finding.seen
    if seen is None or not titles.changed(
        before.title, tuple(before.words), seen.title, seen.words
    ):
        return False
    if entry.checked is not None and entry.checked >= (before.changed or today):
        return False
    expected = entry.target.title
    # The register's own title for the page is a person's word, newer than the memory.
    return (
        expected is None or titles.share(titles.tokens(expected), titles.tokens(seen.title)) < 0.5
    )
