"""Runs axe-core on a page: WCAG A and AA up to 2.2 and best practices."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Page, expect

Rules = list[str] | dict[str, Any]
STRUCTURE: Rules = ["cat.structure", "cat.semantics", "cat.name-role-value", "cat.keyboard"]
TAGS: Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
COLOURS: Rules = {"type": "rule", "values": _OF_COLOURS}
"""The rules that a change of palette can break. They take most of axe's time."""
WIDTHS = (1280, 390, 320)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@cache
def source() -> str:
    """The text of axe-core, as axe-playwright-python ships it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page, rules: Rules = TAGS) -> list[str]:
    """What axe finds on the page as it stands, one line for each element."""
    return _run(page, "document", rules, {})


def findings_but_colours(page: Page) -> list[str]:
    """What axe finds, the rules about colours left out."""
    return _run(page, "document", TAGS, {rule: {"enabled": False} for rule in _OF_COLOURS})


def findings_of_colours(page: Page) -> list[str]:
    """What axe finds wrong with the colours of one text of each kind.

    Texts whose elements, up to the root, have the same names and classes are of one kind: the same
    styles apply to them. Of a page with a hundred rows one is asked about.
    """
    return _run(page, _ONE_OF_EACH, COLOURS, {})


_ONE_OF_EACH = """(() => {
  const kinds = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    if (!element.checkVisibility() || !texts.some(text => text.data.trim())) continue;
    let kind = "";
    for (let at = element; at; at = at.parentElement) {
      kind += `${at.localName}.${at.getAttribute("class") ?? ""} `;
    }
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return { include: [...kinds.values()] };
})()"""


def _run(page: Page, where: str, only: Rules, rules: dict[str, Any]) -> list[str]:
    # Through the debugger, so that the page's own policy does not stop it.
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(source())
    result: dict[str, Any] = page.evaluate(
        f"([only, rules]) => axe.run({where},"
        " {runOnly: only, rules, resultTypes: ['violations']})",
        [only, rules],
    )
    return [
        f"{found['id']}: {node['target']} {_why(node)}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return str(checks[0]["message"]) if checks else ""


def full_matrix(page: Page, dark: Rules) -> None:
    """No finding at any width, in both palettes, on paper; the page is open already.

    The dark palette changes colours only: `dark` are the rules to ask again in it.
    """
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        for scheme, rules in zip(SCHEMES, (TAGS, dark), strict=True):
            paint(page, scheme)
            found = findings(page, rules)
            assert not found, (width, scheme, found)
    paint(page, "light")
    page.emulate_media(media="print")
    found = findings(page)
    assert not found, ("print", found)


def paint(page: Page, scheme: Scheme) -> None:
    """Put the page into a palette, and wait until it is in it."""
    page.emulate_media(color_scheme=scheme)
    name = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    settle(page)


def settle(page: Page) -> None:
    """Wait until nothing moves any more: a colour half way is no colour of the site's."""
    page.evaluate(
        "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))"
    )
