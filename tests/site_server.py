"""Builds the site below a sub-path and serves it on loopback, as a static host would."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PREFIX = "/tietopankki/"
REPO_URL = "https://example.invalid/kb"
SITE_URL = f"http://127.0.0.1:8000{PREFIX}"
"""The address built into canonical links; the server's own port differs from run to run."""

_SETTINGS = {
    "SITE_URL": SITE_URL,
    # Puts "edit this page" and "report an error" on every page, as where the site is published.
    "REPO_URL": REPO_URL,
    "EDIT_URI": "edit/main/docs/",
    "NO_MKDOCS_2_WARNING": "1",
}


def build(
    target: Path, root: Path = ROOT, link_state: Path = Path(os.devnull)
) -> subprocess.CompletedProcess[str]:
    """Build the site of `root` strictly into `target`, by the door that KB_DOOR names.

    Without `link_state` no link was ever checked, whatever the link checker left in data/.
    """
    doors = {
        "mkdocs": (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"),
        "plain": (str(Path(sys.executable).with_name("kb")), "site", "build", "--out"),
    }
    return subprocess.run(
        [*doors[os.environ.get("KB_DOOR", "mkdocs")], str(target)],
        cwd=root,
        env={**os.environ, **_SETTINGS, "KB_LINK_STATE": str(link_state)},
        capture_output=True,
        text=True,
        check=False,
    )


Maker = Callable[[Path], subprocess.CompletedProcess[str]]


def built_once(name: str, factory: pytest.TempPathFactory, worker: str, make: Maker) -> Path:
    """A built site; with several workers the first builds (`make` its folder) and others wait."""
    shared = factory.getbasetemp()
    if worker != "master":
        shared = shared.parent
    target, done = shared / name, shared / f"{name}.done"
    try:
        lock = (shared / f"{name}.lock").open("x")
    except FileExistsError:
        _wait_for(done)
    else:
        with lock:
            result = make(target)
        # Renamed into place, so that whoever waits never reads half a message.
        message = done.with_suffix(".new")
        message.write_text(result.stdout + result.stderr if result.returncode else "")
        message.rename(done)
    text = done.read_text()
    assert not text, text
    return target


def _wait_for(done: Path) -> None:
    deadline = time.monotonic() + 120
    while not done.exists():
        assert time.monotonic() < deadline, "it was not built in 120 s"
        time.sleep(0.1)


First = Callable[[SimpleHTTPRequestHandler], bool]


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below PREFIX; anything else is the root's 404.html with status 404."""

    first: First = staticmethod(lambda _: False)
    """Answers in the site's place, where it wants to, and says so."""

    def do_GET(self) -> None:
        if not self.first(self):
            super().do_GET()

    def do_HEAD(self) -> None:
        if not self.first(self):
            super().do_HEAD()

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "no-such-page")
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextmanager
def serve(folder: Path, first: First | None = None) -> Iterator[str]:
    """Serve `folder` while the block runs; yields the site's address, with a slash at its end.

    `first` is asked before the folder: it may answer in its place, and returns whether it did.
    """
    handler = type("_Asking", (_Handler,), {"first": staticmethod(first)}) if first else _Handler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
