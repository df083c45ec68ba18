"""The Python-Markdown extension and its templates, without MkDocs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from kb.blocks.dates import when, written
from kb.blocks.inline import inline
from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.blocks.sites import prepare
from kb.load.labels import engine_labels
from kb.model.base import Lang
from kb.model.blocks import BLOCKS, block_anchors
from kb.model.data import Change
from kb.model.pages import Service
from sample_site import (
    COUNTY,
    LANGUAGES,
    copy_sample,
    edit,
    load_sample,
    markdown,
    page_files,
)

Render = Callable[[Lang, str], str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_sample(tmp_path)


@pytest.fixture
def render(root: Path) -> Render:
    """Renders a page of the sample as it stands at the first call."""
    return lambda lang, path: markdown(root, lang, path)


def heading_ids(html: str) -> list[str]:
    return re.findall(r'<h[1-6][^>]*\bid="([^"]*)"', html)


def facts(html: str) -> dict[str, str]:
    """Rows of the facts, tags left out."""
    rows = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    return {name: re.sub(r"<[^>]*>", "", value).strip() for name, value in rows}


def test_english_headings_take_the_finnish_ids(render: Render) -> None:
    finnish = heading_ids(render("fi", "palvelut/neuvonta.md"))
    english = heading_ids(render("en", "palvelut/neuvonta.md"))
    assert english == finnish
    assert english[0] == "neuvonta"
    assert {"mita", "ajat", "kenelle"} <= set(english)
    assert not {"advice", "times", "for-whom"} & set(english)


def test_order_of_a_service_page(render: Render) -> None:
    assert heading_ids(render("fi", "palvelut/tili.md")) == [
        "tili", "perustiedot", "tieda-ensin", "perusteet", "peruste-otsikko-ei",
        "peruste-otsikko-avataan",
        "peruste-otsikko-maaraaika", "kulku", "kokeile", "muutokset", "tarkista", "yhteydet",
        "lahde",
    ]  # fmt: skip


def test_link_schemes_resolve(render: Render) -> None:
    html = render("fi", "palvelut/neuvonta.md")
    assert re.search(r'<a[^>]* href="https://www.kela.fi/ohje"[^>]*>Kelan ohje', html)
    assert "ulkoinen sivusto" in html
    assert 'href="tili.md#kulku"' in html
    html = render("en", "palvelut/tili.md")
    assert 'href="../tietoa/lahde.md#viite-s1"' in html
    assert html.count('href="#muutos-alue"') >= 3
    assert not re.search(r'href="(?:link|change|reference):', html)


def test_exclusions_show_before_the_grounds_each_in_the_sources_order(render: Render) -> None:
    html = render("en", "palvelut/tili.md")
    assert re.findall(r'id="peruste-([a-z]+)"', html) == ["tahto", "velka", "ehto"]
    assert "3 to 6 months" in html
    assert "kb-criteria__list--closed" in html


def test_markers_become_blocks_of_the_pages_language(render: Render) -> None:
    assert ">Money<" in render("en", "palvelut/index.md")
    html = render("fi", "index.md")
    assert ">Raha<" in html
    assert 'href="tilanteet/haato.md"' in html
    assert 'id="viite-s1"' in render("fi", "tietoa/lahde.md")
    assert "kb:" not in html
    assert "kbblock" not in html


def test_a_marker_in_code_stays_code(root: Path, render: Render) -> None:
    text = "\nKirjoita `<!-- kb:terms -->` näin:\n\n```\n<!-- kb:terms -->\n```\n"
    edit(root, {"file": "docs/fi/palvelut/neuvonta.md", "append": text})
    html = render("fi", "palvelut/neuvonta.md")
    assert html.count("&lt;!-- kb:terms --&gt;") == 2
    assert "termi-tili" not in html
    assert "kbblock" not in html


def test_html_in_front_matter_is_shown_and_never_run(root: Path, render: Render) -> None:
    bad = "<script>alert(1)</script> & <b>x</b> [x](javascript:alert(2))"
    path = "docs/fi/palvelut/neuvonta.md"
    edit(root, {"file": path, "replace": "detail: tuet", "by": f"detail: '{bad}'"})
    edit(root, {"file": path, "replace": "  - Neuvonta\n", "by": f"  - '{bad}'\n"})
    edit(root, {"file": "data/organisations.yml", "replace": "fi: Kela,", "by": f"fi: '{bad}',"})
    html = render("fi", "palvelut/neuvonta.md")
    assert "<script" not in html
    assert "<b>x" not in html
    assert 'href="javascript:' not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp;") == 3


def label(ident: str, lang: Lang) -> str:
    """A word of the site's furniture; its wording is the content's, not the engine's."""
    return engine_labels()[ident][lang]


