"""The labelled queries: read, and each mistake told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.checks import run
from kb.load.content import load
from kb.load.queries import read_query_file
from sample_site import copy_sample

HEAD = "lang\tquery\tslugs\tsituations\tkind\tnote\n"


def test_a_query_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(
        HEAD + "fi\tvuokra rästissä\ta, b\tc\tcolloquial\tsaid so\nfi\tkebab\t\t\toff-topic\n"
    )
    (query, other), problems = read_query_file(file, "own.tsv")
    assert not problems
    assert (query.lang, query.text, query.kind) == ("fi", "vuokra rästissä", "colloquial")
    assert (set(query.slugs), set(query.situations)) == ({"a", "b"}, {"c"})
    assert (query.batch, query.line, other.slugs) == ("own", 2, frozenset())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("fi\tkaksi saraketta", "2 columns"),
        ("fi\t\ta\t\texact", "is missing"),
        ("Finnish\tkissa\ta\t\texact", "is missing"),
        ("fi\tkissa\t\t\texact", "at least one"),
        ("fi\tkissa\ta\t\toff-topic", "no answers"),
        ("fi\tkissa\ta\t\texact\nfi\tKissa\ta\t\texact", "line 2 already"),
    ],
)
def test_a_faulty_line_is_told(tmp_path: Path, row: str, words: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(HEAD + row + "\n")
    _, (problem,) = read_query_file(file, "own.tsv")
    assert words in problem.en
    assert problem.line == row.count("\n") + 2


def test_a_file_without_its_columns_is_told(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("fi\tkissa\ta\t\texact\n")
    queries, (problem,) = read_query_file(file, "own.tsv")
    assert not queries
    assert "name the columns" in problem.en


def test_a_page_or_language_that_does_not_exist_is_told(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    folder = root / "data" / "queries"
    folder.mkdir(exist_ok=True)
    rows = "xx\tyksi\tno-page\t\texact\nfi\tkaksi\tno-page\tno-situation\texact\n"
    (folder / "own.tsv").write_text(HEAD + rows)
    file = "data/queries/own.tsv"
    told = [p for p in run(load(root)) if p.file == file]
    assert {(p.line, p.en.split(";")[0]) for p in told} == {
        (2, "'xx' is no language of the site"),
        (2, f"there is no page 'no-page', but 2 places cite it: {file}:2, {file}:3"),
        (3, "there is no page 'no-situation' for the column situations"),
    }
