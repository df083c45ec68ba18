"""The report of a run, as JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kb.links.memory import Remembered
from kb.links.register import Entry
from kb.links.sentences import say
from linkjudge.model import Finding


@dataclass(frozen=True)
class Line:
    """A link of the register, what this run saw and what is known of it now."""

    entry: Entry
    finding: Finding
    known: Remembered


def as_json(lines: list[Line], today: dt.date) -> dict[str, Any]:
    """The report's value."""
    return {
        "checked": today.isoformat(),
        "links": [
            {
                "id": line.entry.id,
                "url": line.entry.url,
                "verdict": line.known.verdict,
                "status": line.known.status,
                "reason": str(say(line.known.code, line.known.verdict)),
                "final_url": line.finding.final_url,
                "http_status": line.finding.http_status,
                "requests": line.finding.requests,
                "bytes": line.finding.bytes,
                "since": line.known.since.isoformat(),
            }
            for line in lines
        ],
    }
