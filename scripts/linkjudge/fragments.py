"""Whether the place in a document that an address names is there."""

from __future__ import annotations

import re
from urllib.parse import unquote

from linkjudge.model import Kind
from linkjudge.page import Page
from linkjudge.texts import clean
from linkjudge.titles import fold

_ROUTE = re.compile(r"[!/]|%21|%2f", re.I)
_THIN = 200


def missing(fragment: str, kind: Kind, page: Page | None, body: bytes, *, whole: bool) -> bool:
    """Whether the fragment surely leads nowhere.

    Unsure is no: a route of a single-page application exists in its script alone, and an anchor
    may stand behind what was read.
    """
    if not fragment:
        return False
    if kind == "pdf":
        return _pdf_page_missing(fragment, body, whole=whole)
    if kind != "html" or page is None:
        # In a text, a picture or an archive no browser looks for an anchor.
        return False
    anchor, _, directive = fragment.partition(":~:")
    if anchor and _anchor_missing(anchor, page, whole=whole):
        return True
    return bool(directive) and whole and _text_missing(directive, page)


def _anchor_missing(anchor: str, page: Page, *, whole: bool) -> bool:
    plain = unquote(anchor)
    if _ROUTE.match(anchor) or plain.lower() == "top":
        return False
    # GitHub writes `user-content-` before every id and finds it again by a script.
    if {anchor, plain, f"user-content-{plain}"} & page.anchors:
        return False
    if re.match(r"(?:t|xywh|line|char|page|zoom|svgview)[=(]", plain.lower()):
        return False
    if f'"{plain}"' in page.inline or f'"#{plain}"' in page.inline:
        return False  # in the data of a script, which makes it
    if page.scripts and re.search("[=&?]", plain):
        return False  # the state of a script, not a place on the page
    return whole and not (page.scripts and len(page.text) < _THIN)


def _text_missing(directive: str, page: Page) -> bool:
    """A text fragment, `text=[prefix-,]start[,end][,-suffix]`, whose start is not on the page."""
    if page.scripts and len(page.text) < _THIN:
        return False
    text = fold(clean(page.text))
    for part in directive.split("&"):
        name, _, value = part.partition("=")
        pieces = [
            fold(clean(unquote(piece)))
            for piece in value.split(",")
            if piece and not piece.endswith("-") and not piece.startswith("-")
        ]
        if name == "text" and pieces and not all(piece in text for piece in pieces):
            return True
    return False


def _pdf_page_missing(fragment: str, body: bytes, *, whole: bool) -> bool:
    match = re.search(r"(?:^|&)page=(\d{1,6})", fragment)
    if not match or not whole:
        return False
    # Only where the page tree stands open in the file; in a compressed one nobody can tell.
    counts = [int(n) for n in re.findall(rb"/Type\s*/Pages\b[^>]{0,400}?/Count\s+(\d{1,6})", body)]
    counts += [int(n) for n in re.findall(rb"/Count\s+(\d{1,6})[^>]{0,400}?/Type\s*/Pages\b", body)]
    return bool(counts) and int(match[1]) > max(counts)
