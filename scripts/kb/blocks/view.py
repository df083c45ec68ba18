"""What the templates in overrides/blocks/ may ask of the page that they are rendered for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import Any

from kb.blocks import dates
from kb.blocks.gaps import open_points
from kb.blocks.site import Site
from kb.model import collation
from kb.model.base import Day, Lang
from kb.model.contact import Contact, Reach
from kb.model.county import PageRoles
from kb.model.data import Change, Term
from kb.model.knowledge import Document
from kb.model.onboarding import OnboardingStep
from kb.model.pages import Informed, Service
from kb.model.parts import Ask, OneParty, Ref, StatuteRef

_CHIP = re.compile(r"\s*\[[^\]]*\]\((?:reference|change):[^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class PageView:
    """One page in one language, and what the site knows around it."""

    def __init__(self, site: Site, document: Document) -> None:
        self.site = site
        self.knowledge = site.knowledge
        self.document = document
        self.lang: Lang = document.lang
        self.language = site.knowledge.languages[document.lang]
        self.roles: PageRoles = site.knowledge.county.pages
        self.folder = document.section
        self.is_home = document.kind.name == "home"

    def label(self, ident: str) -> str:
        """A word of the site's furniture."""
        return self.knowledge.labels[ident].get(self.lang)

    def plain(self, text: str) -> str:
        """A text of another page, whose links would lead astray here, without them."""
        return _LINK.sub(r"\1", _CHIP.sub("", text))

    def href(self, path: str, anchor: str = "") -> str:
        """A link to another page's file, from this page."""
        target = posixpath.relpath(path, self.folder or ".")
        return f"{target}#{anchor}" if anchor else target

    def page(self, path: str) -> Document | None:
        """Another page in this language."""
        return self.knowledge.get(self.lang, path)

    def related(self, row: str) -> list[Document]:
        """The pages of one row of relations, whether or not another row tells them too."""
        return self._pages(self.site.relations.row(self.document.path, row))

    def relations(self) -> dict[str, list[Document]]:
        """The rows of relations that this page tells, each other page once."""
        told = self.site.relations.told(self.document.path)
        return {row: self._pages(paths) for row, paths in told.items()}

    def _pages(self, paths: list[str]) -> list[Document]:
        return [document for path in paths if (document := self.page(path))]

    def name(self, ref: OneParty) -> str:
        """The name of a party, in this language."""
        kind, ident = ref.target
        if kind == "service":
            document = self.page(self.knowledge.path_of(kind, ident))
            return document.title if document else ident
        return self.knowledge.organisations[ident].name.get(self.lang)

    def ref_href(self, ref: OneParty) -> str | None:
        """The link to a party's own page, unless that is this page."""
        path = self.knowledge.path_of_party(ref)
        if path is None or path == self.document.path or self.page(path) is None:
            return None
        return self.href(path)

    def ask_href(self, ask: Ask) -> str | None:
        """The link to whom to ask: the official page given, the party's own page, its home page."""
        if ask.link:
            return f"link:{ask.link}"
        if href := self.ref_href(ask):
            return href
        organisation = self.knowledge.organisations.get(ask.organisation or "")
        return f"link:{organisation.link}" if organisation and organisation.link else None

    def contact(self, ref: OneParty) -> Reach | None:
        """How to reach a party, where somebody has checked it."""
        kind, ident = ref.target
        if kind == "organisation":
            contact: Reach = self.knowledge.organisations[ident].contact
        else:
            document = self.page(self.knowledge.path_of(kind, ident))
            meta = document.meta if document else None
            contact = meta.contact if isinstance(meta, Service) else Contact()
        return contact if contact.given else None

    def calls(self) -> tuple[str, ...]:
        """Whom to call in this situation: its own first, then those whom the county names."""
        own = getattr(self.document.meta, "call", ())
        # Danger to life comes before all else, and the county names it first.
        county = self.knowledge.county.call
        return tuple(dict.fromkeys((*county[:1], *own, *county[1:])))

    def checked_numbers(self, idents: Iterable[str]) -> list[tuple[tuple[Day, str], list[str]]]:
        """The numbers of organisations, by the day on which they were checked and by whom."""
        found: dict[tuple[Day, str], list[str]] = {}
        for ident in idents:
            contact = self.knowledge.organisations[ident].contact
            if contact.phone and contact.checked and contact.by:
                found.setdefault((contact.checked, contact.by), []).extend(contact.phone)
        return list(found.items())

    def deciders(self) -> list[Ref]:
        """Who makes the decisions of this service, each once."""
        decisions = getattr(self.document.meta, "decisions", ())
        found = {by.target: by for decision in decisions for by in decision.by}
        return list(found.values())

    def became(self, ref: OneParty) -> Change | None:
        """The change that ended a party or made another of it, if there is one."""
        organisation = self.knowledge.organisations.get(ref.organisation or "")
        ident = organisation.changed if organisation else None
        return self.knowledge.changes[ident] if ident else None

    def when(self, change: Change) -> str:
        """When a change took effect, or that it was found on a day, in words."""
        if change.seen == "none":
            return f"{self.label('found')} {dates.when(change, self.language, running=True)}"
        return dates.when(change, self.language)

    def changed(self, change: Change) -> str:
        """The same as a mark in the line: `Changed …`, `Was to change …` or `Found …`."""
        label = {"after": "changed", "before": "planned", "none": "found"}[change.seen]
        mark = f"{self.label(label)} {dates.when(change, self.language, running=True)}"
        return mark[0].upper() + mark[1:]

    def written(self, date: str) -> str:
        """A date in words."""
        return dates.written(date, self.language)

    def statute(self, ref: StatuteRef) -> str:
        """A section of law as one cites it: `SHL 17 §`, `section 17 of the …`."""
        return self.section(ref.act, ref.section)

    def section(self, act: str, section: str | None) -> str:
        """A section of an act, or the act, as one cites it."""
        short = self.knowledge.statutes[act].short.get(self.lang)
        if section is None:
            return short
        return self.language.statute.format(act=short, section=section)

    def groups(self, kind: str) -> list[tuple[Any, list[Document]]]:
        """The groups of a kind's section with their pages in this language."""
        section = self.knowledge.section_of(kind)
        return [
            (self.knowledge.groups[ident], pages)
            for ident, pages in self.knowledge.by_group(self.lang, section).items()
        ]

    def pages_of(self, kind: str) -> list[Document]:
        """The pages of the section that is of a kind, in this language."""
        return list(self.knowledge.in_section(self.lang, self.knowledge.section_of(kind)))

    def page_of(self, kind: str, slug: str) -> Document | None:
        """The page of a service, a toolkit … in this language."""
        return self.page(self.knowledge.path_of(kind, slug))

    def index_of(self, kind: str) -> str:
        """The path of the index of the section that is of a kind."""
        return self.knowledge.path_of(kind, "index")

    def other_languages(self) -> list[Lang]:
        """The languages of the site but this page's own."""
        return [lang for lang in self.knowledge.languages.pages if lang != self.lang]

    def onboarding(self) -> list[Document]:
        """The steps of the onboarding path in this language, in order."""
        steps = self.pages_of("onboarding")
        return [step for step in steps if isinstance(step.meta, OnboardingStep)]

    def wider_languages(self) -> list[Lang]:
        """The languages in which only terms have names."""
        languages = self.knowledge.languages
        return [lang for lang in languages.known if lang not in languages.pages]

    def terms_in_order(self) -> list[Term]:
        """Every term, in the order of this language's alphabet."""
        return sorted(
            self.knowledge.terms.values(),
            key=lambda term: collation.sort_key(term.name.get(self.lang), self._letters()),
        )

    def first_letter(self, text: str) -> str:
        """The letter under which a text is listed."""
        return collation.first_letter(text, self._letters())

    def _letters(self) -> tuple[str, ...]:
        return self.knowledge.languages[self.lang].letters

    def changes_by_date(self) -> list[Change]:
        """Every change, newest first."""
        return sorted(self.knowledge.changes.values(), key=lambda c: c.begins, reverse=True)

    def pages_with_change(self, ident: str) -> list[Document]:
        """The pages of this language that a change touches."""
        return [
            document
            for (lang, _), document in self.knowledge.documents.items()
            if lang == self.lang
            and isinstance(document.meta, Informed)
            and any(ref.change == ident for ref in document.meta.changes)
        ]

    def gaps(self) -> list[tuple[Document, list[str]]]:
        """The services of this language with what the source leaves open in each."""
        found = [(document, open_points(document)) for document in self.pages_of("service")]
        return [(document, points) for document, points in found if points]

    def silent(self) -> list[str]:
        """The facts about which the source says nothing here, as the ids of their labels.

        A decision without its maker has a row of its own, which says so.
        """
        told = bool(getattr(self.document.meta, "decisions", ()))
        return [name for name in open_points(self.document) if name != "decides" or not told]

    def informed(self) -> list[Document]:
        """The pages of this language that rest on the source."""
        return [
            document
            for (lang, _), document in self.knowledge.documents.items()
            if lang == self.lang and isinstance(document.meta, Informed)
        ]
