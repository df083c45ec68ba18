"""Reads docs/ and data/ into one `Knowledge`, with everything that is wrong with their form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from kb.load.details import FILE, read_details
from kb.load.inventory import Inventory, take_inventory
from kb.load.navigation import FILE as CONFIG
from kb.load.navigation import NavEntry, read_navigation
from kb.load.pages import RawPage, read_page, unread_page
from kb.load.registers import REGISTERS, Register, read_register
from kb.load.yaml import Located
from kb.model.base import SOURCE_LANG, IdKind, Lang
from kb.model.details import SiteDetails
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Page
from kb.model.problem import Problem
from kb.model.translation import localise

T = TypeVar("T")


@dataclass
class Loaded:
    """What was read: the knowledge, and what the checks need beside it."""

    root: Path
    knowledge: Knowledge
    pages: dict[tuple[Lang, str], RawPage] = field(default_factory=dict)
    registers: dict[str, Register] = field(default_factory=dict)
    details_file: Located = field(default_factory=lambda: Located(FILE))
    details_readable: bool = False
    navigation: list[NavEntry] | None = None
    """None when it cannot be read."""
    inventory: Inventory = field(default_factory=Inventory)
    problems: list[Problem] = field(default_factory=list)

    def ids(self, kind: IdKind) -> set[str] | None:
        """Every id of a kind that something defines, faulty or not; None when nobody can say."""
        if kind == "path":
            return {path for _, path in self.pages}
        if kind in {"service", "toolkit"}:
            section = "palvelut" if kind == "service" else "tyokalut"
            return {
                path.rpartition("/")[2].removesuffix(".md")
                for _, path in self.pages
                if path.rpartition("/")[0] == section and not path.endswith("/index.md")
            }
        register = next(found for found in self.registers.values() if found.kind == kind)
        return set(register.ids) if register.readable else None


def load(root: Path, today: dt.date | None = None) -> Loaded:
    """Read the whole content below `root`."""
    knowledge = Knowledge(today=today or dt.date.today())
    inventory = take_inventory(root)
    loaded = Loaded(root, knowledge, inventory=inventory, problems=list(inventory.problems))
    for name, (kind, _) in REGISTERS.items():
        file = f"data/{name}.yml"
        unread = Register(kind, Located(file))
        register = _read(loaded, file, partial(read_register, root, name), unread)
        loaded.registers[name] = register
        setattr(knowledge, name, register.records)
    details: tuple[Located, SiteDetails | None] = (Located(FILE), None)
    loaded.details_file, record = _read(loaded, FILE, partial(read_details, root), details)
    if record is not None:
        knowledge.details, loaded.details_readable = record, True
    for lang, path in inventory.pages:
        page = unread_page(lang, path)
        loaded.pages[lang, path] = _read(
            loaded, page.file, partial(read_page, root, lang, path), page
        )
    loaded.navigation = _read(loaded, CONFIG, partial(read_navigation, root), None)
    # In the navigation's order, so that every list on the site follows it.
    place = {entry.path: number for number, entry in enumerate(loaded.navigation or [])}
    in_order = sorted(loaded.pages, key=lambda key: place.get(key[1], len(place)))
    for key in in_order:
        page = loaded.pages[key]
        document = _document(page, loaded)
        if document is not None:
            knowledge.documents[key] = document
    return loaded


def _read(loaded: Loaded, file: str, read: Callable[[], tuple[T, list[Problem]]], unread: T) -> T:
    """What `read` makes of a file, whose problems are noted; `unread` where it is not to be read.

    Whatever breaks a reader is told as a problem of the file that it was reading, so that no
    file can keep an editor from hearing about the others.
    """
    folder = file.partition("/")[0]
    if not loaded.inventory.refused.isdisjoint({file, folder}):
        return unread
    try:
        found, problems = read()
    except Exception as error:
        found, problems = unread, [_broken(file, error)]
    loaded.problems += problems
    return found


def _broken(file: str, error: Exception) -> Problem:
    cause = f"{type(error).__name__}: {error}"[:200]
    return Problem(
        file,
        1,
        f"tiedostoa ei voitu lukea ({cause}); peru viimeisin muutos tai kerro tästä ylläpidolle",
        f"the file could not be read ({cause}); undo the last change or tell the maintainers",
    )


def _document(page: RawPage, loaded: Loaded) -> Document | None:
    source = loaded.pages.get((SOURCE_LANG, page.path))
    if page.record is None or page.outline is None or source is None:
        return None
    if not isinstance(source.record, Page):
        return None
    meta = source.record
    if page.lang != SOURCE_LANG:
        meta = localise(meta, page.record)
    return Document(
        page.path,
        page.lang,
        page.file,
        meta,  # type: ignore[arg-type]
        page.outline,
        tuple(page.front_texts),
    )
