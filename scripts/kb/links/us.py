"""Whether what failed in a run is the links' fault or ours: our network, our machine, our clock."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from kb.links.remember import SHUT
from kb.links.sentences import Said
from linkjudge.codes import Code
from linkjudge.model import Finding

KNOWN_GOOD = ""
"""The id, which no link has, of the address that a run asks to know its own network."""
OURS = SHUT | {
    Code.DNS, Code.UNKNOWN_HOST, Code.SERVER_ERROR,
    Code.TLS_EXPIRED, Code.TLS_UNTRUSTED, Code.TLS_HOST,
}  # fmt: skip
"""What a machine meets everywhere when its own network, proxy or clock is out of order. What only
a page can answer (that it is gone, say) is not among them."""
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
    answered: set[str] = set()
    asked: set[str] = set()
    for finding in findings:
        if finding.target.id == KNOWN_GOOD:
            if finding.code in OURS:
                place = host(finding.target.url)
                return Said(
                    f"{place}, jonka tiedetään toimivan, ei vastannut",
                    f"{place}, which is known to be good, did not answer",
                )
            continue
        place = host(finding.target.url)
        asked.add(place)
        if finding.code not in OURS:
            answered.add(place)
    failed = len(asked - answered)
    if failed < _LEAST or 2 * failed <= len(asked):
        return None
    return Said(
        f"{failed} palvelinta {len(asked)}:stä ei vastannut",
        f"{failed} of {len(asked)} hosts did not answer",
    )
