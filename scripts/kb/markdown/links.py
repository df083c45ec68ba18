"""Gives addresses to the site's own link schemes: link:, change:, reference: and term:."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from kb.markdown.terms import explain
from kb.model import anchors

if TYPE_CHECKING:
    from kb.markdown.page import PageRenderer

REFERENCES_PAGE = "tietoa/lahde.md"


def resolve_links(root: ET.Element, page: PageRenderer) -> None:
    """Resolve every link below `root`, in place. Unknown ids were told by `kb check`."""
    # A list, because a term's link becomes two elements.
    for number, element in enumerate(list(root.iter("a"))):
        scheme, _, ident = (element.get("href") or "").partition(":")
        if scheme == "link":
            element.set("href", page.knowledge.links[ident].url)
            _mark_external(element, page)
        elif scheme in {"http", "https"}:
            _mark_external(element, page)
        elif scheme == "change":
            element.set("href", f"#{anchors.change(ident)}")
            _add_class(element, "kb-chip kb-chip--change")
        elif scheme == "reference":
            path = posixpath.relpath(REFERENCES_PAGE, page.folder or ".")
            element.set("href", f"{path}#{anchors.reference(ident)}")
            _add_class(element, "kb-reference")
        elif scheme == "term":
            explain(element, ident, number, page)


def _mark_external(element: ET.Element, page: PageRenderer) -> None:
    """Say to eye, screen reader and browser that a link leaves the site."""
    element.set("rel", "external noopener")
    _add_class(element, "kb-external")
    mark = ET.SubElement(element, "span", {"class": "kb-hidden"})
    mark.text = f" ({page.label('external-link')})"


def _add_class(element: ET.Element, names: str) -> None:
    element.set("class", f"{element.get('class', '')} {names}".strip())
