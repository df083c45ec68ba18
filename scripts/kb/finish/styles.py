"""Makes one small style sheet of several: no comments, and no rule for what no page has.

A theme styles far more than one site shows (tabs, annotations, right-to-left scripts, forty
icons). A rule goes when each of its selectors names a class or an id that stands in no page
and in no script; what is inside parentheses, such as `:not(.x)`, is never held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import tinycss2

from kb.finish.names import asked

_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_PARENTHESES = re.compile(r"\([^()]*\)")
_VALUE = re.compile(r"\[([\w-]+)=\"?([\w-]+)\"?\]")
_PROPERTY = re.compile(r"--[\w-]+")
_NESTED = {"media", "supports", "layer", "container"}


def slim(sheets: Iterable[str], names: set[str]) -> str:
    """The sheets as one, without what nothing in `names` can ever match."""
    rules: list[Any] = []
    for sheet in sheets:
        rules += _kept(
            tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True),
            names,
        )
    text = "".join(_written(rule, None) for rule in rules)
    # A property that no rule asks for goes too; that may free the next one, hence the loop.
    while True:
        wanted = asked(text) | {name for name in names if name.startswith("--")}
        slimmer = "".join(_written(rule, wanted) for rule in rules)
        if len(slimmer) == len(text):
            return slimmer
        text = slimmer


def _kept(rules: Iterable[Any], names: set[str]) -> list[Any]:
    kept = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _split(tinycss2.serialize(rule.prelude))
            left = [s for s in selectors if _can_match(s, names)]
            if left:
                rule.prelude = tinycss2.parse_component_value_list(",".join(left))
                kept.append(rule)
        elif rule.type == "at-rule":
            if rule.lower_at_keyword in _NESTED and rule.content is not None:
                inner = tinycss2.parse_rule_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                rule.content = _kept(inner, names)
                if not rule.content:
                    continue
            if rule.lower_at_keyword != "charset":
                kept.append(rule)
        elif rule.type == "error":
            raise ValueError(f"line {rule.source_line}: {rule.message}")
    return kept


def _split(prelude: str) -> list[str]:
    """The selectors of a list; commas inside parentheses or brackets part nothing."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:place])
            start = place + 1
    return [part.strip() for part in [*parts, prelude[start:]]]


def _can_match(selector: str, names: set[str]) -> bool:
    bare = selector
    while True:
        shorter = _PARENTHESES.sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    # A theme has rules for forty palettes and for both ways to write; a body has one of each.
    for name, value in _VALUE.findall(bare):
        if f"{name}=" in names and not {f"{name}={value}", value} & names:
            return False
    bare = re.sub(r"\[[^\]]*\]", "", bare)
    return all(name in names for name in _NAME.findall(bare.replace("\\", "")))


def _written(rule: Any, wanted: set[str] | None) -> str:
    if rule.type == "at-rule":
        head = f"@{rule.at_keyword} {_tokens(rule.prelude).strip()}".rstrip()
        if rule.content is None:
            return f"{head};"
        if rule.lower_at_keyword in _NESTED:
            body = "".join(_written(inner, wanted) for inner in rule.content)
            return f"{head}{{{body}}}" if body else ""
        return f"{head}{{{_tokens(rule.content).strip()}}}"
    body = _tokens(_declarations(rule.content, wanted)).strip().rstrip(";")
    return f"{_tokens(rule.prelude).strip()}{{{body}}}" if body else ""


def _declarations(content: list[Any], wanted: set[str] | None) -> list[Any]:
    """The tokens of a block, without the properties that nothing wants."""
    if wanted is None:
        return content
    kept: list[Any] = []
    current: list[Any] = []
    for piece in [*content, None]:
        if piece is not None and piece != ";":
            current.append(piece)
            continue
        name = next((t for t in current if t.type not in {"whitespace", "comment"}), None)
        dropped = (
            name is not None
            and name.type == "ident"
            and _PROPERTY.fullmatch(name.value)
            and name.value not in wanted
        )
        if not dropped:
            kept += current + ([piece] if piece is not None else [])
        current = []
    return kept


def _tokens(tokens: Iterable[Any]) -> str:
    """Tokens as text: no comments, white space at most one blank and none beside , ; or after :."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if parts and parts[-1] not in {" ", ",", ";", ":"}:
                parts.append(" ")
            continue
        text = token.serialize()
        if text in {",", ";"} and parts and parts[-1] == " ":
            parts.pop()
        parts.append(text)
    return "".join(parts)
