"""A change is told as what it is: done, planned or found; and no number stands unchecked."""

from __future__ import annotations

import re

import pytest

from kb.checks.common import page_links
from kb.model.data import Change
from reading import all_said
from real_site import load_real

CHANGES = list(load_real().knowledge.changes.values())
PLANNED = {
    "fi": r"säädet|säädett|määrä|asetettu ajaksi|valmistel|ehdot",
    "en": r"enacted|by law|assigned|(?:is|are|was|were) to\b|set (?:up )?for|prepared",
}
PHONE = re.compile(
    r"(?<![\w.,/–-])(?:(?:\+358|0\d{1,3})(?: ?\d{1,4}){1,4}|\d{3} \d{3})(?![\w§–-]|[.,]\d)"
)
GIVEN = {"080 005 005", "116 016", "029 534 5000"}
"""The numbers that an official page gives and that are the same in the whole country."""


@pytest.mark.parametrize(
    "change", [change for change in CHANGES if change.seen == "before"], ids=lambda c: c.id
)
def test_what_was_only_enacted_is_not_told_as_done(change: Change) -> None:
    for lang, words in PLANNED.items():
        for text in (change.title, change.text):
            assert re.search(words, text.get(lang), re.IGNORECASE), (lang, text)


def test_what_has_no_day_of_effect_is_not_told_with_one() -> None:
    found = {change.id for change in CHANGES if change.seen == "none"}
    assert {"ev241n-reitti", "soteri", "taloudellinen-toimintakyky"} <= found
    assert all(len(change.date) < 10 for change in CHANGES if change.seen == "none")


def test_every_telephone_number_is_one_that_may_be_given() -> None:
    """None of those that only a private site, an old page or another county gives."""
    numbers = {
        match.group()
        for one in all_said()
        for match in PHONE.finditer(one.sentence)
        if len(re.sub(r"\D", "", match.group())) > 5
    }
    assert numbers - GIVEN == set()


@pytest.mark.parametrize("number", ["0295 660 123", "0800 9 8009", "020 692 235", "06 420 3311"])
def test_a_number_is_seen_however_it_is_grouped(number: str) -> None:
    for text in (f"Soita {number}.", f"Soita {number.replace(' ', '')} heti", f"({number})"):
        assert PHONE.search(text), text
    assert not PHONE.search(
        "1.3.2026, 60220 Seinäjoki, 578,43 euroa, 1301/2014, 10–14, YM075:00/2023"
    )


MARKS = {
    "after": ("muuttunut", "changed"),
    "before": ("oli määrä muuttua", "was to change"),
    "none": ("todettu", "found"),
}


def test_a_mark_in_the_text_says_no_more_than_is_known() -> None:
    """A chip `[muuttunut](change:…)` claims that something has changed."""
    changes = {change.id: change for change in CHANGES}
    every = {mark for marks in MARKS.values() for mark in marks}
    wrong = [
        (page.file, link.text, link.target)
        for page in load_real().pages.values()
        for link in page_links(page)
        if link.target.startswith("change:") and link.text in every
        if link.target[7:] in changes
        if link.text not in MARKS[changes[link.target[7:]].seen]
    ]
    assert wrong == []
