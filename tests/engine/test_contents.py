"""The list of headings that opens on a phone."""

import xml.etree.ElementTree as ET

from kb.blocks import contents


def page(headings: str) -> ET.Element:
    place = '<details class="kb-contents"><summary>Tällä sivulla</summary></details>'
    return ET.fromstring(f"<div><h1>Sivu</h1>{place}{headings}</div>")  # noqa: S314 - our own


def listed(root: ET.Element) -> list[tuple[str, str]]:
    return [(link.get("href", ""), link.text or "") for link in root.iterfind(".//details//a")]


def test_it_lists_headings_and_subheadings_in_order() -> None:
    root = page("".join(f'<h2 id="a{n}">A <em>{n}</em></h2><h3 id="b{n}">B</h3>' for n in range(3)))
    contents.fill(root)
    assert listed(root)[:3] == [("#a0", "A 0"), ("#b0", "B"), ("#a1", "A 1")]


def test_a_long_page_leaves_subheadings_out() -> None:
    root = page("".join(f'<h2 id="a{n}">A</h2><h3 id="b{n}">B</h3>' for n in range(20)))
    contents.fill(root)
    assert {href[1] for href, _ in listed(root)} == {"a"}


def test_a_short_page_has_none() -> None:
    root = page('<h2 id="a">A</h2>')
    contents.fill(root)
    assert root.find(".//details") is None
