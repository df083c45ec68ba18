"""Whether the sections of data/sections.yml can tell what the pages are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kb.load.registers import Register
from kb.model.kinds import BY_NAME, KINDS
from kb.model.problem import Problem


def judge_sections(register: Register) -> Iterator[Problem]:
    """Sections of a kind that there is not, or that another section has and may not share."""
    allowed = [kind.name for kind in KINDS if kind.section]
    first: dict[str, str] = {}
    for ident, section in register.records.items():
        line = register.located.line(("sections", register.index[ident], "kind"))
        if section.kind not in allowed:
            close = get_close_matches(section.kind, allowed, n=1)
            listed = ", ".join(allowed)
            hint_fi = f"tarkoititko '{close[0]}'?" if close else f"mahdollisia ovat: {listed}"
            hint_en = f"did you mean '{close[0]}'?" if close else f"possible are: {listed}"
            yield Problem(
                register.located.file,
                line,
                f"sivujen lajia '{section.kind}' ei ole; {hint_fi}",
                f"there is no kind of page '{section.kind}'; {hint_en}",
            )
        elif BY_NAME[section.kind].single and section.kind in first:
            yield Problem(
                register.located.file,
                line,
                f"osiolla '{first[section.kind]}' on jo laji '{section.kind}'; yhdistä osiot tai "
                "valitse toinen laji",
                f"the section '{first[section.kind]}' is of the kind '{section.kind}' already; "
                "join the sections or choose another kind",
            )
        first.setdefault(section.kind, ident)
