"""Reads text files so that a bad byte is a message with a line."""

from __future__ import annotations

from pathlib import Path

from kb.model.problem import Problem


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of `path`, called `name` in messages; None when it is not UTF-8.

    A byte order mark and tabs are errors too, but the text is still read.
    """
    raw = path.read_bytes()
    problems: list[Problem] = []
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
    for number, row in enumerate(text.split("\n"), start=1):
        if "\t" in row:
            problems.append(
                Problem(
                    name,
                    number,
                    "rivillä on sarkain; käytä välilyöntejä",
                    "a tab on the line; use spaces",
                )
            )
    return text, problems
