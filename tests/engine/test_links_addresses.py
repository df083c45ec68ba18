"""Addresses are read as Chromium reads them and sent byte for byte."""

from __future__ import annotations

import pytest

from linkjudge.address import BadAddressError, join, mended, parse
from linkjudge.heads import mend_head
from linkjudge.places import is_home, is_login


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/a/../b", "/b"),
        ("/a/%2e/%2E%2e/c", "/c"),
        ("//a///b/./c", "//a///b/c"),
        ("/%7Ea/%e4/ä/a b/+/", "/%7Ea/%e4/%C3%A4/a%20b/+/"),
        ('/^[]{}`"<>\\y', "/%5E[]%7B%7D%60%22%3C%3E/y"),
        ("/%zz%", "/%zz%"),
        ("/end. ", "/end."),
        ("/li\nne", "/line"),
        ("", "/"),
        ("?q=a+b%20ä'|&x=[1]{2}^`", "/?q=a+b%20%C3%A4%27|&x=[1]{2}^`"),
    ],
)
def test_the_request_is_what_chromium_sends(written: str, sent: str) -> None:
    assert parse(f"http://example.fi{written}").target == sent


@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("b", "http://e.fi/a/b"),
        ("/b", "http://e.fi/b"),
        ("?q", "http://e.fi/a/x?q"),
        ("//o.fi/c", "http://o.fi/c"),
        ("../c", "http://e.fi/c"),
        ("HTTPS://o.fi", "https://o.fi/"),
        ("b#k", "http://e.fi/a/b#k"),
    ],
)
def test_a_location_is_joined_as_a_browser_does(location: str, there: str) -> None:
    assert str(join(parse("http://e.fi/a/x?p"), location)) == there


def test_a_fragment_goes_along_unless_the_redirect_has_its_own() -> None:
    base = parse("http://e.fi/a#vanha")
    assert str(join(base, "b")) == "http://e.fi/b#vanha"
    assert str(join(base, "b#uusi")) == "http://e.fi/b#uusi"


@pytest.mark.parametrize(
    "text", ["", "x", "ftp://e.fi/", "http://", "http:///", "http://e..fi/", "http://e.fi:99999/",
             "http://e fi/", "mailto:a@e.fi", "http://[::1/", "javascript:alert(1)"]
)  # fmt: skip
def test_what_no_browser_opens_is_told(text: str) -> None:
    with pytest.raises(BadAddressError):
        parse(text)


def test_hosts() -> None:
    assert parse("http://Ääkkönen.FI/").host == "xn--kknen-fraa0m.fi"
    assert parse("http://user:pw@e.fi:8080/").authority == "e.fi:8080"
    assert parse("https://[::1]:443/").authority == "[::1]"


def test_slips_are_taken_out() -> None:
    assert mended("http://e.fi/a b.") == ["http://e.fi/ab.", "http://e.fi/ab"]
    assert mended("http://e.fi/ab") == []
    assert mended("http://e.fi/ab),") == ["http://e.fi/ab"]


@pytest.mark.parametrize(
    ("url", "home", "login"),
    [
        ("http://e.fi/", True, False),
        ("http://e.fi/fi/", True, False),
        ("http://e.fi/etusivu?lang=fi", True, False),
        ("http://e.fi/index.php", True, False),
        ("http://e.fi/?p=12", False, False),
        ("http://e.fi/#/reitti", False, False),
        ("http://e.fi/palvelut/", False, False),
        ("http://e.fi/kirjaudu", False, True),
        ("http://e.fi/a/login.aspx?x", False, True),
        ("http://login.e.fi/x", False, True),
        ("http://e.fi/blogin/kirjoitus", False, False),
        ("http://e.fi/kirjaudu-mukaan", False, False),
    ],
)
def test_places(url: str, home: bool, login: bool) -> None:
    address = parse(url)
    assert (is_home(address), is_login(address)) == (home, login)


def test_heads_are_mended_as_browsers_do() -> None:
    head = b"HTTP/1.1 200\nnonsense\nX Y : z\nContent-Length: abc\nA : b\n c\nB: 1\n\n"
    assert mend_head(head) == b"HTTP/1.1 200\r\nA: b c\r\nB: 1\r\n\r\n"
