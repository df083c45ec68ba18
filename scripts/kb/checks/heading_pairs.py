"""The headings of a page and of its translation: as many, of the same levels, in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.common import on_page
from kb.checks.section_order import Marks, section_marks, sections
from kb.checks.seen import seen_body
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.outline import Heading
from kb.model.problem import Problem

_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?(?:\s*\{#[\w-]+\})?\s*")
_LEVEL = 1.0
"""What one level is worth against marks that are all alike (1), when headings are paired."""


def check(source: RawPage, page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    """Headings that only one of two pages has, and pairs of headings that differ in their level."""
    if source.outline is None or page.outline is None:
        return
    ours, theirs = source.outline.headings, page.outline.headings
    for one, headings in ((source, ours), (page, theirs)):
        # A heading that only one of two readers sees is told on its own line, where it was typed.
        if len(seen_body(one.body).headings) != len(headings):
            return
        # So is a page without its title, or with two.
        if [n for n, heading in enumerate(headings) if heading.level == 1] != [0]:
            return
    if len(ours) != len(theirs):
        yield from _uneven(source, page, loaded)
        return
    for heading in theirs:
        if heading.typed_id:
            yield on_page(
                page,
                heading.line,
                "tunniste {#…} kirjoitetaan vain suomenkieliselle sivulle; poista se",
                "an id {#…} is written on the Finnish page only; remove it",
            )
    for number, heading in enumerate(theirs):
        if heading.level != ours[number].level:
            yield _other_level(source, ours[number], page, heading, loaded)
            return


def _other_level(
    source: RawPage, own: Heading, page: RawPage, other: Heading, loaded: Loaded
) -> Problem:
    here, there = (page, other), (source, own)
    if source.file in loaded.touched and page.file not in loaded.touched:
        here, there = there, here
    (file, heading), (pair, its) = here, there
    return on_page(
        file,
        heading.line,
        f"otsikon '{heading.text}' taso on {heading.level}, mutta sen pari '{its.text}' "
        f"({pair.file}:{its.line}) on tasoa {its.level}; korjaa taso",
        f"the heading '{heading.text}' is of level {heading.level}, but its pair '{its.text}' "
        f"({pair.file}:{its.line}) of level {its.level}; mend the level",
    )


def _uneven(source: RawPage, page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    """The headings that have no pair; or the bold line that was meant as one."""
    assert source.outline is not None
    assert page.outline is not None
    ours, theirs = source.outline.headings, page.outline.headings
    fewer = source if len(ours) < len(theirs) else page
    for number, row in enumerate(fewer.body.split("\n")):
        match = _BOLD_LINE.fullmatch(row)
        if match:
            yield on_page(
                fewer,
                fewer.body_line + number,
                f"lihavoitu rivi '{match[1]}' ei ole otsikko, joten kielillä on eri määrä "
                f"otsikoita ({len(ours)} ja {len(theirs)}); kirjoita '## {match[1]}'",
                f"the bold line '{match[1]}' is no heading, so that the languages differ in their "
                f"headings ({len(ours)} and {len(theirs)}); write '## {match[1]}'",
            )
            return
    pairs = paired(source, page)
    mine, others = {i for i, _ in pairs}, {j for _, j in pairs}
    for n, heading in enumerate(ours):
        if n not in mine:
            yield _alone(source, heading, page, _below(pairs, n, 0, theirs), loaded)
    for n, heading in enumerate(theirs):
        if n not in others:
            yield _alone(page, heading, source, _below(pairs, n, 1, ours), loaded)


def _alone(page: RawPage, heading: Heading, other: RawPage, above: int, loaded: Loaded) -> Problem:
    """That `heading` has no pair below line `above` of `other`, in the file that was touched."""
    if other.file in loaded.touched and page.file not in loaded.touched:
        return on_page(
            other,
            above,
            f"otsikolle '{heading.text}' ({page.file}:{heading.line}) ei ole tällä sivulla paria; "
            "lisää se samaan kohtaan, tai poista otsikko sieltäkin",
            f"the heading '{heading.text}' ({page.file}:{heading.line}) has no pair on this page; "
            "add it at the same place, or remove the heading there too",
        )
    return on_page(
        page,
        heading.line,
        f"otsikolla '{heading.text}' ei ole paria tiedostossa {other.file}; lisää se sinne rivin "
        f"{above} otsikon osion jälkeen, tai poista otsikko täältä",
        f"the heading '{heading.text}' has no pair in {other.file}; add it there after the section "
        f"of the heading on line {above}, or remove the heading here",
    )


def _below(pairs: list[tuple[int, int]], number: int, side: int, others: list[Heading]) -> int:
    """The line of the last heading of the other page whose pair stands above heading `number`."""
    above = [pair[1 - side] for pair in pairs if pair[side] < number]
    return others[max(above, default=0)].line


def paired(source: RawPage, page: RawPage) -> list[tuple[int, int]]:
    """Which headings of two pages belong together, in their order: of one level, most alike."""
    assert source.outline is not None
    assert page.outline is not None
    ours, theirs = source.outline.headings, page.outline.headings
    mine, others = (
        [(section_marks(text), len(text.split()) + 1) for text in sections(one)]
        for one in (source, page)
    )
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for i in range(len(ours), -1, -1):
        for j in range(len(theirs), -1, -1):
            if i == len(ours) or j == len(theirs):
                best[i, j] = (0.0, [])
                continue
            options = [best[i + 1, j], best[i, j + 1]]
            if ours[i].level == theirs[j].level:
                gained, below = best[i + 1, j + 1]
                worth = _LEVEL + _likeness(mine[i], others[j])
                # First: of two that are as like, a lost heading's text joins the one above it.
                options.insert(0, (gained + worth, [(i, j), *below]))
            best[i, j] = max(options, key=lambda option: option[0])
    return best[0, 0][1]


def _likeness(one: tuple[Marks, int], other: tuple[Marks, int]) -> float:
    """How much of the lesser of two sections the other has, from 0 to 1.

    Of each what marks it, and its length in words, by which it goes where neither has any marks.
    """
    (a, length), (b, its) = one, other
    if a and b:
        return len(a & b) / min(len(a), len(b))
    return 0.0 if a or b else min(length, its) / max(length, its) / 2
