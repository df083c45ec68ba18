"""Keeps an interrupt quiet from the first import on: whoever presses Ctrl-C knows what happened.

Importing this is all it takes, so that it can stand before every other import of the command line.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _quiet(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, value, trace)


sys.excepthook = _quiet
