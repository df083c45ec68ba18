"""A checkout on another machine: line ends of Windows, and a folder that has moved."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kb.load.content import load
from sample_site import REPOSITORY, check, copy_sample


def test_git_gives_windows_the_same_line_ends(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    shutil.copy(REPOSITORY / ".gitattributes", root)
    (root / "page.md").write_bytes(b"eka\ntoka\n")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@e.fi"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, "-C", str(root), *command], check=True, timeout=60)
    copy = tmp_path / "copy"
    clone = ["clone", "-q", "-c", "core.autocrlf=true", str(root), str(copy)]
    subprocess.run([*git, *clone], check=True, timeout=60)
    assert (copy / "page.md").read_bytes() == b"eka\ntoka\n"


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    before = {key: page.body for key, page in load(root).pages.items()}
    for path in (*root.rglob("*.md"), *root.rglob("*.yml"), *root.rglob("*.tsv")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    *told, _ = check(root).stdout.splitlines()
    assert not told
    assert {key: page.body for key, page in load(root).pages.items()} == before


@pytest.mark.parametrize("moved", [False, True])
def test_a_folder_that_has_moved_gets_programs_of_its_own(tmp_path: Path, *, moved: bool) -> None:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    shutil.copytree(REPOSITORY / "requirements", tmp_path / "requirements")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("bin/python", "bin/kb", ".stamp-site", ".stamp-dev"):
        (tmp_path / ".venv" / name).touch()
    (tmp_path / ".venv/.folder").write_text("/elsewhere\n" if moved else f"{tmp_path}\n")
    told = subprocess.run(
        ["make", "--dry-run", "build"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    assert ("The folder has moved" in told, "--editable" in told) == (moved, moved)
