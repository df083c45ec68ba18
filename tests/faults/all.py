"""Every case, and the register that a checker is given."""

from __future__ import annotations

from typing import Any

from faults import (
    addresses,
    browsers,
    doubtful,
    gone,
    healthy,
    hostile,
    near,
    real,
    scripted,
    unreachable,
    walls,
)
from faults.case import Case
from faults.server import FaultServer

CASES: list[Case] = [
    *healthy.CASES, *addresses.CASES, *gone.CASES, *doubtful.CASES, *unreachable.CASES,
    *scripted.CASES, *walls.CASES, *near.CASES, *browsers.CASES, *hostile.CASES, *real.CASES,
]  # fmt: skip


def register(server: FaultServer, cases: list[Case]) -> dict[str, Any]:
    """The value of a links.yml with the cases (JSON is YAML)."""
    return {
        "links": [
            {
                "id": case.id,
                "url": server.url(case),
                "owner": "testi",
                "title": {"fi": "Testi", "en": "Test"},
                **({"expect": case.expect} if case.expect else {}),
            }
            for case in cases
        ]
    }
