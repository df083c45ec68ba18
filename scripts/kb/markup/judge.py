"""Reads HTML as a browser does and says what of it may not be published.

The parser is a browser's (HTML5), not the one that wrote the HTML: what is judged is what a
reader's browser will see, entities decoded and nesting mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kb.markup.allowed import TEXT, Allowed, refused

_FRAME = {"-document", "html", "head", "body"}
"""What the parser puts around a fragment."""
_CODE = {"code", "pre"}


@dataclass(frozen=True)
class Finding:
    """Something that may not be published."""

    what: str
    """The element, with its attribute and value: `<a onclick="…">`."""
    near: tuple[str, ...]
    """Texts by which the place may be found in what was written, the surest first."""


@dataclass
class Judged:
    """What a browser sees in a piece of HTML."""

    findings: list[Finding] = field(default_factory=list)
    links: list[tuple[str, str, bool]] = field(default_factory=list)
    """Targets as the browser reads them, texts, and whether it is an image."""
    texts: list[str] = field(default_factory=list)
    """Running text, image descriptions included; a blank stands for code."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Levels and texts."""

    @property
    def text(self) -> str:
        """All running text, words that emphasis parts put together again."""
        return "".join(self.texts)


def judge(html: str, allowed: Allowed = TEXT) -> Judged:
    """What a browser sees in `html`, and what of it is not `allowed`."""
    seen = Judged()
    for node in _nodes(html, text=True):
        tag = node.tag or ""
        if tag == "-text":
            seen.texts.append(" " if _in_code(node) else node.text_content or "")
        else:
            seen.findings += _findings(node, tag, allowed)
            if tag in allowed:
                _collect(node, tag, seen)
    return seen


def findings(html: str, allowed: Allowed) -> list[Finding]:
    """What of `html` is not `allowed`."""
    nodes = _nodes(html, text=False)
    return [found for node in nodes for found in _findings(node, node.tag or "", allowed)]


def _nodes(html: str, *, text: bool) -> Iterator[LexborNode]:
    root = LexborHTMLParser(html).root
    # The document, not its root: a comment may stand before and behind that.
    document = root.parent if root else None
    return document.traverse(include_text=text) if document else iter(())


def _findings(node: LexborNode, tag: str, allowed: Allowed) -> Iterator[Finding]:
    if tag in allowed:
        yield from _attributes(node, tag, allowed)
    elif tag not in _FRAME or node.attributes:
        yield Finding(_shown(tag, node.html or ""), (_text(node),))


def _attributes(node: LexborNode, tag: str, allowed: Allowed) -> Iterator[Finding]:
    for name, value in node.attributes.items():
        if refused(allowed, tag, name.lower(), value or ""):
            others = tuple(filter(None, node.attributes.values()))
            yield Finding(f'<{tag} {name}="{value or ""}">', (value or "", _text(node), *others))


def _collect(node: LexborNode, tag: str, seen: Judged) -> None:
    attributes = node.attributes
    if tag == "a":
        seen.links.append((attributes.get("href") or "", _text(node), False))
    elif tag == "img":
        seen.links.append((attributes.get("src") or "", attributes.get("alt") or "", True))
        seen.texts.append(attributes.get("alt") or "")
    elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        seen.headings.append((int(tag[1]), _text(node)))


def _in_code(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in _CODE:
            return True
        parent = parent.parent
    return False


def _text(node: LexborNode) -> str:
    return " ".join((node.text(deep=True) or "").split())


def _shown(tag: str, html: str) -> str:
    """An element as it is named in a message: its opening tag, or a comment."""
    return html.partition(">")[0][:60] + ">" if html.startswith("<") else f"<{tag}>"
