"""Page blocks: a Python-Markdown extension, `kb.markdown` in a generator's configuration."""

from __future__ import annotations

from typing import Any

from kb.markdown.extension import KnowledgeExtension


def makeExtension(**kwargs: Any) -> KnowledgeExtension:  # noqa: N802 - Python-Markdown's name
    """The extension, as Python-Markdown asks for it."""
    return KnowledgeExtension(**kwargs)
