"""Reads data/site.yml, the details of the site's owner."""

from __future__ import annotations

from pathlib import Path

from kb.load.files import read_text
from kb.load.validate import validate
from kb.load.yaml import Located, parse
from kb.model.details import SiteDetails
from kb.model.problem import Problem

FILE = "data/site.yml"


def read_details(root: Path) -> tuple[tuple[Located, SiteDetails | None], list[Problem]]:
    """The file, its record (None where it is faulty) and what is wrong with its form."""
    path = root / FILE
    located = Located(FILE)
    if not path.is_file():
        problem = Problem(FILE, 1, "tiedosto puuttuu; lisää se", "the file is missing; add it")
        return (located, None), [problem]
    text, problems = read_text(path, FILE)
    if text is None:
        return (located, None), problems
    located = parse(text, FILE)
    problems += [p for p in located.problems if p.line not in {q.line for q in problems}]
    if located.problems:
        return (located, None), problems
    record, faults = validate(SiteDetails, located)
    return (located, record), problems + faults
