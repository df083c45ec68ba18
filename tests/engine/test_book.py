"""The handbook's chapters: own ids, links that stay in the book, headings below its own."""

from __future__ import annotations

from kb.blocks.book import Book, RenderedPage, gather

BOOK = "en/kasikirja/"
ACCOUNT = RenderedPage(
    "en/palvelut/tili/",
    "Account",
    '<h1 id="tili">Account</h1><h2 id="kulku" class="x">How</h2>'
    '<p><a href="../neuvonta/#ajat">Advice</a> <a href="#kulku">how</a> <a href="./">here</a>'
    ' <a class="y" href="https://kela.fi/#a">Kela</a> <a href="../../tietoa/">about</a>'
    ' <img alt="x" src="../../../assets/x.svg"></p>'
    '<section aria-labelledby="kulku"><label for="kulku">a &lt;b id="c"&gt;</label></section>'
    '<ul aria-labelledby="kulku"></ul>'
    '<code>href="#kulku"</code>',
)
ADVICE = RenderedPage("en/palvelut/neuvonta/", "Advice", '<h1>Advice</h1><h5 id="ajat">Hours</h5>')


def book() -> Book:
    return gather([("Services", [ACCOUNT, ADVICE]), ("Other", [])], BOOK, "today")


def test_chapters_and_their_ids() -> None:
    parts = book().parts
    assert [(part.id, part.title) for part in parts] == [("osa-1", "Services"), ("osa-2", "Other")]
    assert [chapter.key for chapter in parts[0].chapters] == ["palvelut-tili", "palvelut-neuvonta"]
    html = parts[0].chapters[0].html
    assert '<h2 id="palvelut-tili--tili">Account</h2>' in html
    assert '<h3 id="palvelut-tili--kulku" class="x">How</h3>' in html
    assert '<ul aria-labelledby="palvelut-tili--kulku">' in html
    assert "<section><label" in html  # no landmark of the same name in every chapter
    assert 'for="palvelut-tili--kulku"' in html
    assert "<h6" in parts[0].chapters[1].html


def test_links() -> None:
    html = book().parts[0].chapters[0].html
    assert '<a href="#palvelut-neuvonta--ajat">' in html
    assert '<a href="#palvelut-tili--kulku">how' in html
    assert '<a href="#palvelut-tili">here' in html
    assert 'href="https://kela.fi/#a"' in html
    assert '<a href="../tietoa/">' in html
    assert 'src="../../assets/x.svg"' in html


def test_text_is_left_alone() -> None:
    html = book().parts[0].chapters[0].html
    assert 'a &lt;b id="c"&gt;' in html
    assert '<code>href="#kulku"</code>' in html
