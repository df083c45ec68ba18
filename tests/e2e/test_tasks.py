"""Ten questions of a working day, answered from the front page of a phone within 30 seconds.

Each is answered twice in both languages: by browsing alone and by search alone. The reader's time
is reckoned by the keystroke-level model (Card, Moran and Newell), so that it does not depend on
the machine: a decision and a tap, a letter typed with a thumb, and a screenful scrolled past and
glanced over each cost what they cost a person.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from kb.model.pages import Situation
from phone_reader import PHONE, Reader
from sample_site import load_real
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
    documents = load_real().knowledge.documents.items()
    told = {
        doc.path for (code, _), doc in documents if code == lang and isinstance(doc.meta, Situation)
    }
    assert len(ways) == len(told)
    for card, titles in ways:
        assert titles, card
        assert all(titles), card
