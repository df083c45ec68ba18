"""What is wrong with a line of YAML, in an editor's words: never in the parser's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.problem import Words

_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+:(?:\s+|$))?(?P<value>\S.*)?")
_BULLET = re.compile(r"\s*[-*+•·]\s")
_FIRST, _SECOND = (re.compile(rf"\s*{number}[.)]\s") for number in (1, 2))
_COLON_WITHIN = re.compile(r"[{,]\s*[\w-]+:\s+[^\s\"'{\[,][^,{}\[\]]*:\s")
"""A value with a colon inside, in a line in braces."""
_CLOSING = {"[": "]", "{": "}"}
_QUOTES = "\"'"
_SHOWN = 80
"""So many characters of a value are shown in a message."""

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
_DASH_NO_SPACE: Words = (
    "luettelon viivan perästä puuttuu väli; kirjoita '- kenttä: arvo'",
    "no space follows the list's dash; write '- field: value'",
)
_LONG_DASH: Words = (
    "rivi alkaa ajatusviivalla, josta ei tule luetteloa; kirjoita '- '",
    "the line begins with a long dash, which makes no list; write '- '",
)
_WIDE_COLON: Words = (
    "kentän nimen perässä on leveä kaksoispiste; kirjoita tavallinen ':' ja väli",
    "a wide colon follows the field's name; type a plain ':' and a space",
)
_NO_FIELD: Words = (
    "rivi ei ole muotoa 'kenttä: arvo'; jos se jatkaa yllä olevaa arvoa, sisennä se kahdella "
    "välilyönnillä",
    "the line is not of the form 'field: value'; if it goes on with the value above, indent it by "
    "two spaces",
)
EMPTY_ROW: Words = (
    "arvon sisällä on tyhjä rivi, joka ei näy; kirjoita arvo yhdeksi kappaleeksi",
    "the value has an empty line inside, which does not show; write it as one paragraph",
)
BULLETS: Words = (
    "luettelon rivit menevät peräkkäin samaan kappaleeseen; kirjoita ne lauseeksi tai tee luettelo "
    "sivun tekstiin",
    "the rows of the list run on into one paragraph; write them as a sentence, or make a list in "
    "the page's text",
)
COMMA: Words = (
    "arvo päättyy pilkkuun, joka näkyisi lukijoille; poista se",
    "the value ends in a comma, which readers would see; remove it",
)
CURLY: Words = (
    "arvon ympärillä on kaarevat lainausmerkit, jotka näkyisivät lukijoille; poista ne tai "
    "kirjoita niiden tilalle suorat",
    "the value stands in curly quotation marks, which readers would see; remove them, or type "
    "straight ones in their place",
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


def key_twice(key: str, earlier: int, *, in_list: bool) -> Words:
    """That a field stands on line `earlier` already; in a list, its item may lack its dash."""
    fi = ", tai jos tästä alkaa uusi kohta, aloita rivi viivalla '- '" if in_list else ""
    en = ", or, if another item begins here, begin the line with '- '" if in_list else ""
    return (
        f"avain '{key}' on jo rivillä {earlier}; poista toinen{fi}",
        f"the key '{key}' stands on line {earlier} already; remove one{en}",
    )


def cut_off(words: str) -> Words:
    """That a comma has cut a value off, of a line in braces."""
    return (
        f"pilkku katkaisee arvon, ja '{words}' jää yksin; pane arvo, jossa on pilkku, "
        "lainausmerkkeihin",
        f"a comma cuts the value off and leaves '{words}' alone; put the value that has a comma in "
        "quotation marks",
    )


def odd_rows(rows: list[str]) -> Iterator[tuple[int, Words]]:
    """Rows, counted from 0, that YAML reads in silence otherwise than an editor means them."""
    for number, row in enumerate(rows):
        if row.rstrip() == "...":
            yield number, _DOTS
        elif re.match(r"\s*\u00a0|\s*-\u00a0|\s*(?:- +)?[\w-]+:\u00a0|\s*[\w-]+\u00a0:", row):
            yield number, _HARD_SPACE
        elif re.match(r"\s*-[\w-]+:(?:\s|$)", row):
            yield number, _DASH_NO_SPACE
        elif re.match(r"\s*[–—]\s*[\w-]+:(?:\s|$)", row):
            yield number, _LONG_DASH
        elif re.match(r"\s*(?:- +)?[a-z_]+\s*：", row):
            yield number, _WIDE_COLON


def bullets(rows: list[str]) -> list[int]:
    """The first row of a text, counted from 0, that begins as an item of a list, where two do."""
    found = [number for number, row in enumerate(rows) if _BULLET.match(row)]
    counted = [n for n, row in enumerate(rows) if _FIRST.match(row) or _SECOND.match(row)]
    if any(_FIRST.match(rows[n]) for n in counted) and any(_SECOND.match(rows[n]) for n in counted):
        found += counted
    return found[:1] if len(found) > 1 else []


def curly(value: str) -> bool:
    """Whether a plain value stands whole in a word processor's quotation marks."""
    return bool(re.fullmatch(r"([“”„«»‘’])[^“”„«»‘’]+[“”«»‘’]", value))


def _behind_quote(value: str) -> Words:
    """That a value goes on behind its quotation mark's pair, and how to write it."""
    mark = value[0]
    inner = value[1:-1] if value.endswith(mark) and len(value) > 1 else value
    # Within single marks a single one is typed twice; within double ones it stands as it is.
    quoted = f"'{inner.replace(chr(39), chr(39) * 2)}'" if '"' in inner else f'"{inner}"'
    shown = quoted if len(quoted) <= _SHOWN else f"{quoted[: _SHOWN - 2]}…{quoted[-1]}"
    return (
        f"arvo alkaa lainausmerkillä ja jatkuu sen parin jälkeen; kirjoita {shown}",
        f"the value begins with a quotation mark and goes on behind its pair; write {shown}",
    )


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
    if "could not find expected ':'" in detail and opened is not None:
        # A word that is neither a field nor part of the value above.
        return opened, _of_row(rows[opened]) or _NO_FIELD
    for row in dict.fromkeys((number, number - 1, *(() if opened is None else (opened,)))):
        words = _of_row(rows[row]) if 0 <= row < len(rows) else None
        if words:
            return row, words
    return number, _INDENTATION


def _of_row(row: str) -> Words | None:
    begun = re.match(r"\s*(?:- +)*[\w-]+:\s+([-?])\s", row)
    if begun:
        return begins_with(begun[1])
    match = _VALUE.match(row)
    value = (match["value"] if match else None) or ""
    if not value:
        return None
    if value[0] in _QUOTES:
        # Two quotes within a text quoted singly are one; a backslash keeps a double one in.
        closed = re.fullmatch(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", value.rstrip(",]} "))
        return None if closed else _behind_quote(value.strip())
    if value[0] in _CLOSING:
        whole = value.rstrip().endswith(_CLOSING[value[0]])
        if whole and _COLON_WITHIN.search(value):
            return _TWO_COLONS
        return None if whole and value.count(value[0]) == 1 else begins_with(value[0])
    if value[0] in "*&!%@`|>" and not re.fullmatch(r"[|>][+-]?\d?", value.strip()):
        return begins_with(value[0])
    if re.match(r"[\w-]+:\S", value) and "://" not in value:
        return _NO_SPACE
    if re.search(r":(?:\s|$)", value):
        return _TWO_COLONS
    return None
