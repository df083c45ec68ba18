"""Page blocks: a Python-Markdown extension, `kb.blocks` in a generator's configuration."""

from __future__ import annotations

from typing import Any

from kb.blocks.extension import KnowledgeExtension


def makeExtension(**kwargs: Any) -> KnowledgeExtension:  # noqa: N802 - Python-Markdown's name
    """The extension, as Python-Markdown asks for it."""
    return KnowledgeExtension(**kwargs)
