"""Where long words may break: told beside the text, which stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.finish.hyphens import Hyphenator, with_parts

VOWELS = "aeiouyåäö"
SAID = "Asumisneuvonta, asumispalvelu: sosiaalityö, neuvonta ja palvelu. Asiakas saa ohjausta."
WORD = "asumissosiaalityön"


@pytest.fixture
def finnish() -> Hyphenator:
    return Hyphenator(VOWELS, [f"<p>{SAID}</p>"])


def _told(html: str) -> str | None:
    body = LexborHTMLParser(html).css_first("body")
    assert body is not None
    return body.attributes.get("data-kb-parts")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        (WORD, "asumis-sosiaalityön"),  # by a first part and the form of a word
        ("Asiakasohjauksessa", "Asiakas-ohjauksessa"),  # never asiaka-sohjauksessa
        ("mielenterveyskuntoutujan", "mielen-terveys-kuntou-tujan"),  # by syllables: none is known
        ("asuminen", "asuminen"),
        ("SHL", "SHL"),
    ],
)
def test_a_word_breaks_between_its_parts(finnish: Hyphenator, word: str, parts: str) -> None:
    assert "-".join(finnish.parts(word)) == parts


def test_no_part_is_short_and_none_is_lost(finnish: Hyphenator) -> None:
    for length in range(1, 70):
        word = ("kuntoutusta" * 7)[:length]
        parts = finnish.parts(word)
        assert "".join(parts) == word
        assert all(len(part) >= 4 for part in parts) or len(parts) == 1
        assert all(len(part) < 14 for part in parts), parts


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (f"<h1>{WORD}</h1><p>{WORD}</p>", "asumis-sosiaalityön"),
        (f'<p title="{WORD}">asunto</p>', None),
        (f"<pre>{WORD}</pre><script>const {WORD} = 1</script>", None),
        (f"<p>https://{WORD}.example/{WORD} {WORD}@example.org</p>", None),
        ("<p>asunto</p>", None),
    ],
)
def test_the_body_tells_the_words_of_the_text(
    finnish: Hyphenator, html: str, told: str | None
) -> None:
    page = f'<html lang="fi"><head><title>{WORD}</title></head><body dir="ltr">{html}</body></html>'
    finished = with_parts(page, {"fi": finnish})
    assert _told(finished) == told
    assert finished.replace(f'data-kb-parts="{told}" ', "") == page


def test_a_name_of_the_language_with_a_rule_breaks_on_any_page() -> None:
    finnish = Hyphenator(VOWELS, [WORD])
    page = f'<html lang="en"><body dir="ltr"><h1>{WORD} counterrevolutionaries</h1></body></html>'
    assert _told(with_parts(page, {"fi": finnish})) == "-".join(finnish.parts(WORD))
    assert with_parts(page, {}) == page


def test_no_text_of_a_site_has_a_soft_hyphen(county_folder: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in county_folder.rglob("*.html")}
    assert any(_told(text) for text in pages.values())
    for path, text in pages.items():
        assert "\u00ad" not in text, path
