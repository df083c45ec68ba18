"""Nothing on the site looks like what it is not: characters, words, addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator
from typing import Any

from kb.checks.seen import nearest_line, seen_body
from kb.load.content import Loaded
from kb.load.files import read_text
from kb.load.settings import FILE as CONFIG
from kb.load.settings import TAGS
from kb.load.yaml import Located, Path, parse
from kb.markup import addresses, characters
from kb.markup.characters import Fault
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Deceptive characters and words anywhere, deceptive addresses in data and front matter."""
    for page in loaded.pages.values():
        typed = list(_typed(loaded, page.file))
        told = {fault for fault, _ in typed}
        yield from (problem for _, problem in typed)
        yield from _values(page.located, told)
        # What only entities say (`&#x202e;`), and words whose letters emphasis parts.
        text = seen_body(page.body).text if page.outline else ""
        for fault in characters.faults(text):
            if fault not in told:
                needles = (fault.near, *_around(fault.near, text))
                yield Problem(page.file, nearest_line(page, needles), fault.fi, fault.en)
    registers = [register.located for register in loaded.registers.values()]
    for located in (
        *registers,
        loaded.words_file,
        loaded.details_file,
        parse(_text(loaded, CONFIG), CONFIG, tags=TAGS),
    ):
        typed = list(_typed(loaded, located.file))
        yield from (problem for _, problem in typed)
        yield from _values(located, {fault for fault, _ in typed})
        if located.file != CONFIG:
            yield from _addresses(located)


def _around(near: str, text: str) -> Iterator[str]:
    """The lines of `text` that hold `near`."""
    for row in text.split("\n"):
        if near in row:
            yield row


def _typed(loaded: Loaded, file: str) -> Iterator[tuple[Fault, Problem]]:
    """What the lines of a file hold as typed, comments of YAML included: reviewers read these."""
    unreadable = {problem.line for problem in loaded.problems if problem.file == file}
    for number, row in enumerate(_text(loaded, file).split("\n"), start=1):
        for fault in characters.faults(row) if number not in unreadable else ():
            yield fault, Problem(file, number, fault.fi, fault.en)


def _text(loaded: Loaded, file: str) -> str:
    path = loaded.root / file
    return (read_text(path, file)[0] if path.is_file() else None) or ""


def _values(located: Located, told: Container[Fault]) -> Iterator[Problem]:
    """Every text of a YAML file as it will show: escapes and entities decoded, emphasis gone."""
    for path, value in _texts(located.value, ()):
        for fault in characters.faults(re.sub(r"[*_`\\]", "", html.unescape(value))):
            if fault not in told:
                yield Problem(located.file, located.line(path), fault.fi, fault.en)


def _addresses(located: Located) -> Iterator[Problem]:
    for path, value in _texts(located.value, ()):
        if not addresses.is_address(value):
            continue
        line = located.line(path)
        for fault in addresses.faults(value):
            yield Problem(located.file, line, fault.fi, fault.en)
        if addresses.is_plain(value):
            yield Problem(
                located.file,
                line,
                f"osoite '{value}' on salaamaton (http:), ja matkalla sen sisällön voi vaihtaa; "
                "kirjoita https:, jos se toimii",
                f"the address '{value}' is not encrypted (http:), and its content can be changed "
                "on the way; write https: if that works",
                "warning",
            )


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key), key
            yield from _texts(item, (*path, key))
