"""The report of a run, as JSON, and where it goes when its own place is full."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.links.files import CannotWorkError, write_json
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
                "reason": str(say(line.known.code, line.known.verdict, barred=line.known.barred)),
                "final_url": line.finding.final_url,
                "http_status": line.finding.http_status,
                "requests": line.finding.requests,
                "bytes": line.finding.bytes,
                "since": line.known.since.isoformat(),
            }
            for line in lines
        ],
    }


def leave(path: Path, value: dict[str, Any]) -> list[str]:
    """Write the report to `path`, else beside other temporary files, else on standard output.

    Gives a sentence on what could not be done; none where `path` was written.
    """
    try:
        write_json(path, value, "links")
    except CannotWorkError as error:
        other = Path(tempfile.gettempdir()) / f"kb-links-{path.name}"
        try:
            write_json(other, value, "links")
        except CannotWorkError:
            print(json.dumps(value, ensure_ascii=False))
            return [f"{error}; raportti tulostettiin / the report was printed"]
        return [f"{error}; raportti on täällä / the report is here: {other}"]
    return []
