"""The handbook: the whole site on one page, to print; its own text is only an introduction."""

from __future__ import annotations

from typing import Literal

from kb.model.pages import Page


class Handbook(Page):
    """The page that gathers all others; kept out of the search and the sitemap."""

    template: Literal["handbook.html"] = "handbook.html"
    """The only field that MkDocs reads as well."""
