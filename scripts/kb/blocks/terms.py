"""A term that explains itself: the word leads to the glossary, and its meaning stands beside it.

The meaning is hidden by the styles until one points at the word or comes to it by keyboard; a
script adds the tap and Esc. Without either the word is a link like any other.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from kb.blocks.enclose import enclose
from kb.blocks.view import PageView
from kb.model import anchors
from kb.model.data import Term


def explain(element: ET.Element, ident: str, number: int, page: PageView) -> None:
    """Turn the link `element` to a term into the word and its meaning, in place.

    `number` tells this word from the others of the page.
    """
    term = page.knowledge.terms[ident]
    note = anchors.note(number)
    inner = {"class": "kb-term__word", "aria-describedby": note}
    if page.roles.glossary:
        inner["href"] = page.href(page.roles.glossary, anchors.term(ident))
    enclose(element, "kb-term", inner)
    element.append(_meaning(term, note, page))


def _meaning(term: Term, note: str, page: PageView) -> ET.Element:
    tip = ET.Element("span", {"class": "kb-term__tip", "id": note, "role": "tooltip"})
    tip.set("data-search-exclude", "")
    box = ET.SubElement(tip, "span", {"class": "kb-term__box"})
    name = ET.SubElement(box, "strong")
    name.text = term.name.get(page.lang)
    last = name
    for lang in page.other_languages():
        last.tail = ", "
        last = ET.SubElement(box, "span", {"lang": lang})
        last.text = term.name.get(lang)
    last.tail = ". "
    facts: list[str] = []
    if term.abbreviations:
        facts.append(f"{page.label('abbreviation')}: {', '.join(term.abbreviations)}.")
    if term.former:
        facts.append(f"{page.label('former')}: {term.former.get(page.lang)}.")
    if term.definition:
        facts.append(page.plain(term.definition.get(page.lang)))
    last.tail += " ".join(facts)
    again = ET.SubElement(tip, "span", {"class": "kb-term__again", "aria-hidden": "true"})
    again.text = page.label("term-again")
    return tip
