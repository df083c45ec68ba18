"""What is not published: the build stops, and says why."""

from __future__ import annotations

from collections.abc import Sequence

from kb.markup.allowed import PAGE
from kb.markup.judge import findings


class RefusedError(Exception):
    """The site is not built; the message says why in one line for each thing that is wrong."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))


def refuse(file: str, html: str) -> None:
    """Raise `RefusedError` when a page has become something that is not published.

    Whatever put it there: an extension, a template, a text that no check has read.
    """
    found = findings(html, PAGE)
    if found:
        raise RefusedError(
            [
                f"{file}: '{finding.what[:200]}' ei kuulu sivulle, rakennus keskeytyy / is not "
                "published, the build stops"
                for finding in found
            ]
        )
