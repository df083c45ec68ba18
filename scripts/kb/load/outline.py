"""What stands in a page's Markdown, and on which line: headings, links, images, markers."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
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
    counted: dict[int, int] = {}
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
        if token.type == "heading_open":
            counted.clear()
        elif token.type == "ordered_list_open":
            _numbers(_items(tokens, index), line, counted.get(depth, 0), outline)
            counted[depth] = int(_items(tokens, index)[-1].info)
        elif token.type == "list_item_open" and tokens[index + 1].type == "list_item_close":
            outline.empty_items.append(line)
        if token.type == "bullet_list_open" and (
            token.markup == "+" or (token.markup == "*" and len(_items(tokens, index)) == 1)
        ):
            outline.odd_lists.append((token.markup, line))
        if token.type == "inline":
            _inline(token, line, outline)
    # A definition that a link uses is known by the link.
    used_targets = {link.target for link in outline.links}
    for definition in env.get("references", {}).values():
        if definition["href"] not in used_targets:
            number = definition["map"][0]
            typed = rows[number].strip()
            outline.unused_definitions.append((typed, first_line + number))
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


def _items(tokens: list[Token], index: int) -> list[Token]:
    """The items of the list that opens at `index`."""
    level = tokens[index].level
    inside = takewhile(lambda token: token.level > level, tokens[index + 1 :])
    return [t for t in inside if t.type == "list_item_open" and t.level == level + 1]


def _numbers(items: list[Token], line: int, counted: int, outline: Outline) -> None:
    """Note a numbered list whose numbers were not meant to number it.

    Args:
        items: Its items.
        line: Where it begins.
        counted: The last number of the list above it, below the same heading.
        outline: Where it is noted.
    """
    numbers = tuple(int(item.info) for item in items)
    if (len(numbers) == 1 and numbers[0] != counted + 1) or numbers == (1,):
        outline.lone_numbers.append((numbers[0], line))
    elif numbers[0] > 1 and numbers != tuple(range(numbers[0], numbers[0] + len(numbers))):
        outline.broken_counts.append((numbers, line))


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
