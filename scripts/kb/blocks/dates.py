"""Dates as each language writes them."""

from __future__ import annotations

from kb.model.data import Change
from kb.model.languages import DateForms, Language


def written(date: str, language: Language, *, running: bool = False) -> str:
    """A day, a month or a year (`2023-01-31`, `2023-01`, `2023`) in words.

    `running`: as it stands in a sentence, where a month may take another form.
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return str(year)
    name = language.months[rest[0] - 1]
    if len(rest) == 1:
        forms = _forms(language)
        month = (running and forms.month_running) or forms.month
        return month.format(name=name, year=year)
    return _forms(language).day.format(day=rest[1], month=rest[0], name=name, year=year)


def when(change: Change, language: Language, *, running: bool = False) -> str:
    """When a change took effect, in words: a day, a period, or before or after a date.

    `running`: as it stands in a sentence.
    """
    date = written(change.date, language, running=running and change.qualifier == "on")
    forms, year_only = _forms(language), len(change.date) == 4
    if change.qualifier == "until":
        start = written(change.start, language) if change.start else ""
        return f"{start}–{date}"
    if change.qualifier == "before":
        return (forms.before_year if year_only else forms.before).format(date=date)
    if change.qualifier == "after":
        return (forms.after_year if year_only else forms.after).format(date=date)
    return date


def _forms(language: Language) -> DateForms:
    assert language.dates is not None, "a language with pages has forms of dates"
    return language.dates
