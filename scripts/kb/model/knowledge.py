"""Everything the site knows, in one object; no I/O here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kb.model.base import Lang
from kb.model.county import NOWHERE, County, SiteSection
from kb.model.data import (
    Change,
    Group,
    Label,
    Link,
    Organisation,
    Reference,
    Statute,
    Term,
)
from kb.model.details import SiteDetails
from kb.model.kinds import PageKind, kind_of
from kb.model.languages import Languages
from kb.model.outline import FrontText, Outline
from kb.model.pages import Page, Service, Situation
from kb.model.parts import OneParty
from kb.model.queries import Query
from kb.model.words import NO_WORDS, Words


@dataclass(frozen=True)
class Document:
    """One page in one language."""

    path: str
    """Path below docs/<lang>/, the same in every language: `palvelut/valitystili.md`."""
    lang: Lang
    file: str
    """Path relative to the root of the repository."""
    meta: Page
    """The front matter; a translation's is the source's with its own texts in place."""
    outline: Outline
    front_texts: tuple[FrontText, ...] = ()
    """The texts of the front matter as this language has them, with what stands in them."""

    @property
    def kind(self) -> PageKind:
        """What kind of page it is."""
        return kind_of(self.meta)

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def section(self) -> str:
        """The folder in which the page stands; empty for the front page."""
        return self.path.rpartition("/")[0]

    @property
    def title(self) -> str:
        """The page's first heading."""
        return self.outline.title or self.slug


@dataclass
class Knowledge:
    """The pages of every language and the registers that they share."""

    languages: Languages = field(default_factory=Languages)
    county: County = NOWHERE
    sections: Mapping[str, SiteSection] = field(default_factory=dict)
    """By the folder's name, in the order of the menu."""
    documents: dict[tuple[Lang, str], Document] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    statutes: Mapping[str, Statute] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    changes: Mapping[str, Change] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    labels: Mapping[str, Label] = field(default_factory=dict)
    words: Words = NO_WORDS
    """In which words readers search for each page."""
    queries: Sequence[Query] = ()
    """The labelled queries of every language, from which the search learns."""
    details: SiteDetails = field(default_factory=SiteDetails)
    """Who answers for the site."""
    today: dt.date = field(default_factory=dt.date.today)

    def get(self, lang: Lang, path: str) -> Document | None:
        """The page at `path` in `lang`, if there is one."""
        return self.documents.get((lang, path))

    def of(self, lang: Lang) -> Iterator[Document]:
        """Every page of one language, in order."""
        return (document for (own, _), document in self.documents.items() if own == lang)

    def source_of(self, document: Document) -> Document:
        """The page of which `document` is a translation, or itself."""
        return self.documents.get((self.languages.source, document.path), document)

    def in_section(self, lang: Lang, section: str) -> Iterator[Document]:
        """The pages of a section in one language, in order, without its index."""
        for (language, path), document in self.documents.items():
            if language == lang and document.section == section and document.slug != "index":
                yield self.documents[language, path]

    def section_of(self, kind: str) -> str:
        """The folder of the first section whose pages are of a kind; empty where there is none."""
        return next((ident for ident, own in self.sections.items() if own.kind == kind), "")

    def path_of(self, kind: str, slug: str) -> str:
        """Where the page of a service, a toolkit … stands below docs/<lang>/."""
        return f"{self.section_of(kind)}/{slug}.md"

    def path_of_party(self, party: OneParty) -> str | None:
        """The page of a service or an organisation, if it has one."""
        if party.service is not None:
            return self.path_of("service", party.service)
        organisation = self.organisations.get(party.organisation or "")
        return organisation.page if organisation else None

    def by_group(self, lang: Lang, section: str) -> dict[str, list[Document]]:
        """The pages of a section under their groups, groups in the register's order."""
        found: dict[str, list[Document]] = {
            ident: [] for ident, group in self.groups.items() if group.section == section
        }
        for document in self.in_section(lang, section):
            meta = document.meta
            if isinstance(meta, Service | Situation) and meta.group in found:
                found[meta.group].append(document)
        return {ident: pages for ident, pages in found.items() if pages}
