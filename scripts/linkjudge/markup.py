"""Reads a page's HTML: what it says, what is its own part of it, and where it sends its reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from linkjudge.page import Page
from linkjudge.refresh import parse_refresh
from linkjudge.scripts import script_redirect
from linkjudge.texts import clean

_DEEP = 2000
"""Open elements at which a page is cut. The parser looks through all of them at every tag, and
50,000 take it five seconds; browsers stop at 512."""
_LINE = 300
"""Letters of a title or heading that are read: enough for any, and for any pattern's patience."""
_PARAGRAPH = 80
"""Letters from which a paragraph is one of running text, not a label."""
_SENDS_ON = 400
"""Letters of a page that a script may send on at once: a longer one is there to be read."""
_BEGINNING = 6000
"""Characters, blanks among them, at the beginning of a page's own part."""
_MOST_H1, _MOST_HEADINGS = 10, 60
_MOSTLY = 0.5
"""A form, or what is named like a banner, that holds more of the text than this is the page."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
}  # fmt: skip
_BLOCK = re.compile(
    r"(?=</?(?:address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|div"
    r"|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|input|label|legend"
    r"|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|th|title|tr|ul"
    r"|video)\b)",
    re.IGNORECASE,
)
"""Where a word and a sentence end; inline elements do not part them. A form feed marks the place:
to the parser it is a blank like others, and no page has it."""
_SENTENCE = re.compile(r"[^\f.!?…]+[!?]?")
_MOST_SENTENCES = 12
"""Sentences and headings at the beginning, in which a page says what it is."""
_NOT_TEXT = "script, style, template, noscript, svg, head"
_FURNITURE = (
    "nav, footer, aside, dialog, [role=navigation], [role=banner], [role=contentinfo],"
    "[role=complementary], [role=search], [role=dialog], [role=alertdialog], [aria-modal=true],"
    "[hidden], [class*=cookie i], [id*=cookie i], [class*=consent i], [id*=consent i],"
    "[class*=breadcrumb i], [class*=skip-link i], [class*=footer i], [id*=footer i],"
    "[class*=sidebar i], [id*=sidebar i], [class*=widget i], [class*=navbar i], [id=menu i]"
)
"""What stands around a page's own text."""
_OWN = (
    "main, [role=main]",
    "#content, #main-content, #maincontent, #main, #primary, #sisalto, #innehall",
    ".main-content, .page-content, .site-content, .content-area, .entry-content",
)
"""Where a page's own text stands, the surest first."""
_NOT_PROSE = "header, a, button, form, select, option, code, pre"
_PAGES = {"html", "body", "main", "article"}
_SHOWS = "img, iframe, frame, object, embed, video, audio, canvas, svg, frameset"
_NO_TARGET = (
    "script, style, template, noscript, link, meta, title, base, param, source, track,"
    "input[type=hidden i]"
)
"""Elements that have no place on the page, so that no fragment leads to their id."""


def read(html: str) -> Page:
    """Read a page; anything is a page, if only an empty one."""
    tree = LexborHTMLParser(_BLOCK.sub("\f", _shallow(html)))
    page = Page(html=html.lower())
    _count(tree, page)
    page.anchors = _anchors(tree)
    _remove(tree, "noscript, template")
    _head(tree, page)
    scripts = tree.css("script")
    page.scripts = sum(1 for node in scripts if "json" not in (node.attributes.get("type") or ""))
    inline = [_text(node) for node in scripts if not node.attributes.get("src")]
    page.inline = "\n".join(inline)
    body = tree.body
    inline.append((body.attributes.get("onload") or "") if body else "")
    _remove(tree, _NOT_TEXT)
    page.h1 = [text for node in tree.css("h1")[:_MOST_H1] if (text := _line(node))]
    page.headings = [text for node in tree.css("h2, h3")[:_MOST_HEADINGS] if (text := _line(node))]
    page.text = clean(_text(tree.body)) if tree.body else ""
    _own_part(tree, page)
    if len(page.main) < _SENDS_ON:
        page.script_to, page.script_cookie = script_redirect(inline)
    return page


def _count(tree: LexborHTMLParser, page: Page) -> None:
    page.passwords = len(tree.css("input[type=password i]"))
    page.fields = 2 * len(tree.css("textarea")) + len(
        tree.css("select, input:not([type=hidden i]):not([type=submit i]):not([type=checkbox i])")
    )
    page.shows = tree.css_first(_SHOWS) is not None


