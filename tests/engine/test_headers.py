"""What a host is given besides pages: headers that say what the pages say, and a contact."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from kb.finish.headers import headers, write_headers
from kb.finish.policy import policy
from kb.finish.security_txt import write_security_txt

TODAY = dt.date(2026, 11, 30)
POLICY = policy("run()")


def rules(site: Path) -> dict[str, dict[str, str]]:
    """Path -> header -> value, as a host reads `_headers`."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("/"):
            found[line] = {}
            last = found[line]
        else:
            name, _, value = line.strip().partition(": ")
            last[name] = value
    return found


@pytest.mark.parametrize("base", ["/", "/kb/", "/a/b/"])
def test_the_rules_are_for_the_path_of_the_site(tmp_path: Path, base: str) -> None:
    write_headers(tmp_path, base, POLICY)
    assert rules(tmp_path) == {
        f"{base}*": headers(POLICY),
        f"{base}sw.js": {"Cache-Control": "no-cache"},
    }


def test_the_headers_say_what_a_page_cannot() -> None:
    sent = headers(POLICY)
    assert sent["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert re.fullmatch(r"max-age=\d{8}", sent["Strict-Transport-Security"])
    assert sent["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in sent["Permissions-Policy"]


def test_nginx_is_given_the_same(tmp_path: Path) -> None:
    write_headers(tmp_path, "/kb/", POLICY)
    text = (tmp_path / "nginx-headers.conf").read_text()
    given = dict(re.findall(r'^add_header (\S+) "([^"$]*)" always;$', text, re.MULTILINE))
    assert given == headers(POLICY)
    for line in text.splitlines():
        assert line.startswith(("#", "add_header "))


def test_no_contact_no_file(tmp_path: Path) -> None:
    assert not write_security_txt(
        tmp_path, "https://kb.example/", None, repository="", languages=["fi"], today=TODAY
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://kb.example/", "https://kb.example/.well-known/security.txt"),
        ("https://example.org/kb/", "https://example.org/.well-known/security.txt"),
        ("http://127.0.0.1:8000/", None),
        ("", None),
    ],
)
def test_the_contact_holds_for_half_a_year(
    tmp_path: Path, address: str, canonical: str | None
) -> None:
    repository = "https://github.com/example/kb"
    assert write_security_txt(
        tmp_path, address, "turva@kunta.example",
        repository=repository, languages=["fi", "en"], today=TODAY,
    )  # fmt: skip
    text = (tmp_path / ".well-known/security.txt").read_text()
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields.pop("Contact") == "mailto:turva@kunta.example"
    assert fields.pop("Expires") == "2027-05-29T00:00:00Z"
    assert fields.pop("Preferred-Languages") == "fi, en"
    assert fields.pop("Policy") == f"{repository}/blob/HEAD/SECURITY.md"
    assert fields == ({"Canonical": canonical} if canonical else {})
