"""Hostile names: whatever labels, titles, navigation and configuration hold is text on the site."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from selectolax.lexbor import LexborHTMLParser

from javascript import search_engine
from sample_site import REPOSITORY, copy_sample, edit
from site_server import build

BAD = "</title></script><img src=x onerror=alert(1)>\"'><b>&amp;"
"""Closes whatever it may stand in: a title, an attribute, a script."""
NAME = "Nimi & \"lainaus\" 'x' &amp;"
"""What mkdocs.yml may hold: HTML in it is refused."""
TITLE = "Tulot & <b>menot</b> *nyt*"
HANDBOOK = "---\nsummary: Kaikki sivut.\n---\n\n# Käsikirja\n\nTeksti.\n"


def buildable(folder: Path) -> Path:
    """The sample with everything that MkDocs needs, under hostile names."""
    root = copy_sample(folder)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides", dirs_exist_ok=True)
    (root / "scripts").symlink_to(REPOSITORY / "scripts")
    for lang in ("fi", "en"):
        (root / f"docs/{lang}/kasikirja.md").write_text(HANDBOOK, encoding="utf-8")
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    config = yaml.load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["site_name"] = config["site_description"] = config["copyright"] = NAME
    for plugin in config["plugins"]:
        options = plugin.get("i18n", {}) if isinstance(plugin, dict) else {}
        for language in options.get("languages", []):
            language["name"] = NAME
            if not language.get("default"):
                language |= {"site_name": NAME, "site_description": NAME}
    with (root / "mkdocs.yml").open("w", encoding="utf-8") as file:
        yaml.dump(config, file)
    named = yaml.load((root / "data/county.yml").read_text(encoding="utf-8"))
    named |= {"name": {"fi": NAME, "en": NAME}, "description": {"fi": NAME, "en": NAME}}
    named["licence"] = NAME
    named["pages"]["handbook"] = "kasikirja.md"
    with (root / "data/county.yml").open("w", encoding="utf-8") as file:
        yaml.dump(named, file)
    sections = yaml.load((root / "data/sections.yml").read_text(encoding="utf-8"))
    for section in sections["sections"]:
        section["title"] = {"fi": f"{section['title']['fi']} {NAME}", "en": NAME}
    with (root / "data/sections.yml").open("w", encoding="utf-8") as file:
        yaml.dump(sections, file)
    labels = yaml.load((root / "data/labels.yml").read_text(encoding="utf-8"))
    for label in labels["labels"]:
        label["fi"] = label["en"] = f"{label['fi']} {BAD}"
    with (root / "data/labels.yml").open("w", encoding="utf-8") as file:
        yaml.dump(labels, file)
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
    book = LexborHTMLParser((site / "kasikirja/index.html").read_text(encoding="utf-8"))
    assert title in [node.text() for node in book.css(".kb-book__contents a")]
    assert f"Palvelut {NAME}" in [node.text() for node in book.css(".kb-book__part-title")]


def test_names_are_data_in_the_search_index(site: Path) -> None:
    index = json.loads((site / "search/fi.json").read_text(encoding="utf-8"))
    title = f"{TITLE.replace('*', '')} {BAD}"
    page = next(page for page in index["pages"] if page[0] == "palvelut/neuvonta/")
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
