"""Which links a change of the register adds or alters."""

from __future__ import annotations

from kb.links.register import Entry


def changed(before: dict[str, Entry], after: dict[str, Entry]) -> list[str]:
    """Ids whose address or expectation is new or another, in the register's order."""
    return [
        ident
        for ident, entry in after.items()
        if ident not in before or before[ident].target != entry.target
    ]
