"""The everyday words by which the search finds a page: there, telling, and not said twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import Lang
from kb.model.problem import Problem

TOO_MANY = 6
"""A word that leads to more pages of a language tells little about any of them."""

_WORD = re.compile(r"\w+")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Warnings: a page without words, a word of its own title, one on too many pages.

    An error: a term's everyday word by which the search would not find the term's page.
    """
    yield from _astray(loaded)
    pages: dict[tuple[Lang, str], list[tuple[RawPage, int]]] = defaultdict(list)
    for page in loaded.pages.values():
        if page.record is None or not page.kind.subject:
            continue
        words: tuple[str, ...] = getattr(page.record, "words", ())
        if not words:
            yield _warning(
                page,
                1,
                "sivulla ei ole hakusanoja; lisää alkutietoihin words: [arjen sanat, joilla "
                "aihetta haetaan]",
                "the page has no search words; add words: [everyday words for its subject] to the "
                "front matter",
            )
        title = _said((page.outline.title if page.outline else None) or "")
        for number, word in enumerate(words):
            line = page.located.line(("words", number))
            said = _said(word)
            pages[page.lang, " ".join(said)].append((page, line))
            if said and set(said) <= set(title):
                yield _warning(
                    page,
                    line,
                    f"hakusana '{word}' on jo sivun otsikossa; poista se",
                    f"the search word '{word}' already stands in the page's title; remove it",
                )
    for (_, word), found in pages.items():
        if len(found) > TOO_MANY:
            page, line = found[-1]
            yield _warning(
                page,
                line,
                f"hakusana '{word}' vie {len(found)} sivulle; jätä se niille, joista lukija "
                "lähtisi liikkeelle",
                f"the search word '{word}' leads to {len(found)} pages; leave it to those from "
                "which a reader would set out",
            )


def _astray(loaded: Loaded) -> Iterator[Problem]:
    register = loaded.registers["terms"]
    pages = {(page.lang, page.path): page for page in loaded.pages.values()}
    for ident, term in register.records.items():
        for lang in loaded.knowledge.languages.pages if term.everyday and term.page else ():
            page = pages.get((lang, term.page))
            if page is None or page.record is None:
                continue  # told by another check
            led: tuple[str, ...] = getattr(page.record, "words", ())
            for number, word in enumerate(term.everyday.get(lang)):
                if word in led:
                    continue
                place = ("terms", register.index[ident], "everyday", lang, number)
                yield Problem(
                    register.located.file,
                    register.located.line(place),
                    f"arjen sana '{word}' ei ole sivun {page.file} hakusanoissa (words); lisää se "
                    "sinne tai poista täältä",
                    f"the everyday word '{word}' is not among the words of {page.file}; add it "
                    "there or remove it here",
                )


def _said(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _warning(page: RawPage, line: int, fi: str, en: str) -> Problem:
    return Problem(page.file, line, fi, en, "warning")
