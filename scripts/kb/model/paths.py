"""Where the page of a service, a toolkit or a party stands below docs/<lang>/."""

from __future__ import annotations

from kb.model.knowledge import Knowledge
from kb.model.parts import OneParty


def service_path(slug: str) -> str:
    """The path of a service's page."""
    return f"palvelut/{slug}.md"


def toolkit_path(slug: str) -> str:
    """The path of a toolkit's page."""
    return f"tyokalut/{slug}.md"


def ref_path(ref: OneParty, knowledge: Knowledge) -> str | None:
    """The page of the party that `ref` names, if it has one."""
    kind, ident = ref.target
    if kind == "service":
        return service_path(ident)
    organisation = knowledge.organisations.get(ident)
    return organisation.page if organisation else None
