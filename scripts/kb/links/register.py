"""Reads the register for the checker: leniently, because `kb check` judges its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kb.links.files import CannotWorkError
from kb.load.yaml import parse
from kb.model.data import Settled, last_word
from linkjudge.model import Kind, Target

FILE = Path("data/links.yml")


@dataclass(frozen=True)
class Entry:
    """A link of the register, as far as the checker and its reports need it."""

    target: Target
    name_fi: str
    name_en: str
    owner: str = ""
    settled: Settled | None = None
    """A person's last word and its day; a day that has yet to come is none."""
    archive: str | None = None
    replaced_by: str | None = None

    @property
    def given_up(self) -> bool:
        """Whether a person has said that the content is gone: nobody need look again."""
        return self.settled is not None and self.settled.verdict == "gone"

    @property
    def id(self) -> str:
        """The link's id."""
        return self.target.id

    @property
    def url(self) -> str:
        """The registered address, as it is written."""
        return self.target.url


def read_register(path: Path) -> dict[str, Entry]:
    """Every link of the register, in its order; `CannotWorkError` where it cannot be read."""
    # Not by the rules for files that editors write: a machine's register may be one long line.
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotWorkError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CannotWorkError(
            f"{path}: tiedosto ei ole UTF-8:aa / the file is not UTF-8"
        ) from error
    located = parse(text, str(path))
    if located.problems:
        raise CannotWorkError(str(located.problems[0]))
    links = located.value.get("links") if isinstance(located.value, dict) else None
    if not isinstance(links, list):
        raise CannotWorkError(f"{path}: kohta 'links:' puuttuu / there is no list under 'links:'")
    found: dict[str, Entry] = {}
    for number, item in enumerate(links):
        line = located.line(("links", number))
        ident, url = (item.get("id"), item.get("url")) if isinstance(item, dict) else (None, None)
        if not ident or not isinstance(url, str):
            raise CannotWorkError(
                f"{path}:{line}: linkiltä puuttuu id tai url / a link lacks its id or url"
            )
        if str(ident) in found:
            raise CannotWorkError(
                f"{path}:{line}: tunnus '{ident}' on kahdesti / the id '{ident}' stands twice"
            )
        found[str(ident)] = _entry(str(ident), url, item)
    return found


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def _word(value: object) -> Settled | None:
    if not isinstance(value, dict) or value.get("verdict") not in {"ok", "gone"}:
        return None
    on = _day(value.get("on"))
    return Settled(value["verdict"], on) if on else None


def _entry(ident: str, url: str, item: dict[str, Any]) -> Entry:
    expect = item.get("expect")
    expect = expect if isinstance(expect, dict) else {}
    kind: Kind | None = expect.get("type") if expect.get("type") in get_args(Kind) else None
    seen = expect.get("title")
    name = item.get("title")
    names = name if isinstance(name, dict) else {"": name}
    first = next((str(text) for text in names.values() if text), ident)
    return Entry(
        Target(ident, url, kind, str(seen) if seen else None),
        str(names.get("fi") or first),
        str(names.get("en") or first),
        str(item.get("owner") or ""),
        last_word(_day(item.get("checked")), _word(item.get("reviewed"))),
        str(item["archive"]) if item.get("archive") else None,
        str(item["replaced_by"]) if item.get("replaced_by") else None,
    )
