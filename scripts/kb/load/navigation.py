"""Reads which pages the navigation in mkdocs.yml reaches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.load.files import read_text
from kb.load.settings import judge_settings
from kb.load.yaml import Located, parse
from kb.load.yaml import Path as YamlPath
from kb.model.problem import Problem

FILE = "mkdocs.yml"
TAGS = frozenset({"!ENV"})
"""The generator's own way to ask the environment; `!!python` would run code."""


@dataclass(frozen=True)
class NavEntry:
    """A page in the navigation."""

    path: str
    line: int


def read_navigation(root: Path) -> tuple[list[NavEntry] | None, list[Problem]]:
    """The pages that `nav` in mkdocs.yml names, in its order; None when it cannot be read."""
    if not (root / FILE).is_file():
        return None, [Problem(FILE, 1, "tiedosto puuttuu; lisää se", "the file is missing; add it")]
    text, problems = read_text(root / FILE, FILE)
    if text is None:
        return None, problems
    located = parse(text, FILE, tags=TAGS)
    problems += [p for p in located.problems if p.line not in {q.line for q in problems}]
    if located.problems:
        return None, problems
    problems += judge_settings(located)
    entries: list[NavEntry] = []
    if isinstance(located.value, dict):
        _walk(located.value.get("nav") or [], ("nav",), located, entries)
    return entries, problems


def _walk(value: Any, path: YamlPath, located: Located, out: list[NavEntry]) -> None:
    if isinstance(value, str):
        if value.endswith(".md"):
            out.append(NavEntry(value, located.line(path)))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _walk(item, (*path, number), located, out)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk(item, (*path, key), located, out)
