"""Runs axe-core on a page: WCAG A and AA up to 2.2 and best practices."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")


@cache
def source() -> str:
    """The text of axe-core, as axe-playwright-python ships it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line for each element."""
    # Through the debugger, so that the page's own policy does not stop it.
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(source())
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{found['id']}: {node['target']} {_why(node)}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return str(checks[0]["message"]) if checks else ""


def settle(page: Page) -> None:
    """Wait until nothing moves any more: a colour half way is no colour of the site's."""
    page.evaluate(
        "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))"
    )
