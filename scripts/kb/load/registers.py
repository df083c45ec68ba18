"""Reads the registers of data/: each a file with a list of records under one key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kb.load.files import read_text
from kb.load.validate import judge_texts, validate
from kb.load.yaml import Located, parse
from kb.model.base import IdKind
from kb.model.county import SiteSection
from kb.model.data import (
    Change,
    Group,
    Link,
    Organisation,
    Reference,
    Statute,
    Term,
    Wording,
)
from kb.model.languages import Language, Languages
from kb.model.problem import Problem, Words

REGISTERS: dict[str, tuple[IdKind, type[BaseModel]]] = {
    "languages": ("language", Language),
    "sections": ("section", SiteSection),
    "organisations": ("organisation", Organisation),
    "links": ("link", Link),
    "statutes": ("statute", Statute),
    "references": ("reference", Reference),
    "changes": ("change", Change),
    "terms": ("term", Term),
    "groups": ("group", Group),
    "wording": ("label", Wording),
}
"""The registers by the name of their file: what their ids are, and the model of a record."""


@dataclass
class Register:
    """The records of one file; `ids` also has those whose record is faulty."""

    kind: IdKind
    located: Located
    records: dict[str, Any] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """The line of each id."""
    index: dict[str, int] = field(default_factory=dict)
    """The place of each record in the file's list."""
    readable: bool = False
    """Whether the list could be read at all; if not, nobody can say which ids there are."""


def read_register(root: Path, name: str, languages: Languages) -> tuple[Register, list[Problem]]:
    """The register data/<name>.yml; every faulty record is told, the others are kept."""
    file = f"data/{name}.yml"
    path = root / "data" / f"{name}.yml"
    register = Register(REGISTERS[name][0], Located(file))
    if not path.is_file():
        return register, [
            Problem(file, 1, "tiedosto puuttuu; lisää se", "the file is missing; add it")
        ]
    text, problems = read_text(path, file)
    if text is None:
        return register, problems
    located = register.located = parse(text, file)
    problems += [p for p in located.problems if p.line not in {q.line for q in problems}]
    if located.value is None:
        if not problems:
            problems.append(Problem(file, 1, *_empty(name)))
        return register, problems
    items = located.value.get(name) if isinstance(located.value, dict) else None
    if not isinstance(items, list) or set(located.value) != {name}:
        problems.append(
            Problem(
                file,
                1,
                f"tiedostossa pitää olla vain kohta '{name}:' ja sen alla luettelo",
                f"the file must have only '{name}:' and a list under it",
            )
        )
        if not isinstance(items, list):
            return register, problems
    register.readable = True
    for number, item in enumerate(items):
        problems += _add(register, name, number, item, languages)
    return register, problems


def _empty(name: str) -> Words:
    """Of a file that says nothing: no list is no empty list, and all that cites it would fail."""
    return (
        f"tiedosto on tyhjä; palauta sen sisältö, tai jos siinä ei pidä olla mitään, kirjoita "
        f"'{name}: []'",
        f"the file is empty; bring back what it had, or, if there is to be nothing, write "
        f"'{name}: []'",
    )


def _add(
    register: Register, name: str, number: int, item: Any, languages: Languages
) -> list[Problem]:
    problems: list[Problem] = []
    located = register.located
    ident = item.get("id") if isinstance(item, dict) else None
    if isinstance(ident, str):
        line = located.line((name, number, "id"))
        if ident in register.ids:
            return [
                Problem(
                    located.file,
                    line,
                    f"tunnus '{ident}' on jo rivillä {register.ids[ident]}; anna toinen tunnus",
                    f"the id '{ident}' stands on line {register.ids[ident]} already; use another",
                )
            ]
        register.ids[ident] = line
    record, problems = validate(REGISTERS[name][1], located, (name, number), languages)
    if record is not None and isinstance(ident, str):
        register.records[ident] = record
        register.index[ident] = number
    return problems


def texts_of_register(register: Register, languages: Languages) -> list[Problem]:
    """What a register that was read without languages lacks in them, or says in others."""
    name = next(name for name, (kind, _) in REGISTERS.items() if kind == register.kind)
    model = REGISTERS[name][1]
    return [
        problem
        for number in register.index.values()
        for problem in judge_texts(model, register.located, (name, number), languages)
    ]
