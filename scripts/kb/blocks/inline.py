"""The inline Markdown of front matter and data."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from kb.markup.mail import link_mail


@cache
def _inline_parser() -> MarkdownIt:
    # XHTML, because the blocks are read as XML so that their headings reach the contents list.
    return link_mail(MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}))


# The check asks for each text before the build does, and blocks show the same text on many pages.
@lru_cache(maxsize=16_384)
def inline(text: str) -> Markup:
    """A front-matter text as HTML; HTML in it is shown, never run."""
    return Markup(_inline_parser().renderInline(text))  # noqa: S704 - markdown-it escapes HTML
