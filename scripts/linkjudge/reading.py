"""Reads what a server sent: everything that looks at a stranger's bytes happens here.

`read` runs in a process of its own (see `worker`) under limits of time and memory, because a page
can be made to keep any parser or pattern busy. What goes in and what comes out is plain data.
"""

from __future__ import annotations

import re

from linkjudge import decode, signs, titles
from linkjudge.codes import Code
from linkjudge.fragments import missing
from linkjudge.markup import read as read_page
from linkjudge.model import Kind, Seen
from linkjudge.page import Page
from linkjudge.readings import Question, Reading
from linkjudge.refresh import PATIENCE, parse_refresh
from linkjudge.shaping import shape_of

_SNIFFED = 1024
"""Bytes at the beginning that tell what a file is, as browsers sniff them."""
_A_PAGE = 150
"""Letters from which on something is to be read; nginx's "302 Found" has a dozen."""
_RICH, _RICH_PARAGRAPHS = 1500, 5
"""Letters and paragraphs that no host writes for an address that does not exist."""
_GARBAGE = 0.1
"""Share of characters that no text has, from which on a browser shows garbage."""
_TAIL = 2048
"""Bytes at the end in which a document's own end mark must stand."""
_HTML = re.compile(
    rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_OFTEN_HTML = {
    "application/pdf", "application/zip", "application/octet-stream", "text/xml",
    "application/xml", "application/x-zip-compressed",
}  # fmt: skip
"""Types that servers also give to their error pages."""


def read(question: Question, body: bytes) -> Reading:
    """Read a body as it came, packed or not."""
    reading = Reading()
    try:
        body = decode.unpack(body, question.header("content-encoding"))
    except decode.UndecodableError:
        reading.undecodable = True
    declared = question.header("content-type").partition(";")[0].strip().lower()
    reading.kind = kind_of(declared, body)
    reading.complete = _complete(reading.kind, body)
    page: Page | None = None
    if reading.kind == "html":
        text = decode.text_of(body, question.header("content-type"))
        reading.undecodable = reading.undecodable or decode.garbage(text) > _GARBAGE
        page = read_page(text)
        _read_page(question, page, reading)
    elif reading.kind == "other" and signs.gone.says_nothing(body):
        reading.says = Code.NOT_FOUND
        reading.title = body[:80].decode("utf-8", "replace")
    reading.anchor_missing = bool(question.fragment) and missing(
        question.fragment or "", reading.kind, page, body, whole=question.whole
    )
    return reading


def _read_page(question: Question, page: Page, reading: Reading) -> None:
    expected = question.title
    reading.title = page.title or next(iter(page.h1), "") or page.text[:80]
    reading.seen = Seen(titles.stems(page.title or next(iter(page.h1), "")), titles.subject(page))
    reading.wall = signs.walls.challenge(page, question.headers)
    reading.blank = page.empty
    reading.known = expected is not None and signs.is_topic(expected)
    reading.says = signs.says(
        page,
        known=reading.known,
        at_login=question.at_login,
        title=expected or "",
        about=f"{expected or ''} {question.url}",
    )
    reading.home = signs.sites.home_title(page)
    reading.canonical, reading.base = page.canonical, page.base
    reading.page = page.paragraphs > 0 or len(page.main) >= _A_PAGE
    reading.rich = page.paragraphs >= _RICH_PARAGRAPHS and len(page.prose) >= _RICH
    reading.shape = shape_of(page)
    if expected is not None:
        reading.titled = titles.same_title(expected, page)
        reading.fits = titles.same_title(
            expected, page, home=question.at_home, other_host=question.other_host
        )
    if reading.wall:
        return  # where a wall sends its reader, no page is
    refresh = page.refresh or parse_refresh(question.header("refresh"))
    if refresh and refresh[0] <= PATIENCE:
        reading.sends_to = [refresh[1]]
    elif not page.passwords:
        reading.sends_to, reading.cookie = page.script_to, page.script_cookie


def kind_of(declared: str, body: bytes) -> Kind:
    """What a reader gets, by what it is rather than by what it is called."""
    start = body[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in body[:_SNIFFED]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "zip"
    looks_html = bool(_HTML.match(start))
    if "html" in declared or (not declared and (looks_html or b"<" in start)):
        return "html"
    if looks_html and declared in _OFTEN_HTML:
        return "html"
    if not start and declared == "application/pdf":
        return "pdf"
    return "zip" if declared in {"application/zip", "application/x-zip-compressed"} else "other"


def _complete(kind: Kind, body: bytes) -> bool:
    """Whether a body that broke off had been sent to its end all the same.

    A Content-Length that promises too much is common, and browsers show the page.
    """
    tail = body[-_TAIL:]
    if kind == "html":
        return bool(re.search(rb"</\s*(?:html|body)\s*>", tail, re.IGNORECASE))
    return kind == "pdf" and b"%%EOF" in tail
