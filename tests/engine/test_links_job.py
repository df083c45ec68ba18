"""What the link job does week by week, and that it fails where it must and loses nothing."""

from __future__ import annotations

import json
import re
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from faults.case import Case, Handler, Out, Request, always, page
from faults.running import running
from faults.server import FaultServer
from link_job import WORKFLOW, Job, checkout, script, workflow

TRACE = "ran-by-a-hostile-page"  # relative: it would lie in the job's own folder
HOSTILE = f"`$(touch {TRACE})` @owner #1 closes #2 [x](http://evil) <img src=x> | **x**"
GONE = always(404, page("404", "Sivua ei löydy"))
SAYS_GONE = always(200, page(f"Sivua ei löydy | {HOSTILE}", "Sivua ei löydy"))
DAYS: list[dict[str, Handler]] = [
    {"kela-ohje": always(), "takuu-sivut": always()},
    {"kela-ohje": always(), "takuu-sivut": SAYS_GONE},
    {"kela-ohje": GONE, "takuu-sivut": always()},
    {"kela-ohje": GONE, "takuu-sivut": always()},
    {"kela-ohje": GONE, "takuu-sivut": always()},
    {"kela-ohje": always(), "takuu-sivut": always()},
]  # fmt: skip


def _case(ident: str) -> Case:
    async def handle(request: Request, out: Out) -> None:
        await DAYS[request.day - 1][ident](request, out)

    return Case(ident, "ok", handle)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with running([_case("kela-ohje"), _case("takuu-sivut")]) as found:
        yield found


@pytest.fixture
def job(tmp_path: Path, server: FaultServer) -> Job:
    return checkout(tmp_path, server)


@dataclass
class Weeks:
    """What six weeks of the job have left behind."""

    job: Job
    history: list[tuple[str, str, str]] = field(default_factory=list)
    """Each week's statuses of both links, and the state of the issue."""
    bodies: list[str] = field(default_factory=list)
    """What the issue said each week."""


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Weeks:
    with running([_case("kela-ohje"), _case("takuu-sivut")]) as server:
        job = checkout(tmp_path_factory.mktemp("weeks"), server)
        found = Weeks(job)
        for day in range(1, 7):
            server.new_day(day)
            job.today(day)
            assert job.week() == 0, job.outputs
            links = job.remembered()["links"]
            issue = job.issues[0] if job.issues else {"state": "-", "body": ""}
            found.history.append(
                (links["kela-ohje"]["status"], links["takuu-sivut"]["status"], issue["state"])
            )
            found.bodies.append(issue["body"])
    return found


def test_six_weeks_of_the_job(weeks: Weeks) -> None:
    job = weeks.job
    assert weeks.history == [
        ("ok", "ok", "-"),
        ("ok", "suspect", "OPEN"),
        ("unreachable", "ok", "CLOSED"),
        ("unreachable", "ok", "CLOSED"),
        ("broken", "ok", "OPEN"),
        ("ok", "ok", "CLOSED"),
    ]
    assert len(job.issues) == 1
    log = job.git("--git-dir", str(job.folder / "origin.git"), "log", "--oneline", "links-state")
    assert len(log.splitlines()) == 6
    tree = job.git("--git-dir", str(job.folder / "origin.git"), "ls-tree", "--name-only",
                   "links-state")  # fmt: skip
    assert tree.split() == ["link-state.json"]
    assert [call["argv"] for call in job.calls].count(["workflow", "run", "pages.yml"]) == 6
    assert all(call["token"] for call in job.calls)
    assert "Ulkoiset linkit" in (job.folder / "summary").read_text()


def test_the_issue_says_all_that_a_person_needs(weeks: Weeks) -> None:
    job, body = weeks.job, weeks.bodies[1]
    for part in (
        "`takuu-sivut`",
        "2026-11-02",
        "docs/fi/tyokalut/takuu.md",
        "Arkistokopio",
        "korvaaja",
        "Mitä tehdä",
    ):
        assert part in body, body
    # What a hostile page wrote is text: no mention, no reference, no markup, no argument.
    assert "@owner" not in body
    assert not re.search(r"closes #\d", body)
    assert not re.search(r"(?<!\\)\[x|(?<!\\)<img|(?<!\\)\*\*x", body)
    for call in job.calls:
        assert not any("touch" in argument for argument in call["argv"])
    assert not list(job.folder.rglob(TRACE))


