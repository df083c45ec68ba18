"""Watches a page: what it says in its console, what it asks the network for, how it stands."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

PATIENCE = 20.0
"""Seconds."""
ANSWER = 3000
"""Milliseconds in which a page answers one question."""
SHIFT = """window.shift = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});"""
"""Sums up how far what a reader sees is moved while a page loads."""


def until(page: Page, expression: str, argument: object = None, patience: float = PATIENCE) -> None:
    """Wait until an expression is true in the page.

    Playwright's own `wait_for_function` asks again from inside the page, where the site's policy
    forbids it: it works only when the first answer is yes.
    """
    # A promise that never settles is a no, too: nothing else would end the wait for it.
    asked = f"""argument => {{
      const given = ({expression});
      const value = typeof given === "function" ? given(argument) : given;
      return Promise.race([value, new Promise(done => setTimeout(done, {ANSWER}, false))]);
    }}"""
    end = monotonic() + patience
    while not page.evaluate(asked, argument):
        assert monotonic() < end, expression
        page.wait_for_timeout(50)


def wait_for(page: Page, true: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until something that the page's events tell is true; `patience` in seconds."""
    end = monotonic() + patience
    while not true():
        assert monotonic() < end, "it did not come about"
        page.wait_for_timeout(50)


def hit(page: Page) -> bool:
    """Whether a planted script has run: each sets `window.hit`; it is given a moment."""
    page.wait_for_timeout(150)
    return bool(page.evaluate("window.hit === 1"))


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
