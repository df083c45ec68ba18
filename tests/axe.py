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


def findings(page: Page, tags: list[str] = TAGS) -> list[str]:
    """What axe finds on the page as it stands, one line for each element."""
    # Through the debugger, so that the page's own policy does not stop it.
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(source())
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", tags
    )
    return [
        f"{found['id']}: {node['target']} {_why(node)}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return str(checks[0]["message"]) if checks else ""


def full_matrix(page: Page) -> None:
    """No finding at any width, in both colours, on paper; the page is open already.

    The dark colours change colours only, so that only the rules about them are asked again.
    """
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="light")
        settle(page)
        assert not findings(page), (width, "light")
        page.emulate_media(color_scheme="dark")
        settle(page)
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        assert not findings(page, ["cat.color"]), (width, "dark")
    page.emulate_media(media="print", color_scheme="light")
    assert not findings(page), "print"


def settle(page: Page) -> None:
    """Wait until nothing moves any more: a colour half way is no colour of the site's."""
    page.evaluate(
        "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))"
    )
