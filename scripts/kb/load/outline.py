"""What stands in a page's Markdown, and on which line: headings, links, images, markers."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kb.load.remembered import remembered
from kb.model.outline import Heading, LinkUse, Outline, Table

_WORD = r"(?:(?!-->|<!--)\S)++"
# Possessive, and no word runs into the next comment: the time is in step with the text's length.
MARKER = re.compile(rf"<!--[^\S\n]*+kb:[^\S\n]*+((?:{_WORD}(?:[^\S\n]++{_WORD})*+)?+)[^\S\n]*+-->")
"""The marker of a block; its one group is the block's name as the editor wrote it."""
_MARKED = re.compile(r"[\[\]<`\\!*_&\n]")
"""What inline Markdown begins with; a text without any of it is prose and nothing else."""
_TYPED_ID = re.compile(r"\{:?\s*+#([A-Za-z0-9_-]++)\s*+\}")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


@remembered
def read_outline(text: str, first_line: int = 1) -> Outline:
    """The outline of a Markdown text that begins on `first_line` of its file; only to be read."""
    outline = Outline()
    used: set[str] = set()
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    rows = text.split("\n")
    depth = 0
    line = first_line
    for index, token in enumerate(tokens):
        if token.map:
            line = first_line + token.map[0]
        if token.type == "heading_open":
            outline.headings.append(_heading(token, tokens[index + 1], line, used))
        elif token.type == "html_block":
            _html(token.content, line, outline, rows[line - first_line :])
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
        elif token.type == "list_item_open" and depth > 1 and token.map:
            row = rows[token.map[0]]
            if (len(row) - len(row.lstrip())) % 4:
                outline.shallow_items.append(line)
        elif token.type == "fence":
            outline.fences.append((token.info.strip(), line))
        elif token.type == "code_block":
            outline.indented_code.append(line)
        elif token.type == "paragraph_open":
            outline.paragraphs.append((tokens[index + 1].content, line))
            if tokens[index - 1].type == "blockquote_open":
                outline.quotes.append(outline.paragraphs[-1])
        elif token.type == "table_open":
            outline.tables.append(_table(tokens, index, rows, first_line))
        if token.type == "ordered_list_open" and _items(tokens, index) == 1:
            outline.lone_numbers.append((int(token.attrGet("start") or 1), line))
        if token.type == "bullet_list_open" and (
            token.markup == "+" or (token.markup == "*" and _items(tokens, index) == 1)
        ):
            outline.odd_lists.append((token.markup, line))
        if token.type == "inline":
            _inline(token, line, outline)
    # A definition that a link uses is known by the link.
    used_targets = {link.target for link in outline.links}
    for label, definition in env.get("references", {}).items():
        if definition["href"] not in used_targets:
            line = first_line + definition["map"][0]
            outline.links.append(LinkUse(definition["href"], label, line))
    return outline


def _table(tokens: list[Token], index: int, rows: list[str], first_line: int) -> Table:
    """The table that opens at `index`."""
    columns = 0
    found: list[tuple[str, int]] = []
    for token in tokens[index:]:
        if token.type == "table_close":
            break
        columns += token.type == "th_open"
        if token.type == "tr_open" and token.map:
            found.append((rows[token.map[0]].strip(), first_line + token.map[0]))
    return Table(columns, tuple(found))


def _items(tokens: list[Token], index: int) -> int:
    """How many items the list has that opens at `index`."""
    level, count = tokens[index].level, 0
    for token in tokens[index + 1 :]:
        if token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


@remembered
def read_inline(text: str, line: int) -> Outline:
    """The outline of a front-matter text: inline Markdown only."""
    outline = Outline()
    if not _MARKED.search(text):
        # Most front-matter texts are plain: the parser would take its time to say so.
        outline.prose.append((text, line))
        return outline
    for token in _parser().parseInline(text):
        _inline(token, line, outline)
    return outline


def _heading(opening: Token, inline: Token, line: int, used: set[str]) -> Heading:
    text = _plain(inline.children or [])
    text = text.rstrip()
    opening_brace = text.rfind("{")
    match = _TYPED_ID.fullmatch(text, max(opening_brace, 0))
    if match:
        text = text[:opening_brace]
    base = match.group(1) if match else slugify(text, "-")
    ident, number = base, 1
    # Two equal ids that an editor typed stay equal, so that the check can tell.
    while ident in used and not match:
        number += 1
        ident = f"{base}-{number}"
    used.add(ident)
    return Heading(int(opening.tag[1]), text.strip(), ident, bool(match), line)


def _plain(children: list[Token]) -> str:
    return "".join(
        " " if c.type in {"softbreak", "hardbreak"} else c.content
        for c in children
        if c.type in {"text", "code_inline", "softbreak", "hardbreak", "image"}
    )


def _inline(token: Token, line: int, outline: Outline) -> None:
    children = token.children or []
    index = 0
    while index < len(children):
        child = children[index]
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == "link_open":
            close = next(i for i in range(index, len(children)) if children[i].type == "link_close")
            inside = children[index + 1 : close]
            outline.links.append(LinkUse(str(child.attrGet("href") or ""), _plain(inside), line))
            outline.links += [_image(c, line) for c in inside if c.type == "image"]
            line += sum(c.type in {"softbreak", "hardbreak"} for c in inside)
            index = close
        elif child.type == "image":
            outline.links.append(_image(child, line))
        elif child.type == "html_inline":
            # A block's marker too: within a text it shows nothing.
            outline.html.append((child.content, line))
        elif child.type == "text":
            outline.prose.append((child.content, line))
        index += 1


def _image(token: Token, line: int) -> LinkUse:
    return LinkUse(str(token.attrGet("src") or ""), token.content, line, image=True)


def _html(content: str, line: int, outline: Outline, rows: list[str]) -> None:
    """Note what stands in HTML; a marker is alone on its one of `rows`, from its first column."""
    rest = []
    for number, (part, row) in enumerate(zip(content.split("\n"), rows, strict=False)):
        match = MARKER.fullmatch(row.rstrip())
        if match:
            outline.markers.append((match.group(1), line + number))
        else:
            # Any other comment is told like HTML: it would be published.
            rest.append(part)
    text = "\n".join(rest).strip()
    if text:
        outline.html.append((text, line))
