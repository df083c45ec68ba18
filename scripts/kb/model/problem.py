"""What is wrong with the content, told to an editor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "hint"]
Words = tuple[str, str]
"""What an editor is told, in Finnish and in English."""
_SHOWN = 60
"""Characters of a quoted mark."""


def quoting(words: Words, mark: str) -> Words:
    """The words with what the editor typed in the place of `{mark}`, on one line and cut short."""
    shown = " ".join(mark.split())[:_SHOWN]
    return words[0].replace("{mark}", shown), words[1].replace("{mark}", shown)


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what it is and how to mend it, in plain words."""

    file: str
    """Path relative to the root of the repository."""
    line: int
    """1-based."""
    fi: str
    en: str
    level: Level = "error"
    gone: str = field(default="", compare=False)
    """The name of a page that is cited here and is not there, unless another one was meant."""

    def __str__(self) -> str:
        fi, en = {"error": ("", ""), "warning": ("varoitus: ", "warning: "),
                  "hint": ("vihje: ", "hint: ")}[self.level]  # fmt: skip
        text = f"{fi}{self.fi} / {en}{self.en}"
        return f"{_one_line(self.file)}:{self.line}: {_one_line(text)}"

    def annotation(self) -> str:
        """The problem as a GitHub workflow command."""
        message = _one_line(f"{self.fi} / {self.en}").replace("%", "%25")
        file = _one_line(self.file)
        for mark, escaped in (("%", "%25"), (":", "%3A"), (",", "%2C")):
            file = file.replace(mark, escaped)
        level = "notice" if self.level == "hint" else self.level
        return f"::{level} file={file},line={self.line}::{message}"


def _one_line(text: str) -> str:
    # A problem may quote what an editor wrote, line breaks and control characters included; a
    # file's name may have them too. A job's console takes `##[` anywhere in a line for a command.
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return line.replace("##[", "# #[")
