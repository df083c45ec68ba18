"""Only what is meant to be published is read, checked and built; every other file is told.

Each case is something that was published, or read, or that broke the check, before files were
taken by a list.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kb.doors.mkdocs import KnowledgePlugin
from kb.load.content import load
from kb.load.media import MAX_ATTACHMENT, MAX_PICTURE, judge_picture
from odd_files import JPEG, LEFT_BEHIND, PAGE, PDF, WEBP, WELCOME, png, put
from sample_site import LINE, check, copy_sample

REFUSED: dict[str, tuple[str, bytes | str, str]] = {
    # what: path, content (a text: where a symbolic link leads), a word of the message
    "script of the theme": ("docs/assets/javascripts/kb.js", b"alert(1)", "not published"),
    "script of a language": ("docs/fi/assets/kb.js", b"alert(1)", "not published"),
    "picture over the theme's": ("docs/fi/assets/images/favicon.png", png(), "the site itself"),
    "picture over the search's": ("docs/fi/search/fi.png", png(), "the site itself"),
    "page html": ("docs/fi/tietoa/luonnos.html", b"<script>alert(1)</script>", "not published"),
    "svg": ("docs/fi/kuva.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not published"),
    "worker": ("docs/fi/sw.js", b"", "not published"),
    "headers": ("docs/_headers", b"/*\n  X: y\n", "not published"),
    "domain": ("docs/CNAME", b"evil.example\n", "not published"),
    "draft markdown": ("docs/fi/tietoa/luonnos.markdown", PAGE, "change it to .md"),
    "backup": ("docs/fi/tietoa/lahde.md~", PAGE, "not published"),
    "spreadsheet": ("docs/fi/tietoa/kirjaukset.xlsx", b"PK salainen", "not published"),
    "no ending": ("docs/fi/tietoa/muistio", b"salainen", "not published"),
    "upper case": ("docs/fi/tietoa/Uusi.md", PAGE, "for example 'uusi.md'"),
    "twin": ("docs/fi/tietoa/Lahde.md", PAGE, "differs from 'lahde.md' by case only"),
    "umlaut": ("docs/fi/tietoa/päätös.md", PAGE, "for example 'paatos.md'"),
    "hash": ("docs/fi/tietoa/kuva#1.png", png(), "for example 'kuva-1.png'"),
    "question mark": ("docs/fi/tietoa/a?b.md", PAGE, "for example 'a-b.md'"),
    "space": ("docs/fi/tietoa/a b.md", PAGE, "for example 'a-b.md'"),
    "option": ("docs/fi/tietoa/-rf.md", PAGE, "for example 'rf.md'"),
    "long name": ("docs/fi/tietoa/" + "a" * 100 + ".md", PAGE, "longer than 80"),
    "device": ("docs/fi/tietoa/aux.md", PAGE, "not allowed"),
    "line break": ("docs/fi/tietoa/a\nb.md", PAGE, "for example 'a-b.md'"),
    "no UTF-8": ("docs/fi/tietoa/\udcff.md", PAGE, "not allowed"),
    "folder": ("docs/fi/Uusi kansio/a.md", PAGE, "for example 'uusi-kansio'"),
    "deep": ("docs/fi/a/b/c/d/e/f.md", PAGE, "more than 4 deep"),
    "page link": ("docs/fi/tietoa/x.md", "/etc/passwd", "symbolic link"),
    "folder link": ("docs/fi/liitteet", "/etc", "symbolic link"),
    "hidden folder link": ("docs/fi/.x", "/etc", "symbolic link"),
    "link in a leftover": ("docs/fi/.obsidian/plugins", "/etc", "symbolic link"),
    "picture link": ("docs/fi/kuva.png", "/etc/hostname", "symbolic link"),
    "link to itself": ("docs/fi/x.md", "x.md", "symbolic link"),
    "register link": ("data/more.yml", "/etc/passwd", "symbolic link"),
    "what git obeys": ("docs/fi/.gitattributes", b"*.md -diff\n", "not published"),
    "what git hides": ("data/.gitignore", b"links.yml\n", "none of the registers"),
    "other register": ("data/secret.yml", b"a: 1\n", "none of the registers"),
    "register folder": ("data/more/links.yml", b"links: []\n", "none of the registers"),
    "picture by name": ("docs/fi/kuva.png", b"<script>", "no PNG picture"),
    "signature only": ("docs/fi/kuva.png", bytes.fromhex("89504e47"), "no PNG picture"),
    "no size": ("docs/fi/kuva.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "cannot be read"),
    "jpg that is png": ("docs/fi/kuva.jpg", png(), "no JPEG picture"),
    "jpg cut off": ("docs/fi/kuva.jpg", b"\xff\xd8\xff", "cannot be read"),
    "jpeg": ("docs/fi/kuva.jpeg", JPEG, "change it to .jpg"),
    "gif": ("docs/fi/kuva.gif", b"GIF89a", "not published"),
    "large picture": ("docs/fi/kuva.png", png(padding=MAX_PICTURE), "larger than 300 KB"),
    "wide picture": ("docs/fi/kuva.png", png(width=100_000), "8000 pixels"),
    "picture of nobody": ("docs/kuva.png", png(), "in no language's folder"),
    "pdf elsewhere": ("docs/fi/tietoa/ohje.pdf", PDF, "docs/fi/liitteet"),
    "pdf by name": ("docs/fi/liitteet/ohje.pdf", b"<script>", "no whole PDF"),
    "pdf behind html": ("docs/fi/liitteet/ohje.pdf", b"<html>" + PDF, "no whole PDF"),
    "pdf cut off": ("docs/fi/liitteet/ohje.pdf", PDF[:-7], "no whole PDF"),
    "large pdf": ("docs/fi/liitteet/ohje.pdf", PDF + b" " * MAX_ATTACHMENT, "larger than 2 MB"),
    "language below a language": ("docs/fi/en/index.md", PAGE, "the site itself"),
    "one address": ("docs/fi/palvelut.md", PAGE, "same address as docs/fi/palvelut/index.md"),
    "large page": ("docs/fi/tietoa/x.md", PAGE + b"a\n" * 20_000, "over 32 KB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_whatever_is_not_on_the_list_is_told_and_not_published(case: str, tmp_path: Path) -> None:
    path, content, word = REFUSED[case]
    root = copy_sample(tmp_path)
    put(root, path, content)
    inventory = load(root).inventory
    told = [str(problem) for problem in inventory.problems]
    assert len(told) == 1
    assert word in told[0]
    assert LINE.match(told[0])
    assert path.removeprefix("docs/") not in inventory.published


def test_the_check_tells_them_all_at_once(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    for path, content, _ in REFUSED.values():
        if not os.path.lexists(root / path):
            put(root, path, content)
    result = check(root)
    assert result.exit_code == 1
    assert {str(problem) for problem in load(root).inventory.problems} <= {
        *result.stdout.splitlines()
    }
    assert "Traceback" not in result.output


def test_a_name_cannot_write_a_workflow_command(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    put(root, "docs/fi/tietoa/a\n::stop-commands::x.md", PAGE)
    *lines, _ = check(root, "--format", "github").stdout.splitlines()
    assert [line for line in lines if not line.startswith("::error file=docs/fi/tietoa/a ")] == []


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    before = load(root).inventory
    told = check(root).stdout
    for path, content in LEFT_BEHIND.items():
        put(root, path, content)
    put(root, "docs/fi/tietoa/.#lahde.md", "editor@host.123:456")
    assert load(root).inventory == before
    assert check(root).stdout == told


def test_pictures_and_attachments_are_published(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    for path, content in WELCOME.items():
        put(root, path, content)
    inventory = load(root).inventory
    assert inventory.problems == []
    assert {path.removeprefix("docs/") for path in WELCOME} <= inventory.published


@pytest.mark.parametrize("folder", ["docs", "docs/fi", "docs/fi/palvelut", "data", "mkdocs.yml"])
def test_a_folder_that_leads_elsewhere_is_not_read(folder: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    (root / folder).rename(tmp_path / "elsewhere")
    (root / folder).symlink_to(tmp_path / "elsewhere")
    assert f"{folder}:1: tämä on symbolinen linkki" in check(root).stdout
    assert not any(path.startswith(folder) for path in load(root).inventory.published)


def test_a_register_that_leads_elsewhere_is_not_read(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    (root / "data/terms.yml").unlink()
    (root / "data/terms.yml").symlink_to("/etc/passwd")
    lines = [line for line in check(root).stdout.splitlines() if "terms.yml" in line]
    assert lines == [str(problem) for problem in load(root).inventory.problems]
    assert "root:" not in "".join(lines)


def test_a_pipe_does_not_hang_the_check(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    os.mkfifo(root / "docs/fi/tietoa/x.md")
    (root / "data/links.yml").unlink()
    os.mkfifo(root / "data/links.yml")
    told = {problem.file for problem in load(root).inventory.problems}
    assert told == {"docs/fi/tietoa/x.md", "data/links.yml"}
    assert check(root).exit_code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    (root / "docs/fi/tietoa/lahde.md").chmod(0)
    assert "docs/fi/tietoa/lahde.md:1: " in check(root).stdout


def test_hostile_pictures_break_nothing() -> None:
    for whole, suffix in ((png(), ".png"), (JPEG, ".jpg"), (WEBP, ".webp")):
        assert judge_picture(whole, suffix) is None
        for length in range(len(whole)):
            judge_picture(whole[:length], suffix)
        for place in range(len(whole)):
            for byte in (0, 127, 255):
                judge_picture(whole[:place] + bytes([byte]) + whole[place + 1 :], suffix)


def test_a_file_that_came_after_the_list_is_not_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(tmp_path / "docs"), str(tmp_path / "site")
    plugin = KnowledgePlugin()
    plugin.build = SimpleNamespace(listed=frozenset({"fi/index.md"}))  # type: ignore[assignment]
    names = ("fi/index.md", "fi/late.html", "assets/javascripts/kb.js", "fi/late.md")
    files = Files([File(name, config.docs_dir, config.site_dir, True) for name in names])
    theme = File("assets/javascripts/theme.js", str(tmp_path / "theme"), config.site_dir, True)
    files.append(theme)
    listed, _ = plugin.on_files.methods
    kept = listed(files, config=config)
    assert [file.src_uri for file in kept] == ["fi/index.md", "assets/javascripts/theme.js"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("![Piste](kuva.png) ![Kartta](../../kuvat/kartta-1.png)", ""),
        ("[Ohje](../liitteet/ohje.pdf)", ""),
        ("![Piste](../../etc/hostname)", "no image file"),
        ("![Piste](../../../../../../../../etc/hostname)", "no image file"),
        ("![Piste](/etc/hostname)", "no image file"),
        ("![Piste](../../../data/links.yml)", "no image file"),
        ("![Piste](lahde.md)", "no image file"),
        ("![Piste](kuva%00.png)", "no image file"),
        ("![Piste](../liitteet/ohje.pdf)", "no image file"),
        ("[Ohje](../liitteet/ohj.pdf)", "did you mean '../liitteet/ohje.pdf'?"),
        ("[Ohje](../../../../../x.pdf)", "no attachment"),
        ("[Ohje](kuva.png)", "write a picture as ![description]"),
    ],
)
def test_a_page_names_only_files_that_are_published(text: str, told: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    for path, content in WELCOME.items():
        put(root, path, content)
    page = root / "docs/fi/tietoa/lahde.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    found = [line for line in check(root).stdout.splitlines() if "lahde.md" in line]
    assert [told in line for line in found] == ([True] if told else [])


@pytest.mark.parametrize("path", ["data/link-state.json", ".links-state/a", ".cache/templates/b"])
def test_what_a_machine_makes_is_not_committed(path: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    put(root, path, b"{}")
    subprocess.run(["git", "init", "-q", str(root)], check=True, timeout=60)
    assert load(root).inventory.problems == []
    subprocess.run(["git", "-C", str(root), "add", "-f", path], check=True, timeout=60)
    told = [str(problem) for problem in load(root).inventory.problems]
    assert len(told) == 1
    assert told[0].startswith(f"{path}:1: ")
    assert "not to be committed" in told[0]
