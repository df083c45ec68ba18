"""The kinds of page: one row each, which every part of the engine reads.

A new kind is a row here, a model of its front matter, the blocks that it names and, where its
pages have a section of their own, a section of that kind in a county's data/sections.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import anchors
from kb.model.base import IdKind
from kb.model.county import PageRoles, SiteSection
from kb.model.handbook import Handbook
from kb.model.onboarding import OnboardingStep
from kb.model.pages import Article, Home, Page, SectionIndex, Service, Situation, Toolkit


@dataclass(frozen=True)
class PageKind:
    """What the engine knows of one kind of page."""

    name: str
    """What the search index and data/sections.yml call it; its label is `kind-<name>`."""
    model: type[Page]
    schema: str
    """The name of its JSON Schema."""
    before: tuple[str, ...] = ("lead",)
    """The blocks between the title and the body."""
    after: tuple[str, ...] = ()
    """The blocks behind the body."""
    template: str = "main.html"
    section: bool = False
    """Whether a section may be of this kind."""
    single: bool = True
    """Whether no more than one section may be of this kind."""
    cited_as: IdKind | None = None
    """What ids that front matter cites its pages by are called, where there are any."""
    subject: bool = True
    """Whether a page has a subject of its own, with everyday words by which it is searched."""
    weight: float | None = 1.0
    """How likely a reader searches for such a page; None keeps it out of the search."""
    gathers: bool = False
    """Whether it gathers what other pages hold, so that the search leaves that to those."""
    skipped_rows: tuple[str, ...] = ()
    """Labels of rows that help the search find the wrong page."""
    left_out: frozenset[str] = frozenset()
    """Anchors of sections that do the same."""


_AFTER = ("changes", "checks", "relations", "source")

KINDS: tuple[PageKind, ...] = (
    PageKind(
        "service",
        Service,
        "service",
        before=("lead", "service-facts", "before-text"),
        after=_AFTER,
        section=True,
        cited_as="service",
        # The toolkits that editors suggest for it.
        skipped_rows=("toolkits",),
    ),
    PageKind(
        "toolkit",
        Toolkit,
        "toolkit",
        before=("lead", "toolkit-facts", "toolkit-links", "before-text"),
        after=_AFTER,
        section=True,
        cited_as="toolkit",
        weight=0.8,
        skipped_rows=("for-services",),
    ),
    PageKind(
        "situation",
        Situation,
        "situation",
        before=("situation-acute", "lead", "situation", "before-text"),
        after=_AFTER,
        section=True,
        # The details of steps are about the services to which they lead.
        skipped_rows=("step-why", "step-do", "step-have", "step-otherwise"),
        left_out=frozenset({anchors.CHANGES, anchors.TOOLS}),
    ),
    PageKind("home", Home, "home", template="home.html", subject=False, weight=0.5, gathers=True),
    PageKind("index", SectionIndex, "section-index", subject=False, weight=0.5, gathers=True),
    PageKind(
        "article",
        Article,
        "article",
        before=("lead", "before-text"),
        after=("changes", "checks", "source"),
        section=True,
        single=False,
        weight=0.8,
        gathers=True,
    ),
    PageKind(
        "onboarding",
        OnboardingStep,
        "onboarding-step",
        before=("lead", "onboarding-place"),
        after=("onboarding-step",),
        section=True,
        weight=0.3,
        gathers=True,
    ),
    PageKind(
        "handbook",
        Handbook,
        "handbook",
        template="handbook.html",
        subject=False,
        weight=None,
        gathers=True,
    ),
)
"""Every kind."""

BY_NAME = {kind.name: kind for kind in KINDS}
_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_of(meta: Page) -> PageKind:
    """The kind of a page with this front matter."""
    return _BY_MODEL[type(meta)]


def kind_at(path: str, sections: Mapping[str, SiteSection], roles: PageRoles) -> PageKind:
    """The kind of page that stands at `path` below docs/<lang>/.

    A page that stands in no section of a known kind is an article; `kb check` tells of that.
    """
    folder, _, name = path.rpartition("/")
    if name == "index.md":
        return BY_NAME["index" if folder else "home"]
    if path == roles.handbook:
        return BY_NAME["handbook"]
    section = sections.get(folder)
    if section is None or name.removesuffix(".md") in section.articles:
        return BY_NAME["article"]
    return BY_NAME.get(section.kind, BY_NAME["article"])
