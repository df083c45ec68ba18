"""While the site is edited: what is wrong stands on its pages, and goes once it is mended."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.doors import served
from kb.site.refusal import RefusedError
from kb.site.settings import LOCAL, Settings

ERRORS = ["docs/fi/b.md:1: ei / no", "docs/fi/a.md:3: <b> puuttuu / is missing"]


class _Builds:
    """Stands for `Build.start`: refuses as often as it is told, then builds."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals

    def start(self, *_: Any) -> str:
        self.refusals -= 1
        if self.refusals >= 0:
            raise RefusedError(ERRORS)
        return "the new site"


def free_port() -> int:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        return int(other.getsockname()[1])


def start(
    monkeypatch: pytest.MonkeyPatch, refusals: int, before: Any, port: int | None = None
) -> tuple[Any, Any]:
    monkeypatch.setattr(served, "Build", _Builds(refusals))
    monkeypatch.setattr(served, "code_has_changed", lambda: False)
    return served.start_served(Path(), Settings(), before, ("127.0.0.1", port or free_port()))


def test_a_refused_content_leaves_the_site_as_it_was_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert start(monkeypatch, 1, "the old site") == ("the old site", tuple(ERRORS))
    assert start(monkeypatch, 0, "the old site") == ("the new site", ())


def test_a_site_that_cannot_begin_begins_with_the_save_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(served, "saved", lambda _: iter([None, None]))
    assert start(monkeypatch, 2, None) == ("the new site", ())
    assert ERRORS[0] in caplog.text


def test_a_site_that_cannot_begin_shows_its_errors_and_then_the_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port, seen = free_port(), list[str]()

    def saves(_: Path) -> Iterator[None]:
        while True:
            with pytest.raises(urllib.error.HTTPError) as answer:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/tietoa/", timeout=10)
            seen.append(answer.value.read().decode())
            assert answer.value.code == 503
            yield

    monkeypatch.setattr(served, "saved", saves)
    assert start(monkeypatch, 2, None, port) == ("the new site", ())
    assert all("docs/fi/a.md:3: &lt;b&gt; puuttuu / is missing" in page for page in seen)
    assert len(seen) == 2
    # The address is free for the site itself.
    assert not served.is_taken("127.0.0.1", port)


def test_a_page_tells_its_own_errors_first_and_as_text() -> None:
    page = served.with_notices("<html><body class=a><p>x</p></body>", tuple(ERRORS), "docs/fi/a.md")
    assert page.startswith('<html><body class=a><section role="alert"')
    assert page.index("docs/fi/a.md:3: &lt;b&gt; puuttuu") < page.index("docs/fi/b.md:1")
    assert page.endswith("</section><p>x</p></body>")
    assert served.with_notices("<body>", (), "docs/fi/a.md") == "<body>"


def test_changed_code_is_seen() -> None:
    newest = max(path.stat().st_mtime for path in served._CODE.rglob("*.py"))
    assert served.code_has_changed(newest - 1)
    assert not served.code_has_changed(newest)
    assert not served.code_has_changed(time.time() + 1)


def test_a_busy_port_is_seen() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert served.is_taken("127.0.0.1", port)
    assert not served.is_taken("127.0.0.1", port)


@pytest.mark.parametrize("told", ["", " ", LOCAL])
def test_an_empty_address_is_none(told: str) -> None:
    settings = Settings.of(told, "", "")
    assert (settings.site_url, settings.is_local) == (LOCAL, True)


def test_an_address_that_is_told_is_used() -> None:
    settings = Settings.of("https://kunta.example/kb", "https://git.example/x/", "/edit/main/docs")
    assert settings.site_url == "https://kunta.example/kb/"
    assert settings.edit_url == "https://git.example/x/edit/main/docs/"
    assert not settings.is_local