def test_what_the_source_leaves_open_is_one_row_with_whom_to_ask(
    root: Path, render: Render
) -> None:
    path = "docs/fi/palvelut/neuvonta.md"
    edit(root, {"file": path, "replace": "group: raha\n", "by": ASKED})
    for lang in ("fi", "en"):
        found = facts(render(lang, "palvelut/neuvonta.md"))
        silent = found[label("silent", lang)]
        for ident in ("for-whom", "way-in", "decides", "cost", "law", "when-where", "contact"):
            assert label(ident, lang).lower() in silent, ident
            assert label(ident, lang) not in found, ident
        assert label("partners", lang).lower() not in silent
        assert "Kela" in found[label("partners", lang)]
        assert label("ask-word", lang) + ":" in silent
        assert silent.endswith("Kela.")


ASKED = "group: raha\nask:\n  - organisation: kela\n"
KNOWN = """contact:
  phone: 06 123
  email: tili@esimerkki.fi
  checked: 2026-01-05
  by: kela
facts:
  not_for: Lapsi.
  first: Arvio tarpeesta.
  lasts: Vuosi.
"""


def test_facts_that_are_known(root: Path, render: Render) -> None:
    edit(root, {"file": "docs/fi/palvelut/tili.md", "replace": "facts:\n", "by": KNOWN})
    found = facts(render("fi", "palvelut/tili.md"))
    assert found[label("for-whom", "fi")] == "Asiakas, jolla on jokin peruste."
    assert found[label("not-for", "fi")] == "Lapsi."
    assert found[label("first", "fi")] == "Arvio tarpeesta."
    assert found[label("lasts", "fi")] == "Vuosi."
    assert found[label("decides", "fi")] == "Tilin avaaminen: Neuvonta (SHL 17 §)"
    assert found[label("law", "fi")] == "SHL 17 §: tili tukee kuntoutusta"
    contact = found[label("contact", "fi")]
    assert "06 123" in contact
    assert f"{label('checked', 'fi')} 5.1.2026, Kela" in contact
    html = render("fi", "palvelut/tili.md")
    assert '<a class="kb-tel" href="tel:06123">06 123</a>' in html
    assert 'href="mailto:tili@esimerkki.fi"' in html
    assert label("address", "fi") not in contact
    assert label("contact", "fi").lower() not in found[label("silent", "fi")]


def test_a_law_in_the_other_language(render: Render) -> None:
    found = facts(render("en", "palvelut/tili.md"))
    assert found[label("law", "en")].startswith("section 17 of the Social Welfare Act: the account")


def test_relations_are_told_on_the_other_page(render: Render) -> None:
    found = facts(render("en", "palvelut/neuvonta.md"))
    assert found["Decides in"] == "Account"
    assert "Where this leads" not in found  # it refers there too, and one pair is told once
    assert found["Situations"] == "Facing eviction"
    assert found["Toolkits"].startswith("Guarantee Foundation")
    account = facts(render("fi", "palvelut/tili.md"))
    assert "Neuvonta" in account["Palveluun ohjautuminen"]
    assert "kb-relations" not in render("fi", "palvelut/tili.md")


def test_a_situation_tells_who_leads_to_it(root: Path, render: Render) -> None:
    toolkit = "docs/fi/tyokalut/takuu.md"
    by = "Katso [häätö](../tilanteet/haato.md) ja"
    edit(root, {"file": toolkit, "replace": "Lue ensin", "by": by})
    service = "docs/fi/palvelut/tili.md"
    edit(root, {"file": service, "replace": "Maksaako tili jotain?", "by": f"{by} maksa."})
    # Its own list of toolkits has told of the other page.
    assert facts(render("fi", "tilanteet/haato.md"))["Mainitaan sivuilla"] == "Tili"


