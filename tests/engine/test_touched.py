"""Where two files differ, the one that the editor has touched is named."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kb.load.touched import touched
from sample_site import check, copy_sample

FI, EN = "docs/fi/palvelut/neuvonta.md", "docs/en/palvelut/neuvonta.md"


def git(root: Path, *command: str) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@example.fi")
    subprocess.run(["git", "-C", str(root), *name, *command], check=True, timeout=60)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample as a repository, in which everything is committed."""
    root = copy_sample(tmp_path)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "before")
    return root


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, words: str) -> list[str]:
    """Where `kb check` says something like `words`."""
    return [line.partition(": ")[0] for line in check(root).stdout.splitlines() if words in line]


def test_a_change_is_what_is_not_committed_else_the_last_commit(root: Path) -> None:
    assert not touched(root)
    change(root, FI, "Kaikille", "Ihan kaikille")
    (root / "docs/fi/palvelut/uusi.md").write_text("x", encoding="utf-8")
    both = {FI, "docs/fi/palvelut/uusi.md"}
    assert touched(root) == both
    git(root, "add", ".")
    git(root, "commit", "-qm", "after")
    assert touched(root) == both
    assert not touched(root.parent)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (FI, "## Kenelle", "## Uusi {#uusi}\n\nTeksti.\n\n## Kenelle", f"{FI}:24"),
        (EN, "## For whom", "## New\n\nText.\n\n## For whom", f"{EN}:20"),
        (FI, "### Ajat {#ajat}\n\n", "", f"{FI}:14"),
        (EN, "### Times\n\n", "", f"{EN}:10"),
    ],
)
def test_a_heading_without_its_pair(root: Path, file: str, old: str, new: str, line: str) -> None:
    change(root, file, old, new)
    places = told(root, "ei ole paria") + told(root, "ei ole tällä sivulla paria")
    assert places == [line]


@pytest.mark.parametrize("file", [FI, EN])
def test_a_heading_of_another_level(root: Path, file: str) -> None:
    old = {FI: "## Kenelle", EN: "## For whom"}[file]
    change(root, file, old, f"#{old}")
    assert told(root, "korjaa taso") == [f"{file}:{24 if file == FI else 20}"]


def test_a_title_that_another_page_has(root: Path) -> None:
    change(root, "docs/fi/palvelut/tyhja.md", "# Nimetty palvelu", "# Tili")
    assert told(root, "sama otsikko") == ["docs/fi/palvelut/tyhja.md:6"]


def test_a_marker_that_one_page_has_lost(root: Path) -> None:
    change(root, "docs/fi/palvelut/tili.md", "<!-- kb:criteria-check -->\n", "")
    assert told(root, "puuttuu tältä sivulta") == ["docs/fi/palvelut/tili.md:1"]
