"""What must be in place before the site is put before the public: who answers for it.

Apart from the other rules, because a site that is being made lacks these details rightly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kb.load.content import Loaded
from kb.model.problem import Problem

_YEAR = dt.timedelta(days=366)
_MEND: dict[str, tuple[str, str]] = {
    "owner": ("kirjoita, kuka vastaa sivustosta (fi ja en)",
              "write who answers for the site (fi and en)"),
    "email": ("kirjoita sähköposti, josta omistajan tavoittaa",
              "write the e-mail address at which the owner is reached"),
    "phone": ("kirjoita omistajan puhelinnumero, tai poista rivi, jos numeroa ei ole",
              "write the owner's phone number, or remove the line if there is none"),
    "feedback": ("kirjoita palautteen sähköposti tai lomakkeen https-osoite",
                 "write the e-mail address for feedback, or the https address of a form"),
    "handler": ("kirjoita, kuka käsittelee palautteen (fi ja en)",
                "write who handles the feedback (fi and en)"),
    "host": ("kirjoita, kenen palvelimella sivut ovat",
             "write who serves the pages"),
    "statement_prepared": ("kirjoita päivä, jona saavutettavuusseloste laadittiin",
                           "write the day on which the accessibility statement was prepared"),
    "statement_reviewed": ("vertaa saavutettavuusselostetta sivustoon ja kirjoita päivä",
                           "compare the accessibility statement with the site, write the day"),
}  # fmt: skip


def check(loaded: Loaded) -> Iterator[Problem]:
    """Errors: a detail to be filled in, a statement that nobody has reviewed for a year."""
    if not loaded.details_readable:
        return  # the file is missing or faulty, which was told
    details = loaded.knowledge.details
    for name in details.missing():
        fi, en = _MEND[name]
        yield _error(
            loaded, name, f"tieto '{name}' on täydentämättä; {fi}",
            f"'{name}' is yet to be filled in; {en}",
        )  # fmt: skip
    reviewed = details.statement_reviewed
    if reviewed is not None and loaded.knowledge.today - reviewed > _YEAR:
        fi, en = _MEND["statement_reviewed"]
        yield _error(
            loaded, "statement_reviewed",
            f"saavutettavuusseloste on tarkistettu viimeksi {reviewed}, yli vuosi sitten; {fi}",
            f"the accessibility statement was last reviewed on {reviewed}, over a year ago; {en}",
        )  # fmt: skip


def _error(loaded: Loaded, name: str, fi: str, en: str) -> Problem:
    return Problem(loaded.details_file.file, loaded.details_file.line((name,)), fi, en)
