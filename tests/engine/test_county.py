"""The second county: three languages, pages of every kind, no onboarding and no map."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.v8 import Script, search_engine
from kb.doors import plain
from kb.load.content import load
from kb.site.compare import compare
from kb.site.settings import Settings
from sample_site import COUNTY, LANGS, copy_county, edit, load_sample
from site_server import REPO_URL, SITE_URL


def page(folder: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / address / "index.html").read_text(encoding="utf-8"))


def first(script: Script, query: str) -> str:
    results = script.call("search", query)
    return str(results[0]["url"]) if results else ""


def test_it_has_every_kind_of_page_but_those_it_leaves_out() -> None:
    knowledge = load_sample().knowledge
    kinds = {document.kind.name for document in knowledge.documents.values()}
    assert kinds == {"home", "index", "service", "situation", "toolkit", "article", "handbook"}
    assert knowledge.county.pages.map is None
    assert {document.path for document in knowledge.of("sv")} == {
        document.path for document in knowledge.of("fi")
    }


def test_both_doors_make_one_site(county_folder: Path, tmp_path: Path) -> None:
    plain.build(COUNTY, tmp_path / "site", Settings.of(SITE_URL, REPO_URL, "edit/main/docs/"))
    assert compare(county_folder, tmp_path / "site") == []


@pytest.mark.parametrize(
    ("lang", "query", "address"),
    [
        ("fi", "häädöstä", "tilanteet/haato/"),
        ("fi", "välitystilille", "palvelut/tili/"),
        ("fi", "rahahuolia", "palvelut/neuvonta/"),
        ("sv", "vräkningen", "sv/tilanteet/haato/"),
        ("sv", "rådgivningens", "sv/palvelut/neuvonta/"),
        ("sv", "penningbekymret", "sv/palvelut/neuvonta/"),
        ("sv", "radgivning", "sv/palvelut/neuvonta/"),
        ("en", "evictions", "en/tilanteet/haato/"),
        ("en", "accounts", "en/palvelut/tili/"),
    ],
)
def test_the_search_finds_in_each_language(
    lang: str, query: str, address: str, county_folder: Path
) -> None:
    index = (county_folder / f"search/{lang}.json").read_text(encoding="utf-8")
    assert first(search_engine(lang, index), query) == address


@pytest.mark.parametrize("query", ["vräkning", "vräk", "rådg", "konto", "förmedlingskonto"])
def test_without_a_stemmer_whole_words_and_beginnings_are_found(
    query: str, county_folder: Path
) -> None:
    index = (county_folder / "search/sv.json").read_text(encoding="utf-8")
    # The same pages in a language of which the engine knows nothing.
    other = search_engine("xx", index.replace('"lang":"sv"', '"lang":"xx"'))
    assert first(other, query) == first(search_engine("sv", index), query) != ""


def test_a_language_that_the_search_does_not_know_is_built_with_the_plain_engine(
    tmp_path: Path,
) -> None:
    root = copy_county(tmp_path)
    renamed = {"id: sv": "id: fo", "sv:": "fo:"}
    for path in [*root.glob("data/*.yml")]:
        text = path.read_text(encoding="utf-8")
        for old, new in renamed.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    (root / "docs/sv").rename(root / "docs/fo")
    queries = root / "data/queries/own.tsv"
    queries.write_text(queries.read_text("utf-8").replace("sv\t", "fo\t"), encoding="utf-8")
    said = "".join(
        f'  - {{id: {ident}, fo: "{label.get("sv")}"}}\n'
        for ident, label in load_sample().knowledge.labels.items()
        if ident != "missing"
    )
    own = "  - {id: lang-fo, fi: fääriksi, en: Faroese, fo: Føroyskt}\n"
    edit(root, {"file": "data/wording.yml", "append": said + own})
    missing = '  - {id: missing, fi: "ei lähteessä, tarkista", en: "not in the source, check"}\n'
    edit(root, {"file": "data/wording.yml", "replace": missing,
                "by": missing.replace("}", ', fo: "kanna"}')})  # fmt: skip
    assert [str(problem) for problem in load(root).problems] == []
    plain.build(root, tmp_path / "built", Settings.of(SITE_URL, "", ""))
    names = {path.name.partition(".")[0] for path in (tmp_path / "built").rglob("search-*.js")}
    assert names == {"search-fi", "search-en", "search-fo"}
    index = (tmp_path / "built/search/fo.json").read_text(encoding="utf-8")
    assert first(search_engine("fo", index), "vräk") == "fo/tilanteet/haato/"


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_has_its_own_words_everywhere(lang: str, county_folder: Path) -> None:
    root = load_sample().knowledge.languages.root(lang)
    tree = page(county_folder, f"{root}palvelut/tili")
    label = load_sample().knowledge.labels
    html = tree.css_first("html")
    assert html
    assert html.attributes["lang"] == lang
    assert label["facts"].get(lang) in [node.text(strip=True) for node in tree.css("h2")]
    switch = {
        link.attributes.get("hreflang") or link.attributes.get("lang")
        for link in tree.css("a[hreflang], a[lang]")
    }
    assert switch >= set(LANGS) - {lang}
    missing = LexborHTMLParser((county_folder / f"{root}404.html").read_text(encoding="utf-8"))
    assert label["not-found"].get(lang) in missing.text()


def test_nothing_leads_to_what_it_leaves_out(county_folder: Path) -> None:
    for path in county_folder.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert not tree.css(".kb-map, [data-kb-onboarding], [data-kb-path]"), path
        for link in tree.css("a[href]"):
            address = str(link.attributes["href"])
            assert "None" not in address, (path, address)


@pytest.mark.parametrize("lang", LANGS)
def test_hard_pages_are_whole(lang: str, county_folder: Path) -> None:
    root = load_sample().knowledge.languages.root(lang)
    changed = page(county_folder, f"{root}palvelut/muuttuva")
    assert len({n.id for n in changed.css("[id^=muutos-muutos-]")}) == 40
    hard = page(county_folder, f"{root}tietoa/vaikea")
    title = hard.css_first("h1")
    assert title
    assert sum(len(word) >= 60 for word in re.findall(r"\w+", title.text())) == 2
    assert len(hard.css("thead th")) == 6
    assert len(hard.css("article li, main li")) >= 100
    picture = hard.css_first("main img, article img")
    assert picture
    source = str(picture.attributes["src"])
    assert ((county_folder / f"{root}tietoa/vaikea") / source).resolve().is_file()
    empty = page(county_folder, f"{root}palvelut/tyhja")
    assert load_sample().knowledge.labels["silent"].get(lang) in empty.text()


def test_the_index_holds_the_countys_own_queries(county_folder: Path) -> None:
    index = json.loads((county_folder / "search/sv.json").read_text(encoding="utf-8"))
    asked = "|".join(text for _, text in index["queries"])
    # As the index folds them: without the marks of å, ä and ö.
    assert "radgivningen" in asked
    assert "neuvoja" not in asked
