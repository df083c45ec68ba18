"""Tables that are none, and rows of a table that show otherwise than they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.common import on_page
from kb.load.pages import RawPage
from kb.model.outline import Table
from kb.model.problem import Problem, Words

NO_TABLE: Words = (
    "taulukosta ei tule taulukkoa; otsikkorivin alle kuuluu rivi |---|---|, jossa on tavallisia "
    "viivoja ja yhtä monta solua kuin otsikoita, ja taulukon ylle tyhjä rivi",
    "this makes no table; below its row of headings belongs a row |---|---| of plain dashes, with "
    "as many cells as there are headings, and above the table an empty line",
)
NO_COLUMNS: Words = (
    "sarakkeet on erotettu väleillä tai puolipisteillä, eivätkä ne näy sarakkeina; kirjoita "
    "taulukko merkeillä |: otsikkorivi, sen alle |---|---|",
    "the columns are parted by spaces or semicolons, and do not show as columns; write a table "
    "with | marks: the row of headings, and below it |---|---|",
)
_BARS = str.maketrans("¦│┃", "|||")
_PARTED = (re.compile(r"\S {3,}\S"), re.compile(r"[^;\s][^;]*(?:;[^\s;][^;]*)+"))
"""Cells parted by many spaces, or by semicolons as a spreadsheet writes them."""
_CELL_END = re.compile(r"(?<!\\)\|")


def is_one(rows: list[str]) -> bool:
    """Whether a paragraph was meant as a table."""
    barred = [row for row in rows if len(_CELL_END.split(row.translate(_BARS))) > 1]
    return len(barred) > 1 or any(re.fullmatch(r"\|.*\|.*\|", row) for row in barred)


def has_columns(rows: list[str]) -> bool:
    """Whether all rows of a paragraph were lined up in columns by spaces or semicolons."""
    return len(rows) > 1 and any(
        all(part.search(row) if part is _PARTED[0] else part.fullmatch(row) for row in rows)
        for part in _PARTED
    )


def check(page: RawPage) -> Iterator[Problem]:
    """Every row of a page's tables that shows otherwise than it was meant."""
    assert page.outline is not None
    for table in page.outline.tables:
        yield from _table(page, table)


def _table(page: RawPage, table: Table) -> Iterator[Problem]:
    for number, (row, line) in enumerate(table.rows):
        cells = [cell.strip() for cell in _cells(row)]
        if len(cells) > table.columns:
            yield on_page(
                page,
                line,
                f"taulukon rivillä on {len(cells)} solua, mutta sarakkeita on {table.columns}, "
                "joten loput eivät näy; poista | tai lisää otsikkoriville sarake",
                f"the table's row has {len(cells)} cells, but there are {table.columns} columns, "
                "so that the rest does not show; remove a | or add a column to the row of headings",
            )
        elif number and all(re.fullmatch(r":?-{2,}:?", cell) for cell in cells):
            yield on_page(
                page,
                line,
                "taulukossa on viivarivi keskellä, ja sen viivat näkyisivät lukijoille; jätä se "
                "vain otsikkorivin alle",
                "the table has a row of dashes in its middle, which readers would see; leave it "
                "below the row of headings only",
            )
        elif table.columns > 1 and number and len(_CELL_END.split(row)) == 1:
            yield on_page(
                page,
                line,
                "rivi heti taulukon alla on sen viimeinen rivi; jätä taulukon alle tyhjä rivi",
                "a line right below a table is the last of its rows; leave an empty line below "
                "the table",
            )
        elif len(cells) < table.columns:
            yield on_page(
                page,
                line,
                f"taulukon rivillä on {len(cells)} solua, mutta sarakkeita on {table.columns}; "
                "kirjoita rivi yhdelle riville ja tyhjä solu muodossa | |",
                f"the table's row has {len(cells)} cells, but there are {table.columns} columns; "
                "write the row on one line, and an empty cell as | |",
            )
        elif not number and not any(cells):
            yield on_page(
                page,
                line,
                "taulukon otsikkorivi on tyhjä; kirjoita sarakkeille otsikot",
                "the table's row of headings is empty; give the columns their headings",
            )
        elif any(re.match(r"(?:[-*+]|\d+[.)])\s+\S", cell) for cell in cells):
            yield on_page(
                page,
                line,
                "taulukon soluun ei voi kirjoittaa luetteloa; kirjoita lause tai oma rivi kullekin",
                "no list can stand in a table's cell; write a sentence, or a row for each",
            )


def _cells(row: str) -> list[str]:
    return _CELL_END.split(row.strip().removeprefix("|").removesuffix("|"))
