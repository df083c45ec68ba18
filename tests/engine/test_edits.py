"""What an editor does to a page: it is right, or it is told on its line, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kb.load.yaml import parse
from sample_site import HERE, LINE, check, copy_sample

FILE = "docs/fi/palvelut/neuvonta.md"
EDITS = parse((HERE / "edits.yml").read_text(encoding="utf-8"), "edits.yml").value


def apply(text: str, edit: dict[str, Any]) -> str:
    """The page with the edit."""
    if "text" in edit:
        return re.sub(r"(?m)^## ", lambda match: f"{edit['text']}\n\n{match[0]}", text, count=1)
    if "end" in edit:
        return text.replace("\n---\n", f"\n{edit['end']}\n---\n", 1)
    return re.sub(r"(?m)^summary: .*\n", lambda _: f"summary: {edit['summary']}\n", text, count=1)


def first_changed(before: str, after: str) -> int:
    """The first line, from 1, that the edit has changed."""
    rows = zip(before.split("\n"), after.split("\n"), strict=False)
    return next(number for number, (a, b) in enumerate(rows, start=1) if a != b)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["about"])
def test_an_edit_is_right_or_told(edit: dict[str, Any], tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    before = (root / FILE).read_text(encoding="utf-8")
    after = apply(before, edit)
    (root / FILE).write_text(after, encoding="utf-8")
    *lines, _ = check(root).stdout.splitlines()
    if "told" not in edit:
        assert not lines
        return
    line, _, words = edit["told"].partition(": ")
    place = f"{FILE}:{first_changed(before, after) + int(line) - 1}: "
    assert any(found.startswith(place + words) for found in lines), lines
    assert all(LINE.match(found) for found in lines)
