"""Runs that share a state, states of other versions, full disks, clocks that were wrong."""

from __future__ import annotations

import asyncio
import datetime as dt
import errno
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from faults.case import Case, Out, Request, always, page
from faults.running import kb, read_report, running, write_register
from kb.cli import app
from kb.links.published import read_published

GONE = always(404, page("404", "Sivua ei löydy"))
FLAGS = ("--allow-private", "--interval", 0, "--per-host", 8)


def _links(state: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(state.read_text())["links"]
    return value


@pytest.mark.parametrize("how", ["--only", "--register"])
def test_two_runs_at_once_keep_each_other_s_results(tmp_path: Path, how: str) -> None:
    state, second = tmp_path / "state.json", tmp_path / "second.yml"
    cases = [Case(ident, "ok", always()) for ident in ("a", "b", "c")]
    path = tmp_path / "links.yml"

    async def slow(_: Request, out: Out) -> None:
        # The other run begins and ends while this one has read the state and not yet written it.
        flags = ("--register", second) if how == "--register" else (
            "--register", path, "--only", "a", "--only", "b")  # fmt: skip
        done = await asyncio.to_thread(kb, *flags, "--state", state, *FLAGS)
        assert done.exit_code == 0
        await out.reply(200, page())

    cases.append(Case("slow", "ok", slow))
    with running(cases) as server:
        write_register(path, server, cases)
        write_register(second, server, cases[:2])
        ours = [cases[2], cases[3]]
        if how == "--register":
            write_register(path, server, ours)
        only = [] if how == "--register" else ["--only", "c,slow"]
        done = kb("--register", path, "--state", state, *FLAGS, *only)
    assert (done.exit_code, done.stderr) == (0, "")
    assert set(_links(state)) == {"a", "b", "c", "slow"}
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_a_failing_day_of_another_run_is_not_lost(tmp_path: Path) -> None:
    state, path = tmp_path / "state.json", tmp_path / "links.yml"
    times = 0

    async def gone(request: Request, out: Out) -> None:
        nonlocal times
        times += 1
        if times == 1:
            flags = ("--register", path, "--state", state, "--today", "2026-11-01", *FLAGS)
            await asyncio.to_thread(kb, *flags)
        await GONE(request, out)

    case = Case("a", "broken", gone)
    with running([case]) as server:
        write_register(path, server, [case])
        kb("--register", path, "--state", state, "--today", "2026-11-02", *FLAGS)
    assert _links(state)["a"]["failed"] == ["2026-11-01", "2026-11-02"]


def test_a_link_that_left_the_register_leaves_the_memory(tmp_path: Path) -> None:
    state, path = tmp_path / "state.json", tmp_path / "links.yml"
    cases = [Case("a", "ok", always()), Case("b", "ok", always())]
    with running(cases) as server:
        kb("--register", write_register(path, server, cases), "--state", state, *FLAGS)
        kb("--register", write_register(path, server, cases[:1]), "--state", state, *FLAGS)
    assert set(_links(state)) == {"a"}


@pytest.mark.parametrize("version", [3, 99])
@pytest.mark.parametrize("command", ["check", "accept", "issue"])
def test_a_newer_state_is_refused_and_left_alone(
    tmp_path: Path, command: str, version: int
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/links.yml").write_text("links: []")
    state = tmp_path / "data/link-state.json"
    state.write_text(json.dumps({"version": version, "links": {"a": {"new": True}}}))
    before = state.read_bytes()
    handed = [str(state)] if command == "accept" else []
    done = CliRunner().invoke(app, ["links", command, *handed, "--root", str(tmp_path)])
    assert done.exit_code == 2
    assert "of a newer version" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert state.read_bytes() == before
    assert [path.name for path in (tmp_path / "data").iterdir() if "state" in path.name] == [
        "link-state.json"
    ]


def _fill(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nothing more be written below `folder`."""
    sync = os.fsync

    def full(handle: int) -> None:
        if folder in Path(f"/proc/self/fd/{handle}").readlink().parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.parametrize("full", ["state", "report", "both"])
def test_a_full_disk_still_leaves_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    state, report = tmp_path / "s/state.json", tmp_path / "r/report.json"
    case = Case("a", "ok", always())
    with running([case]) as server:
        path = write_register(tmp_path / "links.yml", server, [case])
        for folder in {"state": "s", "report": "r", "both": "sr"}[full]:
            _fill(monkeypatch, tmp_path / folder)
        done = kb("--register", path, "--state", state, "--report", report, *FLAGS)
    assert done.exit_code == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    left = report if full == "state" else temporary / "kb-links-report.json"
    assert read_report(left)["a"]["verdict"] == "ok"
    assert (full == "state") == (str(left) not in done.stderr)


def test_where_nothing_can_be_written_the_report_is_printed(tmp_path: Path) -> None:
    case = Case("a", "ok", always())
    with running([case]) as server:
        path = write_register(tmp_path / "links.yml", server, [case])
        done = subprocess.run(
            [sys.executable, "-c", "from kb.cli import app; app()", "links", "check", "--register",
             str(path), "--state", str(tmp_path / "s.json"), "--report", str(tmp_path / "r.json"),
             *map(str, FLAGS)],
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)),
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert "the report was printed" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    printed = json.loads(done.stdout.splitlines()[-1])
    assert printed["links"][0]["verdict"] == "ok"
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_no_day_lies_in_the_future_after_a_clock_was_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    case = Case("a", "broken", GONE)
    with running([case]) as server:
        path = write_register(tmp_path / "links.yml", server, [case])
        for day in ("2099-01-01", "2099-01-02", "2026-11-02"):
            kb("--register", path, "--state", state, "--report", report, "--today", day, *FLAGS)
    link = read_report(report)["a"]
    assert (link["status"], link["since"]) == ("unreachable", "2026-11-02")
    assert "2099" not in state.read_text()
    monkeypatch.setenv("KB_LINK_STATE", str(state))
    state.write_text(state.read_text().replace("2026-11-02", "2099-01-01"))
    seen = read_published(tmp_path, dt.date(2026, 11, 3))
    assert (seen.checked, seen.age_days) == (dt.date(2026, 11, 3), 0)
    assert seen.get("a", link["url"]).since == dt.date(2026, 11, 3)


_INTERRUPTED = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from kb.cli import app
app()
"""


@pytest.mark.parametrize("name", ["typer", "kb.load.content", "kb.links.check", "linkjudge.fetch"])
def test_an_interrupt_while_starting_is_quiet(tmp_path: Path, name: str) -> None:
    path = tmp_path / "links.yml"
    path.write_text("links: []")
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED.format(name=name), "links", "check", "--register",
         str(path)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 1
