"""Sections that change places in one language are told; where both languages do, nothing is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sample_site import check, copy_sample

PAGE = "palvelut/neuvonta.md"
BODIES = {
    "fi": "## Hinta {#uusi-hinta}\n\nNeuvo maksaa 12 euroa, katso [tili](tili.md).\n\n"
    "## Paikka {#uusi-paikka}\n\n- Torilla\n- Asemalla, 2. kerros\n\n",
    "en": "## Price\n\nAdvice costs 12 euros, see the [account](tili.md).\n\n"
    "## Place\n\n- At the market\n- At the station, floor 2\n\n",
}


def put(root: Path, lang: str, *, swapped: bool) -> None:
    """Two sections at the end of the page."""
    one, two = re.findall(r"(?s)## .*?\n\n(?=## |\Z)", BODIES[lang])
    file = root / "docs" / lang / PAGE
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(f"{text}\n\n{two + one if swapped else one + two}".rstrip("\n") + "\n")


@pytest.mark.parametrize(
    ("finnish", "english"), [(False, False), (True, True), (False, True), (True, False)]
)
def test_only_one_language_is_told(finnish: bool, english: bool, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    put(root, "fi", swapped=finnish)
    put(root, "en", swapped=english)
    lines = check(root).stdout.splitlines()[:-1]
    if finnish is english:
        assert not lines
        return
    (line,) = lines
    assert line.startswith(f"docs/en/{PAGE}:")
    assert "the other way round" in line
