"""Who cites which record: pages and registers, by their fields and by the links of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.load.content import Loaded
from kb.load.outline import read_inline
from kb.load.pages import RawPage
from kb.load.registers import Register
from kb.model.base import OWN_SCHEMES, IdKind, RefTo
from kb.model.outline import LinkUse
from kb.model.walk import leaves


@dataclass(frozen=True)
class Citation:
    """A record, and who cites it."""

    kind: IdKind
    id: str
    file: str
    """Relative to the root of the repository."""
    record: str = ""
    """The id of the record that cites, where it is one of a register."""

    @property
    def by(self) -> str:
        """Who cites, as one tells an editor: `docs/fi/x.md`, `data/terms.yml (velka)`."""
        return f"{self.file} ({self.record})" if self.record else self.file


def citations(loaded: Loaded) -> list[Citation]:
    """Every citation of a record, each once a page or record, pages first."""
    found: dict[Citation, None] = {}
    for page in loaded.pages.values():
        for kind, ident in _of_page(page):
            found[Citation(kind, ident, page.file)] = None
    for register in loaded.registers.values():
        for name in register.records:
            for kind, ident in _of_record(register, name):
                if (kind, ident) != (register.kind, name):  # a record does not use itself
                    found[Citation(kind, ident, register.located.file, name)] = None
    return list(found)


def _of_page(page: RawPage) -> Iterator[tuple[IdKind, str]]:
    for leaf in leaves(page.record) if page.record is not None else ():
        ref = leaf.marker(RefTo)
        if ref:
            yield ref.kind, str(leaf.value)
    if page.outline:
        yield from _cited(page.outline.links)
    for front in page.front_texts:
        yield from _cited(front.outline.links)


def _of_record(register: Register, ident: str) -> Iterator[tuple[IdKind, str]]:
    for leaf in leaves(register.records[ident]):
        ref = leaf.marker(RefTo)
        if ref:
            yield ref.kind, str(leaf.value)
        elif isinstance(leaf.value, str) and "](" in leaf.value:
            yield from _cited(read_inline(leaf.value, 1).links)


def _cited(links: Iterable[LinkUse]) -> Iterator[tuple[IdKind, str]]:
    for link in links:
        scheme, _, ident = link.target.partition(":")
        kind = next((own for own in OWN_SCHEMES if own == scheme), None)
        if kind:
            yield kind, ident


def citing(found: Iterable[Citation], kind: IdKind) -> dict[str, list[str]]:
    """For each record of a kind who cites it, in order."""
    by: dict[str, list[str]] = {}
    for citation in found:
        if citation.kind == kind:
            by.setdefault(citation.id, []).append(citation.by)
    return by
