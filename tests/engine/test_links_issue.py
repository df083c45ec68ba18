"""What a person reads of the links: addresses to click, a cut that is told, a run's progress."""

from __future__ import annotations

import datetime as dt
import os
import re
import select
from dataclasses import replace
from html import unescape
from unittest.mock import patch

import pytest
from markdown_it import MarkdownIt

from kb.links.issue import LIMIT, whole
from kb.links.progress import Progress
from kb.links.quoting import address
from kb.links.register import Entry
from kb.links.remember import remember
from kb.links.summary import Item, markdown, needs_a_person
from kb.model.data import Settled
from linkjudge.codes import BY_NAME
from linkjudge.model import Finding, Target

DAY = dt.date(2026, 11, 30)
RUN = {"SERVER_URL": "https://github.com", "REPOSITORY": "o/r", "RUN_ID": "7"}


def rendered(text: str) -> str:
    """The HTML as GitHub makes it, which shows an address as it is written."""
    renderer = MarkdownIt("gfm-like", {"linkify": False})
    with patch.object(renderer, "normalizeLinkText", lambda link: link):
        return str(renderer.render(text))


def _item(ident: str, code: str = "title", url: str = "", name: str = "Nimi") -> Item:
    entry = Entry(Target(ident, url or f"https://e.fi/{ident}"), name, name)
    finding = Finding(entry.target, BY_NAME[code], entry.url, 200, 1, 5)
    return entry, remember(None, finding, entry, DAY)


def _issue(items: list[Item], pages: int = 1, limit: int | None = LIMIT) -> str:
    entries = {entry.id: entry for entry, _ in items}
    used = {ident: [f"docs/fi/p{n}.md" for n in range(pages)] for ident in entries}
    return markdown(items, entries, used, DAY, limit=limit, whole=whole())


def test_a_cut_says_how_many_and_where_all_are(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in RUN.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    text = _issue([_item(f"l{n}") for n in range(300)])
    assert len(text) <= LIMIT
    shown = text.count("\n### ")
    assert 50 < shown < 300
    assert f"{300 - shown} of 300 links did not fit here" in text
    assert "<https://github.com/o/r/actions/runs/7>" in text
    assert "did not fit" not in _issue([_item(f"l{n}") for n in range(3)])


def test_one_long_entry_empties_nothing() -> None:
    long = _item("long", url="https://e.fi/" + "a" * 100_000, name="*" * 100_000)
    text = _issue([long, _item("short")], pages=5_000)
    assert "### `long`" in text and "### `short`" in text
    assert len(text) <= LIMIT
    assert "+ 4980" in text
    tight = _issue([long, _item("short")], limit=2_500)
    assert "### `short`" in tight and "1 of 2 links" in tight


ADDRESSES = [
    "https://e.fi/a_b_c/*d*/~e~?x=[1]&y={2}|3#f_g@h",
    "https://e.fi/?a=1&copy=2&amp=3",
    "https://e.fi/tiedosto%20nimi.pdf?q=ä",
    "https://e.fi/(sulut)/",
    "https://www.kela.fi/\\x",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_can_be_clicked_and_copied_unharmed(url: str) -> None:
    html = rendered(f"- Osoite: {address(url)}")
    link = re.search(r'<a href="([^"]*)">(.*?)</a>', html)
    assert link, html
    assert unescape(link[2]) == url
    assert "\u2060" not in html
    assert MarkdownIt().normalizeLink(url) == unescape(link[1])
    item = _item("a", url=url)
    assert address(url) in _issue([item])


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "https://www.kela.fi@evil.example/",
        "https://github.com/octo/repo/issues/7", "https://GitHub.com/octo/repo/pull/7#x",
        "https://e.fi/" + "a" * 3000, "ftp://e.fi/", "not an address", "https://",
        "https://e.fi/?a=1&copy;=2", "https://e.fi/&commat;octocat",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_stays_text(url: str) -> None:
    html = rendered(address(url))
    assert "<a" not in html
    assert "<code>" in html


@pytest.mark.parametrize(
    "url",
    ["https://e.fi/>x<img src=x>", "https://e.fi/\n# x", "https://e.fi/`x` @octocat",
     "https://e.fi/a\u202eb"],
)  # fmt: skip
def test_an_address_cannot_break_out(url: str) -> None:
    html = rendered(address(url))
    assert re.fullmatch(r"<p><a href=\"[^\"]*\">[^<]*</a></p>\n", html), html
    assert not re.search("[\u202a-\u202e`]", html)
    outside = re.sub(r"<a .*?</a>", "", html)
    assert "octocat" not in outside


def test_a_link_that_a_person_gave_up_waits_for_nobody() -> None:
    entry, known = _item("a", "gone")
    dead = (entry, known.model_copy(update={"status": "broken"}))
    assert needs_a_person(dead)
    given = (replace(entry, settled=Settled("gone", DAY)), dead[1])
    assert not needs_a_person(given)
    text = _issue([given])
    assert "### " not in text
    assert "No link waits for a person" in text
    assert "| rikki / broken | 1 |" in text


def test_a_terminal_sees_how_far_the_run_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as stream:
        progress = Progress(2, stream)
        progress.count()
        progress.line("ok  a: Hyvä.")
        progress.clear()
        seen = ""
        # A terminal hands on what was written in pieces of its own.
        while seen.count("\r\x1b[K") < 4:
            assert select.select([ours], [], [], 10)[0], seen
            seen += os.read(ours, 1000).decode()
        assert seen.split("\r\x1b[K") == ["", "0/2 linkkiä / links", "", "1/2 linkkiä / links", ""]
        monkeypatch.setenv("CI", "true")
        quiet = Progress(2, stream)
        quiet.count()
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 1)
    os.close(ours)
    assert capsys.readouterr().out == "ok  a: Hyvä.\n"


def test_a_job_s_log_sees_no_counting_line(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(2)
    progress.count()
    progress.line("ok  a: Hyvä.")
    assert capsys.readouterr() == ("ok  a: Hyvä.\n", "")
