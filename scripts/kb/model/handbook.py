"""The handbook: the whole site on one page, to print; its own text is only an introduction."""

from __future__ import annotations

from kb.model.pages import Page


class Handbook(Page):
    """The page that gathers all others; kept out of the search and the sitemap."""
