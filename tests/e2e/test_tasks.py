"""Ten questions of a working day, answered from the front page of a phone within 30 seconds.

Each is answered twice in both languages: by browsing alone and by search alone. The reader's time
is reckoned by the keystroke-level model (Card, Moran and Newell), so that it does not depend on
the machine: a decision and a tap, a letter typed with a thumb, and a screenful scrolled past and
glanced over each cost what they cost a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from watch import until

LIMIT = 30.0
TAP = 2.5
"""Seconds: 1.35 to decide, 1.1 to reach and touch."""
LETTER = 0.4
SCREEN = 2.0
"""Seconds to scroll by one screen and glance over it."""
READ = 3.0
"""Seconds to read the answer itself."""
PHONE: ViewportSize = {"width": 390, "height": 844}
MENU = "☰"
CONTENTS = "☰ of this page"
ANYWHERE = "article, footer"


@dataclass(frozen=True)
class Task:
    """A question, and for each language the names to tap, the words to search, and the answer."""

    name: str
    browse: dict[str, list[str]]
    search: dict[str, str]
    answer: dict[str, list[str]]
    """In the order in which it stands on its page."""
    found: dict[str, list[str]] | None = None
    """The answer on the page to which the search leads, where that is another one."""


TASKS = [
    Task(
        "home visits a week in supported housing",
        {"fi": ["Tuettu asuminen"], "en": ["Supported housing"]},
        {"fi": "tuettu asuminen kotikäynnit", "en": "supported housing home visits"},
        {"fi": ["1–3 kertaa viikossa"], "en": ["1–3 times a week"]},
    ),
    Task(
        "who sits in Talousneuvola",
        {"fi": ["Talousneuvola"], "en": ["Talousneuvola"]},
        {"fi": "talousneuvola", "en": "talousneuvola"},
        {
            "fi": ["Sosiaalityö", "talous- ja velkaneuvonta", "Ulosottolaitos", "seurakunta"],
            "en": ["Social work", "debt counselling", "Enforcement Authority", "parish"],
        },
    ),
    Task(
        "pages that rest on section 17",
        {
            "fi": [MENU, "Tietoa", "Lait ja pykälät"],
            "en": [MENU, "About", "Acts and sections of law"],
        },
        {"fi": "lait ja pykälät", "en": "sections of law"},
        {
            "fi": ["SHL 17 §", "Kuntoutusohjaus", "Sosiaalinen kuntoutus"],
            "en": ["section 17", "Rehabilitation guidance", "Social rehabilitation"],
        },
    ),
    Task(
        "who decides on supplementary social assistance",
        {"fi": [MENU, "Tietoa", "Kuka päättää"], "en": [MENU, "About", "Who decides"]},
        {
            "fi": "kuka päättää täydentävästä toimeentulotuesta",
            "en": "who decides supplementary social assistance",
        },
        {
            "fi": ["Täydentävä ja ehkäisevä", "Sosiaalityö ja sosiaaliohjaus"],
            "en": ["Supplementary and preventive", "Social work and social guidance"],
        },
        {
            "fi": ["päättää täydentävästä ja ehkäisevästä"],
            "en": ["decides on supplementary and preventive"],
        },
    ),
    Task(
        "when Häläppäri is open, and whether that is still known",
        {"fi": ["Tukiporras"], "en": ["Tukiporras"]},
        {"fi": "häläppäri", "en": "häläppäri"},
        {
            "fi": ["maanantaisin klo 14–16", "Toimiiko Häläppäri vielä"],
            "en": ["Mondays", "Does Häläppäri still run"],
        },
    ),
    Task(
        "where to turn with two rents unpaid",
        {"fi": ["Vuokra on maksamatta"], "en": ["The rent is unpaid"]},
        {"fi": "kaksi vuokraa rästissä", "en": "two rents unpaid"},
        {"fi": ["Asumisneuvonta"], "en": ["Housing advice"]},
    ),
    Task(
        "when the account is not opened",
        {
            "fi": ["Välitystili", CONTENTS, "Avataanko tili"],
            "en": ["Intermediary account", CONTENTS, "Will the account be opened"],
        },
        {"fi": "välitystiliä ei avata", "en": "reasons not to open an account"},
        {"fi": ["Tiliä ei avata"], "en": ["not opened"]},
    ),
    Task(
        "what became of ARA",
        {"fi": [MENU, "Tietoa", "Muutokset"], "en": [MENU, "About", "Changes"]},
        {"fi": "mikä on aran nykyinen nimi", "en": "what is ara called now"},
        {"fi": ["ARA on nyt Varke"], "en": ["ARA is now Varke"]},
    ),
    Task(
        "the first step for a client who leaves prison",
        {
            "fi": ["Asiakas vapautuu vankilasta"],
            "en": ["The client is being released from prison"],
        },
        {"fi": "asiakas vapautuu vankilasta", "en": "client released from prison"},
        {"fi": ["Asuntoryhmä/RISE"], "en": ["Housing group/RISE"]},
    ),
    Task(
        "what TYP was",
        {"fi": ["Sanasto", "T"], "en": ["Glossary", "M"]},
        {"fi": "mitä typ tarkoittaa", "en": "what does typ mean"},
        {
            "fi": ["työllistymistä edistävä monialainen", "TYP"],
            "en": ["multi-agency joint service", "TYP"],
        },
        {"fi": ["TYP:n tilalla"], "en": ["TYP"]},
    ),
]


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
            shown = self.page.locator("article").get_by_text(wanted).filter(visible=True)
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
                self.tap(self.page.locator("[for=__drawer], .kb-menu").filter(visible=True).first)
                place = ".md-nav--primary"
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
        field = self.page.locator("form.kb-search [type=search]")
        self.tap(field)
        field.fill(words)
        self.letters += len(words)
        self.tap(self.page.locator("form.kb-search button"))
        with self.page.expect_navigation():
            self.tap(self.page.locator("a.md-search-result__link").first)
        _, _, section = self.page.url.partition("#")
        if section:
            # A heading for screen readers only has no size, so it is never "in the viewport".
            until(
                self.page,
                "id => document.getElementById(id).getBoundingClientRect().top < innerHeight",
                section,
            )


@pytest.fixture
def reader(new_context: Callable[..., BrowserContext]) -> Reader:
    # Nothing glides: a tap lands where the finger saw its target.
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
    return Reader(new_context(**phone).new_page())


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("way", ["browse", "search"])
def test_answered_in_half_a_minute(
    reader: Reader, site: str, way: str, lang: str, task: Task
) -> None:
    reader.page.goto(site + ("" if lang == "fi" else f"{lang}/"))
    if way == "browse":
        reader.browse(task.browse[lang])
    else:
        reader.search(task.search[lang])
    reader.find((task.found if way == "search" and task.found else task.answer)[lang])
    told = f"{reader.taps} taps, {reader.letters} letters, {reader.screens:.1f} screens"
    print(f"{lang} {way:<6} {reader.seconds:4.1f} s  {told}  {task.name}")
    assert reader.seconds <= LIMIT, told


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_two_taps_lead_to_the_service_of_every_situation(page: Page, site: str, lang: str) -> None:
    page.goto(site + ("" if lang == "fi" else f"{lang}/"))
    ways = page.evaluate(
        """async () => {
          const read = async (url) => {
            const answer = await fetch(url);
            const text = answer.ok ? await answer.text() : "";
            return new DOMParser().parseFromString(text, "text/html");
          };
          const found = document.querySelectorAll(".kb-cards--groups a[href*='tilanteet/']");
          const cards = [...found].map((a) => a.href);
          return Promise.all([...new Set(cards)].map(async (card) => {
            const page = await read(card);
            const links = [...page.querySelectorAll(".kb-steps h3 a")]
              .map((a) => new URL(a.getAttribute("href"), card).href);
            const titles = await Promise.all(links.map(async (link) =>
              (await read(link)).querySelector("h1")?.textContent));
            return [card, titles];
          }));
        }"""
    )
    assert len(ways) == 18
    for card, titles in ways:
        assert titles, card
        assert all(titles), card
