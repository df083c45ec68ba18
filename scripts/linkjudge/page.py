"""What a page says: its title and headings, its running text, and where it sends its reader."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DEEP = 2000
_MOST_SCRIPTS = 20
_MOST_FUNCTIONS = 40
PATIENCE = 30.0
"""Seconds after which a refresh is no redirect but a page that renews itself."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
}  # fmt: skip
_NOT_TEXT = "script, style, template, noscript, svg, head"
_NOT_PROSE = "nav, header, footer, aside, a, button, form, select, option, code, pre, dialog"
_SHOWS = "img, iframe, frame, object, embed, video, audio, canvas, svg, frameset"
_REFRESH = re.compile(r"^\s*(\d*\.?\d*)\s*(?:[;,]|\s)\s*(?:url\s*=\s*)?(.*)$", re.I | re.S)
_NAME = r"(?<![\w.$])(?:(?:window|document|self|top|parent)\s*\.\s*)*location"
_WORD = r"""(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|`[^`$\n]{0,2000}`)"""
_SUM = rf"{_WORD}(?:\s*\+\s*(?:{_WORD}|(?:window\.)?location\.(?:search|hash)))*"
# An address put together of more than words and its own query is known to the script alone.
_LOCATION = re.compile(
    rf"(?:{_NAME}|window\[['\"]location['\"]\])\s*"
    r"(?:(?:\.\s*(?:href|pathname))?\s*=(?!=)\s*|\.\s*(?:replace|assign)\s*\(\s*)"
    rf"({_SUM})(?!\s*\+)"
)
_LOCATION_NAME = re.compile(
    rf"{_NAME}(?:(?:\.href)? ?= ?|\.(?:replace|assign) ?\( ?)([A-Za-z_$][\w$]{{0,40}})\b(?! ?[.(+])"
)
_ARGUMENTS = r"\([^()]{0,200}\)"
_FUNCTION = re.compile(
    rf"\bfunction ([\w$]+) ?{_ARGUMENTS} ?\{{"
    rf"|\b(?:const|let|var) ([\w$]+) ?= ?(?:async )?(?:function ?)?(?:{_ARGUMENTS}|[\w$]+)"
    r" ?(?:=> ?)?\{"
    rf"|([\w$]+) ?: ?(?:async )?function ?{_ARGUMENTS} ?\{{"
    rf"|[{{,}}] ?(?!(?:if|for|while|switch|catch|function)\b)([\w$]+) ?{_ARGUMENTS} ?\{{"
    rf"|\b(catch) ?(?:{_ARGUMENTS})? ?\{{"
)
# What waits for the reader's hand is no redirect; what waits for the page is one.
_BY_HAND = re.compile(
    r"\bif ?\(|addEventListener ?\( ?['\"](?!load|DOMContentLoaded|pageshow|readystatechange)"
    r"|\.(?:on|bind|one|delegate) ?\( ?['\"](?!load|ready)|\.(?:click|submit|change|keyup) ?\("
    r"|\bon(?:click|submit|change|key\w+|touch\w+|mouse\w+) ?="
)


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


def clean(text: str) -> str:
    """One line, without invisible characters."""
    return re.sub(r"[\s\u200b\u00ad\ufeff\x00-\x1f]+", " ", text).strip()


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
        page.script_to, page.script_cookie = _script_redirect(inline)
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


def parse_refresh(content: str) -> tuple[float, str] | None:
    """Delay in seconds and address of a refresh, None where it only reloads."""
    match = _REFRESH.match(clean(content[:4096]))
    if not match:
        return None
    url = match[2].strip().strip("\"'").strip()
    try:
        return (float(match[1] or 0), url) if url else None
    except ValueError:
        return None


def _script_redirect(scripts: list[str]) -> tuple[str | None, str | None]:
    """Where a page's scripts send its reader at once, and the cookie they set before."""
    # A redirect is short. What is longer, or hangs on a condition or a click, is no redirect
    # that every reader meets; and a long script could keep these patterns busy for minutes.
    short = [
        clean(re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", " ", script, flags=re.S))
        for script in scripts[:_MOST_SCRIPTS]
        if len(script) <= 4000
    ]
    words = Counter(re.findall(r"[\w$]+", " ".join(short)))
    for script in short:
        plain = _without_idle(script, words)
        if _BY_HAND.search(plain) or _late(plain):
            continue
        cookie = re.search(r"document\.cookie ?= ?['\"]([^'\";]{1,500})", plain)
        said = cookie[1] if cookie else None
        match = _LOCATION.search(plain)
        if match and plain[: match.start()].rstrip(" (").endswith(("&&", "||", "?", ":")):
            continue
        if match and (to := _joined(match[1])):
            return to, said
        if (by_name := _LOCATION_NAME.search(plain)) and (
            value := re.search(rf"(?<![\w.$]){re.escape(by_name[1])} ?= ?({_SUM})(?! ?\+)", plain)
        ):
            return _joined(value[1]), said
        if cookie and re.search(r"location\.reload ?\(", plain):
            return "", said
    return None, None


def _late(script: str) -> bool:
    """Whether the script waits longer than any reader: it logs out, or renews the page."""
    waits = re.findall(r"set(?:Timeout|Interval) ?\(.{0,2000}?, ?(\d{1,9}) ?\)", script)
    return any(int(wait) > PATIENCE * 1000 for wait in waits)


def _joined(words: str) -> str:
    """The text that a sum of quoted words makes."""
    return "".join(word[1:-1] for word in re.findall(_WORD, words)).replace("\\/", "/")


def _without_idle(script: str, words: Counter[str]) -> str:
    """A script without the functions that nothing calls: a button's, not the page's own."""
    for match in reversed(list(islice(_FUNCTION.finditer(script), _MOST_FUNCTIONS))):
        name = next(filter(None, match.groups()))
        if name != "catch" and words[name] > 1:
            continue
        depth, end = 1, match.end()
        while depth and end < len(script):
            depth += {"{": 1, "}": -1}.get(script[end], 0)
            end += 1
        script = script[: match.start()] + script[end:]
    return script
