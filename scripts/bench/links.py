"""Runs the checker and LinkChecker over the fault server of tests/ and prints a table.

Both run as commands of their own, as they come; the server is a process of its own too, and
counts what each asked and was sent.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PATIENCE = 300
"""Seconds after which a tool is stopped and judged by what it had said."""

Judge = Callable[["Faults", Path], dict[str, str]]


@dataclass
class Faults:
    """The running fault server."""

    register: dict[str, Any]
    cases: list[dict[str, Any]] = field(default_factory=list)
    ca_file: str = ""
    counts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Score:
    """How one tool did."""

    name: str
    right: int
    cases: int
    false_alarms: int
    called_ok: int
    requests: int
    kilobytes: int
    seconds: float
    wrong: list[str]

    def row(self) -> str:
        """The score as a row of a Markdown table."""
        return (
            f"| {self.name} | {self.right} / {self.cases} | {self.false_alarms} | "
            f"{self.called_ok} | {self.requests} | {self.kilobytes} | {self.seconds:.1f} |"
        )


HEAD = (
    "| checker | as a person would judge | false alarms on healthy links | bad links called ok "
    "| requests | KB sent to it | seconds |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)


@contextmanager
def served(tests: Path, *arguments: str) -> Iterator[Faults]:
    """Run the fault server; its counts are there once the context is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "faults", *arguments],
        cwd=tests, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        if process.stdout is None:
            raise RuntimeError("no output")
        start = json.loads(process.stdout.readline())
        faults = Faults(start["register"], start.get("cases", []), start.get("ca_file", ""))
        yield faults
        out, _ = process.communicate("", timeout=30)
        faults.counts = json.loads(out)


def measure(name: str, judge: Judge, tests: Path) -> Score:
    """Run one tool over every case."""
    with tempfile.TemporaryDirectory() as folder, served(tests) as faults:
        begin = time.monotonic()
        said = judge(faults, Path(folder))
        seconds = time.monotonic() - begin
    wrong = [
        f"{case['id']}: {case['verdict']}, {said.get(case['id'], 'nothing')}"
        for case in faults.cases
        if not _right(case["verdict"], said.get(case["id"], ""))
    ]
    return Score(
        name,
        len(faults.cases) - len(wrong),
        len(faults.cases),
        sum(case["healthy"] and said.get(case["id"]) != "ok" for case in faults.cases),
        sum(not case["healthy"] and said.get(case["id"]) == "ok" for case in faults.cases),
        sum(faults.counts["requests"].values()),
        sum(faults.counts["bytes"].values()) // 1024,
        seconds,
        wrong,
    )


def _right(wanted: str, said: str) -> bool:
    # LinkChecker has one word for what fails and one for what it warns of.
    if said == "error":
        return wanted in {"broken", "unreachable"}
    if said == "warning":
        return wanted in {"moved", "suspect"}
    return wanted == said


def ours(faults: Faults, folder: Path) -> dict[str, str]:
    """The verdicts of `kb links check`."""
    register, report = folder / "links.yml", folder / "report.json"
    register.write_text(json.dumps(faults.register, ensure_ascii=False), encoding="utf-8")
    run_kb(
        "--register", register, "--report", report, "--ca-file", faults.ca_file,
        "--allow-private", "--interval", 0, "--per-host", 8,
    )  # fmt: skip
    return {link["id"]: link["verdict"] for link in json.loads(report.read_text())["links"]}


_MEASURED = """
import atexit, pathlib, resource, sys
from kb.cli import app
peak = pathlib.Path(sys.argv.pop(1))
def report():
    # The kernel's own figure where there is one: getrusage also counts the process that forked.
    status = pathlib.Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    peak.write_text(found[0] if found else str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
atexit.register(report)
app()
"""


def run_kb(*arguments: object) -> int:
    """Run `kb links check` in a process of its own; its peak of memory in KB."""
    with tempfile.TemporaryDirectory() as folder:
        peak = Path(folder) / "peak"
        subprocess.run(
            [sys.executable, "-c", _MEASURED, str(peak), "links", "check", *map(str, arguments)],
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return int(peak.read_text())


def linkchecker(faults: Faults, folder: Path) -> dict[str, str]:
    """What LinkChecker says of the same addresses, with its default settings.

    Each stands on a page of its own, because a host with umlauts makes LinkChecker lose the rest
    of the page. `error` is a link it calls invalid, `warning` one it calls valid with a warning.
    """
    index, out, config = folder / "index.html", folder / "out.csv", folder / "linkcheckerrc"
    authority = folder / "ca.pem"
    authority.write_bytes(Path(faults.ca_file).read_bytes())
    config.write_text(f"[checking]\nsslverify={authority}\n", encoding="utf-8")
    names = []
    for link in faults.register["links"]:
        page = folder / f"page-{link['id']}.html"
        names.append(page.name)
        page.write_text(_page(link["url"], link["id"]), encoding="utf-8")
    index.write_text("".join(_page(name, "page") for name in names), encoding="utf-8")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o777)  # as root it becomes `nobody`
    command = [
        str(Path(sys.executable).with_name("linkchecker")), "--check-extern", "--no-status", "-v",
        f"--config={config}", "-r2", "-o", "none", f"--file-output=csv/utf-8/{out}",
        str(index),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
    return dict(_read_csv(out))


def _page(url: str, name: str) -> str:
    href = url.replace("&", "&amp;").replace('"', "&quot;").replace("\n", "&#10;")
    return f'<!doctype html><meta charset=utf-8><a href="{href}">{name}</a>\n'


def _read_csv(path: Path) -> Iterator[tuple[str, str]]:
    if not path.exists():
        return
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("#")
    ]  # fmt: skip
    for row in csv.DictReader(lines, delimiter=";"):
        if row.get("name") not in {None, "", "page"}:
            valid = row["valid"] == "True"
            yield row["name"], ("warning" if row["warningstring"] else "ok") if valid else "error"


@dataclass(frozen=True)
class Throughput:
    """Many healthy links at the default pace."""

    links: int
    hosts: int
    seconds: float
    megabytes: int
    least_gap: float
    """The shortest time between two requests to one host, as the server saw it."""


def throughput(tests: Path, links: int = 1000, hosts: int = 200) -> Throughput:
    """Check so many healthy links on so many hosts, one request a second and host."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(tests, "--healthy", str(links), str(hosts)) as faults:
            register = folder / "links.yml"
            register.write_text(json.dumps(faults.register), encoding="utf-8")
            begin = time.monotonic()
            kilobytes = run_kb(
                "--register", register, "--state", folder / "state.json",
                "--report", folder / "report.json", "--allow-private",
            )  # fmt: skip
            seconds = time.monotonic() - begin
        verdicts = [
            link["verdict"] for link in json.loads((folder / "report.json").read_text())["links"]
        ]
    if verdicts != ["ok"] * links:
        raise RuntimeError("a healthy link was not called ok")
    return Throughput(links, hosts, seconds, kilobytes // 1024, faults.counts["least_gap"])
