"""A checkout on another machine: line ends of Windows, a folder that has moved or is read-only."""

from __future__ import annotations

import errno
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kb.cli import app
from kb.doors import plain
from kb.load.content import load
from kb.site.compare import compare
from kb.site.settings import Settings
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


def test_a_checkout_with_line_ends_of_windows_is_built_the_same(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    settings = Settings.of("https://kunta.example/", "", "")
    plain.build(root, tmp_path / "before", settings)
    for path in (*root.rglob("*.md"), *root.rglob("*.yml"), *root.rglob("*.tsv")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    plain.build(root, tmp_path / "after", settings)
    assert not compare(tmp_path / "before", tmp_path / "after")


@pytest.mark.parametrize("refused", ["site", ".cache"])
def test_a_folder_that_cannot_be_written_to_is_told_in_a_line(
    refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_sample(tmp_path)
    make = Path.mkdir

    def read_only(path: Path, *args: Any, **more: Any) -> None:
        # Whoever runs the tests as root may write to any folder.
        if refused in path.parts[len(root.parts) :]:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        make(path, *args, **more)

    monkeypatch.setattr(Path, "mkdir", read_only)
    result = CliRunner().invoke(
        app, ["site", "build", "--root", str(root), "--out", str(root / "site")]
    )
    (line,) = result.output.splitlines()
    assert line.startswith(f"kansioon {root / refused} ei voi kirjoittaa (Read-only file system)")
    assert result.exit_code == 1


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
