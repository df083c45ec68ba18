"""Reads a file of data/ that holds one record: who owns the site, what makes it a county's."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kb.load.files import read_text
from kb.load.validate import validate
from kb.load.yaml import Located, parse
from kb.model.languages import Languages
from kb.model.problem import Problem

M = TypeVar("M", bound=BaseModel)
OWNER = "data/site.yml"
COUNTY = "data/county.yml"


def read_record(
    root: Path, file: str, model: type[M], languages: Languages
) -> tuple[tuple[Located, M | None], list[Problem]]:
    """The file and its record (None where it is faulty), and what is wrong with its form."""
    path = root / file
    located = Located(file)
    if not path.is_file():
        problem = Problem(file, 1, "tiedosto puuttuu; lisää se", "the file is missing; add it")
        return (located, None), [problem]
    text, problems = read_text(path, file)
    if text is None:
        return (located, None), problems
    located = parse(text, file)
    problems += [p for p in located.problems if p.line not in {q.line for q in problems}]
    if located.problems:
        return (located, None), problems
    record, faults = validate(model, located, languages=languages)
    return (located, record), problems + faults
