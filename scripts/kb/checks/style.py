"""The house style of pages: names that are each their own, headings and summaries of one form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from kb.checks.common import on_page
from kb.load import names
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import ByLanguage, Lang
from kb.model.outline import Heading
from kb.model.problem import Problem

T = TypeVar("T")

SUMMARY_LIMIT = 220
"""Characters of a summary: what a search engine and a card show of it whole."""
_NAMED = {"terms": "name", "organisations": "name", "links": "title", "groups": "title"}
"""Registers whose records readers tell apart by a name, and that name's field."""


_ODD_ID = re.compile(r"[{(\[]:?\s*#\s*([^{}()\[\]]*?)\s*[})\]]")
"""What was meant as a heading's id: `{#ääni}`, `{#a b}`, `(#ajat)`, one that is not at the end."""
_BARE_ID = re.compile(r"\{([\w-]+)\}$")
"""What may be meant as one where there is no other: `{ajat}`."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Two pages or records of one name; headings and summaries of another form."""
    titles: dict[tuple[Lang, str], list[tuple[RawPage, Heading]]] = defaultdict(list)
    summaries: dict[tuple[Lang, str], list[tuple[RawPage, str]]] = defaultdict(list)
    for page in loaded.pages.values():
        if page.outline is not None:
            in_source = page.lang == loaded.knowledge.languages.source
            yield from _headings(page, in_source=in_source)
            first = next((h for h in page.outline.headings if h.level == 1), None)
            if first is not None:
                titles[page.lang, _same(first.text)].append((page, first))
        summary = getattr(page.record, "summary", None)
        if summary:
            yield from _summary(page, summary)
            summaries[page.lang, _same(summary)].append((page, summary))
    for named in titles.values():
        for page, heading, other in _twice(named, loaded):
            yield on_page(
                page,
                heading.line,
                f"sivulla {other} on sama otsikko '{heading.text}'; anna tälle oma otsikko",
                f"the page {other} has the same title '{heading.text}'; give this one its own",
            )
    for told in summaries.values():
        for page, _, other in _twice(told, loaded):
            yield Problem(
                page.file,
                page.located.line(("summary",)),
                f"sivulla {other} on sama tiivistelmä; kirjoita tälle oma",
                f"the page {other} has the same summary; write this one its own",
                "warning",
            )
    yield from _names(loaded)


def _twice(same: list[tuple[RawPage, T]], loaded: Loaded) -> Iterator[tuple[RawPage, T, str]]:
    """Of pages that say the same, those to change: the touched, else the later; with another."""
    # A copy is named after what it was copied from: `x`, then `x-2`.
    same = sorted(same, key=lambda pair: pair[0].path.removesuffix(".md"))
    touched = [pair for pair in same if pair[0].file in loaded.touched]
    for page, what in touched if 0 < len(touched) < len(same) else same[1:]:
        yield page, what, next(other.file for other, _ in same if other is not page)


def _headings(page: RawPage, *, in_source: bool) -> Iterator[Problem]:
    assert page.outline is not None
    above: dict[int, str] = {}
    seen: dict[tuple[str, ...], int] = {}
    for heading in page.outline.headings:
        above = {level: text for level, text in above.items() if level < heading.level}
        above[heading.level] = _same(heading.text)
        place = (*above.values(), str(heading.level))
        if place in seen:
            yield on_page(
                page,
                heading.line,
                f"otsikko '{heading.text}' on jo rivillä {seen[place]}; anna tälle oma otsikko",
                f"the heading '{heading.text}' stands on line {seen[place]} already; give this one "
                "its own",
            )
        seen.setdefault(place, heading.line)
        odd_id = _ODD_ID.search(heading.text)
        if not odd_id and in_source and not heading.typed_id:
            odd_id = _BARE_ID.search(heading.text)
        if odd_id:
            plain = names.plain(odd_id[1]) or "tunniste"
            yield on_page(
                page,
                heading.line,
                f"otsikon tunniste '{odd_id[0]}' ei kelpaa; kirjoita otsikon loppuun väli ja "
                f"{{#{plain}}}",
                f"the heading's id '{odd_id[0]}' is not right; write a space and {{#{plain}}} at "
                "the heading's end",
            )
            continue
        first = heading.text.lstrip("”“\"'„»(")[:1]
        if not re.search(r"[^\W_]", heading.text):
            yield on_page(
                page,
                heading.line,
                f"otsikossa '{heading.text}' ei ole kirjaimia; kirjoita otsikko sanoin",
                f"the heading '{heading.text}' has no letters; write it in words",
            )
        elif first.islower():
            yield on_page(
                page,
                heading.line,
                f"otsikko '{heading.text}' alkaa pienellä kirjaimella; aloita isolla",
                f"the heading '{heading.text}' begins with a small letter; begin with a capital",
            )
        if heading.text.endswith((".", ":")):
            yield on_page(
                page,
                heading.line,
                f"otsikko '{heading.text}' päättyy merkkiin '{heading.text[-1]}'; poista merkki",
                f"the heading '{heading.text}' ends in '{heading.text[-1]}'; remove the mark",
            )


def _summary(page: RawPage, text: str) -> Iterator[Problem]:
    line = page.located.line(("summary",))
    if len(text) > SUMMARY_LIMIT:
        yield on_page(
            page,
            line,
            f"tiivistelmässä on {len(text)} merkkiä; lyhennä se enintään {SUMMARY_LIMIT} merkkiin",
            f"the summary has {len(text)} characters; shorten it to {SUMMARY_LIMIT} at most",
        )
    if not text.rstrip("”“\"'’»)").endswith((".", "?", "!", "…")):
        yield on_page(
            page,
            line,
            "tiivistelmä ei pääty pisteeseen; kirjoita se kokonaiseksi virkkeeksi",
            "the summary does not end in a full stop; write it as a whole sentence",
        )


def _names(loaded: Loaded) -> Iterator[Problem]:
    for register, name in _NAMED.items():
        seen: dict[tuple[Lang, str], tuple[str, int]] = {}
        found = loaded.registers[register]
        for ident, record in found.records.items():
            names = getattr(record, name, None)
            if not isinstance(names, ByLanguage):
                continue
            # Two sections may each have a group of one name.
            place = str(getattr(record, "section", ""))
            for lang, text in names.by_language.items():
                line = found.located.line((register, found.index[ident], name, lang))
                key = lang, f"{place} {_same(str(text))}"
                if key in seen:
                    other, there = seen[key]
                    yield Problem(
                        found.located.file,
                        line,
                        f"nimi '{text}' on jo tunnuksella '{other}' (rivi {there}); anna toinen "
                        "nimi tai käytä sitä tunnusta",
                        f"the name '{text}' already belongs to '{other}' (line {there}); give "
                        "another name, or use that id",
                    )
                seen.setdefault(key, (ident, line))


def _same(text: str) -> str:
    return " ".join(text.casefold().split())
