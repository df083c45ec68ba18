"""A question that a reader might ask of the search, and which pages answer it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.base import Lang

OFF_TOPIC = "off-topic"
"""The kind of a query that nothing on the site answers."""
TYPO = "typo"
"""The kind of a query with a slip of the pen."""


@dataclass(frozen=True)
class Query:
    """A labelled query: its language, its words, and the slugs of the pages that answer it."""

    lang: Lang
    text: str
    slugs: frozenset[str]
    """Services, toolkits and other pages; any of them is a right answer. None: off topic."""
    situations: frozenset[str]
    """The situations that it describes; none where it names a thing or asks a fact."""
    kind: str
    """How it is written: exact, inflected, compound, colloquial, question, typo … or off-topic."""
    batch: str
    """The file from which it comes: who wrote it, and when."""
    line: int
