"""Ten questions of a working day, answered from the front page of a phone within 30 seconds.

Each is answered twice in both languages: by browsing alone and by search alone. The reader's time
is reckoned by the keystroke-level model (Card, Moran and Newell), so that it does not depend on
the machine: a decision and a tap, a letter typed with a thumb, and a screenful scrolled past and
glanced over each cost what they cost a person.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from selectolax.lexbor import LexborHTMLParser

from kb.model.pages import Situation
from phone_reader import PHONE, Reader
from real_site import load_real
from tasks import TASKS, Task

LIMIT = 30.0
"""Seconds."""


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
def test_two_taps_lead_to_the_service_of_every_situation(site_folder: Path, lang: str) -> None:
    def read(place: Path) -> LexborHTMLParser:
        return LexborHTMLParser((place / "index.html").read_text(encoding="utf-8"))

    def leads(place: Path, selector: str) -> list[Path]:
        links = read(place).css(selector)
        return [(place / str(a.attributes["href"]).partition("#")[0]).resolve() for a in links]

    home = site_folder / ("" if lang == "fi" else lang)
    cards = set(leads(home, ".kb-names a[href*='tilanteet/']"))
    ways = [
        (card, [read(page).css_first("h1") for page in leads(card, ".kb-steps h3 a")])
        for card in cards
    ]
    documents = load_real().knowledge.documents.items()
    told = {
        doc.path for (code, _), doc in documents if code == lang and isinstance(doc.meta, Situation)
    }
    assert len(ways) == len(told)
    for card, titles in ways:
        assert titles, card
        assert all(titles), card
