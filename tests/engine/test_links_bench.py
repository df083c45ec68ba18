"""The bench runs as the README says, on a few of everything."""

from __future__ import annotations

from pathlib import Path

from bench import links as bench

TESTS = Path(__file__).parents[1]


def test_scores_count_what_they_say() -> None:
    def all_ok(faults: bench.Faults, folder: Path) -> dict[str, str]:
        return {case["id"]: "ok" for case in faults.cases}

    score = bench.measure("all ok", all_ok, TESTS)
    assert score.cases >= 80
    assert score.false_alarms == 0
    assert score.called_ok == score.cases - score.right == len(score.wrong)


def test_many_hosts_at_the_default_pace() -> None:
    found = bench.throughput(TESTS, links=40, hosts=20)
    assert found.least_gap > 0.95
    assert found.megabytes < 200
