"""What the site may say of its links: read from the memory at build time, if there is one.

The file is KB_LINK_STATE if that is set, else data/link-state.json, which the link job keeps on
the branch `links-state` and the build of the site fetches. Without it every link is simply not
checked yet; nothing here ever fails a build.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from pathlib import Path

from pydantic import ValidationError

from kb.links.memory import VERSION, Memory, Remembered
from kb.links.sentences import say
from kb.model.status import LinkStatus, PublishedLinks
from linkjudge.codes import GOOD

_LOG = logging.getLogger(__name__)
FILE = Path("data/link-state.json")


def read_published(root: Path, today: dt.date) -> PublishedLinks:
    """Read the memory for a build on the day `today`; empty where there is none to read."""
    told = os.environ.get("KB_LINK_STATE")
    path = Path(told) if told else root / FILE
    if not path.exists():
        return PublishedLinks()
    try:
        memory = Memory.model_validate_json(path.read_bytes()).until(today)
    except (OSError, ValidationError, RecursionError):
        return _unread(path)
    if memory.version != VERSION:
        return _unread(path)
    if memory.checked is None:
        return PublishedLinks()
    return PublishedLinks(
        memory.checked,
        (today - memory.checked).days,
        {
            ident: LinkStatus(
                known.status,
                known.since,
                known.checked,
                (today - known.checked).days,
                _seen(known),
                _plain(known.final_url) if known.verdict == "moved" else None,
            )
            for ident, known in memory.links.items()
        },
        {ident: known.url for ident, known in memory.links.items()},
    )


def _unread(path: Path) -> PublishedLinks:
    # No memory is nothing to tell; one that is there and cannot be read is.
    _LOG.warning(
        "%s: linkkien muistia ei voitu lukea, joten sivusto sanoo 'ei vielä tarkistettu' / the "
        "memory of the links could not be read, so the site says 'not yet checked'", path,
    )  # fmt: skip
    return PublishedLinks()


def _seen(known: Remembered) -> dict[str, str]:
    if known.status == "ok" and known.verdict not in GOOD:
        return {}  # a person has looked, and found that the machine's doubt is none
    return say(known.code, known.verdict, barred=known.barred)._asdict()


def _plain(text: str) -> str:
    # A stranger's server wrote the address: control characters would break the site's own markup.
    return "".join(c if c.isprintable() else " " for c in text)
