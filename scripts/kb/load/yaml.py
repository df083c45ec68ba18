"""Reads YAML into plain values, keeping the line of every one of them.

ruamel.yaml composes the node tree with libyaml (a sixth of the time of its pure parser); the
tree is turned into values here, because ruamel's own constructors either drop the lines or
take six times as long. YAML 1.2: `no` is text, not false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    ScalarEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kb.load import yaml_words
from kb.load.limits import MAX_LINE, MAX_YAML_DEPTH, judge_marks
from kb.load.remembered import remembered
from kb.model.problem import Problem

Path = tuple[str | int, ...]

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")
)
_COMMENT = re.compile(r"\s+#")
_TRUE = {"true", "True", "TRUE"}
_NUMBER = {"tag:yaml.org,2002:int": int, "tag:yaml.org,2002:float": float}
# YAML counts these as line breaks, editors and the rest of the project do not.
_ODD_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


@dataclass
class Located:
    """A value read from YAML, and the file's line on which each part of it stands."""

    file: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    key_lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.key_lines.get(path) or self.lines.get(path, 1)


@remembered
def parse(text: str, file: str, first_line: int = 1, tags: frozenset[str] = frozenset()) -> Located:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins; `tags` are the YAML tags that it
    may use, whose values are read as if they had none. Errors are collected in the result, whose
    value is then None.
    """
    out = Located(file)
    text = text.translate(_ODD_BREAKS)
    rows = text.rstrip("\n").split("\n")
    for number, row in enumerate(rows):
        if "\t" in row[: len(row) - len(row.lstrip())]:
            out.problems.append(
                Problem(
                    file,
                    first_line + number,
                    "sisennyksessä on sarkain; käytä välilyöntejä",
                    "a tab in the indentation; use spaces",
                )
            )
    out.problems += [
        Problem(file, first_line + number, *words) for number, words in yaml_words.odd_rows(rows)
    ]
    if out.problems:
        return out
    out.problems += dict.fromkeys(_forbidden(text, file, first_line, tags))
    if out.problems:
        return out
    try:
        node = YAML(typ="safe", pure=False).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # The mark may lie behind the last line.
        number = min(mark.line, len(rows) - 1) if mark else 0
        opened = error.context_mark.line if error.context_mark else None
        detail = f"{error.context} {error.problem}"
        number, words = yaml_words.explain(rows, number, opened, detail)
        out.problems.append(Problem(file, first_line + number, *words))
        return out
    except (YAMLError, ValueError) as error:
        # A control character: the error knows its place in the text, not its line.
        place = getattr(error, "position", 0)
        line = first_line + text.count("\n", 0, place if isinstance(place, int) else 0)
        out.problems.append(Problem(file, line, *yaml_words.unreadable()))
        return out
    if node is not None:
        out.value = _value(node, (), out, first_line)
    if out.problems:
        out.value = None
    return out


def _forbidden(text: str, file: str, first_line: int, tags: frozenset[str]) -> Iterator[Problem]:
    """What no file may use, found before anything is built of it.

    A few aliases of aliases unpack to more than the memory holds, and libyaml's composer runs
    out of stack in deep nesting; its parser, which is asked here, does neither.
    """
    depth = 0
    rows = text.split("\n")
    try:
        for event in YAML(typ="safe", pure=False).parse(text):
            line = first_line + event.start_mark.line
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if depth > MAX_YAML_DEPTH:
                yield Problem(
                    file,
                    line,
                    f"YAML on sisäkkäin yli {MAX_YAML_DEPTH} tasoa; yksinkertaista rakennetta",
                    f"YAML is nested more than {MAX_YAML_DEPTH} deep; make it simpler",
                )
                return
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                yield Problem(
                    file,
                    line,
                    "YAML-viittaukset (&, *) eivät kelpaa; kirjoita arvo auki, ja jos merkki "
                    "kuuluu tekstiin, pane teksti lainausmerkkeihin",
                    "YAML anchors (&, *) are not allowed; write the value out, and if the "
                    "character is part of a text, put the text in quotation marks",
                )
            tag = str(getattr(event, "tag", None) or "")
            if tag and tag not in _PLAIN_TAGS | tags:
                yield Problem(
                    file,
                    line,
                    f"YAML-tyyppi '{tag}' ei kelpaa; poista se, ja jos huutomerkki kuuluu "
                    "tekstiin, pane teksti lainausmerkkeihin",
                    f"the YAML tag '{tag}' is not allowed; remove it, and if the "
                    "exclamation mark is part of a text, put the text in quotation marks",
                )
            if isinstance(event, ScalarEvent):
                words = _too_much(event.value)
                if words:
                    yield Problem(file, line, *words)
                end = event.end_mark
                rest = rows[end.line][end.column :] if end.line < len(rows) else ""
                if not event.style and _COMMENT.match(rest):
                    yield Problem(file, first_line + end.line, *yaml_words.CUT)
                # A folded text ends below its last row, any other on it.
                inside = rows[event.start_mark.line + 1 : end.line + (event.style != ">")]
                if event.style != "|" and not all(row.strip() for row in _whole(inside)):
                    yield Problem(file, line, *yaml_words.EMPTY_ROW)
                if event.style != "|":
                    for number in yaml_words.bullets(inside):
                        yield Problem(file, line + 1 + number, *yaml_words.BULLETS)
                if not event.style and event.value.endswith(","):
                    yield Problem(file, first_line + end.line, *yaml_words.COMMA)
                if not event.style and yaml_words.curly(event.value):
                    yield Problem(file, line, *yaml_words.CURLY)
    except (YAMLError, ValueError):
        return  # told, with its line, when the document is composed


def _whole(rows: list[str]) -> list[str]:
    """The rows without the empty ones at their end, which belong to no value."""
    while rows and not rows[-1].strip():
        rows = rows[:-1]
    return rows


def _too_much(text: str) -> tuple[str, str] | None:
    if len(text) > MAX_LINE:
        return (
            f"teksti on pidempi kuin {MAX_LINE} merkkiä; lyhennä sitä",
            f"the text is longer than {MAX_LINE} characters; shorten it",
        )
    return judge_marks(text)


def _value(node: Node, path: Path, out: Located, first_line: int) -> Any:
    line = node.start_mark.line + first_line
    out.lines[path] = line
    if isinstance(node, MappingNode):
        return _mapping(node, path, out, first_line)
    if isinstance(node, SequenceNode):
        return [_value(item, (*path, i), out, first_line) for i, item in enumerate(node.value)]
    assert isinstance(node, ScalarNode)
    return _scalar(node)


def _mapping(node: MappingNode, path: Path, out: Located, first_line: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, ScalarNode):
            out.problems.append(
                Problem(
                    out.file,
                    line,
                    "kentän nimi ei ole tekstiä; kirjoita aaltosulkeet lainausmerkkien sisään",
                    "the name of a field is no text; put braces inside quotation marks",
                )
            )
            continue
        key = str(key_node.value)
        if key in result:
            earlier = out.key_lines[(*path, key)]
            in_list = bool(path) and isinstance(path[-1], int)
            words = yaml_words.key_twice(key, earlier, in_list=in_list)
            out.problems.append(Problem(out.file, line, *words))
            continue
        if node.flow_style and value_node.start_mark.index == key_node.end_mark.index:
            # A word of a line in braces that no colon follows: a comma has cut it off.
            out.problems.append(Problem(out.file, line, *yaml_words.cut_off(key)))
            continue
        out.key_lines[(*path, key)] = line
        result[key] = _value(value_node, (*path, key), out, first_line)
    return result


def _scalar(node: ScalarNode) -> Any:
    text, tag = node.value, node.tag
    if tag == "tag:yaml.org,2002:null":
        return None
    if tag == "tag:yaml.org,2002:bool":
        return text in _TRUE
    if tag in _NUMBER:
        try:
            return _NUMBER[tag](text)
        except ValueError:
            return text
    # Dates stay text: the model reads them, and can then say on which line one is impossible.
    return text
