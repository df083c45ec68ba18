"""Dates as each language writes them."""

from __future__ import annotations

from kb.model.base import Lang
from kb.model.data import Change

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "fi": ("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu",
           "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December"),
}  # fmt: skip


def written(date: str, lang: Lang) -> str:
    """A day, a month or a year (`2023-01-31`, `2023-01`, `2023`) in words."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = _MONTHS[lang][parts[1] - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    if lang == "fi":
        return f"{parts[2]}.{parts[1]}.{parts[0]}"
    return f"{parts[2]} {month} {parts[0]}"


def when(change: Change, lang: Lang) -> str:
    """When a change took effect, in words: a day, a period, or before or after a date."""
    date = written(change.date, lang)
    if change.qualifier == "until":
        start = written(change.start, lang) if change.start else ""
        return f"{start}–{date}"
    year_only = len(change.date) == 4
    if change.qualifier == "before":
        if lang == "en":
            return f"before {date}"
        return f"ennen vuotta {date}" if year_only else f"ennen: {date}"
    if change.qualifier == "after":
        if lang == "en":
            return f"after {date}"
        return f"vuoden {date} jälkeen" if year_only else f"jälkeen: {date}"
    return date