def _anchors(tree: LexborHTMLParser) -> frozenset[str]:
    """The names that a fragment may lead to: any shown element's id, and a link's old `name`."""
    nowhere = {node.mem_id for node in tree.css(_NO_TARGET)}
    ids = (node.attributes.get("id") for node in tree.css("[id]") if node.mem_id not in nowhere)
    names = (node.attributes.get("name") for node in tree.css("a[name]"))
    return frozenset(value for value in (*ids, *names) if value)


def _head(tree: LexborHTMLParser, page: Page) -> None:
    base = tree.css_first("base[href]")
    page.base = (base.attributes.get("href") or "")[:2000] if base else ""
    for node in tree.css("meta[http-equiv=refresh i]"):
        page.refresh = page.refresh or parse_refresh(node.attributes.get("content") or "")
    canonical = tree.css_first("link[rel=canonical i]")
    page.canonical = (canonical.attributes.get("href") or "")[:2000] if canonical else ""
    in_pictures = {node.mem_id for node in tree.css("svg title")}
    shared = tree.css_first("meta[property='og:title' i]")
    page.shared = clean(shared.attributes.get("content") or "")[:_LINE] if shared else ""
    titles = [node for node in tree.css("title") if node.mem_id not in in_pictures]
    page.title = _line(titles[0]) if titles else ""


def _own_part(tree: LexborHTMLParser, page: Page) -> None:
    """Read the part of the page that is its own; takes the rest out of the tree."""
    whole = tree.body
    if whole is None:
        return
    _take_out(whole, _FURNITURE, lambda node: node.tag in _PAGES or _share(node, page) >= _MOSTLY)
    _take_out(
        whole,
        "header",
        lambda node: node.css_first("h1") is not None or _share(node, page) >= _MOSTLY,
    )
    part = next((node for where in _OWN for node in whole.css(where) if _text(node).strip()), whole)
    shown = _text(part)
    page.main = clean(shown)
    found = (clean(match[0]) for match in _SENTENCE.finditer(shown[:_BEGINNING]))
    page.beginning = [text for text in found if len(text) > 1][:_MOST_SENTENCES]
    lead = part.css_first("h1") or part.css_first("h2, h3")
    page.lead = _line(lead) if lead else ""
    # A whole page laid out inside one form (ASP.NET) is still a page.
    _take_out(
        part,
        f"h1, h2, h3, {_NOT_PROSE}",
        lambda node: node.tag == "form" and _share(node, page) >= _MOSTLY,
    )
    paragraphs = [clean(_text(node)) for node in part.css("p, li, dd, td")]
    page.paragraphs = sum(len(text) >= _PARAGRAPH for text in paragraphs)
    page.prose = clean(_text(part))


def _take_out(part: LexborNode, selector: str, stays: Callable[[LexborNode], bool]) -> None:
    """Take out what a selector finds, but for what stays.

    A node inside one that was taken out is gone with it, and must not be touched any more: which
    lies in which is looked up before.
    """
    found = {node.mem_id: node for node in part.css(selector)}
    inside: dict[int, int | None] = {}
    for ident, node in found.items():
        above = node.parent
        while above is not None and above.mem_id not in found:
            above = above.parent
        inside[ident] = above.mem_id if above is not None else None
    gone: set[int] = set()
    for ident, node in found.items():  # in the page's order, the outer before the inner
        if inside[ident] in gone:
            gone.add(ident)
        elif not stays(node):
            gone.add(ident)
            node.decompose()


def _remove(tree: LexborHTMLParser, selector: str) -> None:
    if tree.root is not None:
        _take_out(tree.root, selector, lambda node: False)


def _share(node: LexborNode, page: Page) -> float:
    """How much of the page's text stands in a node, 0 to 1."""
    return len(clean(_text(node))) / max(1, len(page.text))


def _text(node: LexborNode) -> str:
    return node.text(deep=True, separator="")


def _line(node: LexborNode) -> str:
    return clean(_text(node))[:_LINE]


def _shallow(html: str) -> str:
    """Cut a page where its tags are nested absurdly deep."""
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _VOID:
            depth += -1 if match[1] else 1
        if depth > _DEEP and match[2].lower() not in {"p", "li", "td", "tr", "option", "dd", "dt"}:
            return html[: match.start()]
    return html
