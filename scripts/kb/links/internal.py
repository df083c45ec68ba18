"""Checks the built site's own links, files and anchors with LinkChecker, served over loopback.

Here LinkChecker serves well, used as a library: it knows every place in HTML and CSS where a link
can stand and follows them all, and nothing of what it does badly to other people's servers (see
`linkjudge`) matters on one's own. Only its AnchorCheck is replaced, because that fetches
a page again for every fragment: the plugin here reads each page once.
"""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin


@dataclass(frozen=True, order=True)
class InternalFault:
    """A link of the site that leads nowhere."""

    page: str
    """The page's path on the site."""
    target: str
    problem: str

    def __str__(self) -> str:
        return f"{self.page}: {self.target}: {self.problem}"


@dataclass
class _Pages:
    """The anchors of each page and the links that name one."""

    anchors: dict[str, set[str]] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)

    def applies_to(self, url_data: Any, **_: Any) -> bool:
        """LinkChecker asks: is this for you?"""
        return bool(url_data.is_html())

    def check(self, url_data: Any) -> None:
        """LinkChecker gives: a page that was read."""
        page = urldefrag(url_data.url).url
        if page in self.anchors:
            return
        soup = url_data.get_soup()
        self.anchors[page] = {
            str(tag.get(name))
            for tag in soup.find_all(True)
            for name in ("id", "name")
            if tag.get(name) and (name == "id" or tag.name == "a")
        }
        for tag in soup.find_all("a", href=True):
            target = urljoin(page, str(tag["href"]))
            if urldefrag(target).fragment:
                self.links.append((page, target))

    def missing(self) -> Iterator[tuple[str, str]]:
        """Links to a page that was read and lacks the anchor."""
        for page, target in self.links:
            address, fragment = urldefrag(target)
            there = self.anchors.get(address)
            if there is not None and not {fragment, unquote(fragment)} & there:
                yield page, target


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self._prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Below the prefix stands the site, outside it nothing."""
        if not path.startswith(self._prefix):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path("/" + path.removeprefix(self._prefix))

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Tell LinkChecker that this server may be asked as fast as it likes."""
        self.send_header("LinkChecker", "yes")
        super().end_headers()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has read enough is no error."""


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder on loopback; gives its address, which ends in the prefix."""
    handler = functools.partial(_Quiet, directory=os.fspath(folder), prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
        finally:
            server.shutdown()
            thread.join()


def check_site(
    folder: Path, starts: tuple[str, ...] = ("", "404.html"), prefix: str = "/"
) -> list[InternalFault]:
    """Every link, file and anchor of the built site that is not there.

    `prefix` is the path below which the site was built to stand. `starts` are the paths from
    which the site is followed; what none of them leads to is not checked. Needs LinkChecker,
    which only developers install.
    """
    from linkcheck import checker, configuration, director, logger

    found: list[InternalFault] = []

    class Collect(logger._Logger):  # type: ignore[misc]
        LoggerName = "kb"

        def start_output(self) -> None:
            super().start_output()

        def log_filter_url(self, url_data: Any, do_print: bool) -> None:
            self.log_url(url_data)

        def log_url(self, url_data: Any) -> None:
            if url_data.extern:
                return
            if not url_data.valid:
                found.append(
                    InternalFault(url_data.parent_url or "", url_data.url, url_data.result)
                )

        def log_internal_error(self) -> None:
            # LinkChecker goes on after an error of its own, and would call the site whole.
            found.append(InternalFault("", "", "LinkChecker failed"))

        def end_output(self, **_: Any) -> None:
            return

    with serve(folder, prefix) as base:
        config = configuration.Configuration()
        config.update(
            checkextern=False, robotstxt=False, threads=2, timeout=10, status=False,
            maxrequestspersecond=1000, aborttimeout=5,
        )  # fmt: skip
        config.logger_add(Collect)
        config["logger"] = config.logger_new("kb")
        config.sanitize()
        aggregate = director.get_aggregate(config)
        pages = _Pages()
        aggregate.plugin_manager.content_plugins.append(pages)
        for start in starts:
            url = checker.get_url_from(base + start, 0, aggregate, extern=(0, 0))
            aggregate.urlqueue.put(url)
        director.check_urls(aggregate)
        if len(pages.anchors) <= len(starts):
            found.append(InternalFault(base, "", "hardly any page was found"))
        found += [InternalFault(page, target, "no such anchor") for page, target in pages.missing()]

        def short(text: str) -> str:
            return "/" + text.removeprefix(base)

        return sorted({
            InternalFault(short(fault.page), short(fault.target), fault.problem)
            for fault in found
        })  # fmt: skip