def test_a_failing_gh_fails_the_job_but_not_the_memory(job: Job, server: FaultServer) -> None:
    server.new_day(2)
    job.today(2)
    assert job.week() == 0
    # From now on `gh` fails once the memory is to be kept; git itself works.
    script = (job.folder / "bin/gh").read_text()
    (job.folder / "bin/gh").write_text(
        script.replace("exec", '[ "$1" = auth ] && exit 0; [ "$1" = issue ] && exit 1; exec', 1)
    )
    server.new_day(3)
    job.today(3)
    assert job.week() == 1
    assert "Traceback" not in job.outputs["stderr"]["text"]
    assert "The issue could not be kept" in job.said
    assert "could not be built anew" not in job.said
    assert job.remembered()["checked"] == "2026-11-03"


def test_a_branch_that_takes_nothing_is_told_and_the_rest_is_done(
    job: Job, server: FaultServer
) -> None:
    hook = job.folder / "origin.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    script(hook, "exit 1")
    server.new_day(2)
    job.today(2)
    assert job.week() == 1
    assert "could not be pushed to the branch links-state" in job.said
    assert "The issue could not be kept" not in job.said
    assert job.issues[0]["state"] == "OPEN"


def test_a_network_of_ours_that_is_out_of_order_is_told_and_remembered_by_nobody(
    job: Job, server: FaultServer
) -> None:
    server.new_day(1)
    job.today(1)
    assert job.week() == 0
    before = job.remembered()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        server.new_day(3)
        job.today(3)
        job.env["KB_LINKS_KNOWN_GOOD"] = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        step = next(s for s in WORKFLOW["jobs"]["check"]["steps"] if s.get("name") == "Check")
        given = {**step["env"], "KB_LINKS_KNOWN_GOOD": job.env["KB_LINKS_KNOWN_GOOD"]}
        assert job.run("check", **given) != 0
    assert "the fault is here" in (job.folder / "summary").read_text()
    assert "the fault is here" in job.outputs["stderr"]["text"]
    state = json.loads((job.root / "data/link-state.json").read_text())
    assert state["links"]["kela-ohje"] == before["links"]["kela-ohje"]


def test_a_lost_network_forgets_nothing(job: Job, server: FaultServer) -> None:
    server.new_day(1)
    job.today(1)
    assert job.week() == 0
    job.git("remote", "set-url", "origin", str(job.folder / "nowhere.git"))
    assert job.week() != 0
    assert job.remembered()["checked"] == "2026-11-01"


def test_a_pull_request_checks_only_what_it_changes(job: Job, server: FaultServer) -> None:
    register = job.root / "data/links.yml"
    before = register.read_text()
    register.write_text(before.replace("/takuu-sivut/sivu", "/takuu-sivut/uusi"))
    job.git("commit", "-qam", "y")
    server.new_day(1)
    assert job.run("changed") == 0, job.outputs
    assert (server.requests["takuu-sivut"], server.requests["kela-ohje"]) == (1, 0)
    assert not (job.root / "data/link-state.json").exists()
    assert not job.issues
    job.git("commit", "-q", "--allow-empty", "-m", "z")
    assert job.run("changed") == 0
    assert server.requests["takuu-sivut"] == 1
    assert "No link was added" in (job.folder / "summary").read_text()


def test_what_opens_pages_of_strangers_holds_no_token_that_can_write() -> None:
    for name, job in WORKFLOW["jobs"].items():
        asks = any("links check" in step.get("run", "") or "make links" in step.get("run", "")
                   for step in job["steps"])  # fmt: skip
        writes = "write" in job["permissions"].values()
        assert asks != writes, name
    assert not WORKFLOW["permissions"]


def test_a_memory_that_no_honest_run_writes_is_refused(job: Job, server: FaultServer) -> None:
    server.new_day(1)
    job.today(1)
    assert job.week() == 0
    before = job.remembered()
    forged = json.loads(json.dumps(before))
    forged["links"]["kela-ohje"]["final_url"] = "javascript:alert(1)"
    (job.folder / "gh/link-state/link-state.json").write_text(json.dumps(forged))
    shutil.rmtree(job.root / "handed-over")
    assert job.run("remember") == 2
    assert job.remembered() == before


def test_nothing_is_published_that_was_not_tested() -> None:
    pages = workflow(".github/workflows/pages.yml")
    tested = pages["jobs"]["test"]["uses"].removeprefix("$/")
    ci = workflow(tested)
    assert "make test" in [step.get("run") for step in ci["jobs"]["test"]["steps"]]
    assert pages["jobs"]["build"]["needs"] == "test"
    assert pages["jobs"]["deploy"]["needs"] == "build"
    assert not any("if" in pages["jobs"][name] for name in ("test", "build"))
    assert not any(
        job.get("continue-on-error") for job in [*pages["jobs"].values(), *ci["jobs"].values()]
    )
