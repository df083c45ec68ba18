"""Makes the index file of one language: what the engine needs to know of every page."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from kb.model import anchors
from kb.model.base import Lang
from kb.model.kinds import KINDS
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service
from kb.model.queries import TYPO
from kb.relate.relations import Relations
from kb.search.names import names
from kb.search.sections import read_sections

FORMAT = 3
"""The version of the file; the engine refuses any other (`FORMAT` in its index.js)."""

# On pages that gather what other pages hold, the gathered is left to those.
_GATHERED = frozenset(
    {"kb-changes", "kb-links", "kb-references", "kb-cards", "kb-latest", "small", "thead"}
)
# So much of a section is kept of a page about the site: it is found by title and words.
_BRIEF = 120


# Lighter than a list in JSON; no name or word has it.
_SEPARATOR = "|"
# Nobody searches for what is not known.
_LEFT_OUT = {anchors.CHECK, anchors.MORE_CHECKS, anchors.BEFORE}


def _brief(text: str) -> str:
    if len(text) <= _BRIEF:
        return text
    return text[:_BRIEF].rpartition(" ")[0] + " …"


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

    def add(self, document: Document, url: str, html: str) -> None:
        """Take in one page."""
        kind = document.kind
        labels = self.knowledge.labels
        rows = frozenset(labels[ident].get(self.lang) for ident in kind.skipped_rows)
        found = read_sections(html, rows, _GATHERED if kind.gathers else frozenset())
        left_out = _LEFT_OUT | kind.left_out
        brief = kind.gathers and document.path != self.knowledge.county.pages.glossary
        typed = {h.id for h in self.knowledge.source_of(document).outline.headings}
        if kind.gathers:
            found = [s for s in found if not s.id or s.id in typed]
        sections = [
            [
                s.id,
                s.heading,
                _brief(s.text) if brief else s.text,
                int(s.side),
            ]
            for s in found
            if (s.text or s.heading) and s.id not in left_out
        ]
        meta = document.meta
        self.pages.append(
            [url, kind.name, document.title, meta.summary,
             _SEPARATOR.join(names(self.knowledge, document)),
             _SEPARATOR.join(self.knowledge.words.of(document.path, self.lang)), sections,
             self._leads_to(document)]
        )  # fmt: skip

    def file(self) -> str:
        """The index as JSON; `stamp` changes when the content does."""
        pages = json.dumps(self.pages, ensure_ascii=False, separators=(",", ":"))
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

    def _queries(self) -> list[list[Any]]:
        """The labelled queries of this language by the numbers of the pages that answer them."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            places[page[0].rstrip("/").rpartition("/")[2]].append(number)
        found: dict[str, set[int]] = defaultdict(set)
        for query in self.knowledge.queries:
            # What is mistyped is found by the words that it is like.
            if query.lang == self.lang and query.kind != TYPO:
                slugs = (*query.slugs, *query.situations)
                found[query.text.casefold()].update(n for slug in slugs for n in places[slug])
        grouped: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for text, numbers in sorted(found.items()):
            grouped[tuple(sorted(numbers))].append(text.replace(_SEPARATOR, " "))
        groups = sorted(grouped.items())
        return [[list(numbers), _SEPARATOR.join(texts)] for numbers, texts in groups]

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
