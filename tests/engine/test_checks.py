"""`kb check`: each rule is proven by a golden file that breaks the sample and tells the lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.load.yaml import parse
from sample_site import COUNT, COUNTY, HERE, LINE, check, copy_county, copy_sample, edit

GOLDEN = sorted((HERE / "golden").glob("*.yml"))


def golden(path: Path) -> dict[str, Any]:
    located = parse(path.read_text(encoding="utf-8"), path.name)
    assert not located.problems
    value = located.value
    assert isinstance(value, dict)
    return value


def broken(path: Path, tmp_path: Path) -> Path:
    root = copy_sample(tmp_path)
    for change in golden(path)["edits"]:
        edit(root, change)
    return root


@pytest.mark.parametrize("copy", [copy_sample, copy_county])
def test_the_county_is_clean(copy: Callable[[Path], Path], tmp_path: Path) -> None:
    result = check(copy(tmp_path))
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert COUNT.match(line)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path) -> None:
    expected = golden(path)["expect"].splitlines()
    result = check(broken(path, tmp_path), *golden(path).get("options", []))
    *lines, last = result.stdout.splitlines()
    assert lines == expected
    warnings = [line for line in lines if ": varoitus: " in line]
    count = COUNT.match(last)
    assert count
    assert count.groups() == (str(len(lines) - len(warnings)), str(len(warnings)))
    assert result.exit_code == (1 if len(lines) > len(warnings) else 0)
    assert all(LINE.match(line) for line in lines)
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["all-told", "unused", "link-anchor"])
def test_annotations_say_the_same(name: str, tmp_path: Path) -> None:
    path = HERE / "golden" / f"{name}.yml"
    expected = []
    for line in golden(path)["expect"].splitlines():
        match = LINE.match(line)
        assert match
        text = line.removeprefix(f"{match['file']}:{match['line']}: ")
        level = "warning" if text.startswith("varoitus: ") else "error"
        text = text.removeprefix("varoitus: ").replace(" / warning: ", " / ")
        expected.append(f"::{level} file={match['file']},line={match['line']}::{text}")
    result = check(broken(path, tmp_path), "--format", "github")
    assert result.stdout.splitlines()[:-1] == expected


def test_a_wrong_day_is_refused() -> None:
    result = check(COUNTY, "--today", "eilen")
    assert result.exit_code == 2
    assert "--today" in result.output
    assert "Traceback" not in result.output


def test_a_root_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    result = check(tmp_path / "ei")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_an_empty_root_is_told(tmp_path: Path) -> None:
    result = check(tmp_path)
    *lines, last = result.stdout.splitlines()
    assert result.exit_code == 1
    assert len(lines) == 13
    assert all("tiedosto puuttuu" in line for line in lines)
    assert COUNT.match(last)
