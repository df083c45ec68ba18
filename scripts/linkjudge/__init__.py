"""Judges external addresses as a reader's browser would meet them; see README.md.

This folder stands alone: it imports nothing of the rest of the project.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linkjudge.codes import Code, Verdict
from linkjudge.model import Finding, Limits, Target

if TYPE_CHECKING:
    from linkjudge.run import judge_all

__all__ = ["Code", "Finding", "Limits", "Target", "Verdict", "judge_all"]


def __getattr__(name: str) -> Any:
    # Late: the processes that read pages import this package too, and need no network.
    if name == "judge_all":
        from linkjudge.run import judge_all

        return judge_all
    raise AttributeError(name)
