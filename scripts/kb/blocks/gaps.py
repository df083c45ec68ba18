"""What the source leaves open about a service."""

from __future__ import annotations

from kb.model.knowledge import Document
from kb.model.pages import Service


def open_points(document: Document) -> list[str]:
    """The facts about which the source is silent, as the names of their labels."""
    meta = document.meta
    if not isinstance(meta, Service):
        return []
    facts = meta.facts
    silent = {
        "for-whom": facts.for_whom is None,
        "way-in": facts.way_in is None and not meta.referrals,
        "decides": facts.decides is None and not any(d.by for d in meta.decisions),
        "cost": facts.cost is None,
        "law": not meta.statutes,
        "when-where": facts.when is None and facts.where is None,
        "partners": not meta.partners and not meta.participants,
        "contact": not meta.contact.given,
    }
    return [name for name, missing in silent.items() if missing]
