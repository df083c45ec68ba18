"""What a page says: its title and headings, its running text, and where it sends its reader."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Page:
    """A page as far as it was read."""

    title: str = ""
    shared: str = ""
    """The title that it gives to those who share it."""
    h1: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    """Of the second and third level."""
    lead: str = ""
    """The first heading of the page's own part."""
    text: str = ""
    """All that is shown."""
    main: str = ""
    """What is shown in the page's own part: without navigation, banners and footer."""
    beginning: list[str] = field(default_factory=list)
    """Its first sentences and headings."""
    prose: str = ""
    """The running text of that part: without headings, links, forms and code."""
    paragraphs: int = 0
    """Paragraphs of running text in that part."""
    anchors: frozenset[str] = frozenset()
    base: str = ""
    """What the page's relative addresses are relative to; empty: to its own."""
    refresh: tuple[float, str] | None = None
    canonical: str = ""
    """The address that the page gives itself."""
    script_to: list[str] = field(default_factory=list)
    """Where a script sends the reader at once, one after the other; empty: to the same page."""
    script_cookie: str | None = None
    """A cookie that a script sets before that."""
    scripts: int = 0
    inline: str = ""
    """The text of all scripts in the page."""
    passwords: int = 0
    fields: int = 0
    """Fields to write in; a large one counts as two."""
    shows: bool = False
    """It has pictures, frames or the like."""
    html: str = ""
    """The markup, in lower case."""

    @property
    def empty(self) -> bool:
        """Nothing to see, and no script that could bring something."""
        return not (self.text or self.shows or self.scripts)
