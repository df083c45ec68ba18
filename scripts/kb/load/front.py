"""Parts a page into its front matter and its body, or says at which line they run together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.problem import Words

_FRONT = re.compile(r"\A---[ ]*\n(.*?\n)?---[ ]*(?:\n|\Z)", re.DOTALL)
_ALMOST = re.compile(r"\s*(?:[-–—]{2,}|\+{3,}|={3,}|\.{3}|…)\s*")
_DASHES = re.compile(r"\s*[-–—]{2,}\s*")
_FIELD = re.compile(r"[A-Za-z_]+:(?:\s.*)?")

_MISSING: Words = (
    "sivun alusta puuttuvat tiedot '---'-rivien välissä; lisää ainakin summary",
    "the page lacks front matter between '---' lines; add at least a summary",
)
_EMPTY: Words = (
    "sivun tiedosto on tyhjä; jos sivu poistuu, poista tiedosto joka kielellä, muuten palauta sen "
    "teksti",
    "the page's file is empty; if the page is to go, delete the file in every language, else bring "
    "back its text",
)
_NOT_OPENED: Words = (
    "alkutietojen yltä puuttuu rivi '---'; lisää se tiedoston ensimmäiseksi riviksi",
    "the line '---' is missing above the front matter; add it as the file's first line",
)
_NOT_CLOSED: Words = (
    "sivun alkutiedot eivät pääty riviin '---'; lisää se",
    "the front matter has no closing line '---'; add it",
)
_TWICE: Words = (
    "alkutiedot päättyvät jo ylempänä olevaan riviin '---', ja tästä jatkuu kenttiä; siirrä ne "
    "ensimmäisten '---'-rivien väliin",
    "the front matter has ended at a line '---' above, and fields go on here; move them between "
    "the first two lines of '---'",
)


@dataclass(frozen=True)
class Parts:
    """A page in two; what could not be told apart is None."""

    front: str | None = None
    body: str | None = None
    body_line: int = 1
    """The line of the file on which the body begins."""
    fault: tuple[int, Words] | None = None
    """The line at which the two cannot be told apart, and why."""


def part(text: str) -> Parts:
    """The front matter and the body of a page's text."""
    if not text.strip():
        return Parts(fault=(1, _EMPTY))
    match = _FRONT.match(text)
    if match:
        body, line = text[match.end() :], text.count("\n", 0, match.end()) + 1
        more = _goes_on(body)
        if more is not None:
            return Parts(fault=(line + more, _TWICE))
        front = match.group(1) or ""
        odd = next((n for n, row in enumerate(front.split("\n")) if _DASHES.fullmatch(row)), None)
        if odd is not None:
            return Parts(fault=(odd + 2, _almost(front.split("\n")[odd])))
        return Parts(front, body, line)
    rows = text.split("\n")
    if text.startswith("---\n") or rows[0].rstrip() == "---":
        number = next((n for n, row in enumerate(rows) if n and _ALMOST.fullmatch(row)), None)
        if number is None:
            return Parts(fault=(1, _NOT_CLOSED))
        return Parts(fault=(number + 1, _almost(rows[number])))
    first = next((n for n, row in enumerate(rows) if row.strip()), 0)
    if _ALMOST.fullmatch(rows[first]):
        if rows[first].strip() == "---":
            return Parts(fault=(1, _NOT_OPENED))
        return Parts(fault=(first + 1, _almost(rows[first])))
    if _FIELD.fullmatch(rows[first]):
        return Parts(fault=(first + 1, _NOT_OPENED))
    # Nothing was meant to be front matter, so the rest can be read all the same.
    return Parts(body=text, fault=(1, _MISSING))


def _goes_on(body: str) -> int | None:
    """The row, from 0, at which fields go on in what should be the body."""
    rows = body.split("\n")
    first = next((n for n, row in enumerate(rows) if row.strip()), len(rows))
    after = [row for row in rows[first + 1 :] if row.strip()]
    if first < len(rows) and rows[first].strip() == "---" and after and _FIELD.fullmatch(after[0]):
        return first
    fenced = any(row.rstrip() == "---" for row in after)
    return first if fenced and _FIELD.fullmatch(rows[first]) else None


def _almost(row: str) -> Words:
    return (
        f"rivin '{row.strip()}' pitää olla täsmälleen '---': kolme tavallista viivaa rivin alusta",
        f"the line '{row.strip()}' must be exactly '---': three plain dashes at the line's "
        "beginning",
    )
