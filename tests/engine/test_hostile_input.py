"""No file can hang or crash `kb check`: what would is refused before a parser is asked.

Each case hung the check, crashed it, or passed it and crashed the build.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kb.load.limits import is_deep, judge_marks
from kb.load.outline import MARKER, read_outline
from kb.load.yaml import parse
from kb.model.blocks import BLOCKS
from sample_site import COUNT, LINE, check, copy_sample, edit, markdown

LIMIT = 60
"""Seconds after which the check counts as hanging; it needs about one."""
PAGE = "docs/fi/tietoa/lahde.md"
HEAD = "---\nsummary: Koe.\n---\n\n# Koe {#koe}\n\n"
FRONT = "---\nsummary: {}\n---\n\n# Koe {{#koe}}\n"
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 20)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def rows(unit: str, size: int = 30_000, width: int = 4_000) -> str:
    """A text of `unit` again and again, in lines that are not too long."""
    line = unit * (width // len(unit))
    return "\n".join([line] * (size // len(line)))


REFUSED: dict[str, tuple[str, str, str]] = {
    # what: file, its text, a word of the message
    "aliases of a register": ("data/terms.yml", LAUGHS, "anchors (&, *)"),
    "aliases of a page": (PAGE, f"---\n{LAUGHS}---\n\n# Koe\n", "anchors (&, *)"),
    "aliases of mkdocs.yml": ("mkdocs.yml", LAUGHS, "anchors (&, *)"),
    "anchor alone": (PAGE, FRONT.format("&koe Koe"), "anchors (&, *)"),
    "merge key": (PAGE, FRONT.format("Koe\n<<: *a"), "anchors (&, *)"),
    "python": ("mkdocs.yml", "site_name: !!python/object/apply:os.getcwd []\n", "the YAML tag"),
    "python in a register": ("data/terms.yml", "terms: !!python/name:os.system\n", "the YAML tag"),
    "environment in a page": (PAGE, FRONT.format("!ENV HOME"), "the YAML tag '!ENV'"),
    "flow depth": ("data/terms.yml", "terms: " + "[" * 4_000, "nested more than 20"),
    "flow depth in lines": (
        "data/terms.yml",
        "terms: [\n" + " [\n" * 30_000,
        "nested more than 20",
    ),
    "map depth": ("data/terms.yml", "terms: " + "{a: " * 1_000, "nested more than 20"),
    "block depth": ("data/terms.yml", "- " * 2_000 + "a\n", "nested more than 20"),
    "long line": (PAGE, HEAD + "a" * 5_001 + "\n", "longer than 5000"),
    "long line of a register": ("data/terms.yml", "a: " + "[" * 30_000, "longer than 5000"),
    "long text": (PAGE, FRONT.format(">-\n" + "  sana\n" * 1_200), "longer than 5000"),
    "large register": ("data/terms.yml", "#\n" * 600_000, "over 1024 KB"),
    "large mkdocs.yml": ("mkdocs.yml", "#\n" * 600_000, "larger than 1024 KB"),
    "marker and spaces": (PAGE, HEAD + "<!-- kb:" + " " * 4_000 + "\n", "the comment '<!-- kb:"),
    "open brackets": (PAGE, HEAD + rows("["), "the mark '['"),
    "open pictures": (PAGE, HEAD + rows("!["), "the mark '['"),
    "links to nowhere": (PAGE, HEAD + rows("[a](b "), "the mark '['"),
    "stars": (PAGE, HEAD + rows("*a "), "the mark '*'"),
    "open comments": (PAGE, HEAD + rows("<!-- "), "the mark '<'"),
    "equal headings": (PAGE, HEAD + "# a\n\n" * 6_000, "the mark '#'"),
    "rules": (PAGE, HEAD + "---\n" * 7_000, "the mark '-'"),
    "fences": (PAGE, HEAD + "```\n" * 7_000, "the mark '`'"),
    "quotes in quotes": (PAGE, HEAD + ">" * 1_000 + " a\n", "more than 8 lists or quotes"),
    "lists in lists": (PAGE, HEAD + "1. " * 1_000 + "a\n", "more than 8 lists or quotes"),
    "rule or list": (PAGE, HEAD + "* " * 1_000 + "x\n", "more than 8 lists or quotes"),
    "deep items": (
        PAGE,
        HEAD + "".join(f"{'    ' * depth}- a\n" for depth in range(80)),
        "more than 8 lists or quotes",
    ),
    "brackets in a register": (
        "data/terms.yml",
        "terms:\n  - id: a\n    name: >-\n" + f"      {'[' * 400}\n" * 5,
        "the mark '['",
    ),
    "null character": (PAGE, FRONT.format('"a\\0b"'), "cannot be shown"),
    "character of no markup": (PAGE, FRONT.format('"a\\x01b"'), "cannot be shown"),
    "half a pair": (PAGE, FRONT.format('"\\ud800"'), "a backslash"),
    "large number": (PAGE, FRONT.format("9" * 400), "must be text"),
    "infinite number": (PAGE, FRONT.format("1e999"), "must be text"),
    "large year": (PAGE, FRONT.format("Koe.\nreviewed: 99999-01-01"), "the day '99999"),
    "year nought": (PAGE, FRONT.format("Koe.\nreviewed: 0000-00-00"), "no day '0000"),
    "two documents": (PAGE, FRONT.format("Koe\n--- \na: b"), ": "),
}


def run_check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kb.cli import app; app()", "check", "--root", str(root)],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )


def own_file(case: str) -> str:
    """The file of a case: pages have one each, so that one run of the check sees them all."""
    file = REFUSED[case][0]
    return f"docs/fi/tietoa/{case.replace(' ', '-')}.md" if file == PAGE else file


def told(root: Path, cases: list[str]) -> dict[str, list[str]]:
    """What the check says of each of the cases, which are together in a copy of the sample."""
    for case in cases:
        edit(root, {"file": own_file(case), "write": REFUSED[case][1]})
    result = run_check(root)
    assert result.stderr == ""
    assert result.returncode == 1
    *lines, last = result.stdout.splitlines()
    assert COUNT.match(last)
    assert all(LINE.match(line) for line in lines if "hints" not in line)
    return {case: [li for li in lines if li.startswith(f"{own_file(case)}:")] for case in cases}


def test_no_page_hangs_or_crashes_the_check(tmp_path: Path) -> None:
    pages = [case for case, (file, *_) in REFUSED.items() if file == PAGE]
    for case, lines in told(copy_sample(tmp_path), pages).items():
        assert any(REFUSED[case][2] in line for line in lines), (case, lines)


@pytest.mark.parametrize("case", [case for case, (file, *_) in REFUSED.items() if file != PAGE])
def test_no_register_hangs_or_crashes_the_check(case: str, tmp_path: Path) -> None:
    lines = told(copy_sample(tmp_path), [case])[case]
    assert any(REFUSED[case][2] in line for line in lines), lines


def test_whatever_breaks_a_reader_is_told_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, *_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("kb.load.pages.read_outline", broken)
    result = check(copy_sample(tmp_path))
    assert f"{PAGE}:1: tiedostoa ei voitu lukea (RecursionError: too deep)" in result.stdout
    assert result.exit_code == 1


@pytest.mark.parametrize("text", ["<!-- kb:", "<!--", "<!-- kb:a ", "<!-- kb:" + " " * 99, "-"])
def test_the_marker_is_searched_in_step_with_the_length(text: str) -> None:
    # Twenty times what a file may hold: with a pattern that goes back this takes hours.
    assert MARKER.search(text * (20_000_000 // len(text) // 20)) is None


def test_a_typed_id_is_searched_in_step_with_the_length() -> None:
    outline = read_outline(f"# a{' ' * 1_000_000}b {{#koe}}\n")
    assert [heading.id for heading in outline.headings] == ["koe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("<!-- kb:criteria -->", "criteria"), ("<!--kb: a b -->", "a b"), ("<!-- kb: -->", "")],
)
def test_the_marker_has_its_name(text: str, name: str) -> None:
    match = MARKER.fullmatch(text)
    assert match
    assert match.group(1) == name


def test_honest_markdown_is_not_deep() -> None:
    for row in ("- a", "    - b", "        1. c", "> - d", "* * * * *", "-" * 80, "| --- | --- |"):
        assert not is_deep(row)
    assert judge_marks("- a\n" * 1_000) is None


@pytest.mark.parametrize(
    "text",
    [
        "kbblock-criteria-kbblock",
        "\x02kb-block-criteria\x03",
        "    <!-- kb:criteria -->",
        "- a\n\n        <!-- kb:criteria -->",
        "- a\n\n    <!-- kb:criteria -->",
        "> <!-- kb:criteria -->",
        "```\n<!-- kb:criteria -->",
        "~~~ a\n<!-- kb:criteria -->\n~~~",
        "a <!-- kb:criteria -->",
        "`<!-- kb:criteria -->`",
    ],
)
def test_what_looks_like_a_block_calls_for_none(text: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    assert all(name != "criteria" for name, _ in read_outline(HEAD + text).markers)
    for lang in ("fi", "en"):
        edit(root, {"file": f"docs/{lang}/tietoa/lahde.md", "write": HEAD + text + "\n"})
    assert "kb-criteria" not in markdown(root, "fi", "tietoa/lahde.md")


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_a_block_on_a_page_of_another_kind_breaks_nothing(name: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    text = f"{HEAD}<!-- kb:{name} -->\n"
    for lang in ("fi", "en"):
        edit(root, {"file": f"docs/{lang}/tietoa/lahde.md", "write": text})
    told = [line for line in check(root).stdout.splitlines() if line.startswith(f"{PAGE}:7: ")]
    if not told:
        assert "kb:" not in markdown(root, "fi", "tietoa/lahde.md")


def test_a_text_may_still_have_what_yaml_can_say() -> None:
    assert parse('a: "x \\u00e4 & * !"\n', "f").value == {"a": "x ä & * !"}


@pytest.mark.parametrize(
    ("file", "was", "hostile"),
    [
        ("county.yml", "fi: kirja.pdf", "fi: ../../kirja.pdf"),
        ("county.yml", "fi: kirja.pdf", "fi: /kirja.pdf"),
        ("county.yml", "fi: kirja.pdf", "fi: kirja.html"),
        ("languages.yml", "'{day}.{month}.{year}'", "'{day:>999999999}.{month}.{year}'"),
        ("languages.yml", "'{day}.{month}.{year}'", "'{day!r}.{month}.{year}'"),
        ("languages.yml", "'{day}.{month}.{year}'", "'{act}.{month}.{year}'"),
        ("languages.yml", "statute: '{act} {section} §'", "statute: '{day} {section} §'"),
    ],
)
def test_a_setting_leads_no_writer_astray(
    file: str, was: str, hostile: str, tmp_path: Path
) -> None:
    """Neither out of the folder that it writes to, nor of memory, nor into a traceback."""
    root = copy_sample(tmp_path)
    edit(root, {"file": f"data/{file}", "replace": was, "by": hostile})
    result = check(root)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"data/{file}:")
    assert "Traceback" not in result.output
