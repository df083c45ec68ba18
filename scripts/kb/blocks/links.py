"""Gives addresses to the site's own link schemes: link:, change:, reference: and term:."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from kb.blocks import states
from kb.blocks.terms import explain
from kb.blocks.view import PageView
from kb.model import anchors


def resolve_links(root: ET.Element, page: PageView) -> None:
    """Resolve every link below `root`, in place. Unknown ids were told by `kb check`."""
    # A list, because a term's link, or a broken one, becomes several elements.
    for number, element in enumerate(list(root.iter("a"))):
        scheme, _, ident = (element.get("href") or "").partition(":")
        if scheme == "link":
            _external(element, ident, page)
        elif scheme in {"http", "https"}:
            states.mark_external(element, page)
        elif scheme == "change":
            element.set("href", f"#{anchors.change(ident)}")
            _add_class(element, "kb-chip kb-chip--change")
            _say(element, page.knowledge.changes[ident].title.get(page.lang))
        elif scheme == "reference":
            if page.roles.sources:
                element.set("href", page.href(page.roles.sources, anchors.reference(ident)))
            else:
                del element.attrib["href"]
            _add_class(element, "kb-reference")
            _say(element, page.knowledge.references[ident].title.get(page.lang))
        elif scheme == "term":
            explain(element, ident, number, page)


def _external(element: ET.Element, ident: str, page: PageView) -> None:
    link = page.knowledge.links[ident]
    states.external(element, link, page)
    # A block that shows archive and replacement in its own way says so.
    bare = element.attrib.pop("data-kb-bare", None) is not None
    if not bare and states.status(link, page).broken:
        states.instead(element, link, page)


def _say(element: ET.Element, title: str) -> None:
    """Many are called the same: who hears the link alone hears to what it leads."""
    if "".join(element.itertext()) != title:
        said = ET.SubElement(element, "span", {"class": "kb-hidden"})
        said.text = f": {title}"


def _add_class(element: ET.Element, names: str) -> None:
    element.set("class", f"{element.get('class', '')} {names}".strip())
