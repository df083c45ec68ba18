"""What the pages' own data says of other pages: who leads where, who names whom."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.model.base import SOURCE_LANG, Lang
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service, Situation, Toolkit
from kb.model.parts import Ref
from kb.model.paths import ref_path, service_path, toolkit_path


@dataclass
class Relations:
    """Derived relations between pages; every list holds paths in a settled order.

    Keys are the paths of the pages that are spoken of, such as `palvelut/valitystili.md`.
    """

    leads_to: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Services that take referrals from the key, or that the key prepares or arranges."""
    decides: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Services about which the key makes a decision."""
    takes_part: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    partner_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    toolkits: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    situations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    mentions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Pages whose running text links to the key."""


def derive(knowledge: Knowledge) -> Relations:
    """Every relation, read from the Finnish pages (the translations have the same)."""
    found = Relations()
    for (lang, path), document in knowledge.documents.items():
        if lang != SOURCE_LANG:
            continue
        meta = document.meta
        if isinstance(meta, Service):
            _service(found, path, meta, knowledge)
        elif isinstance(meta, Toolkit):
            for slug in meta.services:
                _add(found.toolkits, service_path(slug), path)
        elif isinstance(meta, Situation):
            for step in meta.steps:
                if step.service:
                    _add(found.situations, service_path(step.service), path)
            for slug in meta.toolkits:
                _add(found.situations, toolkit_path(slug), path)
        _mentions(found, document)
    return found


def _service(found: Relations, path: str, meta: Service, knowledge: Knowledge) -> None:
    for refs, table in (
        ((*meta.referrals, *meta.prepared_by), found.leads_to),
        (meta.participants, found.takes_part),
        (meta.partners, found.partner_of),
        ([by for decision in meta.decisions for by in decision.by], found.decides),
    ):
        for other in _paths(refs, knowledge):
            if other != path:
                _add(table, other, path)
    for slug in meta.arranges:
        _add(found.leads_to, path, service_path(slug))
    for decision in meta.decisions:
        if decision.under:
            _add(found.decides, service_path(decision.under), path)


def _paths(refs: Iterable[Ref], knowledge: Knowledge) -> Iterable[str]:
    return filter(None, (ref_path(ref, knowledge) for ref in refs))


def _mentions(found: Relations, document: Document) -> None:
    for link in document.outline.links:
        target = link.target.partition("#")[0]
        if target.endswith(".md") and ":" not in target:
            other = posixpath.normpath(posixpath.join(document.section, target))
            if other != document.path:
                _add(found.mentions, other, document.path)


def _add(table: dict[str, list[str]], key: str, path: str) -> None:
    if path not in table[key]:
        table[key].append(path)


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
        "contact": not (meta.contact.phone or meta.contact.address or meta.contact.page),
    }
    return [name for name, missing in silent.items() if missing]


def by_group(knowledge: Knowledge, lang: Lang, section: str) -> dict[str, list[Document]]:
    """The pages of a section under their groups, groups in the register's order."""
    groups: dict[str, list[Document]] = {
        ident: [] for ident, group in knowledge.groups.items() if group.section == section
    }
    for document in knowledge.in_section(lang, section):
        group = getattr(document.meta, "group", None)
        if group in groups:
            groups[group].append(document)
    return {ident: pages for ident, pages in groups.items() if pages}
