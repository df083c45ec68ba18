"""Makes the index file of one language: what the engine needs to know of every page."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kb.model import anchors
from kb.model.base import Lang
from kb.model.kinds import KINDS
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service
from kb.relate.relations import Relations
from kb.search.names import names, owners
from kb.search.questions import SEPARATOR, everyday, questions
from kb.search.sections import Section, read_sections

FORMAT = 4
"""The version of the file; the engine refuses any other (`FORMAT` in its index.js)."""

# On pages that gather what other pages hold, the gathered is left to those.
_GATHERED = frozenset(
    {"kb-changes", "kb-links", "kb-references", "kb-cards", "kb-latest", "small", "thead"}
)
# So much of a section is kept of a page about the site: it is found by title and words.
_BRIEF = 80
# Nobody searches for what is not known.
_LEFT_OUT = {anchors.CHECK, anchors.MORE_CHECKS, anchors.BEFORE}


def _brief(text: str) -> str:
    if len(text) <= _BRIEF:
        return text
    return text[:_BRIEF].rpartition(" ")[0] + " …"


def _called(name: str, short: str = "") -> str:
    """A name with its abbreviation, which replaces what else is in brackets."""
    return (
        f"{name.partition(' (')[0]} ({short})"
        if short and short.casefold() not in name.casefold()
        else name
    )


def kinds(knowledge: Knowledge, lang: Lang) -> dict[str, str]:
    """What a reader is told of each kind of page that the search finds."""
    searched = (kind for kind in KINDS if kind.weight is not None)
    labels = ((kind.name, knowledge.labels.get(f"kind-{kind.name}")) for kind in searched)
    return {name: label.get(lang) for name, label in labels if label}


@dataclass
class Builder:
    """Gathers the pages of one language as they are rendered, and writes the file.

    Args of `add`: the page, its address relative to the site's root, its rendered body.
    """

    knowledge: Knowledge
    lang: Lang
    relations: Relations
    pages: list[list[Any]] = field(default_factory=list)

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        return owners(self.knowledge)

    def add(self, document: Document, url: str, html: str) -> None:
        """Take in one page."""
        kind = document.kind
        labels = self.knowledge.labels
        rows = frozenset(labels[ident].get(self.lang) for ident in kind.skipped_rows)
        found = read_sections(html, rows, _GATHERED if kind.gathers else frozenset())
        left_out = _LEFT_OUT | kind.left_out
        records = self._records(document)
        typed = {h.id for h in self.knowledge.source_of(document).outline.headings}
        if kind.gathers:
            found = [s for s in found if not s.id or s.id in typed or s.id in records]
        sections = [
            [
                s.id,
                records.get(s.id, s.heading),
                self._text(document, s),
                int(s.side),
            ]
            for s in found
            if (s.text or s.heading) and s.id not in left_out
        ]
        meta = document.meta
        self.pages.append(
            [url, kind.name, document.title, meta.summary,
             SEPARATOR.join(names(self.knowledge, document, self._owners)),
             everyday(self.knowledge.words.of(document.path, self.lang)), sections,
             self._leads_to(document)]
        )  # fmt: skip

    def _text(self, document: Document, section: Section) -> str:
        """What is kept of a section: of a page about the site its beginning, of an act its name."""
        pages = self.knowledge.county.pages
        if not document.kind.gathers or document.path == pages.glossary:
            return section.text
        if document.path == pages.statutes and section.id:
            return ""
        return _brief(section.text)

    def _records(self, document: Document) -> dict[str, str]:
        """What the sections of a page that gathers records are called, by their anchors.

        They are terms of the glossary or acts of the index of law, each with its abbreviation.
        """
        knowledge, lang = self.knowledge, self.lang
        if document.path == knowledge.county.pages.glossary:
            return {
                anchors.term(term.id): _called(term.name.get(lang), *term.abbreviations[:1])
                for term in knowledge.terms.values()
            }
        if document.path == knowledge.county.pages.statutes:
            return {
                anchors.statute(act.id): _called(act.name.get(lang), act.short.get(lang))
                for act in knowledge.statutes.values()
            }
        return {}

    def file(self) -> str:
        """The index as JSON; `stamp` changes when the content does."""
        # By column, not by page: like beside like packs closer.
        columns = list(zip(*self.pages, strict=True))
        pages = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
        queries = json.dumps(self._queries(), ensure_ascii=False, separators=(",", ":"))
        stamp = hashlib.sha256((pages + queries).encode()).hexdigest()[:12]
        head = {
            "format": FORMAT,
            "lang": self.lang,
            "stamp": stamp,
            "aliases": self._aliases(),
            "weak": self.knowledge.county.region_words,
            "kinds": {
                kind.name: {"weight": kind.weight, "gathers": kind.gathers}
                for kind in KINDS
                if kind.weight is not None
            },
        }
        return (
            json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
            + f',"queries":{queries},"pages":{pages}}}\n'
        )

    def _queries(self) -> list[list[object]]:
        """The labelled queries of this language by the numbers of the pages that answer them."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            places[page[0].rstrip("/").rpartition("/")[2]].append(number)
        return questions(self.knowledge.queries, self.lang, places)

    def _leads_to(self, document: Document) -> list[str]:
        """The services to which a situation's steps lead, in their order."""
        steps = [edge for edge in self.relations.of(document.path) if edge.kind == "step"]
        found = [self.knowledge.get(self.lang, edge.target) for edge in steps]
        return [
            f"{other.path.removesuffix('.md')}/"
            for other in found
            if other and other.path != document.path and isinstance(other.meta, Service)
        ]

    def _aliases(self) -> list[list[str]]:
        """Abbreviations of the glossary with what they stand for in this language."""
        return [
            [short, term.name.get(self.lang).rstrip("-")]
            for term in self.knowledge.terms.values()
            for short in term.abbreviations
        ]
