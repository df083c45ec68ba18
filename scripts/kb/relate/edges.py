"""Every relation between two pages as one list of edges, read from the source language's pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kb.model.knowledge import Document, Knowledge
from kb.model.onboarding import OnboardingStep
from kb.model.outline import LinkUse
from kb.model.pages import Informed, Service, Situation, Toolkit
from kb.model.parts import OneParty
from kb.model.walk import KeyPath

EdgeKind = Literal[
    "decides",
    "arranges",
    "refers",
    "prepares",
    "criterion",
    "participates",
    "partners",
    "keeps",
    "suits",
    "step",
    "tool",
    "reads",
    "asks",
    "mentions",
]
"""What one page is to another, as `source` to `target`:

decides, arranges, refers (clients), prepares, participates, partners: in or to a service;
criterion: to be its client opens the service; keeps, suits: of or to a toolkit or a service;
step, tool: of a situation; reads: of the onboarding path; asks: for what is open;
mentions: by a link in its text.
"""

STRENGTH: tuple[EdgeKind, ...] = EdgeKind.__args__  # type: ignore[attr-defined]
"""The kinds from the strongest to the weakest: what tells most of two pages comes first."""

BODY: KeyPath = ("text",)
"""Where an edge stands that a link of a page's own Markdown makes."""


@dataclass(frozen=True)
class Edge:
    """A relation from one page to another, both by their path below docs/<lang>/."""

    source: str
    target: str
    kind: EdgeKind
    holder: str = ""
    """The page whose data says so; always one of the two."""
    by: KeyPath = ()
    """What of that page says so: a field, a step, a criterion, or its text (`BODY`)."""


def edges(knowledge: Knowledge) -> tuple[Edge, ...]:
    """Every relation between two pages that exist, in the order of the pages and their fields.

    The source language's pages hold the data; their translations have the same relations. A page
    is in no relation to itself, and each edge stands in the list once.
    """
    documents = list(knowledge.of(knowledge.languages.source))
    known = {document.path for document in documents}
    found: dict[tuple[str, str, EdgeKind, str], Edge] = {}
    for document in documents:
        for edge in _of(document, knowledge):
            if edge.source != edge.target and {edge.source, edge.target} <= known:
                found.setdefault((edge.source, edge.target, edge.kind, edge.holder), edge)
    return tuple(found.values())


def _of(document: Document, knowledge: Knowledge) -> Iterator[Edge]:
    meta, here = document.meta, document.path
    if isinstance(meta, Service):
        yield from _service(meta, here, knowledge)
    elif isinstance(meta, Toolkit):
        keeper = knowledge.organisations.get(meta.keeper)
        if keeper and keeper.page:
            yield Edge(keeper.page, here, "keeps", here, ("keeper",))
        for slug in meta.services:
            yield Edge(here, knowledge.path_of("service", slug), "suits", here, ("services", slug))
    elif isinstance(meta, Situation):
        for step in meta.steps:
            if path := knowledge.path_of_party(step):
                yield Edge(here, path, "step", here, ("steps", step.id))
        for slug in meta.toolkits:
            yield Edge(here, knowledge.path_of("toolkit", slug), "tool", here, ("toolkits", slug))
    elif isinstance(meta, OnboardingStep):
        for item in meta.read:
            yield Edge(here, item.page, "reads", here, ("read", item.page))
    if isinstance(meta, Informed):
        for point in meta.check:
            for path in _paths(point.ask, knowledge):
                yield Edge(here, path, "asks", here, ("check", point.id))
    yield from _texts(document)


def _service(meta: Service, here: str, knowledge: Knowledge) -> Iterator[Edge]:
    named: tuple[tuple[EdgeKind, str, Iterable[OneParty]], ...] = (
        ("refers", "referrals", meta.referrals),
        ("prepares", "prepared_by", meta.prepared_by),
        ("decides", "decisions", (by for decision in meta.decisions for by in decision.by)),
        ("participates", "participants", meta.participants),
        ("partners", "partners", meta.partners),
    )
    for kind, field, parties in named:
        for path in _paths(parties, knowledge):
            yield Edge(path, here, kind, here, (field,))
    for slug in meta.arranges:
        yield Edge(here, knowledge.path_of("service", slug), "arranges", here, ("arranges", slug))
    for path in _paths(meta.ask, knowledge):
        yield Edge(here, path, "asks", here, ("ask",))


def _paths(parties: Iterable[OneParty], knowledge: Knowledge) -> Iterator[str]:
    yield from filter(None, map(knowledge.path_of_party, parties))


def _texts(document: Document) -> Iterator[Edge]:
    """The links of a page's texts: first of its front matter, then of its body."""
    here = document.path
    for front in document.front_texts:
        for path in _linked(front.outline.links, document):
            # An opening criterion that names a service links to it: to be its client opens this.
            if front.key[:2] == ("criteria", "opening") and front.key[-1] == "text":
                yield Edge(path, here, "criterion", here, front.key)
            else:
                yield Edge(here, path, "mentions", here, front.key)
    for path in _linked(document.outline.links, document):
        yield Edge(here, path, "mentions", here, BODY)


def _linked(links: Iterable[LinkUse], document: Document) -> Iterator[str]:
    """The pages to which links lead, by path."""
    for link in links:
        target = link.target.partition("#")[0]
        if target.endswith(".md") and ":" not in target:
            yield posixpath.normpath(posixpath.join(document.section, target))
