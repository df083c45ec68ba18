"""Make sure that the end-to-end tests have a browser; install one only if there is none.

Run by `make test`. Quick when a browser is already there.
"""

import os
import shutil
import signal
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

from browser import LAUNCH_ARGS, SHELL, chromium_path, playwright_chromium_installed

DOWNLOAD_SECONDS = 300
SPARE_SECONDS = 60
"""For what may as well stay away."""
APT = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
INSTALL = ["install", "--yes", "--no-install-recommends"]
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
            print("Installing the system libraries that Chromium needs ...", flush=True)
            run([*playwright, "install-deps", "chromium"], DOWNLOAD_SECONDS)
        return launch_error() is None
    if root is None or not shutil.which("apt-get"):
        return False
    print("The download failed: installing Debian's Chromium ...", flush=True)
    run([*root, *APT, "update"], DOWNLOAD_SECONDS)
    # Where there is no shell of Chromium, the whole of it.
    for package in (SHELL, "chromium"):
        if run([*root, *APT, *INSTALL, package], 2 * DOWNLOAD_SECONDS):
            break
    forget()
    return chromium_path() is not None and launch_error() is None


def lighten() -> None:
    """Where a container has the whole of Chromium, add its shell: the tests take half the time.

    Only as root, because nobody's own machine needs it, and without it all works as well.
    """
    if os.geteuid() or "CHROMIUM_PATH" in os.environ or not shutil.which("apt-get"):
        return
    print(f"Installing {SHELL} from Debian, which halves the time of the tests ...", flush=True)
    if run([*APT, "update"], SPARE_SECONDS) and run([*APT, *INSTALL, SHELL], SPARE_SECONDS):
        forget()


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
        if found and not found.endswith(SHELL):
            lighten()
        print(f"Browser for the tests: {chromium_path() or 'Chromium of Playwright'}")
        return None
    return None if install() else HELP


if __name__ == "__main__":
    sys.exit(main())
