"""Reads the labelled queries, data/queries/*.tsv: the search learns from them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from kb.load.files import read_text
from kb.model.problem import Problem
from kb.model.queries import OFF_TOPIC, Query

FOLDER = "data/queries"
COLUMNS = ("lang", "query", "slugs", "situations", "kind", "note")
"""The columns, named in the first line; a note may be left out."""
_LANG = re.compile(r"[a-z]{2,3}")


def query_files(root: Path) -> list[tuple[Path, str]]:
    """The files of labelled queries below `root`, each with its name in messages."""
    return [(path, f"{FOLDER}/{path.name}") for path in sorted((root / FOLDER).glob("*.tsv"))]


def read_queries(root: Path) -> tuple[list[Query], list[Problem]]:
    """Every query of every file below `root`; a faulty line is told and left out."""
    queries: list[Query] = []
    problems: list[Problem] = []
    for path, name in query_files(root):
        found, told = read_query_file(path, name)
        queries += found
        problems += told
    return queries, problems


def read_query_file(path: Path, name: str) -> tuple[list[Query], list[Problem]]:
    """The queries of one file, called `name` in messages."""
    text, problems = read_text(path, name, tabs=True)
    queries: list[Query] = []
    if text is None:
        return queries, problems
    head, *rows = text.split("\n")
    if head.split("\t") != list(COLUMNS):
        columns = ", ".join(COLUMNS)
        return queries, [
            *problems,
            Problem(
                name,
                1,
                f"ensimmäisellä rivillä pitää olla sarakkeiden nimet, sarkain välissä: {columns}",
                f"the first line must name the columns, a tab between: {columns}",
            ),
        ]
    asked: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, 2):
        if not row.strip():
            continue
        query = _query(row.split("\t"), path.stem, number)
        if isinstance(query, Query):
            key = (query.lang, query.text.casefold())
            if key in asked:
                query = (
                    f"hakulause on jo rivillä {asked[key]}; poista toinen",
                    f"the query stands on line {asked[key]} already; remove one",
                )
            else:
                asked[key] = number
                queries.append(query)
                continue
        problems.append(Problem(name, number, *query))
    return queries, problems


def _query(cells: list[str], batch: str, line: int) -> Query | tuple[str, str]:
    """The query of a line, or what is wrong with it."""
    if not len(COLUMNS) - 1 <= len(cells) <= len(COLUMNS):
        return (
            f"rivillä on {len(cells)} saraketta; niitä on viisi tai kuusi, sarkain välissä",
            f"the line has {len(cells)} columns; there are five or six, a tab between",
        )
    lang, text, slugs, situations, kind, *_ = (cell.strip() for cell in cells)
    if not _LANG.fullmatch(lang) or not text or not kind:
        return (
            "kieli, hakulause tai laji puuttuu; täydennä rivi",
            "the language, the query or the kind is missing; complete the line",
        )
    query = Query(lang, text, _list(slugs), _list(situations), kind, batch, line)
    if (kind == OFF_TOPIC) == bool(query.slugs or query.situations):
        return (
            f"lajin '{OFF_TOPIC}' hakulauseella ei ole vastauksia, muilla on vähintään yksi; "
            "korjaa slugs tai kind",
            f"a query of the kind '{OFF_TOPIC}' has no answers, every other has at least one; "
            "mend slugs or kind",
        )
    return query


# Thousands of queries have a few hundred answers between them.
@lru_cache(maxsize=4096)
def _list(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(",") if part.strip())
