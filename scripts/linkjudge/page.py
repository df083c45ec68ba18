"""What a page says: its title and headings, its running text, and where it sends its reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from linkjudge.refresh import parse_refresh
from linkjudge.scripts import script_redirect
from linkjudge.texts import clean

_DEEP = 2000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
}  # fmt: skip
_NOT_TEXT = "script, style, template, noscript, svg, head"
_NOT_PROSE = "nav, header, footer, aside, a, button, form, select, option, code, pre, dialog"
_SHOWS = "img, iframe, frame, object, embed, video, audio, canvas, svg, frameset"


@dataclass
class Page:
    """A page as far as it was read."""

    title: str = ""
    h1: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    """Of the second and third level."""
    text: str = ""
    """All that is shown."""
    prose: str = ""
    """The running text: without headings, navigation, links, forms and code."""
    paragraphs: int = 0
    """Paragraphs of 80 letters or more outside the navigation."""
    anchors: frozenset[str] = frozenset()
    refresh: tuple[float, str] | None = None
    canonical: str = ""
    """The address that the page gives itself."""
    script_to: str | None = None
    """Where a script sends the reader at once; empty: to the same page again."""
    script_cookie: str | None = None
    """A cookie that a script sets before that."""
    frames: list[str] = field(default_factory=list)
    scripts: int = 0
    passwords: int = 0
    fields: int = 0
    """Fields to write in; a large one counts as two."""
    shows: bool = False
    """It has pictures, frames or the like."""
    html: str = ""

    @property
    def empty(self) -> bool:
        """Nothing to see, and no script that could bring something."""
        return not (self.text or self.shows or self.scripts)


def read(html: str) -> Page:
    """Read a page; anything is a page, if only an empty one."""
    tree = LexborHTMLParser(_shallow(html))
    page = Page(html=html)
    page.passwords = len(tree.css("input[type=password i]"))
    page.fields = 2 * len(tree.css("textarea")) + len(
        tree.css("select, input:not([type=hidden i]):not([type=submit i]):not([type=checkbox i])")
    )
    page.shows = tree.css_first(_SHOWS) is not None
    page.anchors = frozenset(
        value
        for node in tree.css("[id], a[name]")
        for value in (node.attributes.get("id"), node.attributes.get("name"))
        if value
    )
    for node in tree.css("noscript, template"):
        node.decompose()
    page.refresh = _meta_refresh(tree)
    canonical = tree.css_first("link[rel=canonical i]")
    page.canonical = (canonical.attributes.get("href") or "")[:2000] if canonical else ""
    page.frames = [node.attributes.get("src") or "" for node in tree.css("frame, iframe")]
    title = tree.css_first("head > title") or tree.css_first("title")
    page.title = _line(title) if title else ""
    scripts = tree.css("script")
    page.scripts = sum(1 for node in scripts if "json" not in (node.attributes.get("type") or ""))
    inline = [_text(node) for node in scripts if not node.attributes.get("src")]
    body = tree.body
    inline.append((body.attributes.get("onload") or "") if body else "")
    for node in tree.css(_NOT_TEXT):
        node.decompose()
    page.h1 = [text for node in tree.css("h1")[:10] if (text := _line(node))]
    page.headings = [text for node in tree.css("h2, h3")[:60] if (text := _line(node))]
    body = tree.body
    page.text = clean(_text(body)) if body else ""
    for node in tree.css("h1, h2, h3, " + _NOT_PROSE):
        # A whole page laid out inside one form (ASP.NET) is still a page.
        if node.tag != "form" or len(_text(node)) * 2 < len(page.text):
            node.decompose()
    paragraphs = [clean(_text(node)) for node in tree.css("p, li, dd, td")]
    page.paragraphs = sum(len(text) >= 80 for text in paragraphs)
    body = tree.body
    page.prose = clean(_text(body)) if body else ""
    if len(page.text) < 400:
        page.script_to, page.script_cookie = script_redirect(inline)
    return page


def _text(node: LexborNode) -> str:
    return node.text(deep=True, separator=" ")


def _line(node: LexborNode) -> str:
    """A heading's text, short enough for any pattern that looks at it."""
    return clean(_text(node))[:300]


def _shallow(html: str) -> str:
    """Cut a page where its tags are nested absurdly deep.

    The parser looks through all open elements at every tag; 50,000 of them take it five seconds.
    """
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _VOID:
            depth += -1 if match[1] else 1
        if depth > _DEEP and match[2].lower() not in {"p", "li", "td", "tr", "option", "dd", "dt"}:
            return html[: match.start()]
    return html


def _meta_refresh(tree: LexborHTMLParser) -> tuple[float, str] | None:
    for node in tree.css("meta[http-equiv=refresh i]"):
        found = parse_refresh(node.attributes.get("content") or "")
        if found:
            return found
    return None
