"""Reads docs/ and data/ into one `Knowledge`, with everything that is wrong with their form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from kb.load.details import FILE, read_details
from kb.load.navigation import NavEntry, read_navigation
from kb.load.pages import RawPage, read_page
from kb.load.registers import REGISTERS, Register, read_register
from kb.load.yaml import Located
from kb.model.base import LANGS, SOURCE_LANG, Kind, Lang
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Page
from kb.model.problem import Problem
from kb.model.translation import localise


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
    problems: list[Problem] = field(default_factory=list)

    def ids(self, kind: Kind) -> set[str] | None:
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
        register = self.registers[f"{kind}s"]
        return set(register.ids) if register.readable else None


def load(root: Path, today: dt.date | None = None) -> Loaded:
    """Read the whole content below `root`."""
    knowledge = Knowledge(today=today or dt.date.today())
    loaded = Loaded(root, knowledge)
    for name in REGISTERS:
        register, problems = read_register(root, name)
        loaded.registers[name] = register
        loaded.problems += problems
        setattr(knowledge, name, register.records)
    loaded.details_file, details, problems = read_details(root)
    loaded.problems += problems
    if details is not None:
        knowledge.details, loaded.details_readable = details, True
    loaded.problems += _strays(root)
    for lang in LANGS:
        folder = root / "docs" / lang
        for found in sorted(p for p in folder.rglob("*.md") if p.is_file()):
            path = found.relative_to(folder).as_posix()
            page, problems = read_page(root, lang, path)
            loaded.pages[lang, path] = page
            loaded.problems += problems
    loaded.navigation, problems = read_navigation(root)
    loaded.problems += problems
    # In the navigation's order, so that every list on the site follows it.
    place = {entry.path: number for number, entry in enumerate(loaded.navigation or [])}
    in_order = sorted(loaded.pages, key=lambda key: place.get(key[1], len(place)))
    for key in in_order:
        page = loaded.pages[key]
        document = _document(page, loaded)
        if document is not None:
            knowledge.documents[key] = document
    return loaded


def _strays(root: Path) -> list[Problem]:
    """Pages that stand in no language's folder, where no reader finds them."""
    docs = root / "docs"
    paths = sorted(found.relative_to(docs) for found in docs.rglob("*.md") if found.is_file())
    return [
        Problem(
            f"docs/{path.as_posix()}",
            1,
            "sivu ei ole minkään kielen kansiossa; siirrä se kansioon docs/fi tai docs/en",
            "the page is in no language's folder; move it to docs/fi or docs/en",
        )
        for path in paths
        if path.parts[0] not in LANGS
    ]


def _document(page: RawPage, loaded: Loaded) -> Document | None:
    source = loaded.pages.get((SOURCE_LANG, page.path))
    if page.record is None or page.outline is None or source is None:
        return None
    if not isinstance(source.record, Page):
        return None
    meta = source.record
    if page.lang != SOURCE_LANG:
        meta = localise(meta, page.record)
    return Document(page.path, page.lang, page.file, meta, page.outline)  # type: ignore[arg-type]
