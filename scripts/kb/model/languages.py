"""The languages of a county's site: which they are, and how each writes dates and sections."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from kb.model.base import Lang, Record, Text

CODE = re.compile(r"[a-z]{2,3}")
LanguageCode = Annotated[str, Field(pattern=f"^{CODE.pattern}$")]
"""A language by its code of two or three letters, as in the HTML attribute `lang`."""

_MONTHS = 12
_PARTS = {
    "day": {"day", "month", "name", "year"},
    "month": {"name", "year"},
    "month_running": {"name", "year"},
    **{form: {"date"} for form in ("before", "before_year", "after", "after_year")},
    "statute": {"act", "section"},
    "section": {"section"},
}
"""What is filled in, by the form's field."""


def _pattern(value: str, form: str) -> str:
    try:
        parts = [part[1:] for part in Formatter().parse(value) if part[1] is not None]
    except ValueError:
        raise ValueError("pattern") from None
    # A width such as {day:999999999} would fill the memory, a conversion shows what is no text.
    if any(name not in _PARTS[form] or spec or kind for name, spec, kind in parts):
        raise ValueError("pattern")
    return value


class DateForms(Record):
    """How a language writes dates; {day}, {month} (a number), {name} and {year} are filled in.

    In the forms of a time before or after a date {date} is the date as the others write it.
    """

    day: Text = "{day}.{month}.{year}"
    month: Text = "{name} {year}"
    month_running: Text | None = None
    """A month as it stands in a sentence, where that differs (elokuussa 2025)."""
    before: Text
    before_year: Text
    after: Text
    after_year: Text

    @field_validator("*")
    @classmethod
    def _known_parts(cls, value: str | None, info: ValidationInfo) -> str | None:
        return value if value is None else _pattern(value, str(info.field_name))


class Language(Record):
    """A language in which the site is written, or in which terms have names."""

    id: LanguageCode
    name: Text
    """What its own readers call it."""
    source: bool = False
    """Whether its pages hold the data, and the other languages' pages translate them."""
    pages: bool = True
    """False for a language in which only the terms of the glossary have names."""
    months: tuple[Text, ...] = ()
    dates: DateForms | None = None
    statute: Text = "{act} {section} §"
    """A section of an act as one cites it."""
    section: Text = "{section} §"
    """The same without the act, as readers search for it."""
    letters: tuple[Text, ...] = ()
    """The letters that its alphabet has behind z, in their order."""
    vowels: tuple[Text, ...] = ()
    """Its vowels, where a consonant before a vowel begins a syllable: so long words may break."""
    inflects: bool = False
    """Whether words change their endings so much that they are known by their beginnings."""
    opener: str = ""
    """How a reader begins who asks the search as one asks a person; it is measured with that."""

    @field_validator("statute", "section")
    @classmethod
    def _known_parts(cls, value: str | None, info: ValidationInfo) -> str | None:
        return value if value is None else _pattern(value, str(info.field_name))

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.pages and len(self.months) != _MONTHS:
            raise ValueError("months")
        if self.pages and self.dates is None:
            raise ValueError("date_forms")
        return self

    @cached_property
    def _month_names(self) -> re.Pattern[str]:
        """The name of a month with any ending, beside a number: `May` alone may be a verb."""
        names = "|".join(re.escape(name) for name in self.months)
        return re.compile(rf"(?<=\d)([\s.]+)({names})\w*|\b({names})\w*(?=\s+\d)", re.IGNORECASE)

    def months_as_numbers(self, text: str) -> str:
        """The text with the names of months beside a number as numbers: `1 toukokuuta` is `1 5`."""
        numbers = {name.casefold(): str(number) for number, name in enumerate(self.months, 1)}

        def number(match: re.Match[str]) -> str:
            return (match[1] or "") + numbers[(match[2] or match[3]).casefold()]

        return self._month_names.sub(number, text)

    @cached_property
    def _day(self) -> re.Pattern[str]:
        """A whole day, its month as a number: its parts in the order of the language's form."""
        assert self.dates is not None, "a language with pages has forms of dates"
        named = [name for _, name, _, _ in Formatter().parse(self.dates.day) if name]
        order = dict.fromkeys("month" if name == "name" else name for name in named)
        digits = {"day": "{1,2}", "month": "{1,2}", "year": "{4}"}
        parts = [rf"(?P<{name}>\d{digits[name]})" for name in (*order, *(digits.keys() - order))]
        return re.compile(r"(?<!\d)" + r"\W{1,2}".join(parts) + r"(?!\d)")

    def days_in(self, text: str) -> frozenset[dt.date]:
        """The whole days that a text names, their parts in the order of the language's form."""
        found = set()
        for match in self._day.finditer(self.months_as_numbers(text)):
            with suppress(ValueError):  # the 31st of June
                found.add(dt.date(int(match["year"]), int(match["month"]), int(match["day"])))
        return frozenset(found)


@dataclass(frozen=True)
class Languages:
    """Every language of a county; the source language comes first."""

    by_id: Mapping[Lang, Language] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Language]) -> Languages:
        """The languages in their order, the source language before the others."""
        in_order = sorted(found, key=lambda language: not language.source)
        return cls({language.id: language for language in in_order})

    @property
    def source(self) -> Lang:
        """The language whose pages hold the data; empty where the county has no language."""
        return next(iter(self.by_id), "")

    @cached_property
    def pages(self) -> tuple[Lang, ...]:
        """The languages in which the site is written."""
        return tuple(lang for lang, language in self.by_id.items() if language.pages)

    @property
    def known(self) -> tuple[Lang, ...]:
        """These, and the languages in which only terms have names."""
        return tuple(self.by_id)

    def __getitem__(self, lang: Lang) -> Language:
        """The language of that code; `KeyError` where the county does not have it."""
        return self.by_id[lang]

    def root(self, lang: Lang) -> str:
        """The folder of a language's pages below the site's root: `en/`, empty for the source."""
        return "" if lang == self.source else f"{lang}/"
