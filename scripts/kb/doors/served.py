"""The site while it is being edited: what is wrong stands on the page, and goes once it is mended.

A content that `kb check` refuses is not built. The site stays as it was, and every page tells what
is wrong, its own errors first; the next save that mends them builds the site anew.
"""

from __future__ import annotations

import html
import logging
import re
import socket
import time
from pathlib import Path

from kb.doors.waiting import waiting
from kb.load.watch import saved
from kb.site.build import Build
from kb.site.refusal import RefusedError
from kb.site.settings import Settings

log = logging.getLogger("mkdocs.plugins.kb")
_CODE = Path(__file__).parents[1]
_STARTED = time.time()
_BODY = re.compile(r"<body[^>]*>")
_STYLE = (
    "position:relative;z-index:99;margin:0;padding:1rem;background:#fff3f3;color:#5a0000;"
    "border-bottom:4px solid #b00020;font:1rem/1.5 sans-serif"
)
_CODE_CHANGED = (
    "ohjelmakoodi (scripts/) muuttui; käynnistä make serve uudelleen, jotta muutos näkyy / the "
    "code (scripts/) has changed; start make serve again to see it"
)


def start_served(
    root: Path, settings: Settings, before: Build | None, address: tuple[str, int]
) -> tuple[Build, tuple[str, ...]]:
    """The build to show, and what is to be told above its pages.

    Where the content is refused it is the build of before. Where there is none yet, the errors are
    shown at `address`, and the first save that mends them goes on from there.
    """
    notices = (_CODE_CHANGED,) if code_has_changed() else ()
    for line in notices:
        log.info(line)
    try:
        return Build.start(root, settings), notices
    except RefusedError as error:
        _tell(error)
        if before is not None:
            return before, (*error.lines, *notices)
        refused = error.lines
    log.info("Korjaa ja tallenna, niin sivusto avautuu / mend and save, and the site opens")
    with waiting(address, refused) as shown:
        for _ in saved(root):
            try:
                return Build.start(root, settings), notices
            except RefusedError as error:
                _tell(error)
                shown[:] = error.lines
    raise AssertionError("waiting for a save has no end")


def _tell(error: RefusedError) -> None:
    for line in error.lines:
        log.error(line)


def code_has_changed(since: float = _STARTED) -> bool:
    """Whether a Python file of the engine is newer than this process, which reads it but once."""
    return any(path.stat().st_mtime > since for path in _CODE.rglob("*.py"))


def with_notices(page: str, notices: tuple[str, ...], file: str) -> str:
    """A page of the site with the notices at its top, those of its own `file` first."""
    if not notices:
        return page
    own = sorted(notices, key=lambda line: not line.startswith(f"{file}:"))
    items = "".join(f"<li>{html.escape(line)}</li>" for line in own)
    box = (
        f'<section role="alert" style="{_STYLE}"><strong>Sivusto ei päivity, ennen kuin nämä on '
        "korjattu / The site is not renewed until these are mended</strong>"
        f"<ul>{items}</ul></section>"
    )
    return _BODY.sub(lambda match: match.group() + box, page, count=1)


def is_taken(host: str, port: int) -> bool:
    """Whether another program listens at this address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as attempt:
        # As the server itself does: a port that was let go a moment ago is free.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            return True
    return False
