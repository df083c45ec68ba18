"""Finds the Chromium that prints the handbook and that the end-to-end tests drive."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

# Shared with the tests, so that all agree on the browser.
# The sandbox cannot start in most containers; the rest keeps the browser off the network.
LAUNCH_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

SHELL = "chromium-headless-shell"
"""Chromium without a window's own pages: half the work. Playwright's own download is the same."""
PATH_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@cache
def playwright_chromium_installed() -> bool:
    """Whether Playwright's own Chromium, of the version it wants, is in its cache.

    Asks the command line and not the API: the API cannot start inside a running test.
    """
    answer = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "--dry-run", "chromium"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    folders = re.findall(r"Install location:\s+(\S.*)", answer.stdout)
    browsers = [Path(folder) for folder in folders if "chromium" in Path(folder).name]
    return bool(browsers) and all((b / "INSTALLATION_COMPLETE").exists() for b in browsers)


@cache
def chromium_path(*, whole: bool = False) -> str | None:
    """The browser to launch; None means Playwright's own.

    Order: CHROMIUM_PATH, Playwright's own if installed, the system's shell, the system's. With
    `whole` no shell: Lighthouse wants a browser with everything.
    """
    if chosen := os.environ.get("CHROMIUM_PATH"):
        return chosen
    if playwright_chromium_installed():
        return None
    names = PATH_NAMES if whole else (SHELL, *PATH_NAMES)
    return next(filter(None, map(shutil.which, names)), None)
