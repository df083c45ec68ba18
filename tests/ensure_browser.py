"""Make sure that the end-to-end tests have a browser; install one only if there is none.

Run by `make test`. Quick when a browser is already there.
"""

import os
import shutil
import signal
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

from browser import LAUNCH_ARGS, chromium_path, playwright_chromium_installed

DOWNLOAD_SECONDS = 300
HELP = """\
No browser for the end-to-end tests was found, and none could be installed.
Do one of these, then run `make test` again:
  - install Chromium or Chrome so that `chromium` or `google-chrome` is on PATH;
  - set CHROMIUM_PATH to the browser's executable;
  - run `.venv/bin/playwright install --with-deps chromium` where the internet is reached."""


def run(command: list[str], seconds: int) -> bool:
    """Run a command quietly and tell whether it succeeded in time.

    In a process group of its own, because the download goes on in a grandchild when only the
    child is killed.
    """
    null = subprocess.DEVNULL
    try:
        child = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, process_group=0)
    except OSError:
        return False
    try:
        return child.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return False


def as_root() -> list[str] | None:
    """The prefix that makes a command run as root without a question, None if there is none."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if run(["sudo", "-n", "true"], 10) else None


def launch_error() -> str | None:
    """Start the browser once; None if it works, else why not."""
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium
            chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS).close()
    except Error as error:
        return str(error)
    return None


def install() -> bool:
    """Install a browser: Playwright's download first, then Debian's package."""
    playwright = [sys.executable, "-m", "playwright"]
    root = as_root()
    print("No browser found: downloading Playwright's Chromium ...", flush=True)
    if run([*playwright, "install", "chromium"], DOWNLOAD_SECONDS):
        forget()
        # On a bare Linux the download lacks shared libraries, which only root can add.
        if launch_error() and root is not None:
            run([*playwright, "install-deps", "chromium"], DOWNLOAD_SECONDS)
        return launch_error() is None
    if root is None or not shutil.which("apt-get"):
        return False
    print("The download failed: installing Debian's chromium ...", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"], DOWNLOAD_SECONDS)
    run([*apt, "install", "--yes", "--no-install-recommends", "chromium"], 2 * DOWNLOAD_SECONDS)
    forget()
    return chromium_path() is not None and launch_error() is None


def forget() -> None:
    """Drop remembered answers, because an install has changed them."""
    playwright_chromium_installed.cache_clear()
    chromium_path.cache_clear()


def main() -> str | None:
    """Return None, or the message to fail with."""
    found = chromium_path()
    if found and not os.access(found, os.X_OK):
        return f"CHROMIUM_PATH is not an executable file: {found}"
    if found or playwright_chromium_installed():
        print(f"Browser for the tests: {found or 'Chromium of Playwright'}")
        return None
    return None if install() else HELP


if __name__ == "__main__":
    sys.exit(main())
