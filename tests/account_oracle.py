"""What the source says of the intermediary account, written from its slides and not from the site.

The slides: the account always requires a service needs assessment and a named responsible
worker. It is opened only if at least one of four reasons holds; if it is set as a condition of
social assistance for rent debt, a fixed-term account is set up. Four kinds of clients are not
guided to it. The slides give no order of precedence between the lists, but one of the four settles
the case by its own words: guardianship, "not even for the waiting time".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

ASSESSMENT = "palvelutarpeen-arviointi"
WORKER = "vastuutyontekija"
SUBLET = "asuu-valivuokra-asunnossa"
ONLY_WAY_TO_A_FLAT = "ehto-asunnon-saamiselle"
HOMES_LOST = "useita-asunnon-menetyksia"
WEIGHTY = "muu-painava-syy"
CONDITION = "ehto-toimeentulotuelle"
GUARDIANSHIP = "tarve-on-edunvalvonta"
AGAINST_WILL = "tyomarkkinatuki-vastoin-tahtoa"
KELA_PAYS = "kela-maksaa-vuokranantajalle"
OLDER = "iakas"

QUESTIONS = (ASSESSMENT, WORKER, SUBLET, ONLY_WAY_TO_A_FLAT, HOMES_LOST, WEIGHTY, CONDITION,
             GUARDIANSHIP, AGAINST_WILL, KELA_PAYS, OLDER)  # fmt: skip
YES, NO, UNKNOWN = "yes", "no", "unknown"
Answers = tuple[str, ...]
"""One answer for each of QUESTIONS."""


def every_combination() -> Iterator[Answers]:
    """All 3^11 ways to answer."""
    return product((YES, NO, UNKNOWN), repeat=len(QUESTIONS))


def verdict(answers: Answers) -> str:
    """The answer that the source supports."""
    has_assessment, has_worker = answers[0], answers[1]
    reasons, condition, reasons_against = answers[2:6], answers[6], answers[7:]
    for_it = YES in reasons or condition == YES
    if reasons_against[0] == YES:
        return "not"
    if YES in reasons_against:
        return "conflict" if for_it else "not"
    if not for_it:
        # "Opened only if": no reason at all is an answer, a reason not known is none.
        return "none" if {*reasons, condition} == {NO} else "find"
    if NO in (has_assessment, has_worker):
        return "first"
    if UNKNOWN in (has_assessment, has_worker, *reasons_against):
        return "find"
    if condition != YES:
        return "open"
    return "both" if YES in reasons else "fixed"


def shown(answers: Answers) -> dict[str, set[str]]:
    """What must be cited beside the verdict: the criteria that led to it."""
    said = dict(zip(QUESTIONS, answers, strict=True))
    outcome = verdict(answers)
    pursued = outcome not in {"not", "none"}
    grounds = (SUBLET, ONLY_WAY_TO_A_FLAT, HOMES_LOST, WEIGHTY)
    against = (GUARDIANSHIP, AGAINST_WILL, KELA_PAYS, OLDER)
    found = any(said[q] == YES for q in (*grounds, CONDITION))
    asked: tuple[str, ...] = (ASSESSMENT, WORKER, *against)
    if outcome == "not" and said[GUARDIANSHIP] == YES:
        asked = ()
    elif outcome == "not":
        asked = (*grounds, CONDITION)
    elif not found:
        asked = QUESTIONS
    return {
        "first": {q for q in (ASSESSMENT, WORKER) if said[q] == NO and pursued},
        "open": {q for q in grounds if said[q] == YES},
        "fixed": {q for q in (CONDITION,) if said[q] == YES},
        "excluded": {q for q in against if said[q] == YES},
        "find": {q for q in asked if said[q] == UNKNOWN} if outcome != "none" else set(),
    }
