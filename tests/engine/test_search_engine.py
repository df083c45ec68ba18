"""The search engine on a small index of its own, in V8: names, slips, tiers, languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.v8 import Script, language_module, search_engine

KINDS = {
    "service": {"weight": 1.0, "gathers": False},
    "situation": {"weight": 1.0, "gathers": False},
}
PAGES = {
    "fi": [
        ("talo-ensin", "Talo ensin", "Koti heti.", "Talo ensin -malli|TE", "koti ensin"),
        ("velkaneuvonta", "Velkaneuvonta", "Apua velkoihin.", "", "laskut kaatuvat"),
        ("toimeentulotuki", "Toimeentulotuki", "Rahaa elämiseen.", "", "rahat loppu"),
    ],
    "en": [("housing-advice", "Housing advice", "Help with a home.", "", "rent is late")],
    "sv": [
        ("vrakning", "Vräkning", "När hyresvärden vräker.", "", "hyran är obetald"),
        ("skuldradgivning", "Skuldrådgivning", "Råd om skulder.", "", "räkningar"),
    ],
}
QUERIES = [[[1], "perintäfirma soittaa koko ajan"], [[], "sää huomenna|pizza"]]


def data(lang: str, queries: list[Any] = QUERIES, *, aliases: Any = ()) -> str:
    """The text of an index file of the pages of one language."""
    pages = [
        [f"{slug}/", "service", title, summary, names, words, [], []]
        for slug, title, summary, names, words in PAGES[lang]
    ]
    index = {
        "format": 4, "lang": lang, "aliases": list(aliases), "weak": [], "kinds": KINDS,
        "queries": queries, "pages": list(zip(*pages, strict=True)),
    }  # fmt: skip
    return json.dumps(index)


def engine(lang: str, queries: list[Any] = QUERIES, *, aliases: Any = ()) -> Script:
    return search_engine(lang, data(lang, queries, aliases=aliases))


def found(script: Script, query: str) -> list[str]:
    return [result["url"].rstrip("/") for result in script.call("search", query)]


@pytest.mark.parametrize(
    ("lang", "query", "slug"),
    [
        ("fi", "TaloEnsin", "talo-ensin"),
        ("fi", "talo-ensin", "talo-ensin"),
        ("fi", "t. e.", "talo-ensin"),
        ("fi", "taloensinin", "talo-ensin"),
        ("fi", "toim.tuki", "toimeentulotuki"),
        ("fi", "velk. neuv.", "velkaneuvonta"),
        ("en", "housingadvice", "housing-advice"),
        ("sv", "vräkningar", "vrakning"),
        ("sv", "skuldrådgivningen", "skuldradgivning"),
    ],
)
def test_a_name_is_found_as_it_is_written(lang: str, query: str, slug: str) -> None:
    first, *_ = engine(lang, []).call("search", query)
    assert first["url"] == f"{slug}/"
    assert not first["maybe"]


def test_an_abbreviation_is_read_as_what_it_stands_for() -> None:
    assert found(engine("fi", []), "uusi LKM") != ["velkaneuvonta"]
    known = engine("fi", [], aliases=[["LKM", "laskut kaatuvat (monella)"]])
    assert found(known, "uusi LKM")[0] == "velkaneuvonta"


def test_a_known_question_leads_where_its_neighbours_do() -> None:
    query = "perintäfirmat soittaa"
    assert found(engine("fi"), query)[0] == "velkaneuvonta"
    assert found(engine("fi", [[[2], "perintäfirma soittaa koko ajan"]]), query)[0] == (
        "toimeentulotuki"
    )
    assert all(result["maybe"] for result in engine("fi", []).call("search", query))


@pytest.mark.parametrize(("said", "plain"), [("fyrkkaa", "rahaa"), ("osamaksuja", "velkoihin")])
def test_what_people_say_is_read_as_the_plain_word(said: str, plain: str) -> None:
    script = Script(
        {
            "search/index.js": ["Index"],
            "search/query.js": ["meanings", "parse"],
            language_module("fi"): ["language"],
        }
    )
    script.run(f"globalThis.index = new Index({data('fi')}, language)")
    script.run("globalThis.read = (text) => [...meanings(parse(text, index)[0], index).keys()]")
    script.run("globalThis.term = (word) => index.vocabulary.get(index.stem(word))")
    assert script.call("term", plain) in script.call("read", said)
    assert script.call("term", plain) not in script.call("read", "zzzkkaa")


def test_what_is_like_nothing_or_like_what_is_off_topic_is_not_answered() -> None:
    assert found(engine("fi"), "pizzaa") == []
    assert found(engine("fi"), "qwerty") == []
    assert found(engine("fi"), "") == []


def test_answers_stand_before_what_is_perhaps_of_use() -> None:
    for query in ("velkaneuvonta", "laskut ja rahat", "koti ja velka"):
        tiers = [result["maybe"] for result in engine("fi").call("search", query)]
        assert tiers == sorted(tiers)


def test_a_language_without_a_module_finds_words_and_beginnings() -> None:
    assert language_module("xx") == "search/plain.js"
