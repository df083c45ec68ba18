"""Fills in the files of `kb new` and writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kb.load.yaml import parse
from kb.model.base import Lang

HERE = Path(__file__).parent
_TEXT = re.compile(r"<<([a-z-]+)>>")
_EACH = re.compile(r"(?m)^( *)<<each ([a-z-]+)>>$")
_NAME = re.compile(r"@([a-z]+)")
_SOURCE = re.compile(r"(?m)^#source# ?(.*\n)")


class NotWrittenError(Exception):
    """Nothing was written; the message says why, in Finnish and English."""


@cache
def texts() -> dict[str, Any]:
    """What texts.yml holds: languages, folders and texts."""
    located = parse((HERE / "texts.yml").read_text(encoding="utf-8"), "texts.yml")
    assert not located.problems, located.problems
    value: dict[str, Any] = located.value
    return value


def named(text: str, names: Mapping[str, str]) -> str:
    """`text` with every @name filled in; what is no name stays."""
    return _NAME.sub(lambda match: names.get(match[1], match[0]), text)


def data(text: str, languages: Sequence[Lang], names: Mapping[str, str]) -> str:
    """A file of data/: each <<id>> in every language."""

    def every(match: re.Match[str]) -> str:
        said = texts()["texts"][match[1]]
        return "{" + ", ".join(f'{lang}: "{said[lang]}"' for lang in languages) + "}"

    def each(match: re.Match[str]) -> str:
        said = texts()["texts"][match[2]]
        return "\n".join(f"{match[1]}{lang}: {{{said[lang]}: editor}}" for lang in languages)

    return named(_TEXT.sub(every, _EACH.sub(each, text)), names)


def page(text: str, lang: Lang, names: Mapping[str, str], *, source: bool) -> str:
    """A page: each <<id>> in its language; lines of the source's data only where they belong."""
    text = _SOURCE.sub(r"\1" if source else "", text)
    known: dict[str, dict[Lang, str]] = texts()["texts"]
    return named(_TEXT.sub(lambda match: known[match[1]].get(lang, "…"), text), names)


def write(files: Mapping[Path, str]) -> None:
    """Write every file, or none where one is there already.

    Raises:
        NotWrittenError: when a file exists or cannot be written.
    """
    for path in files:
        if path.exists():
            raise NotWrittenError(
                f"{path}: tiedosto on jo, mitään ei kirjoitettu; valitse toinen nimi / the file "
                "exists, nothing was written; choose another name"
            )
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotWrittenError(
            f"{error.filename}: ei voitu kirjoittaa ({error.strerror}) / could not be written"
        ) from error
