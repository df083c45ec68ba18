"""The link job's own shell, run end to end: a bare repository for origin, a stand-in for `gh`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from faults.running import write_register
from faults.server import FaultServer
from sample_site import REPOSITORY, copy_sample


def workflow(path: str) -> Any:
    """A workflow as GitHub reads it: the rules for files that editors write are not its rules."""
    return YAML(typ="safe").load((REPOSITORY / path).read_text(encoding="utf-8"))


WORKFLOW = workflow(".github/workflows/links.yml")


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

    def today(self, day: int) -> None:
        """Let the job's next run be on a day of November, on a machine without a memory."""
        makefile = self.root / "Makefile"
        flags = f"links check --interval 0 --today 2026-11-{day:02} $(LINK_FLAGS)"
        makefile.write_text(re.sub(r"links check .*", flags, makefile.read_text()))
        (self.root / "data/link-state.json").unlink(missing_ok=True)

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


def checkout(folder: Path, server: FaultServer) -> Job:
    """A checkout below `folder` of the small county, whose links are the server's cases."""
    root = copy_sample(folder)
    cases = list(server.cases.values())
    write_register(root / "data/links.yml", server, cases)
    tools = folder / "bin"
    tools.mkdir()
    (folder / "gh").mkdir()
    script(tools / "gh", f'exec "{sys.executable}" "{REPOSITORY}/tests/fake_gh.py" "$@"')
    # `make links` is `kb links check`, whose first prerequisite would install from the network.
    kb = f'exec "{sys.executable}" -c "from kb.cli import app; app()"'
    (root / ".venv/bin").mkdir(parents=True)
    script(root / ".venv/bin/kb", f'{kb} "$@"')
    makefile = (REPOSITORY / "Makefile").read_text()
    (root / "Makefile").write_text(makefile.replace("links: $(SITE)", "links:"))
    (root / ".gitignore").write_text((REPOSITORY / ".gitignore").read_text())
    env = {
        "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(folder),
        "PYTHONPATH": str(REPOSITORY / "scripts"), "GH_FAKE": str(folder / "gh"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"), "RUNNER_TEMP": str(folder),
        "GITHUB_RUN_ID": "1",
        "KB_LINKS_ALLOW_PRIVATE": "1", "KB_CONTACT": "a@example.fi", "LANG": "C.UTF-8",
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.fi",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.fi",
    }  # fmt: skip
    made = Job(folder, root, env)
    made.git("init", "-q", "--bare", "-b", "main", str(folder / "origin.git"), at=folder)
    made.git("init", "-q", "-b", "main")
    made.git("add", "-A")
    made.git("commit", "-qm", "x")
    made.git("remote", "add", "origin", str(folder / "origin.git"))
    made.git("push", "-q", "origin", "main")
    return made


def script(path: Path, text: str) -> None:
    """Make a program of a line of shell."""
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
