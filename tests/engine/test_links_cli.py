"""The command: exit codes, one-line errors, files that are whole, interrupted runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.case import Case, Out, Request, always, page, redirect
from faults.running import kb, read_report, running, write_register
from faults.server import FaultServer
from faults.unreachable import dripping_head

GONE = always(404, page("404", "Sivua ei löydy"))
CASES = [
    Case("hyva", "ok", always()),
    Case("poissa", "broken", GONE),
    Case("muutti", "moved", redirect(301, "uusi")),
    Case("seina", "suspect", always(401, "")),
    Case("hidas", "unreachable", dripping_head),
]
FAST = [case for case in CASES if case.id != "hidas"]
FLAGS = ("--allow-private", "--interval", 0, "--per-host", 8)


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with running(CASES) as found:
        yield found


@pytest.fixture
def register(server: FaultServer, tmp_path: Path) -> Path:
    return write_register(tmp_path / "links.yml", server, FAST)


def test_the_report_has_the_agreed_form(register: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = kb("--register", register, "--report", report, "--today", "2026-11-24", *FLAGS)
    assert done.exit_code == 0
    value = json.loads(report.read_text())
    assert set(value) == {"checked", "links"}
    assert value["checked"] == "2026-11-24"
    assert [link["id"] for link in value["links"]] == [case.id for case in FAST]
    for link in value["links"]:
        assert set(link) == {
            "id", "url", "verdict", "status", "reason", "final_url", "http_status", "requests",
            "bytes", "since",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "code"),
    [("broken", 0), ("suspect", 1), ("broken,suspect", 1), ("moved", 1), ("unreachable", 1)],
)
def test_fail_on_goes_by_status(register: Path, statuses: str, code: int) -> None:
    assert kb("--register", register, "--fail-on", statuses, *FLAGS).exit_code == code


@pytest.mark.parametrize("how", [["--only", "hyva,seina"], ["--only", "hyva", "--only", "seina"],
                                 ["--only", "hyva", "seina"]])  # fmt: skip
def test_only_some(register: Path, tmp_path: Path, how: list[str]) -> None:
    report = tmp_path / "r.json"
    assert kb("--register", register, "--report", report, *FLAGS, *how).exit_code == 0
    assert list(read_report(report)) == ["hyva", "seina"]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (None, []),
        ("links: [", []),
        ("{}", []),
        ("links: 5", []),
        ("links:\n  - id: a\n", []),
        ("links:\n  - {id: a, url: 'http://e.fi'}\n  - {id: a, url: 'http://f.fi'}\n", []),
        ("links: []", ["--only", "ei-ole"]),
        ("links: []", ["--today", "24.11.2026"]),
        ("links: []", ["--fail-on", "rikki"]),
        ("links: []", ["--ca-file", "/ei/ole"]),
        ("links: []", ["--state", "."]),
        ("links: []", ["--report", "/dev/null/x"]),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tmp_path: Path, text: str | None, flags: list[str]
) -> None:
    path = tmp_path / "links.yml"
    if text is not None:
        path.write_text(text)
    done = kb("--register", path, *flags)
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "content",
    ["{", "", "[]", '{"version": 0, "links": {}}', '{"version": 1, "links": {"a": 5}}', "\udcff",
     '{"links": {}}', "[" * 100_000],
)  # fmt: skip
def test_a_bad_state_is_set_aside(register: Path, tmp_path: Path, content: str) -> None:
    state, before = tmp_path / "state.json", register.read_text()
    state.write_bytes(content.encode("utf-8", "surrogateescape"))
    done = kb("--register", register, "--state", state, *FLAGS)
    assert done.exit_code == 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "state.json.old-1" in done.stderr
    kept = tmp_path / "state.json.old-1"
    assert kept.read_bytes() == content.encode("utf-8", "surrogateescape")
    assert set(json.loads(state.read_text())["links"]) == {case.id for case in FAST}
    assert register.read_text() == before


def test_an_earlier_set_aside_file_is_kept(register: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    for _ in range(2):
        state.write_text("{")
        kb("--register", register, "--state", state, "--only", "hyva", *FLAGS)
    assert {path.name for path in tmp_path.glob("state.json*")} == {
        "state.json", "state.json.old-1", "state.json.old-2",
    }  # fmt: skip


def test_a_partial_run_keeps_the_others_memory(register: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    kb("--register", register, "--state", state, "--today", "2026-11-01", *FLAGS)
    kb("--register", register, "--state", state, "--today", "2026-11-02", "--only", "hyva", *FLAGS)
    links = json.loads(state.read_text())["links"]
    assert {ident: link["checked"] for ident, link in links.items()} == {
        "hyva": "2026-11-02", "poissa": "2026-11-01", "muutti": "2026-11-01", "seina": "2026-11-01",
    }  # fmt: skip


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_run_keeps_what_it_had(
    server: FaultServer, tmp_path: Path, name: signal.Signals
) -> None:
    register = write_register(tmp_path / "links.yml", server, CASES)
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    process = subprocess.Popen(
        [sys.executable, "-c", "from kb.cli import app; app()", "links", "check",
         "--register", str(register), "--state",
         str(state), "--report", str(report), *map(str, FLAGS)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
    )  # fmt: skip
    deadline = time.monotonic() + 30
    wanted = {case.id for case in FAST}
    while True:
        assert time.monotonic() < deadline
        if report.exists() and set(read_report(report)) >= wanted:
            break
        time.sleep(0.05)
    process.send_signal(name)
    _, said = process.communicate(timeout=20)
    assert set(read_report(report)) == wanted
    assert set(json.loads(state.read_text())["links"]) == wanted
    if name != signal.SIGKILL:
        assert process.returncode == 2
        assert len(said.strip().splitlines()) == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")] or (
        name == signal.SIGKILL
    )


def test_cookies_of_one_link_are_not_shown_to_another(tmp_path: Path) -> None:
    async def handle(request: Request, out: Out) -> None:
        await out.reply(200, page(), "Set-Cookie: a=1; Path=/")

    cases = [Case("yksi", "ok", handle), Case("kaksi", "ok", handle)]
    with running(cases) as own:
        path = write_register(tmp_path / "l.yml", own, cases)
        kb("--register", path, "--allow-private", "--interval", 0)
        assert all("cookie" not in r.headers for rs in own.seen.values() for r in rs)
