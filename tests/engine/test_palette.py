"""Colours and sizes of text have names: palette.css alone says what they are."""

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
