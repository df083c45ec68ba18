"""What of labelled queries and everyday words the index carries, and how much it may weigh."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kb.load.content import load
from kb.model.queries import Query
from kb.relate.relations import Relations
from kb.search import publish
from kb.search.publish import Publisher
from kb.search.questions import everyday, fold, joined, questions
from sample_site import REPOSITORY, copy_sample


def query(text: str, *slugs: str, kind: str = "exact", lang: str = "fi") -> Query:
    return Query(lang, text, frozenset(slugs), frozenset(), kind, "own", 2)


def test_a_text_is_folded_as_the_engine_folds_it() -> None:
    assert fold("SHL:n 17 § – Välivuokra-asunto!") == "shl 17 valivuokra asunto"
    assert joined("PRO SOS") == joined("ProSOS") == "prosos"


def test_queries_stand_by_the_pages_that_answer_them() -> None:
    asked = [
        query("Häätö", "neuvonta"),
        query("kebab", kind="off-topic"),
        query("hääto", "neuvonta", kind="typo"),
        query("eviction", "neuvonta", lang="en"),
        query("vuokra", "neuvonta", "talous"),
    ]
    found = questions(asked, "fi", {"neuvonta": [1], "talous": [0]})
    assert found == [[[], "kebab"], [[0, 1], "vuokra"], [[1], "haato"]]


def test_what_is_like_a_shorter_one_with_the_same_answers_is_left_out() -> None:
    asked = [query("velkaneuvonta", "a"), query("velkaneuvontaa", "a"), query("pizza", "a")]
    assert questions(asked, "fi", {"a": [0]}) == [[[0], "pizza|velkaneuvonta"]]
    other = [*asked[:1], query("velkaneuvontaa", "b")]
    assert len(questions(other, "fi", {"a": [0], "b": [1]})) == 2
    assert everyday(["velkaneuvonta", "velkaneuvontaa", "Pizza"]) == "Pizza|velkaneuvonta"


def test_an_index_that_weighs_too_much_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    knowledge = load(copy_sample(tmp_path)).knowledge
    publisher = Publisher(REPOSITORY / "overrides", knowledge, Relations())
    (document, *_) = knowledge.of("fi")
    publisher.add(document, "sivu/", "<h1>Sivu</h1><p>Teksti.</p>")
    with caplog.at_level(logging.WARNING):
        publisher.write(tmp_path / "site", "fi", "Nimi", "https://example.org/")
        assert not caplog.records
        monkeypatch.setattr(publish, "LIMIT", 100)
        publisher.write(tmp_path / "site", "fi", "Nimi", "https://example.org/")
    (record,) = caplog.records
    assert "search/fi.json" in record.message
    assert "at most 100;" in record.message
