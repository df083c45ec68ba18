"""What is wrong with a line of YAML, in an editor's words: never in the parser's."""

from __future__ import annotations

import re
from collections.abc import Iterator

Words = tuple[str, str]

_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+:(?:\s+|$))?(?P<value>\S.*)?")
_CLOSING = {"[": "]", "{": "}"}
_QUOTES = "\"'"

CUT: Words = (
    "merkki # katkaisee arvon, ja loppu jää pois; pane arvo lainausmerkkeihin, tai jos # aloittaa "
    "muistiinpanon, siirrä se omalle rivilleen",
    "the # cuts the value off, and the rest is left out; put the value in quotation marks, or, if "
    "the # begins a note, move it to a line of its own",
)
_DOTS: Words = (
    "rivi '...' päättää alkutiedot YAMLissa kesken; poista se",
    "the line '...' ends YAML before its time; remove it",
)
_HARD_SPACE: Words = (
    "kentän nimen, viivan tai sisennyksen kohdalla on sitova välilyönti; kirjoita tavallinen "
    "välilyönti",
    "a no-break space stands at a field's name, a dash or in the indentation; type a plain space",
)
_NO_SPACE: Words = (
    "kentän nimen ja kaksoispisteen jälkeen puuttuu väli; kirjoita 'kenttä: arvo'",
    "no space follows the field's name and colon; write 'field: value'",
)
_TWO_COLONS: Words = (
    "arvossa on kaksoispiste ja väli, jotka YAML lukee uudeksi kentäksi; pane arvo "
    "lainausmerkkeihin (tai tarkista sisennys)",
    "the value has a colon and a space, which YAML reads as another field; put the value in "
    "quotation marks (or check the indentation)",
)
_OPEN_QUOTE: Words = (
    "lainausmerkki ei pääty; lisää toinen arvon loppuun",
    "the quotation mark is never closed; add the other at the end of the value",
)
_BEHIND_QUOTE: Words = (
    "arvo alkaa lainausmerkillä ja jatkuu sen parin jälkeen; pane koko arvo yksinkertaisten "
    "lainausmerkkien ' ' sisään",
    "the value begins with a quotation mark and goes on behind its pair; put the whole value in "
    "single quotation marks ' '",
)
_INDENTATION: Words = (
    "rivin sisennys ei sovi ylempiin riveihin, tai jokin lainausmerkki tai sulku jää auki; "
    "sisennä saman kohdan rivit yhtä paljon",
    "the line's indentation does not suit the lines above, or a quotation mark or bracket is left "
    "open; indent the lines of one part alike",
)
_BACKSLASH: Words = (
    "lainausmerkkien sisällä on kenoviiva \\, jonka YAML lukee omalla tavallaan; käytä "
    "yksinkertaisia lainausmerkkejä ' ' tai poista kenoviiva",
    "a backslash \\ stands within quotation marks, where YAML reads it in its own way; use single "
    "quotation marks ' ' or remove the backslash",
)
_UNREADABLE: Words = (
    "rivillä on merkki, jota ei voi lukea; poista se",
    "the line has a character that cannot be read; remove it",
)


def unreadable() -> Words:
    """That a file has a character that YAML does not take."""
    return _UNREADABLE


def begins_with(mark: str) -> Words:
    """That a value begins with a mark that means something else in YAML."""
    return (
        f"arvo alkaa merkillä {mark}, jolla on YAMLissa oma merkitys; pane koko arvo "
        "lainausmerkkeihin",
        f"the value begins with {mark}, which has a meaning of its own in YAML; put the whole "
        "value in quotation marks",
    )


def odd_rows(rows: list[str]) -> Iterator[tuple[int, Words]]:
    """Rows, counted from 0, that YAML reads in silence otherwise than an editor means them."""
    for number, row in enumerate(rows):
        if row.rstrip() == "...":
            yield number, _DOTS
        elif re.match(r"\s*\u00a0|\s*-\u00a0|\s*(?:- +)?[\w-]+:\u00a0|\s*[\w-]+\u00a0:", row):
            yield number, _HARD_SPACE


def explain(rows: list[str], number: int, opened: int | None, detail: str) -> tuple[int, Words]:
    """What is wrong where the parser gave up, and on which row.

    Args:
        rows: The text's rows.
        number: The row at which the parser gave up, counted from 0.
        opened: The row on which the thing begins that it was reading.
        detail: Its own words, by which to choose; never shown.
    """
    if "quoted scalar" in detail:
        row = number if opened is None else opened
        return row, _BACKSLASH if "escape" in detail else _OPEN_QUOTE
    for row in dict.fromkeys((number, number - 1, *(() if opened is None else (opened,)))):
        words = _of_row(rows[row]) if 0 <= row < len(rows) else None
        if words:
            return row, words
    return number, _INDENTATION


def _of_row(row: str) -> Words | None:
    match = _VALUE.match(row)
    value = (match["value"] if match else None) or ""
    if not value:
        return None
    if value[0] in _QUOTES:
        # Two quotes within a text quoted singly are one; a backslash keeps a double one in.
        closed = re.fullmatch(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", value.rstrip(",]} "))
        return None if closed else _BEHIND_QUOTE
    if value[0] in _CLOSING:
        whole = value.rstrip().endswith(_CLOSING[value[0]])
        return None if whole and value.count(value[0]) == 1 else begins_with(value[0])
    if value[0] in "*&!%@`|>" and not re.fullmatch(r"[|>][+-]?\d?", value.strip()):
        return begins_with(value[0])
    if re.match(r"[\w-]+:\S", value) and "://" not in value:
        return _NO_SPACE
    if re.search(r":(?:\s|$)", value):
        return _TWO_COLONS
    return None
