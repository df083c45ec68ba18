"""Turns read values into the model's records; what is wrong with them is told by `faults`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kb.load.faults import hint, missing, told, unknown
from kb.load.yaml import Located, Path
from kb.model.languages import Languages
from kb.model.problem import Problem, Words
from kb.model.walk import by_language

M = TypeVar("M", bound=BaseModel)
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_NEW_LANGUAGE: Words = (
    "(uusi kieli lisätään tiedostoon data/languages.yml)",
    "(a new language is added to data/languages.yml)",
)


def validate(
    model: type[M], located: Located, at: Path = (), languages: Languages | None = None
) -> tuple[M | None, list[Problem]]:
    """The record of `model` that stands at `at`, or None and what is wrong with it.

    What it says by language it must say in each language with pages, and in none that the county
    does not know.
    """
    value: Any = located.value
    for step in at:
        value = value[step]
    unreadable = list(_unreadable(value, located, at))
    if unreadable:
        return None, unreadable
    faults: dict[Problem, None] = {}
    record = None
    try:
        record = model.model_validate(value if value is not None else {})
    except ValidationError as error:
        for item in error.errors(include_url=False, include_context=True):
            faults[told(model, item, located, at)] = None
    if languages is not None:
        faults |= dict.fromkeys(judge_texts(model, located, at, languages))
    return (None, list(faults)) if faults else (record, [])


def judge_texts(
    model: type[BaseModel], located: Located, at: Path, languages: Languages
) -> Iterator[Problem]:
    """Every text at `at` that lacks a language of the site, or has one that the county has not."""
    value: Any = located.value
    for step in at:
        value = value[step]
    for path, said, given in by_language(model, value) if languages.pages else ():
        for lang in languages.pages if said.whole else ():
            if lang not in given:
                yield Problem(located.file, located.line((*at, *path)), *missing(lang))
        for lang in sorted(given.difference(languages.known), key=str):
            near = hint(str(lang), [*said.model_fields, *languages.known])
            fi, en = (f"{words} {new}" for words, new in zip(near, _NEW_LANGUAGE, strict=True))
            yield Problem(
                located.file, located.line((*at, *path, lang)), *unknown(str(lang), (fi, en))
            )


def _unreadable(value: Any, located: Located, at: Path) -> Iterator[Problem]:
    """The characters that a YAML escape can put into a text and no markup can hold."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _unreadable(inner, located, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unreadable(inner, located, (*at, number))
    elif isinstance(value, str) and _UNREADABLE.search(value):
        yield Problem(
            located.file,
            located.line(at),
            "tekstissä on merkki, jota ei voi näyttää; poista se",
            "the text has a character that cannot be shown; remove it",
        )
