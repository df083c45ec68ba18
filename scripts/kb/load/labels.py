"""The words of the site's own furniture: the engine's, and what a county says in its own way.

The engine speaks the languages of labels.yml beside this module. A county that has others, or
kinds of page of its own, gives their words in data/wording.yml; `kb check` names each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kb.load.registers import Register
from kb.load.yaml import parse
from kb.model.base import Lang
from kb.model.data import Label
from kb.model.kinds import KINDS
from kb.model.languages import Languages
from kb.model.problem import Problem

FILE = Path(__file__).with_name("labels.yml")


@cache
def engine_labels() -> Mapping[str, Mapping[Lang, str]]:
    """The engine's own words by id and language."""
    located = parse(FILE.read_text(encoding="utf-8"), FILE.name)
    assert not located.problems, located.problems
    labels = (Label.model_validate(item) for item in located.value["labels"])
    return {label.id: label.by_language for label in labels}


def labels_of(own: Register, languages: Languages) -> tuple[dict[str, Label], list[Problem]]:
    """Every word by id in the languages of a site whose own wording is `own`; what is wrong."""
    problems = list(_unknown(own, languages))
    labels = {}
    for ident in dict.fromkeys([*_needed(languages), *own.records]):
        said = {**engine_labels().get(ident, {})}
        if ident in own.records:
            said |= own.records[ident].by_language
        missing = [lang for lang in languages.pages if lang not in said]
        for lang in missing if own.readable and _faultless(own, ident) else ():
            problems.append(
                Problem(
                    own.located.file,
                    own.ids.get(ident, 1),
                    f"sana '{ident}' puuttuu kielellä '{lang}'; lisää se tähän tiedostoon",
                    f"the label '{ident}' is missing in '{lang}'; add it to this file",
                )
            )
        labels[ident] = Label.model_validate({**said, "id": ident})
    return labels, problems


def _needed(languages: Languages) -> Iterator[str]:
    """The ids of the words that a site in these languages needs."""
    yield from engine_labels()
    yield from (f"kind-{kind.name}" for kind in KINDS if kind.weight is not None)
    yield from (f"lang-{lang}" for lang in languages.known)


def _faultless(own: Register, ident: str) -> bool:
    """Whether nothing else was said of the county's own record, if it has one."""
    return ident in own.records or ident not in own.ids


def _unknown(own: Register, languages: Languages) -> Iterator[Problem]:
    """Words of the county's that nothing would show."""
    known = set(_needed(languages)) | {f"before-{kind.name}" for kind in KINDS}
    for ident, line in own.ids.items():
        if ident in known:
            continue
        close = get_close_matches(ident, sorted(known), n=1)
        hint_fi = f"tarkoititko '{close[0]}'?" if close else "poista se"
        hint_en = f"did you mean '{close[0]}'?" if close else "remove it"
        yield Problem(
            own.located.file,
            line,
            f"sivusto ei näytä sanaa '{ident}'; {hint_fi}",
            f"the site shows no label '{ident}'; {hint_en}",
        )
