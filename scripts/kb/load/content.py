"""Reads docs/ and data/ into one `Knowledge`, with everything that is wrong with their form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kb.load.inventory import Inventory, add_documents, language_folders, take_inventory
from kb.load.labels import labels_of
from kb.load.pages import RawPage, read_page, unread_page
from kb.load.queries import query_files, read_query_file
from kb.load.record import COUNTY, OWNER, read_record
from kb.load.registers import REGISTERS, Register, read_register, texts_of_register
from kb.load.sections import judge_sections
from kb.load.settings import FILE as SETTINGS
from kb.load.settings import read_settings
from kb.load.today import today_in
from kb.load.touched import touched
from kb.load.yaml import Located
from kb.model.base import IdKind, Lang
from kb.model.county import County
from kb.model.details import SiteDetails
from kb.model.kinds import KINDS, kind_at
from kb.model.knowledge import Document, Knowledge
from kb.model.languages import Languages
from kb.model.order import Key, menu_key
from kb.model.pages import Page
from kb.model.problem import Problem
from kb.model.queries import Query
from kb.model.translation import localise
from kb.model.words import FILE as WORDS
from kb.model.words import Words

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass
class Loaded:
    """What was read: the knowledge, and what the checks need beside it."""

    root: Path
    knowledge: Knowledge
    pages: dict[tuple[Lang, str], RawPage] = field(default_factory=dict)
    registers: dict[str, Register] = field(default_factory=dict)
    county_file: Located = field(default_factory=lambda: Located(COUNTY))
    words_file: Located = field(default_factory=lambda: Located(WORDS))
    details_file: Located = field(default_factory=lambda: Located(OWNER))
    details_readable: bool = False
    inventory: Inventory = field(default_factory=Inventory)
    problems: list[Problem] = field(default_factory=list)
    pages_read: bool = False
    """False where languages or sections are faulty: then nobody can say what the pages are."""

    @cached_property
    def touched(self) -> frozenset[str]:
        """The files that the last change touched; asked only where two files differ."""
        return touched(self.root)

    def ids(self, kind: IdKind) -> set[str] | None:
        """Every id of a kind that something defines, faulty or not; None when nobody can say."""
        if kind == "path":
            return {path for _, path in self.pages}
        if any(kind == row.cited_as for row in KINDS):
            return {
                path.rpartition("/")[2].removesuffix(".md")
                for (_, path), page in self.pages.items()
                if page.kind.cited_as == kind
            }
        register = next(found for found in self.registers.values() if found.kind == kind)
        return set(register.ids) if register.readable else None

    def where(self, kind: IdKind) -> str:
        """Where an id of a kind is defined, as an editor looks for it."""
        folder = f"docs/{self.knowledge.languages.source}/"
        for row in KINDS:
            if row.cited_as == kind:
                return f"{folder}{self.knowledge.section_of(row.name)}/"
        names = (name for name, (own, _) in REGISTERS.items() if own == kind)
        return next((f"data/{name}.yml" for name in names), folder)


def load(root: Path, today: dt.date | None = None) -> Loaded:
    """Read the whole content below `root`."""
    knowledge = Knowledge()
    inventory = take_inventory(root)
    loaded = Loaded(root, knowledge, inventory=inventory, problems=list(inventory.problems))
    before = len(loaded.problems)
    languages = knowledge.languages = _languages(loaded)
    sections = _register(loaded, "sections", Languages())
    loaded.problems += judge_sections(sections)
    # Without these two files nobody can say what the pages are.
    sound = len(loaded.problems) == before
    loaded.problems += texts_of_register(sections, languages)
    for name in REGISTERS:
        if name not in loaded.registers:
            _register(loaded, name, languages)
    registers = {name: register.records for name, register in loaded.registers.items()}
    knowledge.sections = registers["sections"]
    knowledge.organisations = registers["organisations"]
    knowledge.links = registers["links"]
    knowledge.statutes = registers["statutes"]
    knowledge.references = registers["references"]
    knowledge.changes = registers["changes"]
    knowledge.terms = registers["terms"]
    knowledge.groups = registers["groups"]
    knowledge.labels, problems = labels_of(loaded.registers["wording"], languages)
    loaded.problems += problems
    loaded.county_file, county = _record(loaded, COUNTY, County)
    knowledge.county = county or knowledge.county
    knowledge.today = today or today_in(knowledge.county.time_zone)
    loaded.details_file, details = _record(loaded, OWNER, SiteDetails)
    if details is not None:
        knowledge.details, loaded.details_readable = details, True
    loaded.words_file, words = _record(loaded, WORDS, Words)
    knowledge.words = words or knowledge.words
    knowledge.queries = [
        query
        for path, name in query_files(root)
        for query in _read(loaded, name, partial(read_query_file, path, name), list[Query]())
    ]
    if sound:
        _pages(loaded)
    return loaded


def _languages(loaded: Loaded) -> Languages:
    """The languages of the county; none where it cannot be said which they are."""
    before = len(loaded.problems)
    register = _register(loaded, "languages", Languages())
    found = Languages.of(register.records.values())
    sources = [ident for ident, language in found.by_id.items() if language.source]
    if register.readable and len(loaded.problems) == before and len(sources) != 1:
        loaded.problems.append(
            Problem(
                register.located.file,
                register.ids[sources[1]] if len(sources) > 1 else 1,
                "yhden kielen pitää olla lähdekieli; kirjoita sille, ja vain sille, source: true",
                "one language must be the source; write source: true for it and for no other",
            )
        )
    for lang in language_folders(loaded.root) if register.readable else ():
        if lang not in found.pages and len(loaded.problems) == before:
            loaded.problems.append(
                Problem(
                    register.located.file,
                    register.ids.get(lang, 1),
                    f"kansiossa docs/{lang} on sivuja, mutta kieli '{lang}' ei ole sivuston kieli; "
                    "lisää se tähän tai poista kansio",
                    f"docs/{lang} has pages, but '{lang}' is no language of the site; add it here "
                    "or remove the folder",
                )
            )
    return found if len(loaded.problems) == before else Languages()


def _register(loaded: Loaded, name: str, languages: Languages) -> Register:
    file = f"data/{name}.yml"
    unread = Register(REGISTERS[name][0], Located(file))
    read = partial(read_register, loaded.root, name, languages)
    register = loaded.registers[name] = _read(loaded, file, read, unread)
    return register


def _record(loaded: Loaded, file: str, model: type[M]) -> tuple[Located, M | None]:
    unread: tuple[Located, M | None] = (Located(file), None)
    read = partial(read_record, loaded.root, file, model, loaded.knowledge.languages)
    return _read(loaded, file, read, unread)


def _pages(loaded: Loaded) -> None:
    knowledge, inventory = loaded.knowledge, loaded.inventory
    known = len(inventory.problems)
    add_documents(loaded.root, inventory, knowledge.languages)
    loaded.problems += inventory.problems[known:]
    for lang, path in inventory.pages:
        kind = kind_at(path, knowledge.sections, knowledge.county.pages)
        page = unread_page(lang, path, kind)
        loaded.pages[lang, path] = page
        folder = path.rpartition("/")[0]
        if not folder or folder in loaded.registers["sections"].ids:
            read = partial(read_page, loaded.root, page, knowledge.languages)
            _read(loaded, page.file, read, page)
        # What a page of no section may say nobody knows; `kb check` tells of the folder.
    _read(loaded, SETTINGS, partial(read_settings, loaded.root), None)
    # In the menu's order, so that every list on the site follows it.
    for key in sorted(loaded.pages, key=partial(_place, loaded)):
        document = _document(loaded.pages[key], loaded)
        if document is not None:
            knowledge.documents[key] = document
    loaded.pages_read = True


def _place(loaded: Loaded, key: tuple[Lang, str]) -> Key:
    """Where a page stands in the menu, in whatever language."""
    knowledge = loaded.knowledge
    source = loaded.pages.get((knowledge.languages.source, key[1]))
    meta = source.record if source and isinstance(source.record, Page) else None
    title = (source.outline.title if source and source.outline else None) or key[1]
    languages = knowledge.languages
    letters = languages[languages.source].letters
    return menu_key(key[1], title, meta, knowledge.sections, knowledge.groups, letters)


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
    source_lang = loaded.knowledge.languages.source
    source = loaded.pages.get((source_lang, page.path))
    if page.record is None or page.outline is None or source is None:
        return None
    if not isinstance(source.record, Page):
        return None
    meta = source.record
    if page.lang != source_lang:
        meta = localise(meta, page.record)
    texts = tuple(page.front_texts)
    return Document(page.path, page.lang, page.file, meta, page.outline, texts)
