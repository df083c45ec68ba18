"""What a reader's browser sees of a page or a text, rendered as the build renders it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from markdown import Markdown

from kb.blocks.inline import inline
from kb.load.pages import RawPage
from kb.load.remembered import remembered
from kb.markup.judge import Judged, judge
from kb.model.outline import LinkUse

_WORDS = 12
"""So many words of a text are looked for, to find its line."""


@cache
def _parser() -> Markdown:
    return Markdown(extensions=["kb.blocks"])


@remembered
def rendered(text: str) -> str:
    """The HTML that the build makes of a page's Markdown, without the blocks of its data."""
    return str(_parser().reset().convert(text))


@remembered
def seen_body(text: str) -> Judged:
    """A page's Markdown, without the blocks of its data."""
    return judge(rendered(text))


@remembered
def seen_inline(text: str) -> Judged:
    """A text of front matter or of a register."""
    return judge(str(inline(text)))


def unknown_links(page: RawPage) -> Iterator[LinkUse]:
    """The links of the rendered page that its outline does not know: another parser read them.

    An address in the text that the site links to itself is none of these.
    """
    if page.outline is None:
        return
    known = {(unquote(link.target), link.image) for link in page.outline.links}
    for target, text, image in seen_body(page.body).links:
        if (unquote(target), image) not in known and target != f"mailto:{text}":
            yield LinkUse(target, text, nearest_line(page, (target, text)), image=image)


def nearest_line(page: RawPage, needles: Iterable[str]) -> int:
    """The line of the body that holds one of `needles`, as near as can be told.

    A link's target first, whose line the outline knows; then the needle as it is; then, as
    entities and escapes may have changed in between, the line with most of its words.
    """
    rows = page.body.split("\n")
    links = {unquote(link.target): link.line for link in page.outline.links} if page.outline else {}
    for needle in filter(None, needles):
        if unquote(needle) in links:
            return links[unquote(needle)]
        whole = next((number for number, row in enumerate(rows) if needle in row), None)
        if whole is not None:
            return page.body_line + whole
        words = re.findall(r"\w{3,}", needle)[:_WORDS]
        counts = [sum(word in row for word in words) for row in rows]
        if max(counts):
            return page.body_line + counts.index(max(counts))
    return page.body_line
