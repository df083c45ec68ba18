"""The registers of data/ are whole: no address twice, nothing that no page uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from kb.load.content import Loaded
from kb.markup.allowed import IDENT
from kb.model.problem import Problem
from kb.relate.citations import citations

_COPIED = re.compile(r"(?<=/)https?://.+")
"""The address that was copied, at the end of the copy's own, as web archives write it."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """What a register says against itself (errors), and what nothing cites (warnings)."""
    yield from _duplicate_addresses(loaded)
    yield from _copies_of_others(loaded)
    yield from _seen_too_early(loaded)
    if any(page.record is None or page.outline is None for page in loaded.pages.values()):
        return  # what a page cites is not known, and what seems unused may be cited there
    used = {(citation.kind, citation.id) for citation in citations(loaded)}
    for kind, name, fi, en in (
        ("link", "links", "linkkiä", "link"),
        ("change", "changes", "muutosta", "change"),
    ):
        register = loaded.registers[name]
        for ident, line in register.ids.items():
            # An id of another form is told as such, and what cites it is not found.
            if (kind, ident) not in used and IDENT.fullmatch(ident):
                yield Problem(
                    register.located.file,
                    line,
                    f"mikään ei käytä {fi} '{ident}'; viittaa siihen tai poista se",
                    f"nothing uses the {en} '{ident}'; cite it or remove it",
                    "warning",
                )


def _duplicate_addresses(loaded: Loaded) -> Iterator[Problem]:
    register = loaded.registers["links"]
    first: dict[str, int] = {}
    for ident, link in register.records.items():
        line = register.located.line(("links", register.index[ident], "url"))
        url = _same(link.url)
        if url in first:
            yield Problem(
                register.located.file,
                line,
                f"osoite {link.url} on jo rivillä {first[url]}; käytä sen tunnusta",
                f"the address {link.url} stands on line {first[url]} already; use its id",
            )
        first.setdefault(url, line)


def _copies_of_others(loaded: Loaded) -> Iterator[Problem]:
    """A stored copy whose address names another site than the link's own."""
    register = loaded.registers["links"]
    for ident, link in register.records.items():
        copied = _COPIED.search(link.archive or "")
        if copied and _host(copied[0]) != _host(link.url):
            yield Problem(
                register.located.file,
                register.located.line(("links", register.index[ident], "archive")),
                f"talletettu kopio on sivustosta {_host(copied[0])}, mutta linkki vie sivustoon "
                f"{_host(link.url)}; vaihda kohdan archive osoite",
                f"the stored copy is of {_host(copied[0])}, but the link leads to "
                f"{_host(link.url)}; change the address in archive",
            )


def _seen_too_early(loaded: Loaded) -> Iterator[Problem]:
    """A change told as seen after it took effect, though it has not yet done so."""
    register = loaded.registers["changes"]
    today = loaded.knowledge.today.isoformat()
    for ident, change in register.records.items():
        if change.seen == "after" and change.begins > today[: len(change.begins)]:
            yield Problem(
                register.located.file,
                register.located.line(("changes", register.index[ident], "seen")),
                f"muutos tulee voimaan vasta {change.begins}, joten kukaan ei ole nähnyt sitä "
                "voimassa; kirjoita seen: before, tai korjaa päivä",
                f"the change takes effect only on {change.begins}, so nobody has seen it in "
                "effect; write seen: before, or mend the date",
            )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _same(url: str) -> str:
    """The address without what makes it no other page: scheme, `www.`, a slash at its end."""
    parts = urlsplit(url)
    return urlunsplit(("", _host(url), parts.path.rstrip("/"), parts.query, parts.fragment))
