"""What an editor does: it ends in the right page, or is told at its line, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kb.load.content import load
from kb.load.yaml import parse
from sample_site import HERE, LINE, check, copy_sample, markdown
from sample_site import edit as change

PAGE = "palvelut/neuvonta.md"
FILE, TRANSLATION = f"docs/fi/{PAGE}", f"docs/en/{PAGE}"
EDITS = [
    edit
    for name in ("edits.yml", "edits_of_strangers.yml")
    for edit in parse((HERE / name).read_text(encoding="utf-8"), name).value
]


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


def carry_out(root: Path, edit: dict[str, Any]) -> str:
    """Do the edit to the copy, and say where what is told of it begins."""
    for one in edit.get("edits", ()):
        change(root, one)
    told = str(edit.get("told", ""))
    if "edits" in edit:
        return told
    before = (root / FILE).read_text(encoding="utf-8")
    after = apply(before, edit)
    (root / FILE).write_text(after, encoding="utf-8", newline="")
    if "en" in edit:
        other = (root / TRANSLATION).read_text(encoding="utf-8")
        (root / TRANSLATION).write_text(apply(other, {"text": edit["en"]}), encoding="utf-8")
    line, _, words = told.partition(": ")
    return f"{FILE}:{first_changed(before, after) + int(line) - 1}: {words}" if told else ""


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["about"])
def test_an_edit_is_right_or_told(edit: dict[str, Any], tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    told = carry_out(root, edit)
    *lines, _ = check(root).stdout.splitlines()
    if told:
        assert any(found.startswith(told) for found in lines), lines
        assert all(LINE.match(found) for found in lines)
        return
    assert not lines
    if "page" in edit:
        page = markdown(root, "fi", edit.get("of", PAGE)).replace(' data-kb-text=""', "")
        assert " ".join(edit["page"].split()) in " ".join(page.split())
    if "value" in edit:
        assert load(root).knowledge.documents["fi", PAGE].meta.summary == edit["value"]


def test_half_of_the_edits_are_by_people_who_had_not_seen_the_code() -> None:
    assert len(EDITS) - len(parse((HERE / "edits.yml").read_text("utf-8"), "").value) >= 60
