"""Puts an element of the page into a new one, where it stands."""

from __future__ import annotations

import xml.etree.ElementTree as ET


def enclose(element: ET.Element, name: str, inner: dict[str, str]) -> ET.Element:
    """Make `element` a span of the class `name` around itself as a link; returns that link.

    `inner` are the link's attributes. In place, because ElementTree knows no parents.
    """
    link = ET.Element("a", inner)
    link.text, link[:] = element.text, list(element)
    tail = element.tail
    element.clear()
    element.tag, element.tail = "span", tail
    element.set("class", name)
    element.append(link)
    return link
