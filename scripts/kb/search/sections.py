"""Takes a rendered page apart: the text under each heading that has an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kb.model import anchors

# What says nothing of the page itself: references to sources, what is missing, lists of other
# pages, the folded whole of a change, words for screen readers, the state of links.
_SKIPPED = {
    "kb-quiet", "kb-chip", "kb-now", "kb-missing", "kb-reference", "kb-relations", "kb-source",
    "kb-call", "kb-way", "kb-steps__reach", "kb-urgent", "kb-changes__source",
    "kb-changes__date", "kb-note", "kb-lead",
    "kb-find", "kb-find-none", "kb-letters", "kb-sign", "kb-term__tip", "headerlink", "kb-badge",
    "kb-cited__instead", "kb-age", "kb-empty", "kb-links__address", "kb-links__seen",
    "kb-links__report", "kb-fates",
}  # fmt: skip
_SKIPPED_TAGS = {"button", "details", "form", "script", "style", "svg"}
# Material's own way to keep something from the search; term notes on a word have it.
_EXCLUDED = "data-search-exclude"
# On a heading that parts a section for the eye only.
_WITHIN = "data-kb-within"
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link", "source"}
_BLOCKS = {"h3", "p", "li", "td", "th", "tr", "dt", "dd", "div", "ul", "ol", "dl", "table", "pre"}
# What of a change is kept of each page that tells it: its title. The page itself says what follows.
TITLE = "kb-changes__title"
# Sections that tell what changed or what is open, not what the page is about.
_SIDE = {anchors.CHANGES, anchors.CHECK, anchors.MORE_CHECKS, anchors.BEFORE}


_Attributes = Mapping[str, str | None]


@dataclass
class Section:
    """The text under one heading; the first of a page has neither id nor heading."""

    id: str = ""
    heading: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def side(self) -> bool:
        """Whether it stands beside the page's matter: changes and open questions."""
        return self.id in _SIDE

    @property
    def text(self) -> str:
        """The text, one block a line."""
        text = re.sub(r"[^\S\n]+", " ", "".join(self.parts))
        text = re.sub(r" ?\( *\)", "", text)  # a note in brackets that was left out
        text = re.sub(r" (?=[.,;:)])", "", text)
        return re.sub(r" ?\n[ \n]*", "\n", text).strip()


class _Reader:
    """Reads an element and all within it, in order, into sections."""

    def __init__(self, skipped_rows: frozenset[str], skipped: frozenset[str]) -> None:
        self.sections = [Section()]
        self.skipped_rows = skipped_rows
        self.skipped = _SKIPPED | skipped
        self.in_title = self.in_heading = self.in_row = self.in_term = self.in_change = False
        self.row: int | None = None
        """The element that holds a term and what is said of it."""
        self.row_start = 0
        self.term = ""
        self.joined = False

    def read(self, parent: LexborNode) -> None:
        """Read what is within an element."""
        node = parent.child
        while node is not None:
            tag = str(node.tag)
            if tag == "-text":
                self._text(node.text_content or "")
            elif tag in {"br", "hr"}:
                self._break()
                self._end_heading_of_row()
            elif tag not in _VOID:
                values = node.attributes
                classes = (values.get("class") or "").split()
                if not self._left_out(tag, classes, values):
                    self._begin(tag, classes, values, parent)
                    self.read(node)
                    self._end(tag, classes, node)
            node = node.next

    def _left_out(self, tag: str, classes: list[str], values: _Attributes) -> bool:
        if tag in _SKIPPED_TAGS or tag in self.skipped or _EXCLUDED in values:
            return True
        hidden = "kb-hidden" in classes and not tag.startswith("h")
        return hidden or not self.skipped.isdisjoint(classes)

    def _begin(self, tag: str, classes: list[str], values: _Attributes, parent: LexborNode) -> None:
        if TITLE in classes:
            self.in_change = True
        if tag == "h1":
            self.in_title = True
        elif tag in {"h2", "h3"} and values.get("id") and _WITHIN not in values:
            self.sections.append(Section(id=values["id"] or ""))
            self.in_heading = True
        elif tag == "tr" and values.get("id"):
            # A row that can be linked to is a section; what it is of stands first in it.
            self.sections.append(Section(id=values["id"] or ""))
            self.in_heading = self.in_row = True
        elif tag == "dt":
            self.in_term, self.term = True, ""
            self.row, self.row_start = parent.mem_id, len(self._parts)
        if tag in _BLOCKS:
            self._break()

    def _end(self, tag: str, classes: list[str], node: LexborNode) -> None:
        if self.row == node.mem_id:
            self._end_row()
        if TITLE in classes:
            self.in_change = False
            self._break()
        if tag == "h1":
            self.in_title = False
        elif tag in {"h2", "h3"}:
            self.in_heading = False
        elif tag == "dt":
            self.in_term = False
            self._parts.append(": ")
            self.joined = True
        elif tag == "td":
            self._end_heading_of_row()
        if tag in _BLOCKS and tag != "dt":
            self._break()

    def _end_heading_of_row(self) -> None:
        if self.in_row:
            self.in_heading = self.in_row = False

    def _text(self, data: str) -> None:
        if self.in_title:
            return
        if self.in_heading:
            self.sections[-1].heading += data
            return
        if self.sections[-1].id == anchors.CHANGES and not self.in_change:
            return
        if self.in_term:
            self.term += data
        if data.strip() and not self.in_term:
            self.joined = False
        # A line break in the source is a space on the page; only blocks begin a line here.
        self._parts.append(data.replace("\n", " "))

    @property
    def _parts(self) -> list[str]:
        return self.sections[-1].parts

    def _end_row(self) -> None:
        """Drop a row of a list of facts that is not wanted, or has a name but nothing to say."""
        term = self.term.strip()
        said = "".join(self._parts[self.row_start :]).strip().removeprefix(f"{term}:").strip()
        nothing = not said or said.startswith("(")
        if term in self.skipped_rows or nothing:
            del self._parts[self.row_start :]
        self.joined = False
        self.row = None

    def _break(self) -> None:
        # What is said of a term follows it on its line.
        if not self.joined:
            self._parts.append("\n")


def read_sections(
    html: str,
    skipped_rows: frozenset[str] = frozenset(),
    skipped: frozenset[str] = frozenset(),
) -> list[Section]:
    """The sections of a page's content in order.

    Args:
        html: The rendered body of the page.
        skipped_rows: Terms of rows to leave out, in the page's language.
        skipped: Classes and names of elements to leave out, beside those that never count.
    """
    reader = _Reader(skipped_rows, skipped)
    body = LexborHTMLParser(html).body
    if body is not None:
        reader.read(body)
    for section in reader.sections:
        section.heading = " ".join(section.heading.split())
    return reader.sections
