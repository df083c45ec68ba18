"""The direction of imports is one contract, told in the same words wherever it is told."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from sample_site import REPOSITORY

CONTRACT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"][0]["name"]


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_the_contract_is_told_word_for_word(file: str) -> None:
    assert CONTRACT in (REPOSITORY / file).read_text(encoding="utf-8")


OF_CONTENT = {"real_site", "reading", "site_pages", "tasks", "guide", "account_oracle"}
"""Helpers of the tests that read this repository's own pages and registers."""
ENGINE = sorted((REPOSITORY / "tests/engine").glob("*.py"))


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: file.stem)
def test_no_engine_test_reads_the_content(file: Path) -> None:
    """So that no honest edit of a page or a register turns one red."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom)
            else []
        )
    }  # fmt: skip
    assert not imported & OF_CONTENT
    paths = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.BinOp)}
    read = ("REPOSITORY / 'docs", "REPOSITORY / 'data", "ROOT / 'docs", "ROOT / 'data")
    assert not [path for path in paths if path.startswith(read)]
