"""The names under which the registers know a page: other languages, abbreviations, old, new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kb.model.base import Lang, Multilingual
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service, Toolkit
from kb.search.questions import joined


def owners(knowledge: Knowledge) -> dict[str, set[str]]:
    """The paths of the pages by their titles in the source language, as the engine knows these."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in knowledge.of(knowledge.languages.source):
        found[joined(document.title)].add(document.path)
    return found


def names(knowledge: Knowledge, document: Document, titles: Mapping[str, set[str]]) -> list[str]:
    """Every name of the page's subject in data/, and the sections of law it rests on.

    Names in all languages, because readers of one site use words of another (Kela, häätö).
    `titles` is what `owners` finds, once for all pages.
    """
    called = [
        # The name in the source language, which readers of a translation have on paper.
        knowledge.source_of(document).title,
        *_from_terms(knowledge, document.path),
        *_from_organisations(knowledge, document.path),
        *_statutes(knowledge, document, document.lang),
        *_written(knowledge, document, titles),
    ]
    # Names that differ in marks, spaces and case alone are one to the engine.
    found: dict[str, str] = {}
    for name in called:
        found.setdefault(joined(name), name)
    found.pop(joined(document.title), None)
    return list(found.values())


def _written(
    knowledge: Knowledge, document: Document, titles: Mapping[str, set[str]]
) -> Iterator[str]:
    """What stands in the page's address, and the headings of the source on which it rests."""
    if document.kind.subject:
        yield document.slug.replace("-", " ")
    meta = knowledge.source_of(document).meta
    # Other pages rest on slides whose headings name the services that they speak of, and a service
    # may stand on the slide of another one.
    if isinstance(meta, Service | Toolkit):
        for slide in meta.slides:
            if titles.get(joined(slide), set()) <= {document.path}:
                yield slide


def _from_terms(knowledge: Knowledge, path: str) -> Iterator[str]:
    for term in knowledge.terms.values():
        if term.page != path:
            continue
        yield from _everywhere(knowledge, term.name)
        yield from term.abbreviations
        if term.former:
            yield from _everywhere(knowledge, term.former)


def _from_organisations(knowledge: Knowledge, path: str) -> Iterator[str]:
    for organisation in knowledge.organisations.values():
        if organisation.page != path:
            continue
        yield from _everywhere(knowledge, organisation.name)
        successor = knowledge.organisations.get(organisation.succeeded_by or "")
        if successor:
            yield from _everywhere(knowledge, successor.name)


def _everywhere(knowledge: Knowledge, said: Multilingual) -> Iterator[str]:
    """A name in every language that has it, in the order of the languages."""
    for lang in knowledge.languages.known:
        if lang in said.by_language:
            yield said.get(lang)


def _statutes(knowledge: Knowledge, document: Document, lang: Lang) -> Iterator[str]:
    """Sections as they are cited, `SHL 17 §`, of those that the source itself names."""
    meta = knowledge.source_of(document).meta
    if not isinstance(meta, Service):
        return
    languages = knowledge.languages
    for ref in meta.statutes:
        if not ref.section or ref.origin != "source":
            continue
        act = knowledge.statutes[ref.act].short.get(languages.source)
        yield languages[languages.source].statute.format(act=act, section=ref.section)
        if lang != languages.source:
            yield languages[lang].section.format(section=ref.section)
