"""Reads text files so that a bad byte is a message with a line."""

from __future__ import annotations

import re
from pathlib import Path

from kb.load.limits import MAX_LINE, MAX_REGISTER
from kb.model.problem import Problem

_CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?: |$)")


def _conflicts(text: str, name: str) -> list[Problem]:
    """The marks that Git leaves where two changes meet; nothing else of such a file is read."""
    return [
        Problem(
            name,
            text.count("\n", 0, match.start()) + 1,
            f"Gitin ristiriitamerkki '{match.group().strip()}': kaksi muutosta osui samaan "
            "kohtaan; jätä niistä oikea ja poista merkkirivit <<<<<<<, ======= ja >>>>>>>",
            f"a conflict marker of Git, '{match.group().strip()}': two changes met here; keep the "
            "right one and remove the lines <<<<<<<, ======= and >>>>>>>",
        )
        for match in _CONFLICT.finditer(text)
    ]


def read_text(path: Path, name: str, *, tabs: bool = False) -> tuple[str | None, list[Problem]]:
    """The text of `path`, called `name` in messages; None when it is not UTF-8 or too large.

    A byte order mark is an error too, and a tab unless `tabs` are allowed, but the text is still
    read.
    """
    problems: list[Problem] = []
    with path.open("rb") as file:
        raw = file.read(MAX_REGISTER + 1)
    if len(raw) > MAX_REGISTER:
        size = MAX_REGISTER // 1024
        problems.append(
            Problem(
                name,
                1,
                f"tiedosto on suurempi kuin {size} kt; poista siitä tarpeeton",
                f"the file is larger than {size} KB; remove what is not needed",
            )
        )
        return None, problems
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(
            Problem(
                name,
                1,
                "tiedosto alkaa BOM-merkillä; tallenna se muodossa UTF-8 ilman BOM:ia",
                "the file begins with a byte order mark (BOM); save it as UTF-8 without BOM",
            )
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(
            Problem(
                name,
                line,
                "tiedosto ei ole UTF-8:aa; tallenna se uudelleen merkistöllä UTF-8",
                "the file is not UTF-8; save it again with the encoding UTF-8",
            )
        )
        return None, problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    conflicts = _conflicts(text, name)
    if conflicts:
        return None, problems + conflicts
    too_long = False
    for number, row in enumerate(text.split("\n"), start=1):
        if len(row) > MAX_LINE:
            too_long = True
            problems.append(
                Problem(
                    name,
                    number,
                    f"rivi on pidempi kuin {MAX_LINE} merkkiä; jaa se useaksi riviksi",
                    f"the line is longer than {MAX_LINE} characters; make several lines of it",
                )
            )
        if "\t" in row and not tabs:
            problems.append(
                Problem(
                    name,
                    number,
                    "rivillä on sarkain; käytä välilyöntejä",
                    "a tab on the line; use spaces",
                )
            )
    return (None if too_long else text), problems
