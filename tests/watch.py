"""Watches what a page says in its console and what it asks the network for."""

from __future__ import annotations

from playwright.sync_api import Page


class Watch:
    """What a page said and asked for while it was open."""

    def __init__(self, page: Page) -> None:
        self.console: list[str] = []
        self.requests: list[str] = []
        self.failed: list[str] = []
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("response", lambda response: self._response(response.status, response.url))

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.console.append(text)

    def _response(self, status: int, url: str) -> None:
        if status >= 400:
            self.failed.append(f"{status} {url}")

    def assert_clean(self) -> None:
        """Nothing in the console, nothing missing, nothing from another machine."""
        assert not self.console
        assert not self.failed
        outside = [u for u in self.requests if not u.startswith(("http://127.0.0.1:", "data:"))]
        assert not outside
