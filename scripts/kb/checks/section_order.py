"""A page's sections stand in one order in every language, because their ids go by it.

Nobody can tell by a machine what a heading in another language means; but what a section cites and
counts is the same in every translation of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.outline import MARKER
from kb.load.pages import RawPage
from kb.model.problem import Problem

_NUMBER = re.compile(r"\d+")
_ITEM = re.compile(r"(?m)^ *(?:[-*+]|\d+\.) ")
_TARGET = re.compile(r"\]\(([^()\s]+)\)")
_UNLIKE, _CLEARLY = 0.5, 0.4
"""So unlike must two sections be as they stand (1: the same marks), and so much more alike
crosswise. Of all pairs of sections on the site's first pages nine in ten are told that way."""

Marks = frozenset[str]


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every two sections of a translation that have changed places."""
    source_lang = loaded.knowledge.languages.source
    for (lang, path), page in loaded.pages.items():
        source = loaded.pages.get((source_lang, path))
        if lang != source_lang and source is not None:
            yield from swapped(source, page)


def swapped(source: RawPage, page: RawPage) -> Iterator[Problem]:
    """Every two sections of one translation that have changed places."""
    if source.outline is None or page.outline is None:
        return
    ours, theirs = source.outline.headings, page.outline.headings
    if [heading.level for heading in ours] != [heading.level for heading in theirs]:
        return  # told by checks.pairs
    mine, others = ([_marks(text) for text in sections(one)] for one in (source, page))
    for i, j in combinations(range(1, len(ours)), 2):
        if ours[i].level != ours[j].level:
            continue
        straight = max(_alike(mine[i], others[i]), _alike(mine[j], others[j]))
        crossed = min(_alike(mine[i], others[j]), _alike(mine[j], others[i]))
        if straight <= _UNLIKE and crossed >= straight + _CLEARLY:
            yield on_page(
                page,
                theirs[i].line,
                f"osiot '{theirs[i].text}' ja '{theirs[j].text}' ovat toisin päin kuin tiedostossa "
                f"{source.file} (rivit {ours[i].line} ja {ours[j].line}); pane ne samaan "
                "järjestykseen, jotta linkit osuvat",
                f"the sections '{theirs[i].text}' and '{theirs[j].text}' stand the other way round "
                f"in {source.file} (lines {ours[i].line} and {ours[j].line}); put them into the "
                "same order, so that links meet them",
            )


def sections(page: RawPage) -> list[str]:
    """The text of each section, from below its heading to the next."""
    assert page.outline is not None
    rows = page.body.split("\n")
    starts = [heading.line - page.body_line for heading in page.outline.headings]
    ends = [*starts[1:], len(rows)]
    return ["\n".join(rows[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]


def section_marks(text: str) -> Marks:
    """What a section cites, shows and counts: the same in every language."""
    targets = _TARGET.findall(text)
    numbers = _NUMBER.findall(_TARGET.sub("", text))
    return frozenset([*targets, *numbers, *MARKER.findall(text)])


def _marks(text: str) -> Marks:
    return section_marks(text) | {f"items {len(_ITEM.findall(text))}"}


def _alike(one: Marks, other: Marks) -> float:
    """The share of marks that two sections have in common, from 0 to 1."""
    return len(one & other) / len(one | other)
