"""The list of a page's headings that opens on a phone, where the column of contents has no room."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

FEWEST = 5
"""A page with fewer headings is scanned as quickly as its list."""
MOST = 24
"""A longer list leaves the subheadings out."""
_CLASS = "kb-contents"
_PLACE = f".//details[@class='{_CLASS}']"


def fill(root: ET.Element) -> None:
    """Fill the place that the page's lead keeps for the list, or take it away, in place."""
    place = root.find(_PLACE)
    if place is None:
        return
    headings = [e for e in root.iter() if e.tag in {"h2", "h3"} and e.get("id")]
    if len(headings) > MOST:
        headings = [heading for heading in headings if heading.tag == "h2"]
    if len(headings) < FEWEST:
        root.remove(place)
        return
    entries = ET.SubElement(place, "ul")
    for heading in headings:
        entry = ET.SubElement(entries, "li", {"class": f"{_CLASS}__{heading.tag}"})
        link = ET.SubElement(entry, "a", {"href": f"#{heading.get('id')}"})
        link.text = re.sub(r"\s+", " ", "".join(heading.itertext())).strip()
