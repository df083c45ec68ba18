"""Which files the last change touched: where two differ, the editor has one of them at hand."""

from __future__ import annotations

import subprocess
from pathlib import Path

_CONTENT = ("docs", "data")
_WAIT = 20


def touched(root: Path) -> frozenset[str]:
    """The files of the content that are not as committed; else those of the last commit.

    Of a merge, what it brought to its first parent: so it is in a job that checks a proposal.
    None where there is no git to ask.
    """
    now = _names(root, "diff", "--name-only", "--relative", "HEAD") | _names(
        root, "ls-files", "--others", "--exclude-standard"
    )
    return now or _names(root, "diff", "--name-only", "--relative", "HEAD^1", "HEAD")


def _names(root: Path, *command: str) -> frozenset[str]:
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *command, "-z", "--", *_CONTENT],
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    if result.returncode:
        return frozenset()
    return frozenset(filter(None, result.stdout.decode(errors="replace").split("\0")))
