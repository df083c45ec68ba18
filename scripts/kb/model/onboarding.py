"""The path of a new colleague: one page a step, in the order of the navigation."""

from __future__ import annotations

from typing import Annotated

from kb.model.base import Key, PagePath, Record, Slug
from kb.model.pages import Page
from kb.model.parts import Translatable


class Reading(Record):
    """A page to read, and what to look for in it."""

    page: Annotated[PagePath, Key()]
    why: Translatable


class Question(Record):
    """A question to test oneself with; its answer cites the pages that it rests on."""

    id: Annotated[Slug, Key()]
    question: Translatable
    answer: Translatable


class OnboardingStep(Page):
    """One step of the path: read, try on an invented case, test yourself."""

    read: tuple[Reading, ...]
    case: Translatable
    """An invented case; never a real person's."""
    task: Translatable
    questions: tuple[Question, ...]
