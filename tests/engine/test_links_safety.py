"""No server, page or register can make the checker go where it should not, or stay too long."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Callable
from typing import Any

import brotli
import httpcore
import pytest

from faults.case import Case, always, redirect
from faults.running import apart, running
from linkjudge import decode, network, worker
from linkjudge.codes import Code
from linkjudge.model import Finding, Limits, Target
from linkjudge.reading import read
from linkjudge.readings import Question
from linkjudge.run import judge_all


def judge(*urls: str, **options: Any) -> list[Finding]:
    """Judge addresses in this process."""
    found: list[Finding] = []
    targets = [Target(str(number), url) for number, url in enumerate(urls)]
    apart(
        lambda: asyncio.run(
            judge_all(targets, agent="test +x@y", done=found.append, interval=0, **options)
        )
    )
    return sorted(found, key=lambda finding: int(finding.target.id))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "a.localhost", "0.0.0.0",  # noqa: S104 - refused, not bound to
        "127.1", "2130706433", "0x7f.1",
        "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "[::1]",
        "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]",
        "224.0.0.1", "168.63.129.16", "192.0.0.192", "[64:ff9b:1::7f00:1]", "[fec0::1]",
        "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[2001:0:7f00:1::]",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(host: str) -> None:
    (finding,) = judge(f"http://{host}:9/x")
    assert finding.code is Code.PRIVATE


def test_a_refused_server_hears_nothing() -> None:
    with running([Case("x", "ok", always())]) as server:
        port = server.places.names["port"]
        findings = judge(f"http://127.0.0.1:{port}/x/", f"http://localhost:{port}/x/")
        assert not server.requests
    assert {finding.verdict for finding in findings} == {"broken"}


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_public", lambda ip: ip == "127.0.0.1")
    with running([Case("x", "ok", redirect(302, "{other}/x/secret"))]) as server:
        (finding,) = judge(f"{server.places.names['web']}/x/sivu")
        assert [request.path for request in server.seen["x"]] == ["/sivu"]
    assert finding.code is Code.PRIVATE


def test_a_name_is_resolved_once_and_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked: list[str] = []

    async def resolve(host: str) -> list[str]:
        asked.append(host)
        return next(answers)

    async def open_to(self: object, ip: str, port: int, timeout: float | None) -> Any:
        connected.append(ip)
        raise httpcore.ConnectError

    connected: list[str] = []
    monkeypatch.setattr(network, "_resolve", resolve)
    monkeypatch.setattr(network.Network, "_open", open_to)
    judge("http://rebinding.example.com/a", "http://rebinding.example.com/b")
    assert asked == ["rebinding.example.com"]
    assert set(connected) == {"93.184.216.34"}


def test_a_name_with_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(_: str) -> list[str]:
        return ["10.1.2.3"]

    monkeypatch.setattr(network, "_resolve", resolve)
    assert judge("http://intra.example.com/")[0].verdict == "broken"


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": lambda data: brotli.compress(data, quality=4),
}


@pytest.mark.parametrize("encoding", BOMBS)
def test_a_small_body_does_not_unpack_to_gigabytes(encoding: str) -> None:
    bomb = BOMBS[encoding](b"\x00" * 200_000_000)
    assert len(decode.unpack(bomb[: 256 * 1024], encoding)) <= 2 * 1024 * 1024


SIZE = 256 * 1024
HOSTILE = {
    "deep": "<div>" * (SIZE // 5),
    "deep mixed": "<b><p><i><div>" * (SIZE // 14),
    "attributes": "<a " + "x=1 " * (SIZE // 4) + ">",
    "comments": "<!--" * (SIZE // 4),
    "tags": "<" * SIZE,
    "title": "<title>" + "page not found " * (SIZE // 16) + "</title>",
    "headings": "<h1>page you requested was not found x</h1>" * (SIZE // 43),
    "script": "<script>location" + " " * (SIZE - 30) + "</script>",
    "script comments": "<script>" + "/*" * (SIZE // 2) + "</script>",
    "functions": "<script>" + "function a(){" * 300 + "</script>",
    "many functions": ("<script>" + "function a(b){" * 280 + "</script>") * 60,
    "timers": ("<script>" + "setTimeout(a," * 300 + "</script>") * 60,
    "sums": ("<script>location='a'" + "+'a'" * 900 + "+b</script>") * 60,
    "many scripts": ("<script>location" + " " * 3900 + "</script>") * 60,
    "refresh": '<meta http-equiv=refresh content="' + " " * (SIZE - 50) + '">',
    "words": "etsimaasi sivua ei " * (SIZE // 20),
    "domains": "the website domain name " * (SIZE // 24),
    "spaces": "<title>a" + "\u00a0" * 100_000 + "b</title>",
    "dots": "<p>" + "sidan du " * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_little_time(name: str) -> None:
    headers = [("content-type", "text/html")]
    question = Question(headers, url="http://e.fi/", title="Otsikko on", fragment="a:~:text=b")
    begin = time.process_time()
    read(question, HOSTILE[name].encode())
    assert time.process_time() - begin < worker.SECONDS


def test_the_time_limit_holds_for_all_of_a_link() -> None:
    cases = [Case("x", "ok", redirect(302, "{web}/x/b", always()))]
    with running(cases) as server:
        begin = time.monotonic()
        (finding,) = judge(
            f"http://{server.places.names['mute']}/", allow_private=True, limits=Limits(total=0.5)
        )
    assert finding.verdict == "unreachable"
    assert time.monotonic() - begin < 5
