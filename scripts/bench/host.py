"""Serves a built site as a static host does: gzipped, with 404.html for what is not there."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

_TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@cache
def packed(file: Path) -> bytes:
    """The bytes that go over the wire for a file: gzipped when it is text."""
    data = file.read_bytes()
    return gzip.compress(data, 6, mtime=0) if file.suffix in _TEXT else data


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        root = Path(self.directory)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else root / "404.html"
        body = packed(file)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        # What GitHub Pages says.
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the table is the output."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing either: browsers break off what they no longer want."""


@contextmanager
def host(folder: Path) -> Iterator[str]:
    """Serve `folder` on loopback while the block runs; yields its address with a slash.

    The folder may be filled after the start, so that a build can be told the address.
    """
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
