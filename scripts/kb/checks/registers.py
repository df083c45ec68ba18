"""The registers of data/ are whole: no address twice, nothing that no page uses."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from kb.load.content import Loaded
from kb.markup.allowed import IDENT
from kb.model.problem import Problem
from kb.relate.citations import citations


def check(loaded: Loaded) -> Iterator[Problem]:
    """Duplicate addresses (errors), and links and changes that nothing cites (warnings)."""
    yield from _duplicate_addresses(loaded)
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


def _same(url: str) -> str:
    """The address without what makes it no other page: scheme, `www.`, a slash at its end."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), parts.query, parts.fragment))
