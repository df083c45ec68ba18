"""Every template escapes what it prints: names, labels and titles are text everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from sample_site import REPOSITORY

OVERRIDES = REPOSITORY / "overrides"
# The blocks' own environment escapes by itself (kb.blocks.sites).
FRAME = sorted([*OVERRIDES.glob("*.html"), *OVERRIDES.glob("partials/**/*.html")])
ESCAPES = {"e", "escape", "forceescape"}
HTML = {"page.content", "chapter.html", "kb.inline_script"}
"""What is HTML already, and was judged as such, and the one script of ours."""
CALLS = {"super", "loop", "item"}
"""Parts of the templates themselves."""


def dotted(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def escaped(node: nodes.Expr) -> bool:
    if isinstance(node, nodes.TemplateData | nodes.Const):
        return True
    if isinstance(node, nodes.CondExpr):
        return escaped(node.expr1) and (node.expr2 is None or escaped(node.expr2))
    if isinstance(node, nodes.Filter):
        # `tojson` leaves no apostrophe: it may stand in an attribute in apostrophes (below).
        return node.name in {*ESCAPES, "tojson"}
    if isinstance(node, nodes.Call):
        return dotted(node.node) in CALLS
    return dotted(node) in HTML


def unescaped(template: str) -> Iterator[int]:
    """The lines on which something is printed as it is."""
    for output in Environment(autoescape=True).parse(template).find_all(nodes.Output):
        yield from (node.lineno for node in output.nodes if not escaped(node))


@pytest.mark.parametrize("path", FRAME, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_a_template_escapes_what_it_prints(path: Path) -> None:
    assert list(unescaped(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }}",
        "{{ page.title | striptags }}",
        "{{ page.title | e | striptags }}",
        "{{ kb.labels['menu'] }}",
        '<a href="{{ item.url | url }}">',
        "{{ config.site_name if page else config.copyright | e }}",
        "{% macro item(x) %}{{ x.title }}{% endmacro %}",
        "{{ page.title | safe }}",
    ],
)
def test_what_is_not_escaped_is_found(text: str) -> None:
    assert list(unescaped(text)) == [1]


@pytest.mark.parametrize("path", FRAME, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_json_stands_in_apostrophes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("tojson") == len(re.findall(r"='\{\{ [\w.]+ \| tojson \}\}'", text))


def test_blocks_escape_by_themselves_and_nowhere_say_otherwise() -> None:
    for path in OVERRIDES.glob("blocks/*.html"):
        text = path.read_text(encoding="utf-8")
        used = Environment(autoescape=True).parse(text).find_all(nodes.Filter)
        assert "safe" not in {found.name for found in used}, path
        assert "autoescape" not in text, path
