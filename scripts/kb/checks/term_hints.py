"""Hints: terms of the trade that a page uses and does not explain. Never an error.

A term's inflected forms are found by its beginning: Finnish changes the end of a word, and of a
compound only the last part. That is rough, and good enough for a hint.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import Lang
from kb.model.data import Term
from kb.model.languages import Language
from kb.model.problem import Problem

_SHORTEST = 5
"""Letters below which a word is too short to cut."""
_SHORTEST_ALONE = 7
_LONGEST_END = 9
"""Letters that case, possessive and clitic may add to a stem; more makes another word."""
_SHORT_END = 5
"""The same for a word too short to cut: after "työ" nine letters are "työkalupakki"."""


@dataclass(frozen=True)
class _Word:
    term: Term
    start: str
    """What every form begins with, casefolded: a quick test before the pattern."""
    pattern: re.Pattern[str]


def check(loaded: Loaded) -> Iterator[Problem]:
    """The first mention of each term that a page neither marks nor links to."""
    words = {lang: list(_words(loaded, lang)) for lang in loaded.knowledge.languages.pages}
    for page in loaded.pages.values():
        if page.outline is None or not page.kind.subject:
            continue
        yield from _page(page, words[page.lang])


def _page(page: RawPage, words: list[_Word]) -> Iterator[Problem]:
    assert page.outline is not None
    headings = {heading.line for heading in page.outline.headings}
    prose = [(text, line) for text, line in page.outline.prose if line not in headings]
    starts = list(accumulate((len(text) + 1 for text, _ in prose), initial=0))
    body = " ".join(text for text, _ in prose)
    folded = body.casefold()
    links = {link.target.partition("#")[0].rpartition("/")[2] for link in page.outline.links}
    links |= {text.text for text in page.front_texts if "](term:" in text.text}
    told: set[str] = set()
    for word in words:
        term = word.term
        if word.start not in folded or term.id in told or term.page == page.path:
            continue
        name = (term.page or "").rpartition("/")[2]
        if any(f"term:{term.id}" in link for link in links) or (name and name in links):
            continue
        match = word.pattern.search(body)
        if match:
            told.add(term.id)
            line = prose[bisect_right(starts, match.start()) - 1][1]
            marked = f"[{match.group()}](term:{term.id})"
            yield Problem(
                page.file,
                line,
                f"sanaston termi '{match.group()}' ilman selitystä; halutessasi kirjoita {marked}",
                f"the term '{match.group()}' is not explained; if you like, write {marked}",
                "hint",
            )


def _words(loaded: Loaded, lang: Lang) -> Iterator[_Word]:
    """What to look for: every name and abbreviation of a term that has something to say."""
    for term in loaded.knowledge.terms.values():
        if not term.hint or (term.definition is None and not term.abbreviations):
            continue
        name = re.sub(r"\s*\(.*?\)", "", term.name.get(lang))
        for form in (name, *term.abbreviations):
            if not form.endswith("-"):
                start, pattern = _forms(form, loaded.knowledge.languages[lang])
                yield _Word(term, start.casefold(), pattern)


def _forms(form: str, language: Language) -> tuple[str, re.Pattern[str]]:
    """The common beginning of a word's forms, and a pattern of the forms."""
    if form.isupper() or len(form) < _SHORTEST:
        return form, re.compile(rf"(?<![\w-]){re.escape(form)}(?::\w+)?(?![\w-])")
    if not language.inflects:
        return form, re.compile(rf"(?<![\w-]){re.escape(form)}(?:e?s)?(?![\w-])", re.IGNORECASE)
    parts = form.split()
    # Alone a short word needs all its letters: "Var" would find far more than Varke.
    shortest = _SHORTEST if len(parts) > 1 else _SHORTEST_ALONE
    stems = [_stem(part) if len(part) >= shortest else part for part in parts]
    ends = [
        _LONGEST_END if stem != part else _SHORT_END
        for stem, part in zip(stems, parts, strict=True)
    ]
    inflected = r"\s+".join(
        rf"{re.escape(stem)}\w{{0,{end}}}" for stem, end in zip(stems, ends, strict=True)
    )
    flags = 0 if form[0].isupper() else re.IGNORECASE
    return stems[0], re.compile(rf"(?<![\w-]){inflected}(?![\w-])", flags)


def _stem(word: str) -> str:
    return word.removesuffix("nen") if word.endswith("nen") else word[:-2]
