"""In what order pages stand in the menu, in indexes and in the handbook."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model import collation
from kb.model.county import SiteSection
from kb.model.data import Group
from kb.model.pages import Page

Key = tuple[int, bool, int, int, collation.Key, str]

_LAST = 1_000_000


def menu_key(
    path: str,
    title: str,
    meta: Page | None,
    sections: Mapping[str, SiteSection],
    groups: Mapping[str, Group],
    letters: tuple[str, ...] = (),
) -> Key:
    """The key by which pages are sorted, from the source language's page.

    The front page comes first; then section by section, in each its index, then its groups in the
    register's order, then the pages by `order` where they have one, the others behind by title,
    in the language's own order (`letters` are those behind z).
    """
    folder = path.rpartition("/")[0]
    section = (meta.menu if meta else None) or folder.partition("/")[0]
    place = {ident: number for number, ident in enumerate(sections)}
    group = {ident: number for number, ident in enumerate(groups)}
    home = path == "index.md"
    return (
        -1 if home else place.get(section, len(place)),
        path != f"{section}/index.md",
        group.get(getattr(meta, "group", None) or "", _LAST),
        meta.order if meta and meta.order is not None else _LAST,
        collation.sort_key(title, letters),
        path,
    )
