"""Every picture and attachment that a page names is one that is published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.media import ATTACHMENT, PICTURES
from kb.load.pages import RawPage
from kb.model.outline import LinkUse
from kb.model.problem import Problem


def picture(page: RawPage, link: LinkUse, path: str, loaded: Loaded) -> Iterator[Problem]:
    """A picture that does not exist, is no picture, or is not published."""
    if not _is_told(page, path, loaded, tuple(PICTURES)):
        yield on_page(
            page,
            link.line,
            f"kuvatiedostoa '{path}' ei ole; korjaa polku",
            f"there is no image file '{path}'; mend the path",
        )


def attachment(page: RawPage, link: LinkUse, path: str, loaded: Loaded) -> Iterator[Problem]:
    """A PDF that does not exist or is not published."""
    if _is_told(page, path, loaded, (ATTACHMENT,)):
        return
    folder = posixpath.dirname(f"{page.lang}/{page.path}")
    known = (found for found in loaded.inventory.published if found.endswith(ATTACHMENT))
    close = get_close_matches(_below_docs(page, path), known, n=1)
    near = posixpath.relpath(close[0], folder) if close else ""
    yield on_page(
        page,
        link.line,
        f"liitettä '{path}' ei ole" + (f"; tarkoititko '{near}'?" if near else "; korjaa polku"),
        f"there is no attachment '{path}'"
        + (f"; did you mean '{near}'?" if near else "; mend the path"),
    )


def _is_told(page: RawPage, path: str, loaded: Loaded, endings: tuple[str, ...]) -> bool:
    """Whether the file is published, or is refused with a message of its own."""
    below = _below_docs(page, path)
    inventory = loaded.inventory
    return path.endswith(endings) and (
        below in inventory.published or f"docs/{below}" in inventory.refused
    )


def _below_docs(page: RawPage, path: str) -> str:
    """What a path on a page leads to, below docs/."""
    folder = posixpath.dirname(f"{page.lang}/{page.path}")
    return posixpath.normpath(posixpath.join(folder, path))
