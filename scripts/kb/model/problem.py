"""What is wrong with the content, told to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


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

    def __str__(self) -> str:
        if self.level == "warning":
            return f"{self.file}:{self.line}: varoitus: {self.fi} / warning: {self.en}"
        return f"{self.file}:{self.line}: {self.fi} / {self.en}"

    def annotation(self) -> str:
        """The problem as a GitHub workflow command."""
        message = f"{self.fi} / {self.en}".replace("%", "%25").replace("\n", "%0A")
        return f"::{self.level} file={self.file},line={self.line}::{message}"
