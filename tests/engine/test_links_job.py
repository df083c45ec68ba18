"""The job's own shell, run end to end: a bare repository for origin, a stand-in for `gh`."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from faults.case import Case, Handler, Out, Request, always, page
from faults.running import running, write_register
from faults.server import FaultServer
from sample_site import REPOSITORY, copy_sample

TRACE = "ran-by-a-hostile-page"  # relative: it would lie in the job's own folder
HOSTILE = f"`$(touch {TRACE})` @owner #1 closes #2 [x](http://evil) <img src=x> | **x**"
GONE = always(404, page("404", "Sivua ei löydy"))
SAYS_GONE = always(200, page(f"Sivua ei löydy | {HOSTILE}", "Sivua ei löydy"))


def _workflow(path: str) -> Any:
    """A workflow as GitHub reads it: the rules for files that editors write are not its rules."""
    return YAML(typ="safe").load((REPOSITORY / path).read_text(encoding="utf-8"))


WORKFLOW = _workflow(".github/workflows/links.yml")
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


@dataclass
class Job:
    """A checkout, its origin, and the steps of a job of links.yml."""

    folder: Path
    root: Path
    env: dict[str, str]
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    said: str = ""

    def git(self, *arguments: str, at: Path | None = None) -> str:
        """Run git in the checkout."""
        return subprocess.run(
            ["git", *arguments], cwd=at or self.root, env=self.env, check=True,
            capture_output=True, text=True,
        ).stdout  # fmt: skip

    def week(self) -> int:
        """Both jobs, each on a machine of its own; the first failing exit code, or 0."""
        state, artifact = self.root / "data/link-state.json", self.folder / "gh/link-state"
        shutil.rmtree(artifact, ignore_errors=True)
        checked = self.run("check")
        if state.exists():
            artifact.mkdir()
            state.rename(artifact / state.name)
        shutil.rmtree(self.root / "handed-over", ignore_errors=True)
        return self.run("remember") or checked

    def run(self, name: str, **env: str) -> int:
        """Run every step of a job that is shell, but for the installing one."""
        failed, outcomes = 0, dict[str, str]()
        for step in WORKFLOW["jobs"][name]["steps"]:
            if "run" not in step or step.get("name") == "Install":
                continue
            condition = step.get("if", "success()")
            named = re.findall(r"steps\.(\w+)\.outcome == 'failure'", condition)
            if named and not any(outcomes.get(ident) == "failure" for ident in named):
                continue
            if failed and "always()" not in condition:
                continue
            output = self.folder / "output"
            output.write_text("")
            given = {
                key: self._filled(value, outcomes) for key, value in step.get("env", {}).items()
            }
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.root, env={**self.env, "GITHUB_OUTPUT": str(output), **given, **env},
                check=False, capture_output=True, text=True,
            )  # fmt: skip
            if "id" in step:
                pairs = [line.partition("=") for line in output.read_text().splitlines()]
                self.outputs[step["id"]] = {key: value for key, _, value in pairs}
                outcomes[step["id"]] = "failure" if done.returncode else "success"
            if done.returncode:
                self.outputs["stderr"] = {"text": done.stderr}
                if not step.get("continue-on-error"):
                    failed = failed or done.returncode
            self.said += done.stdout
        return failed

    def _filled(self, value: str, outcomes: dict[str, str]) -> str:
        value = value.replace("${{ github.token }}", "the-token")
        value = re.sub(
            r"\$\{\{ steps\.(\w+)\.outcome \}\}", lambda match: outcomes.get(match[1], ""), value
        )
        return re.sub(
            r"\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}",
            lambda match: self.outputs.get(match[1], {}).get(match[2], ""),
            value,
        )

    @property
    def issues(self) -> list[dict[str, Any]]:
        """What the stand-in keeps."""
        path = self.folder / "gh" / "issues.json"
        found: list[dict[str, Any]] = json.loads(path.read_text()) if path.exists() else []
        return found

    @property
    def calls(self) -> list[dict[str, Any]]:
        """Every call of the stand-in."""
        lines = (self.folder / "gh" / "calls.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]

    def remembered(self) -> dict[str, Any]:
        """The memory on its branch."""
        text = self.git("--git-dir", str(self.folder / "origin.git"), "show",
                        "links-state:link-state.json")  # fmt: skip
        value: dict[str, Any] = json.loads(text)
        return value


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with running([_case("kela-ohje"), _case("takuu-sivut")]) as found:
        yield found


@pytest.fixture
def job(tmp_path: Path, server: FaultServer) -> Job:
    root = copy_sample(tmp_path)
    cases = list(server.cases.values())
    write_register(root / "data/links.yml", server, cases)
    tools = tmp_path / "bin"
    tools.mkdir()
    (tmp_path / "gh").mkdir()
    _script(tools / "gh", f'exec "{sys.executable}" "{REPOSITORY}/tests/fake_gh.py" "$@"')
    # `make links` is `kb links check`, whose first prerequisite would install from the network.
    kb = f'exec "{sys.executable}" -c "from kb.cli import app; app()"'
    (root / ".venv/bin").mkdir(parents=True)
    _script(root / ".venv/bin/kb", f'{kb} "$@"')
    makefile = (REPOSITORY / "Makefile").read_text()
    (root / "Makefile").write_text(makefile.replace("links: $(SITE)", "links:"))
    (root / ".gitignore").write_text((REPOSITORY / ".gitignore").read_text())
    env = {
        "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path),
        "PYTHONPATH": str(REPOSITORY / "scripts"), "GH_FAKE": str(tmp_path / "gh"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "RUNNER_TEMP": str(tmp_path),
        "GITHUB_RUN_ID": "1",
        "KB_LINKS_ALLOW_PRIVATE": "1", "KB_CONTACT": "a@example.fi", "LANG": "C.UTF-8",
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.fi",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.fi",
    }  # fmt: skip
    made = Job(tmp_path, root, env)
    made.git("init", "-q", "--bare", "-b", "main", str(tmp_path / "origin.git"), at=tmp_path)
    made.git("init", "-q", "-b", "main")
    made.git("add", "-A")
    made.git("commit", "-qm", "x")
    made.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    made.git("push", "-q", "origin", "main")
    return made


def _script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def _today(job: Job, day: int) -> None:
    flags = (job.root / "Makefile").read_text()
    flags = re.sub(
        r"links check .*", f"links check --interval 0 --today 2026-11-{day:02} $(LINK_FLAGS)", flags
    )
    (job.root / "Makefile").write_text(flags)
    (job.root / "data/link-state.json").unlink(missing_ok=True)


def test_six_weeks_of_the_job(job: Job, server: FaultServer) -> None:
    history: list[tuple[str, str, str]] = []
    for day in range(1, 7):
        server.new_day(day)
        _today(job, day)
        assert job.week() == 0, job.outputs
        links = job.remembered()["links"]
        issue = job.issues[0]["state"] if job.issues else "-"
        history.append((links["kela-ohje"]["status"], links["takuu-sivut"]["status"], issue))
    assert history == [
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


def test_the_issue_says_all_that_a_person_needs(job: Job, server: FaultServer) -> None:
    for day in (1, 2):
        server.new_day(day)
        _today(job, day)
        assert job.week() == 0
    body = job.issues[0]["body"]
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
    _today(job, 2)
    assert job.week() == 0
    # From now on `gh` fails once the memory is to be kept; git itself works.
    script = (job.folder / "bin/gh").read_text()
    (job.folder / "bin/gh").write_text(
        script.replace("exec", '[ "$1" = auth ] && exit 0; [ "$1" = issue ] && exit 1; exec', 1)
    )
    server.new_day(3)
    _today(job, 3)
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
    _script(hook, "exit 1")
    server.new_day(2)
    _today(job, 2)
    assert job.week() == 1
    assert "could not be pushed to the branch links-state" in job.said
    assert "The issue could not be kept" not in job.said
    assert job.issues[0]["state"] == "OPEN"


def test_a_network_of_ours_that_is_out_of_order_is_told_and_remembered_by_nobody(
    job: Job, server: FaultServer
) -> None:
    server.new_day(1)
    _today(job, 1)
    assert job.week() == 0
    before = job.remembered()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        server.new_day(3)
        _today(job, 3)
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
    _today(job, 1)
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
    _today(job, 1)
    assert job.week() == 0
    before = job.remembered()
    forged = json.loads(json.dumps(before))
    forged["links"]["kela-ohje"]["final_url"] = "javascript:alert(1)"
    (job.folder / "gh/link-state/link-state.json").write_text(json.dumps(forged))
    shutil.rmtree(job.root / "handed-over")
    assert job.run("remember") == 2
    assert job.remembered() == before


def test_nothing_is_published_that_was_not_tested() -> None:
    pages = _workflow(".github/workflows/pages.yml")
    tested = pages["jobs"]["test"]["uses"].removeprefix("$/")
    ci = _workflow(tested)
    assert "make test" in [step.get("run") for step in ci["jobs"]["test"]["steps"]]
    assert pages["jobs"]["build"]["needs"] == "test"
    assert pages["jobs"]["deploy"]["needs"] == "build"
    assert not any("if" in pages["jobs"][name] for name in ("test", "build"))
    assert not any(
        job.get("continue-on-error") for job in [*pages["jobs"].values(), *ci["jobs"].values()]
    )
