"""The way through a situation: it reaches a service, and never turns back on itself."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.model.pages import Situation
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Situations that reach no service, calls that lead nowhere, steps back to an earlier party.

    Steps follow each other in their order, so the only circle is a party that comes again.
    """
    for page in loaded.pages.values():
        if not isinstance(page.record, Situation):
            continue
        steps = page.record.steps
        if not any(step.service for step in steps):
            yield on_page(
                page,
                page.located.line(("steps",)),
                "tilanne ei johda mihinkään palveluun; lisää askel, jolla on 'service'",
                "the situation reaches no service; add a step with a 'service'",
            )
        for place, ident in enumerate(page.record.call):
            office = loaded.knowledge.organisations.get(ident)
            if office and not office.contact.phone and not office.link:
                yield on_page(
                    page,
                    page.located.line(("call", place)),
                    f"organisaatiolla '{ident}' ei ole numeroa eikä linkkiä, josta sen löytää; "
                    "lisää contact tai link tiedostoon data/organisations.yml",
                    f"the organisation '{ident}' has neither a number nor a link where to find it; "
                    "add contact or link in data/organisations.yml",
                )
        first: dict[tuple[str, str], str] = {}
        for number, step in enumerate(steps):
            if (earlier := first.setdefault(step.target, step.id)) != step.id:
                yield on_page(
                    page,
                    page.located.line(("steps", number)),
                    f"askel '{step.id}' kiertää takaisin askeleen '{earlier}' tahoon; "
                    "yhdistä askeleet",
                    f"the step '{step.id}' circles back to the party of the step '{earlier}'; "
                    "join the steps",
                )
