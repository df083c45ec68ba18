"""An open point says whom to ask: without that it sends the reader nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from kb.load.content import Loaded
from kb.model.pages import Informed
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every open point that names nobody to ask, once, on the page of the source language."""
    for (lang, _), page in loaded.pages.items():
        if lang != loaded.knowledge.languages.source or not isinstance(page.record, Informed):
            continue
        for number, point in enumerate(page.record.check):
            if not point.ask:
                yield Problem(
                    page.file,
                    page.located.line(("check", number)),
                    f"avoin kohta '{point.id}' ei kerro, keneltä kysyä; lisää ask, jossa on "
                    "service tai organisation",
                    f"the open point '{point.id}' does not say whom to ask; add ask with a "
                    "service or an organisation",
                )
