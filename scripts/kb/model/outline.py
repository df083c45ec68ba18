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


@dataclass(frozen=True)
class Table:
    """A table as typed, row by row, the row of dashes left out."""

    columns: int
    rows: tuple[tuple[str, int], ...]
    """The rows and their lines; the first is the row of headings."""


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

    broken_counts: list[tuple[tuple[int, ...], int]] = field(default_factory=list)
    """Numbered lists that do not count on from their first number, as browsers do: 2024, 2026."""
    empty_items: list[int] = field(default_factory=list)
    """Lines of list items that say nothing."""
    unused_definitions: list[tuple[str, int]] = field(default_factory=list)
    """`[label]: target` that no link uses: the label, and the line, of which nothing shows."""

    odd_lists: list[tuple[str, int]] = field(default_factory=list)
    """Lists of `+`, and of one item with `*`: such is a number or a note, not a list."""
    tables: list[Table] = field(default_factory=list)
    paragraphs: list[tuple[str, int]] = field(default_factory=list)
    """Paragraphs as typed, without the marks of the lists and quotes around them."""
    quotes: list[tuple[str, int]] = field(default_factory=list)
    """The first paragraph of every quotation."""
    fences: list[tuple[str, int]] = field(default_factory=list)
    """Blocks of code between lines of ```: the language that is named there, and the line."""
    indented_code: list[int] = field(default_factory=list)
    """Lines at which a block of code begins by indentation alone."""

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
