"""`kb new`: a county from an empty folder to a built site, pages and terms, nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kb.cli import app
from kb.load.content import load
from sample_site import copy_county
from site_server import build


def new(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["new", *arguments])


def problems(root: Path, level: str) -> list[str]:
    result = CliRunner().invoke(app, ["check", "--root", str(root)])
    assert "Traceback" not in result.output
    *lines, _ = result.stdout.splitlines()
    return [line for line in lines if (": varoitus: " in line) == (level == "warning")]


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("langs", [("fi", "en"), ("sv", "fi", "en"), ("en",)])
def test_a_new_county_passes_as_it_is_written(langs: tuple[str, ...], tmp_path: Path) -> None:
    root = tmp_path / "ours"
    result = new("county", str(root), *(part for lang in langs for part in ("--lang", lang)))
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 1
    assert problems(root, "error") == problems(root, "warning") == []
    assert load(root).knowledge.languages.pages == langs
    written = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.*"))
    assert "<<" not in written
    # Every field is explained on a line above it, in both languages.
    for file in (root / "data").glob("*.yml"):
        assert file.read_text(encoding="utf-8").startswith("# ")


def test_from_an_empty_folder_to_a_site(tmp_path: Path) -> None:
    """The steps of README, "For another county"."""
    root = tmp_path / "ours"
    assert new("county", str(root)).exit_code == 0
    for kind in ("service", "toolkit", "situation"):
        result = new(kind, f"uusi-{kind}", "--root", str(root))
        assert result.exit_code == 0, result.output
        assert len(result.stdout.splitlines()) == 2
    assert new("term", "vuokra-takuu", "--root", str(root)).exit_code == 0
    assert new("term", "haato", "--root", str(root)).exit_code == 0
    assert problems(root, "error") == []
    assert "vuokra takuu" in text(root, "data/terms.yml")
    assert list(load(root).knowledge.terms) == ["vuokra-takuu", "haato"]
    built = build(tmp_path / "built", root)
    assert built.returncode == 0, built.stderr
    for page in ("palvelut/uusi-service", "en/palvelut/uusi-service", "tilanteet", "haku"):
        assert (tmp_path / "built" / page / "index.html").is_file(), page
    plain = CliRunner().invoke(
        app, ["site", "build", "--root", str(root), "--out", str(tmp_path / "plain")],
        env={"SITE_URL": "https://opas.example/kb/"},
    )  # fmt: skip
    assert plain.exit_code == 0, plain.output
    assert "https://opas.example/kb/en/palvelut/" in text(tmp_path / "plain", "sitemap.xml")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    before = text(root, "docs/fi/palvelut/tili.md")
    (root / "docs/sv/palvelut/tili.md").unlink()
    result = new("service", "tili", "--root", str(root))
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "tiedosto on jo" in result.stderr
    assert "exists, nothing was written" in result.stderr
    assert text(root, "docs/fi/palvelut/tili.md") == before
    assert not (root / "docs/sv/palvelut/tili.md").exists()
    result = new("county", str(root))
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    result = new("term", "tili", "--root", str(root))
    assert "data/terms.yml:2: termi 'tili' on jo" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("service", "Ei Käy"), "letters a–z"),
        (("service", "../x"), "letters a–z"),
        (("term", "a_b"), "letters a–z"),
        (("county", "x", "--lang", "et"), "choose each once of fi, sv, en"),
        (("county", "x", "--lang", "fi", "--lang", "fi"), "choose each once"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_county(tmp_path))
    result = new(*arguments)
    (line,) = result.stderr.splitlines()
    assert (result.exit_code, line.startswith("kb new: ")) == (1, True)
    assert told in line


@pytest.mark.parametrize(
    ("kind", "gone", "told"),
    [
        ("situation", "docs/*/palvelut/[!i]*.md", "kb new service"),
        ("service", "data/groups.yml", "data/groups.yml"),
        ("toolkit", "data/organisations.yml", "data/organisations.yml"),
        ("service", "data/sections.yml", "data/sections.yml"),
    ],
)
def test_what_a_page_needs_first_is_told(kind: str, gone: str, told: str, tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    for path in root.glob(gone):
        path.unlink()
    result = new(kind, "uusi", "--root", str(root))
    assert result.exit_code == 1
    assert told in result.stderr
    assert not list(root.rglob("uusi.md"))
