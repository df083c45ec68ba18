"""Every case of the fault server is judged as a careful person would, politely and in time."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

from faults.all import CASES
from faults.running import kb, read_report, running, write_register


def test_every_case_is_judged_as_a_careful_person_would(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    with running(CASES) as server:
        register = write_register(tmp_path / "links.yml", server, CASES)
        begin = time.monotonic()
        done = kb(
            "--register", register, "--report", report, "--ca-file", server.ca_file,
            "--allow-private", "--interval", 0, "--per-host", 8,
        )  # fmt: skip
        seconds = time.monotonic() - begin
        assert (done.exit_code, done.stderr) == (0, "")
        found = read_report(report)
        wrong = [
            f"{case.id}: {case.verdict}, but {link['verdict']}: {link['reason']}"
            for case in CASES
            if (link := found[case.id])["verdict"] != case.verdict
        ]
        wrong += [
            f"{case.id}: {server.places.fill(case.final)}, but {found[case.id]['final_url']}"
            for case in CASES
            if case.final and found[case.id]["final_url"] != server.places.fill(case.final)
        ]
        wrong += [
            f"{case.id}: {server.requests[case.id]} requests"
            for case in CASES
            if server.requests[case.id] > case.requests
        ]
        for request in server.seen["plain"]:
            agent = request.headers["user-agent"]
            assert "@" in agent or "http" in agent, "no contact address"
            assert "link" not in agent.lower()
    assert not wrong, "\n".join(wrong)
    assert max(link["bytes"] for link in found.values()) <= 256 * 1024
    # A hostile server costs its time limit (10 s); generous for a busy machine.
    assert seconds < 60
    for link in found.values():
        fi, slash, en = link["reason"].partition(" / ")
        assert fi and slash and en, link


def test_requests_to_a_host_are_a_second_apart_and_one_at_a_time(tmp_path: Path) -> None:
    cases = [case for case in CASES if case.id in {"plain", "gzip", "slow-body", "redirect-302"}]
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        assert kb("--register", register, "--allow-private").exit_code == 0
        times = next(iter(server.starts.values()))
    assert len(times) == 6  # one of them asks how the host answers to nonsense
    assert min(b - a for a, b in pairwise(times)) > 0.95
