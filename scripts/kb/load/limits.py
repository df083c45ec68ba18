"""How large a file of the content may be, so that none can hang or crash who reads it.

Each is many times what the largest honest file needs; several steps of a Markdown parser take
a time that grows with the square of what they are given.
"""

from __future__ import annotations

import re

from kb.model.problem import Words

MAX_PAGE = 32 * 1024
"""Bytes of a page."""
MAX_REGISTER = 1024 * 1024
"""Bytes of a register, and of mkdocs.yml."""
MAX_LINE = 5_000
"""Characters of a line, and of a text in a register."""
MAX_MARKS = 1_500
"""How often a page, or a text, may have one and the same mark of Markdown."""
MAX_DEPTH = 4
"""Folders inside each other below docs/."""
MAX_YAML_DEPTH = 20
"""Lists and fields inside each other."""
MAX_BLOCKS = 8
"""Lists and quotes inside each other that a line may begin, or be indented for."""
_MARKS = r"[]()<>{}*_`|#!&~=+-\\"
_OPENS_BLOCK = r"(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ ]))"
_DEEP = re.compile(
    rf"[ ]{{{MAX_BLOCKS * 4}}}[ ]*+\S|[ ]*+(?:{_OPENS_BLOCK}[ ]*+){{{MAX_BLOCKS + 1}}}"
)


def judge_marks(text: str) -> Words | None:
    """That a text has more of one mark than a parser can take; None where it has not."""
    if len(text) <= MAX_MARKS:
        return None
    for mark in _MARKS:
        if text.count(mark) > MAX_MARKS:
            return (
                f"merkki '{mark}' on yli {MAX_MARKS} kertaa; jaa teksti kahdeksi",
                f"the mark '{mark}' stands more than {MAX_MARKS} times; make two texts of it",
            )
    return None


def is_deep(row: str) -> bool:
    """Whether a line of Markdown stands deeper in lists and quotes than a parser can take."""
    return bool(_DEEP.match(row))
