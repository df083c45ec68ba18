"""A page as two readers take it: step by step, what GitHub's preview and what the site make of it.

A step is a word or a tag (`ul`, `/ul`, `a valitystili.md`). What neither reader's eye can tell
apart is left out: white space, the paragraphs of list items, how code is coloured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kb.markup.allowed import IDENT

_TYPED_ID = re.compile(rf"·\{{#{IDENT.pattern}\}}")
_MAIL_LINK = re.compile(r'<a href="mailto:[^"]*">([^<]*)</a>')
_BREAKS = {"softbreak", "hardbreak"}
_TRANSPARENT = {"html", "head", "body", "div", "span"}
_VOID = {"br", "hr", "img"}


@dataclass(frozen=True)
class Step:
    """One step of a reader's way through a page, and the line where it stands."""

    what: str
    line: int = field(compare=False, default=0)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def on_github(text: str, first_line: int) -> tuple[list[Step], set[int]]:
    """The steps of GitHub's reader, and the lines that it takes for HTML."""
    steps: list[Step] = []
    html: set[int] = set()
    inside: list[str] = []
    line = first_line
    for token in _parser().parse(text):
        if token.map:
            line = first_line + token.map[0]
        if token.type == "inline":
            heading = bool(inside) and inside[-1] in {f"h{n}" for n in range(1, 7)}
            words, line = _inline(token, line, html)
            if heading and words and _TYPED_ID.fullmatch(words[-1].what):
                words.pop()
            steps += words
        elif token.type in {"fence", "code_block"}:
            steps += [Step("pre", line), *_words(token.content, line), Step("/pre", line)]
        elif token.type == "html_block" and token.map:
            html |= {first_line + number for number in range(*token.map)}
        elif token.type == "hr":
            steps.append(Step("hr", line))
        elif token.nesting == 1:
            if not (token.tag == "p" and inside and inside[-1] == "li"):
                steps.append(Step(_opening(token.tag, str(token.attrGet("start") or "")), line))
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
            if not (token.tag == "p" and inside and inside[-1] == "li"):
                steps.append(Step(f"/{token.tag}", line))
    return _sorted_marks(steps), html


def _inline(token: Token, line: int, html: set[int]) -> tuple[list[Step], int]:
    """The steps within a text that begins on `line`, and the line on which it ends."""
    steps: list[Step] = []
    text, begun = "", line
    for child in [*(token.children or []), Token("end", "", 0)]:
        if child.type == "text":
            text += child.content
            continue
        # A word may be of several tokens, so it ends where anything else begins.
        steps += _words(text, begun)
        text = ""
        if child.type == "image":
            steps += [Step(f"img {unquote(str(child.attrGet('src')))}", line),
                      *_words(child.content, line)]  # fmt: skip
        elif child.type == "code_inline":
            steps += [Step("code", line), *_words(child.content, line), Step("/code", line)]
        elif child.type == "html_inline":
            html.add(line)
        elif child.nesting:
            href = unquote(str(child.attrGet("href") or ""))
            steps.append(
                Step(_opening(child.tag, href) if child.nesting > 0 else f"/{child.tag}", line)
            )
        if child.type == "hardbreak":
            steps.append(Step("br", line))
        line += child.type in _BREAKS
        begun = line
    return steps, line


def on_site(html: str) -> list[Step]:
    """The steps of a reader of the site, in the HTML that the build makes of a text."""
    # GitHub links mail addresses too, though its parser here does not.
    root = LexborHTMLParser(_MAIL_LINK.sub(r"\1", html)).root
    return _sorted_marks(_node(root, "")) if root else []


def _node(node: LexborNode, inside: str) -> Iterator[Step]:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield from _words(child.text_content or "", 0)
        elif tag in _TRANSPARENT or (tag == "p" and inside == "li"):
            yield from _node(child, inside)
        elif tag == "pre":
            yield from (Step("pre"), *_words(child.text(deep=True) or "", 0), Step("/pre"))
        elif not tag.startswith(("-", "!")):
            told = child.attributes
            yield Step(_opening(tag, unquote(told.get("href") or told.get("src") or "")
                                or told.get("start") or ""))  # fmt: skip
            if tag == "img":
                yield from _words(told.get("alt") or "", 0)
            yield from _node(child, tag)
            if tag not in _VOID:
                yield Step(f"/{tag}")


def _sorted_marks(steps: Iterable[Step]) -> list[Step]:
    """The steps, bold always outside italics where both begin or end at one place."""
    result: list[Step] = []
    for step in steps:
        last = result[-1].what if result else ""
        if (last, step.what) in {("em", "strong"), ("/strong", "/em")}:
            result.insert(-1, step)
        else:
            result.append(step)
    return result


def _opening(tag: str, more: str) -> str:
    return f"{tag} {more}" if more else tag


def _words(text: str, line: int) -> Iterator[Step]:
    # A word is told from a tag of the same letters by the mark before it.
    for number, row in enumerate(text.split("\n")):
        for word in row.split():
            yield Step(f"·{word}", line + number)
