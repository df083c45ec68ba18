"""The direction of imports is one contract, told in the same words wherever it is told."""

from __future__ import annotations

import tomllib

import pytest

from sample_site import REPOSITORY

CONTRACT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"][0]["name"]


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_the_contract_is_told_word_for_word(file: str) -> None:
    assert CONTRACT in (REPOSITORY / file).read_text(encoding="utf-8")
