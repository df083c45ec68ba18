"""Measures how far down a phone's screen a page's answers stand: "screens to the answer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from kb.export.browser import LAUNCH_ARGS, chromium_path

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = (390, 844)
"""Width and height in CSS pixels of the phone on which a page is measured."""
FONTS = {
    "narrow": "'DejaVu Sans Condensed', Arial, sans-serif",
    "wide": "'DejaVu Sans', Verdana, sans-serif",
}
"""Two system fonts, a narrow and a wide one: whatever a reader's device has lies between them."""
ANSWERS = ("for-whom", "not-for", "way-in", "decides")
"""The facts for which a reader opens a service."""

_MEASURE = """
([font, answers]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: ${font} !important; }`);
  document.adoptedStyleSheets = [sheet];
  scrollTo(0, 0);
  const end = (element) => element ? element.getBoundingClientRect().bottom / innerHeight : null;
  const fact = (name) => document.querySelector(`[data-kb-fact="${name}"]`)
    ?? document.querySelector(`[data-kb-silent="${name}"]`);
  const text = document.querySelector("[data-kb-text]");
  return {
    answers: Object.fromEntries(answers.map((name) => [name, end(fact(name))])),
    text: text ? text.getBoundingClientRect().top / innerHeight : null,
    criteria: end(document.querySelector(".kb-criteria")),
    whole: document.querySelector("footer").getBoundingClientRect().top / innerHeight,
  };
}
"""


@dataclass(frozen=True)
class Depth:
    """How far down a page things stand, in screens of the phone; None for what it has not."""

    answers: float | None
    """Where the last of ANSWERS ends; what is said to be unknown, and whom to ask, is an answer."""
    text: float | None
    """Where the page's own text begins."""
    criteria: float | None
    """Where a service's criteria end."""
    whole: float
    """Where the page ends and its foot begins."""


def depth(page: Page, address: str, font: str) -> Depth:
    """Open a page on the phone that `page` is (see `PHONE`) and measure it in one of `FONTS`."""
    page.goto(address)
    found: dict[str, Any] = page.evaluate(_MEASURE, [FONTS[font], ANSWERS])
    known = [end for end in found["answers"].values() if end is not None]
    return Depth(max(known, default=None), found["text"], found["criteria"], found["whole"])


def services(site: Path) -> list[str]:
    """The addresses below its root of the pages of a built site that have facts to answer with."""
    texts = {file: file.read_text("utf-8") for file in sorted(site.rglob("index.html"))}
    return [
        f"{file.parent.relative_to(site).as_posix()}/"
        for file, text in texts.items()
        # The handbook has every page's facts once more.
        if 'data-kb-fact="for-whom"' in text and "kb-book" not in text
    ]


def lines(address: str, site: Path) -> Iterator[str]:
    """What the bench prints of a built site in the folder `site`, served at `address`."""
    from playwright.sync_api import sync_playwright

    paths = services(site)
    yield f"screens to the answer, {PHONE[0]} x {PHONE[1]}, medians of {len(paths)} services"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
        for font in FONTS:
            found = [depth(page, address + path, font) for path in paths]
            texts = [d.text for d in found if d.text is not None]
            criteria = [d.criteria for d in found if d.criteria is not None]
            yield (
                f"{font:<8}answered {middle([d.answers for d in found]):.2f}, own text from "
                f"{middle(texts):.2f} (at worst {max(texts):.2f}), criteria end by "
                f"{max(criteria, default=0):.2f}, whole page {middle([d.whole for d in found]):.2f}"
            )
        browser.close()


def middle(values: Sequence[float | None]) -> float:
    """The median of those that are known."""
    return median(value for value in values if value is not None)
