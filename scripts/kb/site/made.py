"""Pages that the engine makes, without a file in docs/: the page of search results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.base import Lang
from kb.model.knowledge import Knowledge


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
    """What it is for; the key under which templates find its address in `kb.roles`."""


def made_pages(knowledge: Knowledge) -> Iterator[MadePage]:
    """Every page that the engine makes of a county's content, in every language."""
    results = knowledge.county.pages.search
    if results is None:
        return
    for lang in knowledge.languages.pages:
        yield MadePage(
            lang,
            results,
            knowledge.labels["search-results"].get(lang),
            knowledge.labels["search-results-summary"].get(lang),
            "search.html",
            "search",
        )
