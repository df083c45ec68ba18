"""Makes the index file of one language: what the engine needs to know of every page."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from kb.model import anchors
from kb.model.base import Lang
from kb.model.knowledge import Document, Knowledge
from kb.model.onboarding import OnboardingStep
from kb.model.pages import Article, Home, SectionIndex, Service, Situation, Toolkit
from kb.relate.relations import Relations
from kb.search.names import names
from kb.search.sections import read_sections

FORMAT = 1
"""The version of the file; the engine refuses any other (`FORMAT` in its index.js)."""

_KINDS: tuple[tuple[type, str], ...] = (
    (Service, "service"),
    (Toolkit, "toolkit"),
    (Situation, "situation"),
    (Home, "home"),
    (SectionIndex, "index"),
    (Article, "article"),
    (OnboardingStep, "onboarding"),
)
# Whatever helps the search find the wrong page: on a service the toolkits that editors suggest for
# it, and in a situation the details of steps, which are about the services that they lead to.
_SKIPPED_ROWS = {
    "service": ("toolkits",),
    "toolkit": ("for-services",),
    "situation": ("step-why", "step-do", "step-have", "step-otherwise"),
}
_GATHERING = {"home", "index", "article", "onboarding"}
# On pages that gather what other pages hold, the gathered is left to those.
_GATHERED = frozenset(
    {"kb-changes", "kb-links", "kb-references", "kb-cards", "kb-latest", "small", "thead"}
)
# So much of a section is kept of a page about the site: it is found by title and words.
_BRIEF = 120


# Lighter than a list in JSON; no name or word has it.
_SEPARATOR = "|"
# Nobody searches for what is not known.
_LEFT_OUT = {anchors.CHECK}


def _brief(text: str, kind: str) -> str:
    if kind not in _GATHERING or len(text) <= _BRIEF:
        return text
    return text[:_BRIEF].rpartition(" ")[0] + " …"


def kind_of(document: Document) -> str:
    """What kind of page it is, as the index names it."""
    return next(name for model, name in _KINDS if isinstance(document.meta, model))


def kinds(knowledge: Knowledge, lang: Lang) -> dict[str, str]:
    """What a reader is told of each kind of page."""
    return {name: knowledge.labels[f"kind-{name}"].get(lang) for _, name in _KINDS}


@dataclass
class Builder:
    """Gathers the pages of one language as they are rendered, and writes the file.

    Args of `add`: the page, its address relative to the site's root, its rendered body.
    """

    knowledge: Knowledge
    lang: Lang
    relations: Relations
    pages: list[list[Any]] = field(default_factory=list)

    def add(self, document: Document, url: str, html: str) -> None:
        """Take in one page."""
        kind = kind_of(document)
        labels = self.knowledge.labels
        rows = frozenset(labels[ident].get(self.lang) for ident in _SKIPPED_ROWS.get(kind, ()))
        found = read_sections(html, rows, _GATHERED if kind in _GATHERING else frozenset())
        left_out = _LEFT_OUT | ({anchors.CHANGES, anchors.TOOLS} if kind == "situation" else set())
        glossary = document.slug == "sanasto"
        typed = {h.id for h in self.knowledge.source_of(document).outline.headings}
        if kind in _GATHERING:
            found = [s for s in found if not s.id or s.id in typed]
        sections = [
            [s.id, s.heading, s.text if glossary else _brief(s.text, kind), int(s.side)]
            for s in found
            if (s.text or s.heading) and s.id not in left_out
        ]
        meta = document.meta
        self.pages.append(
            [url, kind, document.title, meta.summary,
             _SEPARATOR.join(names(self.knowledge, document)),
             _SEPARATOR.join(meta.words), sections, self._leads_to(document)]
        )  # fmt: skip

    def file(self) -> str:
        """The index as JSON; `stamp` changes when the content does."""
        pages = json.dumps(self.pages, ensure_ascii=False, separators=(",", ":"))
        stamp = hashlib.sha256(pages.encode()).hexdigest()[:12]
        head = {"format": FORMAT, "lang": self.lang, "stamp": stamp, "aliases": self._aliases()}
        return (
            json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
            + f',"pages":{pages}}}\n'
        )

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
            [short, term.name.fi.rstrip("-") if self.lang == "fi" else term.name.en]
            for term in self.knowledge.terms.values()
            for short in term.abbreviations
        ]
