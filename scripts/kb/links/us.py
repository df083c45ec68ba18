"""Whether what failed in a run is the links' fault or ours: our network, our machine, our clock."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from kb.links.sentences import Said
from linkjudge.codes import Code
from linkjudge.model import Finding

KNOWN_GOOD = ""
"""The id, which no link has, of the address that a run asks to know its own network."""
_TOGETHER: tuple[frozenset[Code], ...] = (
    frozenset({Code.DNS, Code.UNKNOWN_HOST}),
    frozenset({Code.TIMEOUT, Code.REFUSED, Code.LOST, Code.GARBLED}),
    frozenset({Code.TLS_UNTRUSTED, Code.TLS_HOST, Code.TLS_EXPIRED, Code.TLS_OTHER}),
    frozenset({Code.SERVER_ERROR, Code.BUSY}),
)
"""What a machine meets everywhere when its name service, its line, its clock or its proxy is out of
order. Hosts that fail each in a way of its own do not fail together."""
OURS: frozenset[Code] = frozenset().union(*_TOGETHER)
"""What may be our fault. What only a page can answer (that it is gone, say) is not among it."""
_LEAST = 3
"""Hosts that must fail together: one or two are down at the same time every other week."""


def host(url: str) -> str:
    """The host and port of an address; empty where it has none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def it_is_us(findings: Iterable[Finding]) -> Said | None:
    """Why the failures of a run are not to be believed; none where they are."""
    met: dict[str, set[Code]] = {}
    for finding in findings:
        place = host(finding.target.url)
        if finding.target.id != KNOWN_GOOD:
            met.setdefault(place, set()).add(finding.code)
        elif finding.code in OURS:
            return Said(
                f"{place}, jonka tiedetään toimivan, ei vastannut",
                f"{place}, which is known to be good, did not answer",
            )
    asked = {place: codes for place, codes in met.items() if place}
    failed = max(sum(codes <= kind for codes in asked.values()) for kind in _TOGETHER)
    if failed < _LEAST or 2 * failed <= len(asked):
        return None
    return Said(
        f"{failed}/{len(asked)} palvelinta ei vastannut",
        f"{failed} of {len(asked)} hosts did not answer",
    )
