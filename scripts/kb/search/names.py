"""The names under which the registers know a page: other languages, abbreviations, old, new."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.base import Lang
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Informed, Service


def names(knowledge: Knowledge, document: Document) -> list[str]:
    """Every name of the page's subject in data/, and the sections of law it rests on.

    Names in all languages, because readers of one site use words of another (Kela, häätö).
    """
    found = dict.fromkeys(
        [
            # The Finnish name, which an English reader has on paper.
            knowledge.source_of(document).title,
            *_from_terms(knowledge, document.path),
            *_from_organisations(knowledge, document.path),
            *_statutes(knowledge, document, document.lang),
        ]
    )
    found.pop(document.title, None)
    return list(found)


def _from_terms(knowledge: Knowledge, path: str) -> Iterator[str]:
    for term in knowledge.terms.values():
        if term.page != path:
            continue
        yield from (term.name.fi, term.name.en)
        if term.name.sv:
            yield term.name.sv
        yield from term.abbreviations
        if term.former:
            yield from (term.former.fi, term.former.en)


def _from_organisations(knowledge: Knowledge, path: str) -> Iterator[str]:
    for organisation in knowledge.organisations.values():
        if organisation.page != path:
            continue
        yield from (organisation.name.fi, organisation.name.en)
        successor = knowledge.organisations.get(organisation.succeeded_by or "")
        if successor:
            yield from (successor.name.fi, successor.name.en)


def _statutes(knowledge: Knowledge, document: Document, lang: Lang) -> Iterator[str]:
    """Sections as they are cited, `SHL 17 §`, of those that the source itself names."""
    meta = knowledge.source_of(document).meta
    if not isinstance(meta, Informed) or not isinstance(meta, Service):
        return
    for ref in meta.statutes:
        short = knowledge.statutes[ref.act].short.fi
        if ref.section and ref.origin == "source":
            yield f"{short} {ref.section} §"
            if lang == "en":
                yield f"section {ref.section}"
