"""What a person at a terminal sees of a run: every link judged, and how many there are to go."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import typer

_CLEAR = "\r\x1b[K"


class Progress:
    """Prints lines on standard output, and below them on `stream` one line that counts.

    The counting line stands only on a terminal that can take it back, never in a job's log.
    """

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._total, self._done = total, 0
        self._stream = stream or sys.stderr
        self._shown = (
            self._stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
        )

    def line(self, text: str) -> None:
        """Print a judged link's line."""
        self.clear()
        typer.echo(text)
        self._done += 1
        self.count()

    def count(self) -> None:
        """Show how far the run is."""
        if self._shown:
            self._stream.write(f"{_CLEAR}{self._done}/{self._total} linkkiä / links")
            self._stream.flush()

    def clear(self) -> None:
        """Take the counting line back."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
