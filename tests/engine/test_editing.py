"""`kb check` for who edits: the file that was touched is named, from any folder, on saving."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kb.checks.near import near, near_path
from kb.load.today import today_in
from kb.load.watch import saved
from kb.model.collation import first_letter, sort_key
from sample_site import check, copy_sample

FI, EN = "docs/fi/palvelut/neuvonta.md", "docs/en/palvelut/neuvonta.md"


def lines(root: Path) -> list[str]:
    return check(root).stdout.splitlines()[:-1]


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_heading_without_its_space_is_told_in_the_file_that_has_it(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    change(root, FI, "### Ajat", "###Ajat")
    found = lines(root)
    assert found
    assert all(line.startswith(FI) for line in found), found


def test_a_bold_line_for_a_heading_is_told_in_the_file_that_has_it(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    change(root, FI, "### Ajat", "**Ajat**")
    found = [line for line in lines(root) if "#ajat" not in line]
    assert len(found) == 1
    assert found[0].startswith(f"{FI}:18: lihavoitu rivi 'Ajat'"), found


def test_an_address_for_an_id_says_where_it_belongs(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    change(root, FI, "- organisation: kela", "- organisation: https://www.kela.fi/")
    assert any("data/links.yml" in line and line.startswith(FI) for line in lines(root))


def test_an_error_in_one_register_makes_none_elsewhere(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    with (root / "data/references.yml").open("a", encoding="utf-8") as file:
        file.write("  - id: uusi\n")
    found = lines(root)
    assert found
    assert all(line.startswith("data/references.yml") for line in found), found


def test_the_check_works_in_any_folder_of_the_repository(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    assert check(root / "docs" / "fi" / "palvelut").output == check(root).output


def test_saving_a_file_is_seen(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    seen = saved(root, pause=0)
    # The generator begins to look when it is first asked, so another thread makes the change.
    writer = threading.Timer(0.2, lambda: (root / EN).write_text("y", encoding="utf-8"))
    writer.start()
    try:
        next(seen)
    finally:
        writer.join(5)
    assert (root / EN).read_text(encoding="utf-8") == "y"


def test_a_proposal_is_a_slip_of_the_keys() -> None:
    assert near("takuusaatiö", ["takuusaatio", "kela"]) == "takuusaatio"
    assert near("kelaa", ["kela"]) == "kela"
    assert near("s45", ["s46"]) is None
    assert near_path("tyokalut/tukiporras.md", ["palvelut/kela.md", "tyokalut/ulosotto.md"]) is None
    assert near_path("palvelut/tilli.md", ["palvelut/tili.md"]) == "palvelut/tili.md"


def test_words_stand_in_their_own_alphabet() -> None:
    words = ["öljy", "ääni", "åbo", "zoo", "žanri", "omena", "Apu"]
    order = ["Apu", "omena", "žanri", "zoo", "åbo", "ääni", "öljy"]
    assert sorted(words, key=lambda word: sort_key(word, ("å", "ä", "ö"))) == order
    assert [first_letter(word, ("å", "ä", "ö")) for word in ("ääni", "žanri")] == ["Ä", "Z"]
    assert sorted(["zoo", "äiti"], key=sort_key) == ["äiti", "zoo"]


def test_the_day_is_that_of_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796081400")  # 2026-11-30T22:30:00Z
    assert today_in("Europe/Helsinki").isoformat() == "2026-12-01"
    assert today_in("UTC").isoformat() == "2026-11-30"
