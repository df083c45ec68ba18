"""How a change is known, and whom an open point sends the reader to."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample_site import check, copy_sample, edit, markdown

PAGE = "palvelut/tili.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_sample(tmp_path)


def seen(root: Path, value: str) -> tuple[str, str]:
    """The Finnish and the English page, when the sample's change is `value`."""
    first = "    seen: after\n  # One page has them all"
    by = first.replace("after", value, 1)
    edit(root, {"file": "data/changes.yml", "replace": first, "by": by})
    return markdown(root, "fi", PAGE), markdown(root, "en", PAGE)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("after", "Tieto on voimaantulon jälkeiseltä ajalta."),
        ("before", "Tieto on ajalta ennen voimaantuloa. Tarkista, tuliko muutos voimaan."),
        ("none", "Voimaantulon päivää ei tiedetä. Päivä kertoo, milloin asia todettiin."),
    ],
)
def test_each_value_of_seen_has_its_one_sentence(root: Path, value: str, sentence: str) -> None:
    finnish, _ = seen(root, value)
    assert sentence in finnish
    assert finnish.count('class="kb-changes__source"') == 1


def test_what_has_no_day_of_effect_is_told_as_found_on_its_date(root: Path) -> None:
    finnish, english = seen(root, "none")
    assert "Todettu 1.1.2023</a>:" in finnish
    assert "Found 1 January 2023</a>:" in english
    assert "Muuttunut 1.1.2023" not in finnish
    assert "Changed 1 January 2023" not in english


def test_what_was_only_enacted_is_not_marked_as_done(root: Path) -> None:
    finnish, english = seen(root, "before")
    assert "Oli määrä muuttua 1.1.2023</a>:" in finnish
    assert "Was to change 1 January 2023</a>:" in english
    assert "Muuttunut 1.1.2023" not in finnish
    assert "Changed 1 January 2023" not in english


def ask(root: Path, parties: str) -> None:
    """Put `parties` in place of those whom the page's open point names."""
    named = "    ask:\n      - organisation: takuusaatio\n"
    by = f"    ask:\n{parties}" if parties else ""
    edit(root, {"file": f"docs/fi/{PAGE}", "replace": named, "by": by})


def told(root: Path) -> str:
    """The open point as the page tells it."""
    html = markdown(root, "fi", PAGE)
    return html[html.index('id="tarkista-maksu"') :].partition("</li>")[0]


def test_an_open_point_leads_to_whom_to_ask(root: Path) -> None:
    ask(root, "      - service: neuvonta\n      - organisation: kela\n")
    point = told(root)
    assert "Kysy:" in point
    assert '<a href="neuvonta.md">Neuvonta</a>' in point
    assert 'href="https://www.kela.fi/ohje"' in point  # its home page: it has no page here


def test_an_open_point_leads_to_the_official_page_where_one_is_given(root: Path) -> None:
    ask(root, "      - organisation: takuusaatio\n        link: takuu-sivut\n")
    assert 'href="https://www.takuusaatio.fi/"' in told(root)


def test_whom_to_ask_must_exist(root: Path) -> None:
    ask(root, "      - organisation: kelaa\n")
    assert "organisaatiota 'kelaa' ei ole; tarkoititko 'kela'?" in check(root).output


def test_a_month_in_a_sentence_takes_its_case(root: Path) -> None:
    day = {"file": "data/changes.yml", "replace": "date: 2023-01-01", "by": "date: 2023-01"}
    edit(root, day)
    finnish = markdown(root, "fi", PAGE)
    assert "Muuttunut tammikuussa 2023</a>:" in finnish
    assert '<strong class="kb-changes__date">tammikuu 2023</strong>' in finnish
    assert "Changed January 2023</a>:" in markdown(root, "en", PAGE)


def test_the_page_about_the_source_lists_what_to_ask_whom(root: Path) -> None:
    page = "tietoa/lahde.md"
    note = "    kind: association\n"
    told = f"{note}    note: {{fi: Vastaa arkisin., en: Answers on weekdays.}}\n"
    edit(root, {"file": "data/organisations.yml", "replace": note, "by": told})
    edit(root, {"file": f"docs/fi/{page}", "append": "\n\n<!-- kb:gaps -->\n"})
    html = markdown(root, "fi", page)
    asked = html[html.index("<summary>Takuusäätiö (1)</summary>") :].partition("</details>")[0]
    assert "Vastaa arkisin." in asked
    assert '<a href="../palvelut/tili.md#tarkista-maksu">Tili</a>: Maksaako tili jotain?' in asked
