"""YAML is read as YAML 1.2, every value with its line."""

from __future__ import annotations

from typing import Any

import pytest

from kb.load.yaml import Located, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("true", True), ("False", False),
        ("10:30", "10:30"), ("17", 17), ("1.5", 1.5), ("012", 12), ("0x1F", "0x1F"),
        ("2026-02-30", "2026-02-30"), ("2026-11-24", "2026-11-24"), ("~", None), ("", None),
        ("'17'", "17"), ("1301/2014", "1301/2014"), ("[a, {b: no}]", ["a", {"b": "no"}]),
        ("!!int x", "x"), (".nan", ".nan"), ("<<", "<<"),
    ],
)  # fmt: skip
def test_yaml_values(text: str, value: Any) -> None:
    located = parse(f"a: {text}\n", "f.yml")
    assert not located.problems
    assert located.value == {"a": value}


NESTED = """\
a: 1
b:
  - c: x
    d:
      e: >-
        long
        text
  - c: y
f: [p, q]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 11), (("b",), 12), (("b", 0), 13), (("b", 0, "d"), 14), (("b", 0, "d", "e"), 15),
        (("b", 1), 18), (("b", 1, "c"), 18), (("f",), 19), (("f", 1), 19), ((), 11),
        (("b", 0, "missing"), 13), (("b", 0, "d", "x", "y"), 14), (("zzz",), 11),
    ],
)  # fmt: skip
def test_yaml_lines(path: tuple[str | int, ...], line: int) -> None:
    assert parse(NESTED, "f.yml", first_line=11).line(path) == line


def lines(located: Located) -> list[int]:
    return [problem.line for problem in located.problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: c: d\n", 2), ("a: 1\n b: 2\n", 2), ("a: 'x\n", 1), ("a: [1\n", 1),
        ("a: *x\n", 1), ("a: 1\nb: 2\na: 3\n", 3), ("a:\n  b: 1\n  b: 2\n", 3),
        ("a: 1\n\tb: 2\n", 2), ("a: &x [*x]\n", 1), ("a: 1\nb: {{ c }}\n", 2),
        ("a: 1\nb: x\x07\n", 2), ("a: 1\n---\nb: 2\n", 2), ("a: " + "[" * 2000 + "]" * 2000, 1),
    ],
)  # fmt: skip
def test_yaml_errors_have_their_line(text: str, line: int) -> None:
    located = parse(text, "f.yml")
    assert lines(located) == [line]
    assert located.value is None


def test_every_key_that_stands_twice_is_told() -> None:
    assert lines(parse("a: 1\na: 2\nb: 1\nb: 2\n", "f.yml")) == [2, 4]


def test_odd_line_breaks_do_not_move_lines() -> None:
    located = parse("a: 'x\u2028\x85y'\nb: 1\n", "f.yml")
    assert located.line(("b",)) == 2


def test_empty_yaml() -> None:
    assert parse("", "f.yml").value is None
    assert parse("# only a comment\n", "f.yml").problems == []
