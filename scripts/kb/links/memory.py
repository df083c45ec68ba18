"""What is remembered between runs: the form of the state file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from kb.links.files import CannotWorkError, write_json
from linkjudge import titles
from linkjudge.codes import Code, Verdict

VERSION = 2


class Alarm(BaseModel):
    """What a person is asked to look at: a page that answers and may not be what was meant."""

    since: dt.date
    """When it was first seen so; a person's word of that day or later settles it."""
    code: str = ""
    title: list[list[str]] = []
    words: list[str] = []
    """The page as it was then: stems of its title's parts, and of its text."""


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
    alarm: Alarm | None = None
    """What makes it suspect, also after a person has settled it."""
    barred: bool = False
    """Whether its host lets readers in and this machine not: it cannot be judged from here."""

    @model_validator(mode="before")
    @classmethod
    def _from_changed(cls, value: Any) -> Any:
        """Earlier memories told of a changed page only by the day on which it was first seen."""
        if isinstance(value, dict) and value.get("changed") and "alarm" not in value:
            return {**value, "alarm": {"since": value["changed"], "code": Code.CHANGED.value}}
        return value

    def until(self, today: dt.date) -> Remembered:
        """The same without days to come, which a clock that was wrong has left."""
        alarm = self.alarm
        if alarm is not None:
            alarm = alarm.model_copy(update={"since": min(alarm.since, today)})
        return self.model_copy(
            update={
                "since": min(self.since, today),
                "checked": min(self.checked, today),
                "failed": [day for day in self.failed if day <= today],
                "alarm": alarm,
            }
        )


class Memory(BaseModel):
    """The state file."""

    version: int = VERSION
    checked: dt.date | None = None
    barring: dict[str, dt.date] = {}
    """Hosts that let readers in and this machine not, by the day on which that was learnt."""
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

    def until(self, today: dt.date) -> Memory:
        """The same without days to come."""
        return Memory(
            version=self.version,
            checked=min(self.checked, today) if self.checked else None,
            barring={host: min(day, today) for host, day in self.barring.items()},
            links={ident: known.until(today) for ident, known in self.links.items()},
        )


def read_memory(path: Path | None) -> tuple[Memory, str | None]:
    """The memory in `path`, and a warning if what was there had to be set aside.

    No file is an empty memory. `CannotWorkError` where going on would end in overwriting what may
    be whole: a file that cannot even be read, or one that a newer version of this program wrote.
    """
    if path is None or not path.exists():
        return Memory(), None
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CannotWorkError(f"{path}: {error.strerror or error}") from error
    try:
        value = json.loads(raw)
        version = value.get("version") if isinstance(value, dict) else None
        if isinstance(version, int) and version > VERSION:
            raise CannotWorkError(
                f"{path}: tilatiedoston on kirjoittanut uudempi versio ({version}); siihen ei "
                f"kosketa, päivitä ohjelma / the state file is of a newer version ({version}); it "
                "is left alone, update this program"
            )
        if version not in {1, VERSION}:
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
