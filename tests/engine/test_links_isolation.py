"""What strangers sent is read apart, under limits; a fault of ours is told as ours."""

from __future__ import annotations

import asyncio
import gzip
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from faults.case import TEXT, Case, Out, Request, always, page
from faults.running import apart, kb, read_report, running, write_register
from linkjudge import content, worker
from linkjudge.codes import Code
from linkjudge.model import Finding, Target
from linkjudge.readers import HeavyError, ReaderError, Readers
from linkjudge.readings import Question
from linkjudge.run import judge_all
from linkjudge.walk import Outcome

_T = TypeVar("_T")
HTML = [("content-type", "text/html")]


def _attributes(count: int) -> bytes:
    return ("<p " + " ".join(f"{n:x}" for n in range(count)) + ">Hei</p>").encode()


HEAVY = {
    "attributes": _attributes(45_000),
    "packed attributes": gzip.compress(_attributes(100_000)),
}


def with_readers(work: Callable[[Readers], Awaitable[_T]], *command: str, count: int = 1) -> _T:
    """What `work` gives, with readers that are ended afterwards."""

    async def go() -> _T:
        readers = Readers(count, command) if command else Readers(count)
        try:
            return await work(readers)
        finally:
            await readers.close()

    return apart(lambda: asyncio.run(go()))


def test_a_page_too_heavy_costs_its_own_link_and_no_other(tmp_path: Path) -> None:
    async def slow(_: Request, out: Out) -> None:
        await asyncio.sleep(1)
        await out.reply(200, page())

    cases = [
        *(Case(f"heavy{n}", "suspect", always(200, HEAVY["attributes"])) for n in range(3)),
        Case(
            "packed", "suspect", always(200, HEAVY["packed attributes"], "Content-Encoding: gzip")
        ),
        *(Case(f"slow{n}", "ok", slow) for n in range(4)),
    ]  # fmt: skip
    report = tmp_path / "report.json"
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        done = kb("--register", register, "--report", report, "--allow-private", "--interval", 0,
                  "--per-host", 8)  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    found = read_report(report)
    assert {case.id: found[case.id]["verdict"] for case in cases} == {
        case.id: case.verdict for case in cases
    }


def test_a_reader_is_replaced_when_a_page_was_too_heavy() -> None:
    async def work(readers: Readers) -> str:
        with pytest.raises(HeavyError):
            await readers.read(Question(HTML), HEAVY["attributes"])
        return (await readers.read(Question(HTML), page("Hyvä").encode())).title

    assert with_readers(work) == "Hyvä"


def test_a_page_that_needs_too_much_memory_is_too_heavy() -> None:
    fake = (
        "from linkjudge import reading, worker\n"
        "reading.read = lambda question, body: bytearray(2 * worker.MEMORY)\n"
        "worker.main()"
    )

    async def work(readers: Readers) -> None:
        with pytest.raises(HeavyError):
            await readers.read(Question(HTML), b"<p>x")

    with_readers(work, sys.executable, "-c", fake)


@pytest.mark.parametrize(
    "fake",
    [
        "from linkjudge import reading, worker\nreading.read = lambda *_: 1 / 0\nworker.main()",
        "import sys\nsys.exit(1)",
    ],
    ids=["while reading", "at the start"],
)
def test_a_fault_of_ours_in_a_reader_is_ours(fake: str) -> None:
    async def work(readers: Readers) -> None:
        with pytest.raises(ReaderError):
            await readers.read(Question(HTML), b"<p>x")

    with_readers(work, sys.executable, "-c", fake)


def test_readers_see_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GH_TOKEN", "secret")
    fake = (
        "import os\nfrom linkjudge import reading, readings, worker\n"
        "reading.read = lambda *_: readings.Reading(title=os.environ.get('GH_TOKEN', 'none'))\n"
        "worker.main()"
    )

    async def work(readers: Readers) -> str:
        return (await readers.read(Question(HTML), b"<p>x")).title

    assert with_readers(work, sys.executable, "-c", fake) == "none"


def test_readers_end_with_the_run() -> None:
    async def work(readers: Readers) -> list[int]:
        await asyncio.gather(*(readers.read(Question(HTML), b"<p>x") for _ in range(4)))
        return [process.pid for process in readers._running]

    pids = with_readers(work, count=2)
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_the_limit_of_time_is_well_above_an_honest_page() -> None:
    assert worker.SECONDS >= 2


def test_a_fault_of_ours_is_an_error_and_the_others_results_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def against(target: Target, out: Outcome) -> Code | None:
        if target.id == "b":
            raise RuntimeError("a fault of ours")
        return original(target, out)

    original = content.against
    monkeypatch.setattr(content, "against", against)
    cases = [Case("a", "ok", always()), Case("b", "ok", always()), Case("c", "ok", always())]
    report, state = tmp_path / "report.json", tmp_path / "state.json"
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        done = kb("--register", register, "--report", report, "--state", state, "--allow-private",
                  "--interval", 0)  # fmt: skip
    assert done.exit_code == 2
    assert "Traceback" in done.stderr
    assert "a fault of ours" in done.stderr
    assert "while judging b" in done.stderr
    assert set(read_report(report)) == {"a", "c"}
    assert '"b"' not in state.read_text()


def test_a_fault_in_the_request_is_no_lost_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a fault of ours")

    monkeypatch.setattr("linkjudge.fetch.httpcore.Request", broken)
    found: list[Finding] = []
    with running([Case("a", "ok", always(200, page(body=f"<p>{TEXT}</p>")))]) as server:
        target = Target("a", f"{server.places.names['web']}/a/")

        def go() -> None:
            asyncio.run(judge_all([target], agent="t", done=found.append, allow_private=True))

        with pytest.raises(ExceptionGroup):
            apart(go)
    assert not found
