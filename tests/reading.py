"""The real pages as a reader meets them: text in blocks and sentences, without the furniture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.model.base import Lang
from real_site import page_files, rendered

_BLOCKS = {
    "p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary",
    "blockquote", "caption",
}  # fmt: skip
_UNREAD = {"kb-term__tip", "kb-hidden"}
"""Explanations beside a word, and words for screen readers only: no part of the sentence."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ“”])")


@cache
def blocks(lang: Lang, path: str) -> tuple[str, ...]:
    """The texts of a page: a paragraph, an item or a cell each, in order."""
    root = ET.fromstring(f"<div>{rendered(lang, path)}</div>")  # noqa: S314 - ours
    return tuple(text for element in root.iter() if (text := _own_text(element)))


def _own_text(element: ET.Element) -> str:
    """What a block says itself; the blocks inside it speak for themselves."""
    if element.tag not in _BLOCKS:
        return ""
    return " ".join("".join(_inline(element)).split())


def _inline(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        unread = _UNREAD & set(child.get("class", "").split())
        if child.tag == "br":
            yield " "
        elif not unread and child.tag not in _BLOCKS:
            yield from _inline(child)
        yield child.tail or ""


def text(lang: Lang, path: str) -> str:
    """A page as one text, a block a line."""
    return "\n".join(blocks(lang, path))


@dataclass(frozen=True)
class Said:
    """A sentence, the paragraph around it and the file of its page."""

    file: str
    sentence: str
    block: str


def sentences(text: str) -> list[str]:
    """A paragraph's sentences, each on one line."""
    return _SENTENCE_END.split(" ".join(text.split()))


def said(lang: Lang, path: str) -> Iterator[Said]:
    """Every sentence of a page."""
    for block in blocks(lang, path):
        for sentence in sentences(block):
            yield Said(f"docs/{lang}/{path}", sentence, block)


def all_said() -> Iterator[Said]:
    """Every sentence of the site in every language."""
    for lang, path in page_files():
        yield from said(lang, path)
