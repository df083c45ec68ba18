"""Numbers that can be pressed: from the register alone, and only where they are numbers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kb.blocks.calls import known_numbers, link_numbers
from sample_site import LANGS, check, copy_county, edit, markdown

SITUATION = "tilanteet/haato.md"
OFFICE = """  - id: apu
    name: {fi: apulinja, en: helpline, sv: hjälplinje}
    kind: authority
    contact:
      phone: ["080 005 005", "112"]
      hours: {fi: aina, en: always, sv: alltid}
      checked: 2026-01-05
      by: kela
  - id: pappi
    name: {fi: pappi, en: priest, sv: präst}
    kind: role
    link: takuu-sivut
"""


class Page:
    """As much of a page as the pass needs."""

    class site:  # noqa: N801 - stands for an attribute
        numbers = known_numbers(iter(["112", "080 005 005"]))


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Soita 112.", ["112"]),
        ("112, sitten 080 005 005!", ["112", "080 005 005"]),
        ("080\n005 005", ["080 005 005"]),
        ("112 § ja 112 € ja 112 % ja 1 112 ja 112 000 ja 112.5 ja 2112 ja 112-osa", []),
        ("s.112", []),
        ("a112", []),
    ],
)
def test_what_is_a_number_to_call(text: str, linked: list[str]) -> None:
    root = ET.fromstring(f'<div><section class="kb-acute"><p>{text}</p></section></div>')  # noqa: S314
    link_numbers(root, Page())  # type: ignore[arg-type]
    assert [a.text for a in root.iter("a")] == linked
    said = " ".join("".join(root.itertext()).split())
    assert said == " ".join(text.split())


def test_a_short_number_is_called_only_where_one_calls() -> None:
    html = "<div><p>Diat 112</p><p>Soita 080 005 005 <b>nyt</b> 112</p><h2>080 005 005</h2></div>"
    root = ET.fromstring(html)  # noqa: S314
    link_numbers(root, Page())  # type: ignore[arg-type]
    assert [a.get("href") for a in root.iter("a")] == ["tel:080005005"]
    assert "".join(root.itertext()) == "Diat 112Soita 080 005 005 nyt 112080 005 005"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root: Path = copy_county(tmp_path)
    register = root / "data/organisations.yml"
    register.write_text(register.read_text(encoding="utf-8") + OFFICE, encoding="utf-8")
    county = root / "data/county.yml"
    county.write_text(county.read_text(encoding="utf-8") + "call: [apu, pappi]\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("lang", LANGS)
def test_the_urgent_block_is_the_first_thing_behind_the_title(root: Path, lang: str) -> None:
    html = markdown(root, lang, SITUATION)
    rest = html.partition("</h1>")[2].lstrip()
    assert rest.startswith('<section aria-labelledby="toimi-heti" class="kb-acute"') or re.match(
        r'<section class="kb-acute"', rest
    )
    assert 'href="tel:112"' in html
    assert 'href="tel:080005005"' in html
    # Who has no number says where to find it.
    block = rest.partition("</section>")[0]
    assert "https://www.takuusaatio.fi/" in block


def test_the_numbers_say_when_they_were_checked_and_by_whom(root: Path) -> None:
    block = markdown(root, "fi", SITUATION).partition("kb-acute")[2].partition("</section>")[0]
    assert '<p class="kb-note">Tarkistettu 5.1.2026, Kela</p>' in block


def test_whom_one_cannot_reach_is_told(root: Path) -> None:
    path = f"docs/fi/{SITUATION}"
    text = (root / path).read_text(encoding="utf-8")
    group = re.search(r"^group: .*\n", text, re.MULTILINE)
    assert group
    edit(root, {"file": path, "replace": group[0], "by": f"{group[0]}call: [asiakas]\n"})
    register = root / "data/organisations.yml"
    register.write_text(
        register.read_text(encoding="utf-8")
        + "  - id: asiakas\n    name: {fi: asiakas, en: client, sv: klient}\n    kind: role\n",
        encoding="utf-8",
    )
    assert "'asiakas' ei ole numeroa eikä linkkiä" in check(root).output
