"""Asks Lighthouse about pages: the mobile scores, medians of several runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.node import installed
from kb.export.browser import LAUNCH_ARGS, chromium_path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page on a simulated slow phone."""

    scores: dict[str, float]
    """By category, from 0 to 100; a category that Lighthouse could not judge is missing."""
    lcp: float
    """Milliseconds until the largest part of the first screen is painted."""
    tbt: float
    """Milliseconds in which the page answers to nothing."""
    shift: float
    """Cumulative layout shift."""


class Lighthouse:
    """Lighthouse as requirements/node locks it."""

    def __init__(self, root: Path) -> None:
        """Install it below build/ if it is not there.

        Raises:
            FileNotFoundError: when there is no Node or npm.
            subprocess.CalledProcessError: when it cannot be installed.
        """
        node = shutil.which("node")
        if not node:
            raise FileNotFoundError("node")
        self._command = [node, str(installed(root) / "lighthouse/cli/index.js")]

    def report(self, address: str, runs: int) -> Report:
        """The medians of `runs` runs on a page."""
        return median_of([_read(self._run(address)) for _ in range(runs)])

    def _run(self, address: str) -> dict[str, Any]:
        flags = " ".join(["--headless=new", *LAUNCH_ARGS])
        command = [
            *self._command,
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ]
        environment = {**os.environ}
        if path := chromium_path(whole=True) or _another():
            environment["CHROME_PATH"] = path
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"Lighthouse on {address}\n{done.stderr}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def _another() -> str | None:
    """Playwright's own browser, or one without a window's own pages rather than none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else chromium_path()


def _read(answer: dict[str, Any]) -> Report:
    scores = {
        name: round(category["score"] * 100)
        for name, category in answer["categories"].items()
        if category["score"] is not None
    }
    names = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    lcp, tbt, shift = (answer["audits"][name].get("numericValue", 0.0) for name in names)
    return Report(scores, lcp, tbt, shift)


def median_of(reports: list[Report]) -> Report:
    """The median of every figure by itself."""
    return Report(
        {name: median(r.scores[name] for r in reports if name in r.scores)
         for name in CATEGORIES if any(name in r.scores for r in reports)},
        median(r.lcp for r in reports),
        median(r.tbt for r in reports),
        median(r.shift for r in reports),
    )  # fmt: skip
