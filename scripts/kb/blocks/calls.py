"""Makes the numbers of the register pressable where a page's text names them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from kb.blocks.view import PageView

LONG = 5
"""Digits from which a number is nothing but a number; a shorter one may count something else."""
_CALLING = {"kb-acute", "kb-steps", "kb-facts", "kb-urgent"}
"""Where a short number is one to call."""
_LEFT = {"a", "code", "pre", "h1", "h2", "h3", "summary", "button", "legend", "text"}
"""What is a link already, quotes something, or is read as a title."""


def tel(number: str) -> str:
    """The address that calls a number."""
    return f"tel:{number.replace(' ', '')}"


def link_numbers(root: ET.Element, page: PageView) -> None:
    """Turn every known number below `root` into a link that calls it, in place."""
    numbers = page.site.numbers
    if numbers:
        _below(root, numbers, calling=False)


def known_numbers(page_numbers: Iterator[str]) -> re.Pattern[str] | None:
    """What finds the numbers of the register in a text; None where there are none."""
    found = sorted(set(page_numbers), key=len, reverse=True)
    if not found:
        return None
    # A line may break within a number, and a number is no part of a longer one.
    written = "|".join(re.escape(number).replace(r"\ ", r"\s") for number in found)
    return re.compile(rf"(?<![\w§€%.,/-])(?<!\d\s)(?:{written})(?![\w/-]|[.,]\d|\s?[\d§€%])")


def _below(element: ET.Element, numbers: re.Pattern[str], *, calling: bool) -> None:
    if element.tag in _LEFT:
        return
    calling = calling or bool(_CALLING & set(element.get("class", "").split()))
    children = list(element)
    for child in children:
        _below(child, numbers, calling=calling)
    texts = [(None, element.text), *((child, child.tail) for child in children)]
    # From the end, so that places found before still hold.
    for before, text in reversed(texts):
        if text:
            _link(element, before, text, numbers, calling=calling)


def _link(
    parent: ET.Element, before: ET.Element | None, text: str, numbers: re.Pattern[str], *,
    calling: bool,
) -> None:  # fmt: skip
    place = list(parent).index(before) + 1 if before is not None else 0
    links: list[ET.Element] = []
    start = 0
    for match in numbers.finditer(text):
        number = " ".join(match[0].split())
        if not calling and len(number.replace(" ", "")) < LONG:
            continue
        _say(parent, before, links, text[start : match.start()])
        link = ET.Element("a", {"href": tel(number), "class": "kb-tel"})
        link.text = number
        links.append(link)
        start = match.end()
    if links:
        links[-1].tail = text[start:]
        for offset, link in enumerate(links):
            parent.insert(place + offset, link)


def _say(parent: ET.Element, before: ET.Element | None, links: list[ET.Element], text: str) -> None:
    """Put the text between two numbers where it belongs."""
    if links:
        links[-1].tail = text
    elif before is None:
        parent.text = text
    else:
        before.tail = text
