"""What the indexes of law, of decisions and of whom to ask show, for their templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.blocks.gaps import open_points
from kb.blocks.view import PageView
from kb.model.data import Section, Statute
from kb.model.knowledge import Document
from kb.model.pages import Service
from kb.model.parts import Ask, Check, Decision, OneParty, StatuteRef, Target

Cited = list[tuple[Document, list[str]]]
"""Pages with what each says of the section."""


@dataclass
class SectionEntry:
    """A section of an act, or the act as a whole, and the pages that it carries."""

    section: Section | None
    source: Cited = field(default_factory=list)
    """Pages of which the source itself names the section."""
    later: Cited = field(default_factory=list)
    """Pages to which the section was added since."""


def law(page: PageView) -> list[tuple[Statute, list[SectionEntry]]]:
    """Every act of the register with its cited sections, in the order of their numbers."""
    found: dict[str, dict[str | None, SectionEntry]] = {
        act.id: {section.id: SectionEntry(section) for section in act.sections}
        for act in page.knowledge.statutes.values()
    }
    for document in page.pages_of("service"):
        for ref in _statutes(document):
            entry = found[ref.act].setdefault(ref.section, SectionEntry(None))
            pages = entry.source if ref.origin == "source" else entry.later
            texts = next((texts for known, texts in pages if known is document), None)
            if texts is None:
                texts = []
                pages.append((document, texts))
            if ref.text and ref.text not in texts:
                texts.append(ref.text)
    return [
        (page.knowledge.statutes[ident], [entries[key] for key in sorted(entries, key=_number)])
        for ident, entries in found.items()
    ]


def _statutes(document: Document) -> Iterator[StatuteRef]:
    if isinstance(document.meta, Service):
        yield from document.meta.statutes
        for decision in document.meta.decisions:
            yield from decision.statutes


def _number(section: str | None) -> tuple[int, str]:
    """Sections by number, `21 b` after `21`; the act as a whole first."""
    match = re.match(r"\d+", section or "")
    return (int(match[0]) if match else 0, section or "")


@dataclass
class DecisionEntry:
    """One decision; several services may have the same one, made by the same."""

    what: str
    made: list[tuple[Document, Decision]]


def decisions(page: PageView) -> list[DecisionEntry]:
    """Every decision with the services on whose pages it stands."""
    found: dict[tuple[object, ...], DecisionEntry] = {}
    for document in page.pages_of("service"):
        for decision in document.meta.decisions if isinstance(document.meta, Service) else ():
            what = page.plain(decision.what)
            key = (what, tuple(by.target for by in decision.by), decision.statutes)
            found.setdefault(key, DecisionEntry(what, [])).made.append((document, decision))
    return list(found.values())


def undecided(page: PageView) -> list[Document]:
    """The services of which the source does not say who decides."""
    return [d for d in page.pages_of("service") if "decides" in open_points(d)]


@dataclass
class Asked:
    """A party and the open points about which one asks it, with the pages that leave them open."""

    party: OneParty
    points: list[tuple[Document, Check]] = field(default_factory=list)


def to_ask(page: PageView) -> list[Asked]:
    """Everyone whom the site's open points name, those with most to answer first."""
    found: dict[Target, Asked] = {}
    for document in page.informed():
        for point in getattr(document.meta, "check", ()):
            for ask in point.ask:
                party = Ask(service=ask.service, organisation=ask.organisation)
                found.setdefault(ask.target, Asked(party)).points.append((document, point))
    return sorted(found.values(), key=lambda asked: -len(asked.points))
