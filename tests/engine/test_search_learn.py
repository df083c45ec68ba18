"""The weights of the search: learned from examples, and written into their table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.damage import KINDS
from bench.fit import fit_lists, fit_yes_no
from bench.learn import TABLE, total, upper, write


def test_what_tells_right_from_wrong_weighs_most() -> None:
    lists = [
        [({"tells": 1.0, "noise": n % 2}, True), ({"tells": 0.0, "noise": (n + n // 2) % 2}, False)]
        for n in range(20)
    ]
    weights = fit_lists(lists)
    assert weights["tells"] > 1
    assert weights["tells"] > 5 * abs(weights["noise"])


def test_yes_and_no_are_told_apart_however_rare_no_is() -> None:
    examples = [({"sure": 0.9}, True)] * 50 + [({"sure": 0.1}, False)] * 2
    weights = fit_yes_no(examples)
    assert total(weights, {"sure": 0.9}) > 0 > total(weights, {"sure": 0.1})


def test_a_share_lies_above_the_threshold() -> None:
    values = [float(n) for n in range(100)]
    assert sum(value > upper(values, 0.1) for value in values) <= 10


def test_the_table_is_written_and_its_words_stay(tmp_path: Path) -> None:
    file = tmp_path / "learned.js"
    file.write_text(TABLE.read_text(encoding="utf-8"), encoding="utf-8")
    write({"RANK": {"score": 1.25}}, file)
    text = file.read_text(encoding="utf-8")
    assert "export const RANK = {\n  score: 1.25,\n};" in text
    assert text.count("/**") == TABLE.read_text(encoding="utf-8").count("/**")
    assert re.search(r"export const GATE = \{\n  \w+: -?\d", text)


@pytest.mark.parametrize(
    ("kind", "damaged"),
    [
        ("missing space", "vuokrarästissä nyt"),
        ("compound split", "vuokra räst issä nyt"),
        ("glued", "vuokrarästissä nyt"),
        ("umlauts lost", "vuokra rastissa nyt"),
        ("dotted", "vuokra rästi. nyt"),
    ],
)
def test_a_query_is_damaged(kind: str, damaged: str) -> None:
    found = KINDS[kind]("vuokra rästissä nyt", "kerro")
    if kind == "missing space":
        assert found in {damaged, "vuokra rästissänyt"}
    elif kind in {"compound split", "dotted"}:
        assert found is not None
        assert len(found) == len("vuokra rästissä nyt") + (1 if kind == "compound split" else -2)
    else:
        assert found == damaged


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_the_same_every_time(kind: str) -> None:
    query = "asumisneuvonta kun häätö uhkaa"
    assert KINDS[kind](query, "kerro") == KINDS[kind](query, "kerro") != query
