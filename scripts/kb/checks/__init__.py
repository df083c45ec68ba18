"""Rules over the content."""

from __future__ import annotations

from kb.checks import (
    county,
    deceptive,
    markers,
    marks,
    named_hosts,
    onboarding,
    open_points,
    pairs,
    prose,
    publish,
    queries,
    references,
    registers,
    rendered,
    rows,
    section_order,
    situations,
    style,
    swallowed,
    targets,
    term_hints,
    translated_numbers,
    two_readers,
    words,
)
from kb.checks.gone_pages import gathered
from kb.load.content import Loaded
from kb.model.problem import Problem

RULES = (
    county.check,
    references.check,
    pairs.check,
    section_order.check,
    prose.check,
    marks.check,
    rows.check,
    style.check,
    targets.check,
    markers.check,
    registers.check,
    situations.check,
    onboarding.check,
    words.check,
    queries.check,
    open_points.check,
    deceptive.check,
    named_hosts.check,
    swallowed.check,
    translated_numbers.check,
)


def run(loaded: Loaded, *, for_public: bool = False) -> list[Problem]:
    """Every problem of the content, those of its form included, in the order of the files.

    `for_public` adds what must be in place before the public sees the site.
    """
    found = dict.fromkeys(loaded.problems)
    if not loaded.pages_read:
        return sorted(found)
    for rule in (*RULES, publish.check) if for_public else RULES:
        found |= dict.fromkeys(rule(loaded))
    found |= dict.fromkeys(rendered.check(loaded, found))
    found |= dict.fromkeys(two_readers.check(loaded, found))
    return sorted(gathered(found))


def hints(loaded: Loaded) -> list[Problem]:
    """What an editor might like to do; nothing is wrong without it."""
    if not loaded.pages_read:
        return []
    return sorted(term_hints.check(loaded))
