"""What a machine makes and nobody commits: a committed one would be believed, or even run."""

from __future__ import annotations

import subprocess
from pathlib import Path

_MADE = ("data/link-state.json", ".links-state", ".cache")
"""What the link job remembers, and what a build keeps of its templates and styles."""
_WAIT = 20


def committed(root: Path) -> list[str]:
    """The files of these that git keeps in `root`; none where there is no git to ask."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--", *_MADE],
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [name for name in result.stdout.decode(errors="replace").split("\0") if name]
