"""What a browser gets while the site cannot begin: the errors, and the site once it can."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_PAGE = """<!doctype html><html lang="fi"><meta charset="utf-8">
<title>Sivusto ei aukea vielä / The site cannot open yet</title>
<body style="max-width:60rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif">
<h1>Sivusto ei aukea, ennen kuin nämä on korjattu / The site opens once these are mended</h1>
<ul>{items}</ul>
<p>Korjaa ja tallenna; tämä sivu vaihtuu itsestään.
/ Mend and save; this page changes by itself.</p>
<script>
let now;
setInterval(() => fetch(location.href).then((answer) => answer.text()).then((text) => {{
  if (now !== undefined && text !== now) location.reload();
  now = text;
}}).catch(() => {{}}), 1000);
</script>"""


@contextmanager
def waiting(address: tuple[str, int], lines: Sequence[str]) -> Iterator[list[str]]:
    """Answer every request at `address` with the lines that are given, until the block is left.

    The list that it gives may be changed: the next answer tells what it then holds.
    """
    told = list(lines)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            items = "".join(f"<li>{html.escape(line)}</li>" for line in told)
            page = _PAGE.format(items=items).encode()
            self.send_response(HTTPStatus.SERVICE_UNAVAILABLE)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing of the browser that asks every second."""

    with ThreadingHTTPServer(address, Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
