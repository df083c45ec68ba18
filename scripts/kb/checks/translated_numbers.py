"""A day and a number are the same in every language: a translation that tells another is told.

Whole days are read by each language's own form in `data/languages.yml`. Other numbers are compared
from a hundred upwards, sums and years above all: a smaller one may rightly be another word, hour or
unit ("two weeks", "3 pm"). And only from the source to the translation, which may count what the
source says in a word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.checks.section_order import sections, swapped
from kb.load.content import Loaded
from kb.load.outline import MARKER
from kb.load.pages import RawPage
from kb.model.base import Lang, Translated
from kb.model.languages import Language
from kb.model.problem import Problem
from kb.model.walk import KeyPath, leaves

_TARGET = re.compile(r"\]\([^()\s]+\)")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}(?!\d))")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{3,30}")


@dataclass(frozen=True)
class _Text:
    """A text in a language and where it stands."""

    lang: Lang
    text: str
    file: str
    line: int


def check(loaded: Loaded) -> Iterator[Problem]:
    """Days that contradict each other (errors), numbers that a translation lacks (warnings)."""
    languages = loaded.knowledge.languages
    for source, other in _pairs(loaded):
        # Most texts have no number at all.
        if _DIGIT.search(source.text):
            yield from _compared(source, other, languages[source.lang], languages[other.lang])


def _pairs(loaded: Loaded) -> Iterator[tuple[_Text, _Text]]:
    """Every text of the source language with each of its translations."""
    first = loaded.knowledge.languages.source
    for (lang, path), page in loaded.pages.items():
        source = loaded.pages.get((first, path))
        if lang != first and source is not None:
            yield from _of_fields(source, page)
            yield from _of_bodies(source, page)
    yield from _of_registers(loaded)


def _of_fields(source: RawPage, page: RawPage) -> Iterator[tuple[_Text, _Text]]:
    if source.record is None or page.record is None:
        return
    ours, theirs = (
        {
            leaf.key_path: _Text(
                one.lang, str(leaf.value), one.file, one.located.line(leaf.yaml_path)
            )
            for leaf in leaves(one.record)
            if leaf.marker(Translated)
        }
        for one in (source, page)
        if one.record is not None
    )
    yield from ((ours[key], theirs[key]) for key in ours if key in theirs)


def _of_bodies(source: RawPage, page: RawPage) -> Iterator[tuple[_Text, _Text]]:
    if source.outline is None or page.outline is None:
        return
    ours, theirs = source.outline.headings, page.outline.headings
    if [heading.level for heading in ours] != [heading.level for heading in theirs]:
        return  # told by checks.pairs
    if any(swapped(source, page)):
        return  # told by checks.section_order
    for own, text, other, its in zip(ours, sections(source), theirs, sections(page), strict=True):
        yield (
            _Text(source.lang, text, source.file, own.line),
            _Text(page.lang, its, page.file, other.line),
        )


def _of_registers(loaded: Loaded) -> Iterator[tuple[_Text, _Text]]:
    languages = loaded.knowledge.languages
    for name, register in loaded.registers.items():
        file = register.located.file
        for ident, record in register.records.items():
            found: dict[KeyPath, dict[Lang, _Text]] = {}
            for leaf in leaves(record):
                # A list has its texts by language, none of them the translation of another.
                if leaf.lang in languages.pages and leaf.yaml_path[-1] == leaf.lang:
                    line = register.located.line((name, register.index[ident], *leaf.yaml_path))
                    text = _Text(leaf.lang, str(leaf.value), file, line)
                    found.setdefault(leaf.key_path[:-1], {})[leaf.lang] = text
            for texts in found.values():
                source = texts.pop(languages.source, None)
                if source is not None:
                    yield from ((source, other) for other in texts.values())


def _compared(source: _Text, other: _Text, language: Language, its: Language) -> Iterator[Problem]:
    text, translation = (_TARGET.sub("]", MARKER.sub("", one.text)) for one in (source, other))
    days, others = language.days_in(text), its.days_in(translation)
    where = f"{source.file}:{source.line}"
    if days - others and others - days:
        here, there = _written(others - days), _written(days - others)
        yield Problem(
            other.file,
            other.line,
            f"päivät ovat eri kielillä eri: tässä {here}, kohdassa {where} {there}; kirjoita sama "
            "päivä molempiin",
            f"the days differ between the languages: here {here}, at {where} {there}; write the "
            "same day in both",
        )
        return
    lacking = _numbers(text, language) - _numbers(translation, its)
    if lacking:
        told = ", ".join(map(str, sorted(lacking)))
        yield Problem(
            other.file,
            other.line,
            f"käännöksestä puuttuu luku {told} (lähdekielellä {where}); tarkista, onko kumpikin "
            "oikein, ja kirjoita luku numeroin",
            f"the translation lacks the number {told} (in the source language {where}); see "
            "whether both are right, and write the number in digits",
            "warning",
        )


def _written(days: Iterable[dt.date]) -> str:
    return ", ".join(day.isoformat() for day in sorted(days))


def _numbers(text: str, language: Language) -> set[int]:
    plain = _THOUSANDS.sub("", language.months_as_numbers(text))
    return {int(number) for number in _NUMBER.findall(plain)}
