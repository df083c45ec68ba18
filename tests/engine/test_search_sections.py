"""What of a page the search reads: its matter, not what stands on it for other ends."""

from __future__ import annotations

import pytest

from kb.search.sections import read_sections

TERM = (
    '<p>Kysy <span class="kb-term"><a href="#lakea">Lakealta</a>'
    '<span class="kb-term__tip" role="tooltip" data-search-exclude>'
    "<strong>Lakea Oy</strong>. Yhtiö.</span></span>.</p>"
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (TERM, "Kysy Lakealta."),
        ("<p>Mihin?</p><div><button>Kaikki</button><button>Raha</button></div>", "Mihin?"),
        ("<ul><li>yksi</li><li>kaksi</li></ul>", "yksi\nkaksi"),
        ("<dl><dt>Maksu</dt><dd>Maksuton.</dd></dl>", "Maksu: Maksuton."),
    ],
)
def test_only_the_matter_is_read(html: str, text: str) -> None:
    (section,) = read_sections(html)
    assert section.text == text


def test_text_belongs_to_the_heading_above_it() -> None:
    found = read_sections('<h1>Sivu</h1><p>Alku.</p><h2 id="a">Yksi</h2><p>Teksti.</p>')
    assert [(s.id, s.heading, s.text) for s in found] == [
        ("", "", "Alku."),
        ("a", "Yksi", "Teksti."),
    ]
