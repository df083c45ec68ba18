"""Whoever does as the guide for editors says is told of nothing, and the site is built."""

from __future__ import annotations

import shutil
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


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("guide") / "root"
    root.mkdir()
    for name in ("docs", "data", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


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


def test_what_the_recipes_made_is_built(copy: Path, tmp_path: Path) -> None:
    plain.build(copy, tmp_path / "site", Settings.of("https://kunta.example/", "", ""))
    page = (tmp_path / "site/palvelut/laskuneuvonta/index.html").read_text(encoding="utf-8")
    for seen in ("Laskuneuvonta", "Varaa aika verkossa.", "esimerkki.png", "esimerkki.pdf"):
        assert seen in page
