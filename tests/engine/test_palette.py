"""Colours and sizes of text have names that palette.css alone gives; no rule is for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sample_site import REPOSITORY

SHEETS = sorted((REPOSITORY / "overrides/assets/stylesheets").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(|:\s*(?:white|black|red|grey)\b")
SIZE = re.compile(r"font-size:\s*([^;]+);")
DRAWN = {"map.css", "handbook.css", "print.css"}
"""Sheets with sizes of a drawing, and of paper."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_only_the_palette_names_colours_and_sizes(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    name = sheet.name
    if name == "palette.css":
        sizes = set(re.findall(r"--kb-size-(\d)", text))
        assert sizes == set("123456")
        return
    assert not COLOUR.findall(text)
    given = {size.strip() for size in SIZE.findall(text)}
    if name not in DRAWN:
        assert all(re.fullmatch(r"var\(--kb-size-[1-6]\)|inherit", size) for size in given), given


def test_no_sheet_styles_what_nothing_makes() -> None:
    """Every class stands in a template, in a script or in a module, whole or but for its end."""
    made = ""
    for folder, kinds in (("overrides", "html js"), ("scripts/kb", "py")):
        for kind in kinds.split():
            for file in sorted((REPOSITORY / folder).rglob(f"*.{kind}")):
                made += file.read_text(encoding="utf-8")
    names = set(re.findall(r"[\w-]+", made))
    begun = tuple(re.findall(r"\b([a-z][\w-]*--)\{\{", made))
    for sheet in SHEETS:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        selectors = re.findall(r"([^{};]+)\{", text)
        styled = {name for one in selectors for name in re.findall(r"\.([a-z_][\w-]*)", one)}
        left = {name for name in styled - names if not name.startswith(begun)}
        # Of the entries of a page's contents, by level.
        assert left <= {"kb-contents__h3"}, (sheet.name, left)
