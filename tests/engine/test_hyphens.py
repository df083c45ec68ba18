"""Where long words may break: between their parts, in shown text only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.finish.hyphens import LONG, SOFT_HYPHEN, VERY_LONG, Hyphenator, with_hyphens

VOWELS = "aeiouyåäö"
SAID = "Asumisneuvonta, asumispalvelu: sosiaalityö, neuvonta ja palvelu. Asiakas saa ohjausta."


@pytest.fixture
def finnish() -> Hyphenator:
    return Hyphenator(VOWELS, [f"<p>{SAID}</p>"])


def _seen(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "|")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("asumissosiaalityön", "asumis|sosiaalityön"),  # by a first part and the form of a word
        ("Asiakasohjauksessa", "Asiakas|ohjauksessa"),  # never asiaka-sohjauksessa
        ("mielenterveyskuntoutujan", "mielen|terveys|kuntou|tujan"),  # by syllables: none is known
        ("asuminen", "asuminen"),
        ("SHL", "SHL"),
    ],
)
def test_a_word_breaks_between_its_parts(finnish: Hyphenator, word: str, broken: str) -> None:
    assert _seen(finnish.broken(word)) == broken


def test_no_piece_is_short_and_none_is_lost(finnish: Hyphenator) -> None:
    for length in range(1, 70):
        word = ("kuntoutusta" * 7)[:length]
        broken = _seen(finnish.broken(word))
        assert broken.replace("|", "") == word
        assert all(len(piece) >= 4 for piece in broken.split("|")) or broken == word
        assert all(len(piece) < LONG for piece in broken.split("|")), broken


@pytest.mark.parametrize(
    "html",
    [
        '<h1 title="asumissosiaalityön"><a href="/asumissosiaalityön/">{}</a></h1>',
        "<table><tr><th>Lyhyt</th><td>{}</td></tr></table>",
        '<p lang="en">{other}</p><dl><dt>{}</dt></dl>',
        "<h2>{}<br>{}</h2><p>{other}</p>",
    ],
)
def test_long_words_of_narrow_places_break(finnish: Hyphenator, html: str) -> None:
    page = f'<html lang="fi"><body>{html}</body></html>'
    word = "asumissosiaalityön"
    told = with_hyphens(page.format(word, word, other=word), {"fi": finnish})
    assert told == page.format(finnish.broken(word), finnish.broken(word), other=word), (
        "shown text alone, of that language alone"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<head><title>asumissosiaalityön</title></head>",
        "<h1><code>asumissosiaalityön</code></h1>",
        "<h1>https://asumissosiaalityön.example/asumissosiaalityön</h1>",
        "<h1>asumissosiaalityön@example.org</h1>",
        "<script>const asumissosiaalityön = 1</script>",
        "<p>asumissosiaalityön</p>",
        '<h1 lang="en">asumissosiaalityön</h1>',
        "<h1>asunto</h1>",
    ],
)
def test_what_is_no_shown_long_word_stays(finnish: Hyphenator, html: str) -> None:
    page = f'<html lang="fi">{html}</html>'
    assert with_hyphens(page, {"fi": finnish}) == page


def test_a_very_long_word_breaks_anywhere(finnish: Hyphenator) -> None:
    word = "mielenterveyskuntoutujan"
    assert len(word) >= VERY_LONG
    told = with_hyphens(f'<html lang="fi"><p>{word}</p></html>', {"fi": finnish})
    assert SOFT_HYPHEN in told


def test_a_name_of_the_language_with_a_rule_breaks_on_any_page() -> None:
    word, unknown = "mielenterveyskuntoutujan", "counterrevolutionaries"
    finnish = Hyphenator(VOWELS, [word])
    told = with_hyphens(f'<html lang="en"><h1>{word} {unknown}</h1></html>', {"fi": finnish})
    assert told == f'<html lang="en"><h1>{finnish.broken(word)} {unknown}</h1></html>'


def test_on_a_site_only_what_is_shown_has_them(county_folder: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in county_folder.rglob("*.html")}
    assert any(SOFT_HYPHEN in text for text in pages.values())
    for path, text in pages.items():
        assert not re.search(f"<[^>]*{SOFT_HYPHEN}", text), path
        tree = LexborHTMLParser(text)
        for node in tree.css("title, code, pre, script, style, template"):
            assert SOFT_HYPHEN not in node.text(), path
    for path in county_folder.rglob("*"):
        if path.suffix in {".json", ".xml"}:
            assert SOFT_HYPHEN not in path.read_text(encoding="utf-8"), path
