"""The inline Markdown of front matter and data."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from kb.markup.mail import link_mail


@cache
def _inline_parser() -> MarkdownIt:
    # XHTML, because the blocks are read as XML so that their headings reach the contents list.
    return link_mail(MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}))


@cache
def _rendered(text: str) -> Markup:
    return Markup(_inline_parser().renderInline(text))  # noqa: S704 - markdown-it escapes HTML


def inline(text: str) -> Markup:
    """A front-matter text as HTML; HTML in it is shown, never run."""
    return _rendered(text)


def forget() -> None:
    """Let go of the texts rendered so far."""
    _rendered.cache_clear()
