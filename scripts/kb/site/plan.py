"""Which page stands at which address, under which title, and where in the navigation.

The rule is the site's own, whatever generator renders it: docs/<lang>/a/b.md is published at
`a/b/` (the source language) or `<lang>/a/b/`, an `index.md` at its folder, and the menu lists the
sections in the order of data/sections.yml with their pages in the order of `Knowledge`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kb.model.base import Lang
from kb.model.knowledge import Document, Knowledge
from kb.site.made import MadePage, made_pages


@dataclass(frozen=True)
class PlannedPage:
    """A page of the site in one language."""

    lang: Lang
    path: str
    """Path below docs/<lang>/; a page that the engine makes has one too, without a file."""
    url: str
    """Address below the site's root, with a slash at its end; empty for the front page."""
    title: str
    template: str
    document: Document | None = None
    """None for a page that the engine makes."""
    made: MadePage | None = None

    @cached_property
    def section(self) -> str:
        """The section of the menu in which it stands; empty for the front page."""
        menu = self.document.meta.menu if self.document else None
        return menu or (self.path.partition("/")[0] if "/" in self.path else "")


@dataclass(frozen=True)
class PlannedSection:
    """A section of the menu in one language."""

    id: str
    title: str
    index: PlannedPage | None
    pages: tuple[PlannedPage, ...]
    """Without the index."""


class PlanError(Exception):
    """Two pages at one address; the message names both."""


@dataclass(frozen=True)
class Plan:
    """Every page of the site in every language."""

    knowledge: Knowledge
    pages: Mapping[tuple[Lang, str], PlannedPage] = field(default_factory=dict)

    def get(self, lang: Lang, path: str) -> PlannedPage | None:
        """The page at `path` in `lang`, if there is one."""
        return self.pages.get((lang, path))

    def of(self, lang: Lang) -> Sequence[PlannedPage]:
        """Every page of one language, in the order of the menu."""
        return self._by_language[lang]

    # Asked for every page of the site: found once, so that the work grows with the pages alone.
    @cached_property
    def _by_language(self) -> dict[Lang, list[PlannedPage]]:
        found: dict[Lang, list[PlannedPage]] = {lang: [] for lang in self.knowledge.languages.pages}
        for page in self.pages.values():
            found[page.lang].append(page)
        return found

    def alternates(self, path: str) -> dict[Lang, str]:
        """The address of a page in each language that has it, the source language first."""
        return {
            lang: page.url
            for lang in self.knowledge.languages.pages
            if (page := self.get(lang, path)) is not None
        }

    def sections(self, lang: Lang) -> Sequence[PlannedSection]:
        """The sections of the menu that have a page in `lang`."""
        return self._sections[lang]

    @cached_property
    def _sections(self) -> dict[Lang, list[PlannedSection]]:
        return {lang: list(self._sections_of(lang)) for lang in self.knowledge.languages.pages}

    def _sections_of(self, lang: Lang) -> Iterator[PlannedSection]:
        listed: dict[str, list[PlannedPage]] = defaultdict(list)
        for page in self.of(lang):
            if page.document is not None:
                listed[page.section].append(page)
        for ident, section in self.knowledge.sections.items():
            index = self.get(lang, f"{ident}/index.md")
            pages = tuple(page for page in listed[ident] if page is not index)
            if index or pages:
                yield PlannedSection(ident, section.title.get(lang), index, pages)

    def ancestors(self, page: PlannedPage) -> list[PlannedPage]:
        """The pages above a page, from the front page down."""
        if page.path == "index.md":
            return []
        folders = page.path.removesuffix("/index.md").split("/")[:-1]
        above = ["index.md", f"{page.section}/index.md"]
        for depth in range(2, len(folders) + 1):
            folder = "/".join(folders[:depth])
            above += [f"{folder}/index.md", f"{folder}.md"]
        found = (self.get(page.lang, path) for path in above)
        return [other for other in found if other is not None and other is not page]


def address(knowledge: Knowledge, lang: Lang, path: str) -> str:
    """The address of the page at `path`, below the site's root."""
    place = path.removesuffix(".md")
    place = place.removesuffix("index") if place.rpartition("/")[2] == "index" else f"{place}/"
    return knowledge.languages.root(lang) + place


def plan(knowledge: Knowledge) -> Plan:
    """The plan of a site.

    Raises:
        PlanError: when two pages would stand at one address.
    """
    pages: dict[tuple[Lang, str], PlannedPage] = {}
    for (lang, path), document in knowledge.documents.items():
        url = address(knowledge, lang, path)
        pages[lang, path] = PlannedPage(
            lang, path, url, document.title, document.kind.template, document
        )
    for made in made_pages(knowledge):
        url = address(knowledge, made.lang, made.path)
        page = PlannedPage(made.lang, made.path, url, made.title, made.template, made=made)
        if (made.lang, made.path) in pages:
            raise PlanError(_clash(pages[made.lang, made.path], page))
        pages[made.lang, made.path] = page
    at: dict[str, PlannedPage] = {}
    for page in pages.values():
        if page.url in at:
            raise PlanError(_clash(at[page.url], page))
        at[page.url] = page
    return Plan(knowledge, pages)


def _clash(one: PlannedPage, other: PlannedPage) -> str:
    names = [page.document.file if page.document else page.path for page in (one, other)]
    return (
        f"{names[1]}: sivulla on sama osoite ({one.url or '/'}) kuin sivulla {names[0]}; vaihda "
        f"toisen tiedoston nimi / the page has the same address as {names[0]}; rename one of the "
        "files"
    )
