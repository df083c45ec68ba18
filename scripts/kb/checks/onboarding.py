"""The onboarding path: something to read on every step, and answers that cite pages."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.outline import read_inline
from kb.model.onboarding import OnboardingStep
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Steps without anything to read or ask, and answers that cite no page."""
    for page in loaded.pages.values():
        if page.kind.model is not OnboardingStep or page.record is None:
            continue
        for name in ("read", "questions"):
            if isinstance(page.record, OnboardingStep) and not getattr(page.record, name):
                yield on_page(
                    page,
                    page.located.line((name,)),
                    f"vaiheen kohta '{name}' on tyhjä; lisää siihen ainakin yksi rivi",
                    f"'{name}' of the step is empty; add at least one line to it",
                )
        for number, item in enumerate(getattr(page.record, "questions", ())):
            line = page.located.line(("questions", number, "answer"))
            if item.answer and not _cites(item.answer):
                yield on_page(
                    page,
                    line,
                    f"kysymyksen '{item.id}' vastaus ei viittaa sivuun; lisää linkki "
                    "[teksti](x.md)",
                    f"the answer to '{item.id}' cites no page; add a link [text](x.md)",
                )


def _cites(answer: str) -> bool:
    links = read_inline(answer, 1).links
    return any(link.target.partition("#")[0].endswith(".md") for link in links)
