"""The blocks that a page may call for with `<!-- kb:name -->`, and the anchors they bring."""

from __future__ import annotations

from kb.model import anchors
from kb.model.knowledge import Knowledge
from kb.model.pages import Service

BLOCKS = {
    "criteria": "A service's preconditions, opening criteria and exclusions.",
    "onboarding": "The steps of the onboarding path, and how far the reader has come.",
    "criteria-check": "The same criteria as questions, with what follows from the answers.",
    "urgent": "Whom to call when it is urgent.",
    "search": "The search field of the front page.",
    "situation-groups": "The situations by group, names only.",
    "situations": "The situations, by group, with their summaries.",
    "service-groups": "The services by group, names only.",
    "articles": "The pages about the site, with their summaries.",
    "services": "The services, by group, with their summaries.",
    "toolkits": "The toolkits, with their summaries and keepers.",
    "latest-changes": "The changes that took effect last.",
    "all-changes": "Every change since the source, newest first.",
    "gaps": "What the source leaves open, page by page, and what is unconfirmed, by whom to ask.",
    "slides": "The source's slides and the pages that stand on them.",
    "references": "The sources outside the deck.",
    "link-register": "The external links, by owner.",
    "site-owner": "Who answers for the site, and how one reaches them.",
    "site-feedback": "Where feedback goes and who handles it.",
    "site-statement": "When the accessibility statement was prepared and reviewed.",
    "site-host": "Who serves the pages.",
    "terms": "The terms of the trade in all languages.",
    "map-link": "The way to the map of the services.",
    "service-map": "The map of the services, drawn and as a list.",
    "statute-index": "Each section of law with the pages it carries.",
    "decision-index": "Each decision with who makes it.",
}


_GROUPED = {
    "services": "service",
    "service-groups": "service",
    "situations": "situation",
    "situation-groups": "situation",
}


def block_anchors(name: str, knowledge: Knowledge) -> set[str]:
    """The ids that a block brings to its page."""
    if name == "references":
        return {anchors.reference(ident) for ident in knowledge.references}
    if name == "link-register":
        return {anchors.owner(link.owner) for link in knowledge.links.values()} | {
            anchors.link(ident) for ident in knowledge.links
        }
    if name == "all-changes":
        return {anchors.change(ident) for ident in knowledge.changes}
    if name == "terms":
        return {anchors.term(ident) for ident in knowledge.terms}
    if name == "map-link":
        return {anchors.MAP_LIST} if knowledge.county.pages.map else set()
    if name == "service-map":
        return {anchors.MAP_LIST}
    if name == "statute-index":
        return {
            anchors.statute(act.id, section)
            for act in knowledge.statutes.values()
            for section in (None, *(section.id for section in act.sections))
        }
    if name == "decision-index":
        return {anchors.DECIDED, anchors.UNDECIDED} | {
            anchors.decision(document.slug, decision.id)
            for document in knowledge.documents.values()
            if isinstance(document.meta, Service)
            for decision in document.meta.decisions
        }
    if name in _GROUPED:
        section = knowledge.section_of(_GROUPED[name])
        found = {anchors.group(g.id) for g in knowledge.groups.values() if g.section == section}
        pages = knowledge.by_group(knowledge.languages.source, section).values()
        if name == "situation-groups" and any(len(group) == 1 for group in pages):
            found.add(anchors.group("muut"))
        return found
    return set()
