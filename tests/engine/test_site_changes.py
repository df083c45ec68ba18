"""Whoever reviews is told page by page what a reader will see changed, and which addresses go."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kb.site.changes import PageChange, changes, markdown
from kb.site.earlier import NoSuchCommitError, lay_out

PAGE = """<!doctype html><html><head><meta name="description" content="{summary}"></head>
<body><nav><ul><li>{menu}</li></ul></nav><main><article><h1>Nimi</h1><h2 id="{anchor}">Ajat</h2>
<ul><li>eka<ul><li>{item}</li></ul></li></ul><p>Katso <a href="{href}">ohje</a>.</p>
<p hidden>piilossa {menu}</p></article></main></body></html>"""
WHOLE = {
    "summary": "s",
    "menu": "m",
    "anchor": "ajat",
    "item": "toka",
    "href": "https://a.example/",
}


def site(folder: Path, **pages: dict[str, str]) -> Path:
    for name, values in pages.items():
        path = folder / name.replace("_", "/") / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(**{**WHOLE, **values}))
    return folder


@pytest.mark.parametrize(
    ("change", "rows", "anchors"),
    [
        ({"item": "kolmas"}, ("- toka", "+ kolmas"), ()),
        ({"summary": "t"}, ("- [haku / search] s", "+ [haku / search] t"), ()),
        ({"anchor": "uusi"}, (), ("ajat",)),
        (
            {"href": "https://b.example/"},
            ("- Katso ohje <https://a.example/>.", "+ Katso ohje <https://b.example/>."),
            (),
        ),
    ],
)
def test_what_a_page_says_and_where_it_leads(
    tmp_path: Path, change: dict[str, str], rows: tuple[str, ...], anchors: tuple[str, ...]
) -> None:
    before, after = site(tmp_path / "a", x={}), site(tmp_path / "b", x=change)
    assert changes(before, after) == [PageChange("x/", "Nimi", "changed", rows, anchors)]


def test_what_every_page_repeats_is_no_change(tmp_path: Path) -> None:
    before, after = site(tmp_path / "a", x={}), site(tmp_path / "b", x={"menu": "toinen"})
    assert changes(before, after) == []
    assert "no change" in markdown([])


def test_a_page_that_comes_and_one_that_goes(tmp_path: Path) -> None:
    before = site(tmp_path / "a", x_y={}, book={"item": "a"})
    after = site(tmp_path / "b", x_z={}, book={"item": "b"})
    found = changes(before, after, frozenset({"book/"}))
    assert [(change.address, change.kind) for change in found] == [
        ("x/y/", "gone"),
        ("x/z/", "new"),
    ]
    text = markdown(found)
    assert "`/x/y/` · poistuu / goes" in text
    assert "The address will answer no more." in text
    assert "+ toka" in text


def test_what_an_editor_wrote_is_no_markup_of_the_summary() -> None:
    row = "+ ``` \n"
    text = markdown([PageChange("x/", "A <b> [c](d) `e`", "changed", (row,), ())])
    assert "### A b c(d) e · `/x/`" in text
    assert "````diff\n" in text


def test_an_earlier_content_stands_beside_the_templates_of_today(tmp_path: Path) -> None:
    root = tmp_path / "root"
    for name in ("docs/a.md", "data/b.yml", "mkdocs.yml", "overrides/c.html"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("before")
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@e.fi"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True, timeout=60)
    for name in ("docs/a.md", "overrides/c.html"):
        (root / name).write_text("after")
    lay_out(root, "HEAD", tmp_path / "laid")
    assert (tmp_path / "laid/docs/a.md").read_text() == "before"
    assert (tmp_path / "laid/overrides/c.html").read_text() == "after"
    with pytest.raises(NoSuchCommitError):
        lay_out(root, "HEAD~7", tmp_path / "other")
