"""The everyday words by which the search finds a page: there, telling, and not said twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb.checks.common import page_name
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import Lang
from kb.model.county import NOWHERE
from kb.model.problem import Problem
from kb.model.words import FILE

TOO_MANY = 6
"""A word that leads to more pages of a language tells little about any of them."""

_WORD = re.compile(r"\w+")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Warnings: a page without words, a word of its own title, one on too many pages.

    Errors: words of a page or a language that does not exist; a term's everyday word by which the
    search would not find the term's page.
    """
    yield from _homeless(loaded)
    yield from _astray(loaded)
    words = loaded.knowledge.words
    led: dict[tuple[Lang, str], list[tuple[str, int]]] = defaultdict(list)
    readable = all(problem.file != FILE for problem in loaded.problems)
    for page in loaded.pages.values():
        if page.record is None or not page.kind.subject:
            continue
        own = words.of(page.path, page.lang)
        # Without the county's own file nobody can say which page is the handbook, and without
        # the words' file which page has none.
        if not own and readable and loaded.knowledge.county is not NOWHERE:
            yield _warning(
                page.file,
                1,
                f"sivulla ei ole hakusanoja; lisää tiedostoon {FILE} arjen sanat, joilla aihetta "
                "haetaan",
                f"the page has no search words; add everyday words for its subject to {FILE}",
            )
        title = _said((page.outline.title if page.outline else None) or "")
        for word in own:
            line = loaded.words_file.line(("words", _key(page), page.lang, word))
            said = _said(word)
            led[page.lang, " ".join(said)].append((word, line))
            if said and set(said) <= set(title):
                yield _warning(
                    FILE,
                    line,
                    f"hakusana '{word}' on jo sivun {page.file} otsikossa; poista se",
                    f"the search word '{word}' already stands in the title of {page.file}; "
                    "remove it",
                )
    for found in led.values():
        if len(found) > TOO_MANY:
            word, line = found[-1]
            yield _warning(
                FILE,
                line,
                f"hakusana '{word}' vie {len(found)} sivulle; jätä se niille, joista lukija "
                "lähtisi liikkeelle",
                f"the search word '{word}' leads to {len(found)} pages; leave it to those from "
                "which a reader would set out",
            )


def _homeless(loaded: Loaded) -> Iterator[Problem]:
    pages = {_key(page) for page in loaded.pages.values()}
    languages = loaded.knowledge.languages.known
    for key, by_language in loaded.knowledge.words.words.items():
        if key not in pages:
            yield Problem(
                FILE,
                loaded.words_file.line(("words", key)),
                f"sivua '{key}' ei ole; kirjoita sivun polku ilman päätettä .md tai poista sanat",
                f"there is no page '{key}'; write the page's path without its ending .md, or "
                "remove the words",
                gone=page_name(key),
            )
        for lang in by_language:
            if lang not in languages:
                yield Problem(
                    FILE,
                    loaded.words_file.line(("words", key, lang)),
                    f"kieli '{lang}' ei ole sivuston kieli; kielet ovat {', '.join(languages)}",
                    f"'{lang}' is no language of the site; they are {', '.join(languages)}",
                )


def _astray(loaded: Loaded) -> Iterator[Problem]:
    register = loaded.registers["terms"]
    pages = {(page.lang, page.path): page for page in loaded.pages.values()}
    for ident, term in register.records.items():
        for lang in loaded.knowledge.languages.pages if term.everyday and term.page else ():
            page = pages.get((lang, term.page))
            if page is None or page.record is None:
                continue  # told by another check
            led = loaded.knowledge.words.of(page.path, lang)
            for number, word in enumerate(term.everyday.get(lang)):
                if word in led:
                    continue
                place = ("terms", register.index[ident], "everyday", lang, number)
                yield Problem(
                    register.located.file,
                    register.located.line(place),
                    f"arjen sana '{word}' ei ole sivun {page.file} hakusanoissa ({FILE}); lisää "
                    "se sinne tai poista täältä",
                    f"the everyday word '{word}' is not among the words of {page.file} ({FILE}); "
                    "add it there or remove it here",
                )


def _key(page: RawPage) -> str:
    """The page as data/words.yml names it."""
    return page.path.removesuffix(".md")


def _said(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _warning(file: str, line: int, fi: str, en: str) -> Problem:
    return Problem(file, line, fi, en, "warning")
