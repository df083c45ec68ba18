"""Judges a memory that another machine hands over before it is kept.

The machine that opens other people's pages may have been taken over by one of them. So what comes
from there is taken field by field, as text and days and known codes, or refused as a whole; what is
kept never holds more than the register's own links.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from kb.links.files import CannotWorkError
from kb.links.memory import VERSION, Alarm, Memory, Remembered
from kb.links.register import Entry
from kb.links.us import host
from linkjudge.codes import BY_NAME

_BYTES = 5_000_000
"""A memory of 1,000 links takes 0.5 MB."""
_TEXT = 4_000
"""Characters of the longest text, an address."""
_SHORT = 300
"""Characters of a stem, and how many a page is remembered by at most."""


def accept(
    handed: Path, memory: Memory, entries: Mapping[str, Entry], today: dt.date
) -> tuple[Memory, int]:
    """The memory with what `handed` adds to it, and how many links that were.

    A link is taken when the register has it at the same address and it was asked no earlier than
    what is remembered of it, so that two runs cannot lose each other's results. Raises
    `CannotWorkError`, with the first thing that is wrong, when anything is.
    """
    found = _read(handed)
    for ident, known in found.links.items():
        for fault in _faults(known, today):
            raise _refused(handed, f"{ident[:_SHORT]!r}: {fault}")
    if any(day > today for day in found.barring.values()):
        raise _refused(handed, "barring")
    if found.checked is None or found.checked > today:
        raise _refused(handed, "checked")
    memory = memory.until(today)
    links, taken = dict(memory.links), 0
    for ident, known in found.links.items():
        entry, before = entries.get(ident), links.get(ident)
        same = entry is not None and entry.url == known.url
        if same and (before is None or before.url != known.url or before.checked <= known.checked):
            links[ident] = known
            taken += 1
    checked = max(found.checked, memory.checked or found.checked)
    kept = {ident: links[ident] for ident in entries if ident in links}
    hosts = {host(entry.url) for entry in entries.values()}
    barring = {place: day for place, day in found.barring.items() if place in hosts}
    return Memory(checked=checked, barring=barring, links=kept), taken


def _read(handed: Path) -> Memory:
    try:
        if handed.is_symlink() or not handed.is_file():
            raise _refused(handed, "no regular file")
        if handed.stat().st_size > _BYTES:
            raise _refused(handed, f"> {_BYTES} bytes")
        found = Memory.model_validate_json(handed.read_bytes())
    except OSError as error:
        raise CannotWorkError(f"{handed}: {error.strerror or error}") from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part)[:_SHORT] for part in first["loc"])
        raise _refused(handed, f"{place!r}: {first['type']}") from error
    except RecursionError as error:
        raise _refused(handed, "nested too deep") from error
    if found.version != VERSION:
        raise _refused(handed, f"version {found.version}")
    return found


def _faults(known: Remembered, today: dt.date) -> Iterator[str]:
    """What no honest run writes of a link."""
    for field, value in known.model_dump().items():
        for text in _texts(value):
            if not text.isprintable() or len(text) > _TEXT:
                yield f"{field}: text"
        for day in _days(value):
            if day > today:
                yield f"{field}: {day}"
    for field, address in (("url", known.url), ("final_url", known.final_url)):
        try:
            scheme = urlsplit(address).scheme
        except ValueError:
            scheme = ""
        if scheme not in {"http", "https"}:
            yield f"{field}: scheme"
    if known.http_status is not None and not 100 <= known.http_status <= 999:
        yield "http_status"
    alarm = known.alarm or Alarm(since=today)
    titles = [*known.title, *alarm.title]
    stems = [*known.words, *alarm.words, *(stem for part in titles for stem in part)]
    if len(stems) > _SHORT or any(len(stem) > _SHORT or " " in stem for stem in stems):
        yield "stems"
    if any(code and code not in BY_NAME for code in (known.code, alarm.code)):
        yield "code"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        yield from _texts([*value.keys(), *value.values()])


def _days(value: Any) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _days(part)
    elif isinstance(value, dict):
        yield from _days(list(value.values()))


def _refused(handed: Path, why: str) -> CannotWorkError:
    return CannotWorkError(
        f"{handed}: luovutettua muistia ei oteta vastaan, mitään ei tallennettu ({why}) / "
        f"the memory handed over is refused, nothing was kept ({why})"
    )
