"""Every id that something cites is defined, and dates lie where they can."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kb.checks.common import page_name
from kb.checks.near import near
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.load.yaml import Located, Path
from kb.markup.allowed import IDENT
from kb.model.base import IdKind, RefTo
from kb.model.pages import Page, Service, Situation
from kb.model.parts import StatuteRef
from kb.model.problem import Problem
from kb.model.walk import KeyPath, Leaf, items, leaves

_NAMES: dict[IdKind, tuple[str, str]] = {
    "service": ("palvelua", "service"),
    "toolkit": ("työkalua", "toolkit"),
    "organisation": ("organisaatiota", "organisation"),
    "link": ("linkkiä", "link"),
    "statute": ("lakia", "statute"),
    "reference": ("lähdettä", "reference"),
    "change": ("muutosta", "change"),
    "group": ("ryhmää", "group"),
    "term": ("termiä", "term"),
    "label": ("sanaa", "label"),
    "language": ("kieltä", "language"),
    "section": ("osiota", "section"),
    "path": ("sivua", "page"),
}


_PAGES = {"service", "toolkit", "path"}
"""Kinds of ids that are pages."""


def unknown_id(
    kind: IdKind, ident: str, known: set[str], file: str, line: int, where: str
) -> Problem:
    """The error that `ident` is not defined `where` it could be, with the nearest id that is."""
    fi, en = _NAMES[kind]
    close = near(ident, (one for one in known if kind == "path" or IDENT.fullmatch(one)))
    hint_fi = f"tarkoititko '{close}'?" if close else f"lisää se ({where}) tai korjaa tunnus"
    hint_en = f"did you mean '{close}'?" if close else f"add it ({where}) or mend the id"
    return Problem(
        file,
        line,
        f"{fi} '{ident}' ei ole; {hint_fi}",
        f"no {en} '{ident}' is defined; {hint_en}",
        gone=page_name(ident) if kind in _PAGES and not close else "",
    )


def check(loaded: Loaded) -> Iterator[Problem]:
    """Unknown ids, unknown sections of law and impossible days, in pages and registers."""
    known = {kind: loaded.ids(kind) for kind in _NAMES}
    for page in loaded.pages.values():
        if page.record is None:
            continue
        yield from _twice(page)
        for leaf in leaves(page.record):
            yield from _leaf(leaf, (), page.located, known, loaded)
        if isinstance(page.record, Page):
            yield from _sections(page.record, page.located, loaded)
            yield from _group(page, loaded)
    for name, register in loaded.registers.items():
        for ident, record in register.records.items():
            base: Path = (name, register.index[ident])
            for leaf in leaves(record):
                yield from _leaf(leaf, base, register.located, known, loaded)
    for leaf in leaves(loaded.knowledge.county) if loaded.county_file.value else ():
        yield from _leaf(leaf, (), loaded.county_file, known, loaded)
    for leaf in leaves(loaded.knowledge.details):
        yield from _leaf(leaf, (), loaded.details_file, known, loaded)


def _leaf(
    leaf: Leaf,
    base: Path,
    located: Located,
    known: dict[IdKind, set[str] | None],
    loaded: Loaded,
) -> Iterator[Problem]:
    line = located.line((*base, *leaf.yaml_path))
    ref = leaf.marker(RefTo)
    ids = known[ref.kind] if ref else None
    if ref and ids is not None and leaf.value not in ids:
        yield unknown_id(ref.kind, str(leaf.value), ids, located.file, line, loaded.where(ref.kind))
    if isinstance(leaf.value, dt.date) and leaf.value > loaded.knowledge.today:
        yield Problem(
            located.file,
            line,
            f"päivä {leaf.value.isoformat()} on tulevaisuudessa; kirjoita päivä, jona tarkistit",
            f"the day {leaf.value.isoformat()} lies in the future; write the day you checked",
        )


def _twice(page: RawPage) -> Iterator[Problem]:
    """An item of a list that has the key of an earlier one."""
    assert page.record is not None
    first: dict[KeyPath, int] = {}
    for key, path in items(page.record):
        if key[0] == "criteria":
            key = ("criteria", key[-1])  # noqa: PLW2901 - the three lists share one anchor space
        line = page.located.line(path)
        if key in first:
            yield Problem(
                page.file,
                line,
                f"kohdassa {key[-2]} on jo '{key[-1]}' rivillä {first[key]}; anna toinen tunnus "
                "tai poista toinen",
                f"'{key[-1]}' stands in {key[-2]} on line {first[key]} already; use another id or "
                "remove one",
            )
        first.setdefault(key, line)


def _group(page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    """A page in a group of another section would show in no index."""
    record = page.record
    if not isinstance(record, Service | Situation):
        return
    group = loaded.knowledge.groups.get(record.group)
    section = page.path.partition("/")[0]
    if group is not None and group.section != section:
        yield Problem(
            page.file,
            page.located.line(("group",)),
            f"ryhmä '{group.id}' kuuluu osioon {group.section}; valitse osion {section} ryhmä",
            f"the group '{group.id}' is of the section {group.section}; choose one of {section}",
        )


def _sections(record: Page, located: Located, loaded: Loaded) -> Iterator[Problem]:
    """A section of law that a page cites must be listed under its act."""
    if not isinstance(record, Service):
        return
    cited: list[tuple[Path, StatuteRef]] = [
        (("statutes", n), ref) for n, ref in enumerate(record.statutes)
    ]
    for number, decision in enumerate(record.decisions):
        cited += [
            (("decisions", number, "statutes", n), ref) for n, ref in enumerate(decision.statutes)
        ]
    for path, ref in cited:
        statute = loaded.knowledge.statutes.get(ref.act)
        if statute is None or ref.section is None:
            continue
        if ref.section not in {section.id for section in statute.sections}:
            yield Problem(
                located.file,
                located.line((*path, "section")),
                f"lain '{ref.act}' pykälää {ref.section} ei ole; lisää se (data/statutes.yml)",
                f"section {ref.section} of '{ref.act}' is not listed; add it (data/statutes.yml)",
            )
