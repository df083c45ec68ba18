"""A run whose own network is out of order says so, and learns nothing bad of anybody."""

from __future__ import annotations

import datetime as dt
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from faults.case import Case, always, page
from faults.running import kb, read_report, running, write_register
from kb.links.join import Joiner
from kb.links.memory import Memory
from kb.links.register import Entry
from kb.links.remember import remember
from kb.links.us import KNOWN_GOOD, it_is_us
from linkjudge.codes import BY_NAME
from linkjudge.model import Finding, Target

GONE = always(404, page("404", "Sivua ei löydy"))


@pytest.fixture
def closed() -> Iterator[list[int]]:
    """Ports on which nothing answers, and that nobody else takes meanwhile."""
    sockets = [socket.socket() for _ in range(8)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    yield [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()


def _finding(ident: str, url: str, code: str) -> Finding:
    return Finding(Target(ident, url), BY_NAME[code], url, None, 1, 0)


def _run(codes: list[str], probe: str = "") -> bool:
    found = [_finding(f"l{n}", f"https://h{n}.example/", code) for n, code in enumerate(codes)]
    if probe:
        found.append(_finding(KNOWN_GOOD, "https://good.example/", probe))
    return it_is_us(found) is not None


@pytest.mark.parametrize(
    ("codes", "us"),
    [
        (["timeout"] * 4 + ["there"] * 3, True),
        (["dns", "unknown-host", "dns"], True),
        (["dns", "unknown-host", "refused", "timeout", "tls-host", "busy"], False),
        (["tls-expired"] * 5 + ["there"], True),
        (["timeout"] * 3 + ["there"] * 3, False),
        (["timeout"] * 2, False),
        (["gone"] * 9, False),
        (["forbidden"] * 9, False),
    ],
)
def test_most_hosts_must_fail_in_a_way_that_can_be_ours(codes: list[str], us: bool) -> None:
    assert _run(codes) is us


def test_a_known_good_address_tells_it_alone() -> None:
    assert _run(["there"] * 9, probe="timeout")
    assert not _run(["there"] * 9, probe="there")
    assert not _run(["there"] * 9, probe="forbidden")


def test_one_dead_host_with_many_links_is_one_host() -> None:
    found = [_finding(f"l{n}", "https://dead.example/", "timeout") for n in range(20)]
    found += [_finding(f"m{n}", f"https://h{n}.example/", "there") for n in range(3)]
    assert it_is_us(found) is None


def _check(register: Path, tmp_path: Path, *flags: object, day: int = 1) -> Any:
    return kb("--register", register, "--state", tmp_path / "state.json", "--report",
              tmp_path / "report.json", "--summary", tmp_path / "summary.md", "--allow-private",
              "--interval", 0, "--per-host", 8, "--today", f"2026-11-{day:02}", *flags)  # fmt: skip


def _links(tmp_path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((tmp_path / "state.json").read_text())
    return value


def test_nothing_is_remembered_as_failing_and_the_run_is_red(
    tmp_path: Path, closed: list[int]
) -> None:
    cases = [Case("hyva", "ok", always()), Case("poissa", "broken", GONE)]
    with running(cases) as server:
        path = write_register(tmp_path / "links.yml", server, cases)
        assert _check(path, tmp_path).exit_code == 0
        before = _links(tmp_path)
        value = json.loads(path.read_text())
        value["links"] += [
            {"id": f"d{port}", "url": f"http://127.0.0.1:{port}/", "title": {"fi": "X", "en": "X"}}
            for port in closed
        ]
        path.write_text(json.dumps(value))
        for day in (2, 3, 4):
            done = _check(path, tmp_path, day=day)
            assert done.exit_code == 2
            assert "the fault is here, not with the links" in done.stderr
            assert len(done.stderr.strip().splitlines()) == 1
    after = _links(tmp_path)
    assert after["links"]["poissa"] == before["links"]["poissa"]
    assert set(after["links"]) == {"hyva", "poissa"}
    assert after["links"]["hyva"]["checked"] == "2026-11-04"
    assert after["checked"] == "2026-11-01"
    report = read_report(tmp_path / "report.json")
    assert len(report) == 10
    assert report[f"d{closed[0]}"]["verdict"] == "unreachable"
    assert report["poissa"]["status"] == "unreachable"
    assert "the fault is here" in (tmp_path / "summary.md").read_text()


def test_what_was_saved_before_the_fault_was_known_is_taken_back() -> None:
    entries = {
        ident: Entry(Target(ident, f"https://{ident}.example/"), "X", "X")
        for ident in ("old", "new", "fine")
    }
    day = dt.date(2026, 11, 1)
    gone = {ident: _finding(ident, entry.url, "gone") for ident, entry in entries.items()}
    fine = _finding("fine", entries["fine"].url, "there")
    memory = Memory(checked=day, links={"old": remember(None, gone["old"], entries["old"], day)})
    joiner = Joiner(entries, memory, day + dt.timedelta(7))
    for finding in (gone["old"], gone["new"], fine):
        joiner.add(finding)
    there = joiner.join(memory.model_copy(deep=True))
    assert len(there.links["old"].failed) == 2
    assert set(there.links) == {"old", "new", "fine"}
    after = joiner.disown(there)
    assert after.links["old"] == memory.links["old"]
    assert set(after.links) == {"old", "fine"}
    assert after.checked == day


def test_a_known_good_address_that_is_down(tmp_path: Path, closed: list[int]) -> None:
    cases = [Case("hyva", "ok", always()), Case("poissa", "broken", GONE)]
    with running(cases) as server:
        path = write_register(tmp_path / "links.yml", server, cases)
        good = server.url(cases[0])
        assert _check(path, tmp_path, "--known-good", good).exit_code == 0
        done = _check(path, tmp_path, "--known-good", f"http://127.0.0.1:{closed[0]}/", day=2)
    assert done.exit_code == 2
    assert f"127.0.0.1:{closed[0]}, which is known to be good, did not answer" in done.stderr
    assert _links(tmp_path)["links"]["poissa"]["failed"] == ["2026-11-01"]
    assert set(read_report(tmp_path / "report.json")) == {"hyva", "poissa"}


def test_a_host_that_keeps_machines_out_is_not_judged_from_here(
    tmp_path: Path, closed: list[int]
) -> None:
    """A person gets through, the machine never does: it stays not judged, and is not broken."""
    path = tmp_path / "links.yml"
    link: dict[str, Any] = {"id": "a", "url": f"http://127.0.0.1:{closed[0]}/"}
    found = []
    for day in range(1, 7):
        if day == 2:
            link["checked"] = "2026-11-01"
        path.write_text(json.dumps({"links": [link]}))
        assert _check(path, tmp_path, day=day).exit_code == 0
        found.append(read_report(tmp_path / "report.json")["a"])
    assert [one["status"] for one in found] == ["unreachable"] * 6
    assert "cannot be seen from here" in found[-1]["reason"]
    assert _links(tmp_path)["barring"] == {f"127.0.0.1:{closed[0]}": "2026-11-02"}
    assert "the machine cannot see it" in (tmp_path / "summary.md").read_text()


def test_a_host_that_begins_to_keep_machines_out_is_no_longer_broken() -> None:
    entry = Entry(Target("a", "https://a.example/"), "X", "X")
    days = [dt.date(2026, 11, day) for day in (1, 2, 3, 4)]
    known = None
    for day in days[:3]:
        known = remember(known, _finding("a", entry.url, "timeout"), entry, day)
    assert known is not None and known.status == "broken"
    shut = remember(known, _finding("a", entry.url, "timeout"), entry, days[3], barring=True)
    assert (shut.status, shut.barred) == ("unreachable", True)
    gone = remember(known, _finding("a", entry.url, "gone"), entry, days[3], barring=True)
    assert (gone.status, gone.barred) == ("broken", False)


def test_a_host_that_nobody_got_through_to_is_broken(tmp_path: Path, closed: list[int]) -> None:
    path = tmp_path / "links.yml"
    path.write_text(json.dumps({"links": [{"id": "a", "url": f"http://127.0.0.1:{closed[0]}/"}]}))
    for day in (1, 2, 3):
        _check(path, tmp_path, day=day)
    assert read_report(tmp_path / "report.json")["a"]["status"] == "broken"
