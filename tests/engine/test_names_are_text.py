"""Hostile names: whatever labels, titles, navigation and configuration hold is text on the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from selectolax.lexbor import LexborHTMLParser

from javascript import search_engine
from kb.load.labels import engine_labels
from sample_site import copy_sample, edit
from site_server import build

BAD = "</title></script><img src=x onerror=alert(1)>\"'><b>&amp;"
"""Closes whatever it may stand in: a title, an attribute, a script."""
NAME = "Nimi & \"lainaus\" 'x' &amp;"
"""What mkdocs.yml may hold: HTML in it is refused."""
TITLE = "Tulot & <b>menot</b> *nyt*"


def buildable(folder: Path) -> Path:
    """The county in two languages, all of whose names and words are hostile."""
    root = copy_sample(folder)
    yaml = YAML()
    yaml.width = 10_000
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    named = f"site_name: {json.dumps(NAME)}\nsite_description: {json.dumps(NAME)}\n"
    config = config.replace("site_name: Näyte\n", f"{named}copyright: {json.dumps(NAME)}\n")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    languages = (root / "data/languages.yml").read_text(encoding="utf-8")
    languages = re.sub(r"(?m)^    name: .*$", lambda _: f"    name: {json.dumps(NAME)}", languages)
    (root / "data/languages.yml").write_text(languages, encoding="utf-8")
    county = yaml.load((root / "data/county.yml").read_text(encoding="utf-8"))
    county |= {"name": {"fi": NAME, "en": NAME}, "description": {"fi": NAME, "en": NAME}}
    county["licence"] = NAME
    sections = yaml.load((root / "data/sections.yml").read_text(encoding="utf-8"))
    for section in sections["sections"]:
        section["title"] = {"fi": f"{section['title']['fi']} {NAME}", "en": NAME}
    labels = {ident: f"{said['fi']} {BAD}" for ident, said in engine_labels().items()}
    wording = [{"id": ident, "fi": bad, "en": bad} for ident, bad in labels.items()]
    for name, value in (
        ("county", county),
        ("sections", sections),
        ("wording", {"wording": wording}),
    ):
        with (root / f"data/{name}.yml").open("w", encoding="utf-8") as file:
            yaml.dump(value, file)
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    root = buildable(folder)
    page = "docs/fi/palvelut/neuvonta.md"
    typed = TITLE.replace("<", "&lt;")
    edit(root, {"file": page, "replace": "# Neuvonta", "by": f"# {typed} `{BAD}`"})
    edit(root, {"file": page, "append": f"\n## Otsikko `{BAD}` {{#oma}}\n\nTeksti.\n"})
    edit(root, {"file": "docs/en/palvelut/neuvonta.md", "append": "\n## Heading\n\nText.\n"})
    result = build(folder / "built", root)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "built"


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_no_name_becomes_an_element(site: Path) -> None:
    count = 0
    for path, html in pages(site):
        count += 1
        tree = LexborHTMLParser(html)
        assert not tree.css("img[onerror], img[src=x], b"), path
        assert len(tree.css("title")) == 1, path
        scripts = [node.text() for node in tree.css("script:not([src])")]
        assert all("<img" not in text or json.loads(text) for text in scripts), path
        assert not re.search(r"<[a-z]+[^>]*\sonerror", re.sub(r'"[^"]*"', '""', html)), path
    assert count > 14


def test_names_stand_as_typed(site: Path) -> None:
    tree = LexborHTMLParser((site / "palvelut/neuvonta/index.html").read_text(encoding="utf-8"))
    title = f"{TITLE.replace('*', '')} {BAD}"
    named = tree.css_first("title")
    assert named and named.text() == f"{title} – {NAME}"
    for place in (".kb-brand span", ".kb-drawer__bar span"):
        assert [node.text() for node in tree.css(place)] == [NAME]
    assert NAME in (tree.css_first(".kb-footer__note").text())  # type: ignore[union-attr]
    assert title in [node.text() for node in tree.css(".kb-drawer ul ul a")]
    assert f"Palvelut {NAME}" in [node.text() for node in tree.css(".kb-sections a")]
    assert f"Palvelut {NAME}" in [node.text() for node in tree.css(".kb-trail a")]
    assert f"Otsikko {BAD}" in [node.text() for node in tree.css(".kb-toc a")]
    book = LexborHTMLParser((site / "kirja/index.html").read_text(encoding="utf-8"))
    assert title in [node.text() for node in book.css(".kb-book__contents a")]
    assert f"Palvelut {NAME}" in [node.text() for node in book.css(".kb-book__part-title")]


def test_names_are_data_in_the_search_index(site: Path) -> None:
    index = json.loads((site / "search/fi.json").read_text(encoding="utf-8"))
    title = f"{TITLE.replace('*', '')} {BAD}"
    pages = zip(*index["pages"], strict=True)
    page = next(page for page in pages if page[0] == "palvelut/neuvonta/")
    assert page[2] == title
    assert f"Otsikko {BAD}" in [section[1] for section in page[6]]


def test_a_search_result_shows_html_of_a_title_and_a_heading_as_text(site: Path) -> None:
    engine = search_engine("fi", (site / "search/fi.json").read_text(encoding="utf-8"))
    results = engine.call("search", "otsikko menot")
    title = f"{TITLE.replace('*', '')} {BAD}"
    # Plain text in pieces, of which the page makes text nodes and marks.
    assert title in ["".join(result["title"]) for result in results]
    assert any("menot" in result["title"][1::2] for result in results)
    for result in results:
        assert all(isinstance(piece, str) for piece in [*result["title"], *result["excerpt"]])
        assert "&lt;" not in "".join([*result["title"], *result["excerpt"]])
