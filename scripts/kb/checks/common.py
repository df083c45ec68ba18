"""What the checks share: an error on a page or in a register, and every text of the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.checks.seen import unknown_links
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import Lang
from kb.model.outline import LinkUse
from kb.model.pages import Informed, Page
from kb.model.problem import Problem
from kb.model.walk import leaves


@dataclass(frozen=True)
class PageText:
    """A link or a piece of prose on a page, from its body or its front matter."""

    page: RawPage
    line: int
    text: str


def page_links(page: RawPage) -> Iterator[LinkUse]:
    """Every link and image of a page, whichever parser sees it: body first, then front matter."""
    if page.outline:
        yield from page.outline.links
        yield from unknown_links(page)
    for front in page.front_texts:
        yield from front.outline.links


def page_prose(page: RawPage) -> Iterator[PageText]:
    """Every piece of running text of a page, outside links and code."""
    if page.outline:
        for text, line in page.outline.prose:
            yield PageText(page, line, text)
    for front in page.front_texts:
        for text, line in front.outline.prose:
            yield PageText(page, line, text)


def register_texts(loaded: Loaded) -> Iterator[tuple[str, int, Lang, str]]:
    """Every text of the registers: file, line, language, text."""
    for name, register in loaded.registers.items():
        for ident, record in register.records.items():
            base = (name, register.index[ident])
            for leaf in leaves(record):
                if leaf.lang is not None:
                    line = register.located.line((*base, *leaf.yaml_path))
                    yield register.located.file, line, leaf.lang, str(leaf.value)


def on_page(page: RawPage, line: int, fi: str, en: str, gone: str = "") -> Problem:
    """An error on a page."""
    return Problem(page.file, line, fi, en, gone=gone)


def page_name(path: str) -> str:
    """A page's name, by which all that cites it is one: `x` of `palvelut/x.md`."""
    return path.rpartition("/")[2].removesuffix(".md")


def page_changes(page: RawPage, loaded: Loaded) -> set[str] | None:
    """The changes that touch a page; None when its front matter cannot be read."""
    source = loaded.pages.get((loaded.knowledge.languages.source, page.path))
    if source is None or not isinstance(source.record, Page):
        return None
    changes = source.record.changes if isinstance(source.record, Informed) else ()
    return {ref.change for ref in changes}


def change_elsewhere(page: RawPage, line: int, ident: str) -> Problem:
    """That a change is named at a line of a page which does not list it."""
    return on_page(
        page,
        line,
        f"muutosta '{ident}' ei ole tämän sivun changes-luettelossa; lisää se sinne",
        f"the change '{ident}' is not in this page's changes; add it there",
    )
