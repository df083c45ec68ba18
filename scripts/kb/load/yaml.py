"""Reads YAML into plain values, keeping the line of every one of them.

ruamel.yaml composes the node tree with libyaml (a sixth of the time of its pure parser); the
tree is turned into values here, because ruamel's own constructors either drop the lines or
take six times as long. YAML 1.2: `no` is text, not false.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kb.model.problem import Problem

Path = tuple[str | int, ...]

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


def _error_text(error: YAMLError | ValueError) -> str:
    parts = [getattr(error, "context", None), getattr(error, "problem", None)]
    return "; ".join(str(p) for p in parts if p) or str(error).splitlines()[0]


def parse(text: str, file: str, first_line: int = 1) -> Located:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins. Errors are collected in the
    result, whose value is then None.
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
    if out.problems:
        return out
    try:
        node = YAML(typ="safe", pure=False).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # The mark may lie behind the last line.
        line = first_line + (min(mark.line, len(rows) - 1) if mark else 0)
        detail = _error_text(error)
        out.problems.append(
            Problem(
                file,
                line,
                f"YAML ei aukea tällä rivillä tai juuri ennen sitä ({detail}); tarkista sisennys, "
                "kaksoispisteet ja lainausmerkit",
                f"YAML cannot be read on this line or just before it ({detail}); check "
                "indentation, colons and quotes",
            )
        )
        return out
    except (YAMLError, ValueError) as error:
        # A control character: the error knows its place in the text, not its line.
        place = getattr(error, "position", 0)
        line = first_line + text.count("\n", 0, place if isinstance(place, int) else 0)
        detail = _error_text(error)
        out.problems.append(
            Problem(
                file,
                line,
                f"YAML ei aukea ({detail}); poista merkki, jota ei voi lukea",
                f"YAML cannot be read ({detail}); remove the character that cannot be read",
            )
        )
        return out
    try:
        if node is not None:
            out.value = _value(node, (), out, first_line)
    except RecursionError:
        out.problems.append(
            Problem(
                file,
                first_line,
                "YAML on sisäkkäin liian syvällä tai viittaa itseensä; poista viittaukset (&, *)",
                "YAML is nested too deep or cites itself; remove the anchors (&, *)",
            )
        )
    if out.problems:
        out.value = None
    return out


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
            out.problems.append(
                Problem(
                    out.file,
                    line,
                    f"avain '{key}' on jo rivillä {earlier}; poista toinen",
                    f"the key '{key}' stands on line {earlier} already; remove one",
                )
            )
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
