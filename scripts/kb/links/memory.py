"""What is remembered between runs, and what the site may say of a link because of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from kb.links.files import CannotWorkError, write_json
from kb.links.register import Entry
from linkjudge import titles
from linkjudge.codes import FAILS, GOOD, Code, Verdict
from linkjudge.model import Finding, Seen

VERSION = 2
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
    code: str = ""
    """What was met, one of the judge's codes; its sentence is ours (see `sentences`)."""
    final_url: str
    http_status: int | None = None
    failed: list[dt.date] = []
    """Days of failing runs since the last good one."""
    title: list[list[str]] = []
    words: list[str] = []
    """The page as it was when it was last good: stems of its title's parts, and of its text."""
    changed: dt.date | None = None
    """When the page was first seen with another title and subject."""


class Memory(BaseModel):
    """The state file."""

    version: int = VERSION
    checked: dt.date | None = None
    links: dict[str, Remembered] = {}

    @model_validator(mode="before")
    @classmethod
    def _from_version_1(cls, value: Any) -> Any:
        """Version 1 kept sentences and titles as they were written; days and verdicts stay."""
        if not isinstance(value, dict) or value.get("version") != 1:
            return value
        links = {
            ident: {**link, "title": titles.stems(str(link.get("title") or ""))}
            if isinstance(link, dict) else link
            for ident, link in value.get("links", {}).items()
        }  # fmt: skip
        return {**value, "version": VERSION, "links": links}


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
        if not isinstance(value, dict) or value.get("version") not in {1, VERSION}:
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
    verdict, code = finding.verdict, finding.code
    title = before.title if before else []
    words = before.words if before else []
    changed = None
    if verdict in GOOD:
        if before is not None and _became_another(before, finding, entry, today):
            changed = before.changed or today
            verdict, code = Code.CHANGED.verdict, Code.CHANGED
        elif finding.seen is not None:
            title, words = [list(part) for part in finding.seen.title], list(finding.seen.words)
    elif before is not None:
        changed = before.changed
    failed: list[dt.date] = [] if verdict in GOOD or before is None else list(before.failed)
    status = verdict
    if verdict in FAILS:
        failed = sorted({*failed, today})[-_RUNS:]
        status = "broken" if len(failed) >= _RUNS else "unreachable"
    return Remembered(
        url=entry.url,
        status=status,
        since=before.since if before and before.status == status else today,
        checked=today,
        verdict=verdict,
        code=code.value,
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
    old = Seen(tuple(map(tuple, before.title)), tuple(before.words))
    if seen is None or not titles.changed(old, seen):
        return False
    if entry.checked is not None and entry.checked >= (before.changed or today):
        return False
    expected = entry.target.title
    # The register's own title for the page is a person's word, newer than the memory.
    now = [word for part in seen.title for word in part]
    return expected is None or titles.share(titles.tokens(expected), now) < titles.SAME_TITLE
