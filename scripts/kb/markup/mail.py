"""E-mail addresses in a text become links, as they do in GitHub's preview.

Only an address that stands in the text, and only to itself: nobody is led to another address than
the one that is read.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown.inlinepatterns import InlineProcessor
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

MAIL = re.compile(
    r"(?<![\w.+/@:-])[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,20}(?![\w@/-])"
)


class MailLinks(InlineProcessor):
    """Makes links of addresses in Python-Markdown."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(MAIL.pattern)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        """The link, and which part of `data` it stands for."""
        link = ET.Element("a", {"href": f"mailto:{m.group()}"})
        link.text = m.group()
        return link, m.start(), m.end()


def link_mail(parser: MarkdownIt) -> MarkdownIt:
    """Make links of addresses in what `parser` of markdown-it reads; returns the parser."""
    parser.core.ruler.after("inline", "kb-mail", _link_tokens)
    return parser


def _link_tokens(state: StateCore) -> None:
    for token in state.tokens:
        inside = 0
        children: list[Token] = []
        for child in token.children or []:
            inside += child.nesting if child.type in {"link_open", "link_close"} else 0
            if child.type == "text" and not inside and "@" in child.content:
                children += _parts(child)
            else:
                children.append(child)
        if token.children:
            token.children = children


def _parts(text: Token) -> list[Token]:
    parts: list[Token] = []
    end = 0
    for match in MAIL.finditer(text.content):
        parts += [
            _text(text, text.content[end : match.start()]),
            Token("link_open", "a", 1, attrs={"href": f"mailto:{match.group()}"}),
            _text(text, match.group()),
            Token("link_close", "a", -1),
        ]
        end = match.end()
    return [*parts, _text(text, text.content[end:])]


def _text(like: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=like.level)
