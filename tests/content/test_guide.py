"""Whoever does as the guide for editors says is told of nothing, and the site is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from guide import GUIDE, Step, carry_out, recipes
from kb.cli import app
from kb.doors import plain
from kb.site.settings import Settings
from sample_site import LINE, REPOSITORY
from site_pages import AUDIT

TODAY = "2026-12-01"


def guide(lang: str) -> dict[str, list[Step]]:
    return recipes((REPOSITORY / "docs" / lang / GUIDE).read_text(encoding="utf-8"), lang)


def test_both_guides_tell_the_same_steps() -> None:
    finnish, english = guide("fi"), guide("en")
    assert len(finnish) >= 12, "recipes that the test cannot read"
    assert list(finnish.values()) == list(english.values())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content, to be edited."""
    root = tmp_path / "root"
    root.mkdir()
    for name in ("docs", "data", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@pytest.fixture
def made(copy: Path) -> Path:
    """The content on which every recipe was carried out, one after the other."""
    for steps in guide("fi").values():
        for step in steps:
            carry_out(copy, step)
    return copy


def told(root: Path) -> list[str]:
    """What `kb check` tells of the copy, without its hints and its count."""
    result = CliRunner().invoke(app, ["check", "--root", str(root), "--today", TODAY])
    return [line for line in result.stdout.splitlines() if LINE.match(line)]


def test_the_recipes_pass_the_check(copy: Path) -> None:
    # One after the other: a later recipe goes on with the page that the first has made. Each is
    # checked by itself in `make audit` alone: a check of the whole content takes its time.
    for heading, steps in guide("fi").items():
        for step in steps:
            carry_out(copy, step)
        if AUDIT:
            assert (heading, told(copy)) == (heading, [])
    assert told(copy) == []


def test_what_the_recipes_made_is_built(made: Path, tmp_path: Path) -> None:
    plain.build(made, tmp_path / "site", Settings.of("https://kunta.example/", "", ""))
    page = (tmp_path / "site/palvelut/laskuneuvonta/index.html").read_text(encoding="utf-8")
    for seen in ("Laskuneuvonta", "Varaa aika verkossa.", "esimerkki.png", "esimerkki.pdf"):
        assert seen in page


# Those that read the content; the others ask the built site.
READERS = [
    path
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path.name != Path(__file__).name and "site_folder" not in path.read_text(encoding="utf-8")
]
SLOW = "test_account.py::test_every_combination_of_answers"


def test_what_the_recipes_made_passes_the_tests_of_content(made: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider",
         f"--deselect=tests/content/{SLOW}", *map(str, READERS)],
        env={**environment, "KB_TESTED_ROOT": str(made)},
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    assert len(READERS) > 10
    assert not result.returncode, result.stdout[-3000:]
