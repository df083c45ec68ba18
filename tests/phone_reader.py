"""A reader with a phone, whose time is reckoned by the keystroke-level model."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tasks import CONTENTS, MENU
from watch import until

TAP = 2.5
"""Seconds: 1.35 to decide, 1.1 to reach and touch."""
LETTER = 0.4
SCREEN = 2.0
"""Seconds to scroll by one screen and glance over it."""
READ = 3.0
"""Seconds to read the answer itself."""
PHONE: ViewportSize = {"width": 390, "height": 844}
ANYWHERE = "article, footer"


@dataclass
class Reader:
    """Someone with a phone; counts what every move costs."""

    page: Page
    taps: int = 0
    letters: int = 0
    screens: float = 0.0

    @property
    def seconds(self) -> float:
        """The whole way, the answer read."""
        return self.taps * TAP + self.letters * LETTER + self.screens * SCREEN + READ

    def scroll_to(self, target: Locator) -> None:
        """Bring `target` into sight, screen by screen."""
        expect(target).to_be_attached()
        before = self.page.evaluate("scrollY")
        target.scroll_into_view_if_needed()
        self.screens += abs(self.page.evaluate("scrollY") - before) / PHONE["height"]

    def tap(self, target: Locator) -> None:
        """Scroll to `target`, if it is out of sight, and tap it."""
        self.scroll_to(target)
        target.tap()
        self.taps += 1

    def find(self, texts: list[str]) -> None:
        """Look for the answer from where the page opened, downwards."""
        for text in texts:
            wanted = re.compile(re.escape(text), re.I)
            eyes = self.page.locator(":not(.kb-hidden)")
            shown = self.page.locator("article").get_by_text(wanted).and_(eyes).filter(visible=True)
            expect(shown.first).to_be_attached()
            below = [at for at in shown.all() if (at.bounding_box() or {"y": -1})["y"] >= 0]
            target = below[0] if below else shown.first
            self.scroll_to(target)
            expect(target).to_be_in_viewport()

    def browse(self, names: list[str]) -> None:
        """From the front page by taps alone."""
        place = ANYWHERE
        for name in names:
            if name == MENU:
                self.tap(self.page.locator(".kb-menu").filter(visible=True).first)
                place = "#kb-drawer"
                continue
            if name == CONTENTS:
                self.tap(self.page.locator(".kb-contents summary"))
                continue
            exact = len(name) == 1
            named = name if exact else re.compile(re.escape(name), re.I)
            link = self.page.locator(place).get_by_role("link", name=named, exact=exact)
            self.tap(link.filter(visible=True).first)
            place = ANYWHERE
            self.page.wait_for_load_state()

    def search(self, words: str) -> None:
        """From the front page by the search alone: the first result that is shown."""
        field = self.page.locator("[data-kb-search-field]")
        self.tap(field)
        field.fill(words)
        self.letters += len(words)
        self.tap(self.page.locator("form.kb-find button[type=submit]"))
        self.page.wait_for_url("**/haku/**")  # the page of results
        with self.page.expect_navigation():
            self.tap(self.page.locator("a[data-kb-result]").first)
        _, _, section = self.page.url.partition("#")
        if section:
            # A heading for screen readers only has no size, so it is never "in the viewport".
            until(
                self.page,
                "id => document.getElementById(id).getBoundingClientRect().top < innerHeight",
                section,
            )
