"""What stands in a page's Markdown: its headings, links, images and markers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.model.walk import KeyPath


@dataclass(frozen=True)
class Heading:
    """A heading; `typed_id` tells whether the editor wrote the id."""

    level: int
    text: str
    id: str
    typed_id: bool
    line: int


@dataclass(frozen=True)
class LinkUse:
    """A link or an image as the page has it."""

    target: str
    text: str
    line: int
    image: bool = False


@dataclass
class Outline:
    """A page's body at a glance, with 1-based lines of its file."""

    headings: list[Heading] = field(default_factory=list)
    links: list[LinkUse] = field(default_factory=list)
    markers: list[tuple[str, int]] = field(default_factory=list)
    html: list[tuple[str, int]] = field(default_factory=list)
    prose: list[tuple[str, int]] = field(default_factory=list)
    """Running text outside code and links, for finding bare addresses."""
    shallow_items: list[int] = field(default_factory=list)
    """Lines of nested list items that are not indented by fours, as Python-Markdown needs."""

    lone_numbers: list[tuple[int, int]] = field(default_factory=list)
    """Numbered lists of one item: the number and the line. Such is a year or a day, not a list."""

    wide_rows: list[tuple[int, int, int]] = field(default_factory=list)
    """Rows of tables with more cells than their table has columns: line, cells, columns."""

    @property
    def title(self) -> str | None:
        """The text of the first heading of level 1."""
        return next((h.text for h in self.headings if h.level == 1), None)


@dataclass(frozen=True)
class FrontText:
    """A text of a page's front matter, its line in the file, and what stands in it."""

    key: KeyPath
    """Which text it is: field names and the keys of list items."""
    text: str
    line: int
    outline: Outline