def test_changes_and_checks_lead_the_page(render: Render) -> None:
    html = render("fi", "palvelut/tili.md")
    now = html.index("kb-now__change")
    assert html.index('id="perustiedot"') < now < html.index('id="perusteet"')
    assert "Muuttunut 1.1.2023</a>:" in html
    assert "Tieto on voimaantulon jälkeiseltä ajalta." in html
    assert 'id="tarkista-maksu"' in html


def test_toolkit_links_say_that_nobody_opened_them(root: Path, render: Render) -> None:
    html = render("fi", "tyokalut/takuu.md")
    # Once, not on every card.
    assert html.count("ihminen ei ole vielä avannut") == 1
    assert 'id="linkki-takuu-sivut"' in html


def test_a_text_that_is_no_page_is_left_alone() -> None:
    assert Markdown(extensions=["kb.blocks"]).convert("# A\n\n[b](link:c)<br>") == (
        '<h1 id="a">A</h1>\n<p><a href="link:c">b</a>&lt;br&gt;</p>'
    )


@pytest.mark.parametrize(
    ("date", "fi", "en"),
    [
        ("2023-01-31", "31.1.2023", "31 January 2023"),
        ("2022-02", "helmikuu 2022", "February 2022"),
        ("2023", "2023", "2023"),
    ],
)
def test_dates_in_words(date: str, fi: str, en: str) -> None:
    assert written(date, LANGUAGES["fi"]) == fi
    assert written(date, LANGUAGES["en"]) == en


@pytest.mark.parametrize(
    ("values", "fi", "en"),
    [
        ({"date": "2023-01-01"}, "1.1.2023", "1 January 2023"),
        ({"date": "2023", "qualifier": "before"}, "ennen vuotta 2023", "before 2023"),
        ({"date": "2022-02", "qualifier": "after"}, "jälkeen: helmikuu 2022",
         "after February 2022"),
        ({"date": "2023", "start": "2021", "qualifier": "until"}, "2021–2023", "2021–2023"),
    ],
)  # fmt: skip
def test_when_a_change_took_effect(values: dict[str, Any], fi: str, en: str) -> None:
    both = {"fi": "a", "en": "b"}
    change = Change.model_validate(
        {"id": "a", "title": both, "text": both, "references": ["s1"], "seen": "after", **values}
    )
    assert (when(change, LANGUAGES["fi"]), when(change, LANGUAGES["en"])) == (fi, en)


def test_inline_is_xml() -> None:
    html = str(inline("a & b &nbsp; **c** <br> ![x](y.png)\\\nd `<e>`"))
    ET.fromstring(f"<p>{html}</p>")  # noqa: S314 - our own text


@cache
def whole() -> Site:
    """The county in all its languages."""
    return prepare(load_sample())


@pytest.mark.parametrize(("lang", "path"), page_files())
def test_every_page_renders_in_every_language(lang: Lang, path: str) -> None:
    document = whole().knowledge.get(lang, path)
    assert document is not None
    page = PageRenderer(whole(), document)
    criteria = isinstance(document.meta, Service) and document.meta.criteria is not None
    for name in BLOCKS:
        if name != "criteria" or criteria:
            found = {part.get("id") for block in page.block(name) for part in block.iter()}
            assert block_anchors(name, whole().knowledge) <= found, name
    html = markdown(COUNTY, lang, path, whole())
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids)), [ident for ident in ids if ids.count(ident) > 1]
    assert not re.search(r'href="(?:link|change|reference):', html)
    assert "kbblock" not in html
    assert "None" not in re.sub(r"<[^>]*>", "", html)


def test_a_step_keeps_the_addresses_of_the_steps_it_took_in(root: Path, render: Render) -> None:
    path = "docs/fi/tilanteet/haato.md"
    text = (root / path).read_text(encoding="utf-8")
    first = re.search(r"- id: ([a-z-]+)\n", text)
    assert first is not None
    edit(root, {"file": path, "replace": first[0], "by": f"{first[0]}    former: [ennen]\n"})
    html = render("fi", "tilanteet/haato.md")
    assert html.index(f'id="askel-{first[1]}"') < html.index('id="askel-ennen"')
    assert 'id="askel-ennen"' in render("en", "tilanteet/haato.md")
