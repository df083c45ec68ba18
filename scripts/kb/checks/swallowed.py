"""Rows that became a part of what stands above them, which nobody meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.files import read_text
from kb.load.pages import RawPage
from kb.load.registers import REGISTERS
from kb.load.yaml import Located
from kb.model.kinds import KINDS
from kb.model.problem import Problem
from kb.model.walk import field_names

_FIELD = re.compile(r"\s+(?:- )?([a-z][a-z_]*): (?:true|false|[\w-]+|\[[^\]]*\])\s*")
"""A row that is a field of one word; with more words it may be a sentence (`first: call them`)."""

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_WRAPPED = 60
"""So many characters has a row at least that an editor has wrapped by hand."""


@cache
def _names() -> frozenset[str]:
    """The name of every field of a page or a record of a register."""
    models = [*(kind.model for kind in KINDS), *(model for _, model in REGISTERS.values())]
    return frozenset(name for model in models for name in field_names(model))


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every line that a quotation has taken in, and every field that a text has."""
    for page in loaded.pages.values():
        yield from _quotes(page)
        yield from _lists(page)
    files = [page.located for page in loaded.pages.values()]
    files += [register.located for register in loaded.registers.values()]
    fields = _names() | set(loaded.knowledge.languages.known)
    for located in files:
        yield from _fields(loaded, located, fields)


def _quotes(page: RawPage) -> Iterator[Problem]:
    rows = page.body.split("\n")
    for text, line in page.outline.paragraphs if page.outline else ():
        first = line - page.body_line
        quoted = [
            row.lstrip().startswith(">") for row in rows[first : first + text.count("\n") + 1]
        ]
        if quoted and quoted[0] and False in quoted:
            yield on_page(
                page,
                line + quoted.index(False),
                "rivi heti lainauksen alla kuuluu lainaukseen; jätä lainauksen alle tyhjä rivi, "
                "tai jos rivi on lainausta, aloita se merkillä >",
                "a line right below a quotation belongs to it; leave an empty line below the "
                "quotation, or, if the line is quoted, begin it with >",
            )


def _lists(page: RawPage) -> Iterator[Problem]:
    rows = page.body.split("\n")
    for text, line in page.outline.paragraphs if page.outline else ():
        first = line - page.body_line
        if not _ITEM.match(rows[first]):
            continue
        for number in range(1, text.count("\n") + 1):
            above, row = rows[first + number - 1].rstrip(), rows[first + number]
            # A row that was wrapped by hand is long, and no sentence ends with it.
            ends = len(above) < _WRAPPED or above.endswith((".", ":", "!", "?"))
            if row[:1].isupper() and ends and not above.endswith((",", ";", "-", "–")):
                yield on_page(
                    page,
                    line + number,
                    "rivi heti luettelon alla kuuluu sen viimeiseen kohtaan; jätä luettelon alle "
                    "tyhjä rivi, tai jos rivi jatkaa kohtaa, sisennä se kahdella välilyönnillä",
                    "a line right below a list belongs to its last item; leave an empty line "
                    "below the list, or, if the line goes on with the item, indent it by two "
                    "spaces",
                )


def _fields(loaded: Loaded, located: Located, fields: frozenset[str]) -> Iterator[Problem]:
    """A field that is indented like the text above it is no field: YAML reads it as text."""
    if not located.key_lines or located.problems:
        return
    path = loaded.root / located.file
    text = (read_text(path, located.file)[0] if path.is_file() else None) or ""
    if located.file.endswith(".md"):
        # Behind the front matter, which the first line opens.
        text = text[: text.find("\n---\n", 1)]
    read = set(located.key_lines.values())
    for number, row in enumerate(text.split("\n"), start=1):
        found = _FIELD.fullmatch(row)
        if found and found[1] in fields and number not in read:
            yield Problem(
                located.file,
                number,
                f"'{found[1]}:' on sisennetty yllä olevan tekstin osaksi, joten se ei ole kenttä; "
                "sisennä se niin kuin muut saman kohdan kentät",
                f"'{found[1]}:' is indented as a part of the text above, so it is no field; indent "
                "it as the other fields of the same item",
            )
