"""Pages that the engine makes, without a file in docs/: search results, questions of criteria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import anchors
from kb.model.base import Lang
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service


@dataclass(frozen=True)
class MadePage:
    """A page that no file of docs/ holds."""

    lang: Lang
    path: str
    """Where its file would be below docs/<lang>/; so its address follows the same rule."""
    title: str
    summary: str
    template: str
    role: str
    """What it is for; that of the search is the key of its address in `kb.roles`."""
    block: str = ""
    """The block that is its content, where it has any."""
    of: Document | None = None
    """The page whose data the block shows."""


def made_pages(knowledge: Knowledge) -> Iterator[MadePage]:
    """Every page that the engine makes of a county's content, in every language."""
    results = knowledge.county.pages.search
    for lang in knowledge.languages.pages:
        if results is not None:
            yield MadePage(
                lang,
                results,
                knowledge.labels["search-results"].get(lang),
                knowledge.labels["search-results-summary"].get(lang),
                "search.html",
                "search",
            )
    for (lang, path), document in knowledge.documents.items():
        if isinstance(document.meta, Service) and document.meta.criteria:
            yield MadePage(
                lang,
                anchors.questions_of(path),
                f"{document.title}: {knowledge.labels['decide-title'].get(lang)}",
                knowledge.labels["decide-lead"].get(lang),
                "main.html",
                "questions",
                "criteria-questions",
                document,
            )
