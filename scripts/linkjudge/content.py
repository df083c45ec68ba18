"""What speaks against a page or file that came with status 200."""

from __future__ import annotations

import re

from linkjudge import places
from linkjudge.address import BadAddressError, join
from linkjudge.codes import Code
from linkjudge.model import Kind, Target
from linkjudge.walk import Outcome

_FILE = re.compile(r"\.(pdf|zip|docx?|xlsx?|pptx?|odt|ods|odp|csv|rtf)$", re.IGNORECASE)
_NOW: dict[Kind, Code] = {
    "html": Code.NOW_HTML, "pdf": Code.NOW_PDF, "zip": Code.NOW_ZIP, "other": Code.NOW_OTHER,
}  # fmt: skip


def against(target: Target, out: Outcome) -> Code | None:
    """What speaks against a page or file that came with status 200."""
    answer, reading = out.answer, out.reading
    assert answer is not None
    if reading.wall:
        return Code.CHALLENGE
    elsewhere = _elsewhere(out)
    if elsewhere is not None and not reading.known:
        return elsewhere
    if reading.blank:
        if answer.whole:
            return Code.EMPTY
        return Code.UNREADABLE if answer.cut else Code.TIMEOUT
    if reading.says is not None:
        return reading.says
    if _wrong_kind(target, out):
        return _NOW[reading.kind]
    if reading.kind == "html":
        if not reading.fits:
            return Code.TITLE
        if target.title is None and _is_home_page(out):
            return Code.HOME
    return Code.ANCHOR if reading.anchor_missing else None


def _is_home_page(out: Outcome) -> bool:
    """A front page that came in place of the page, without a redirect."""
    if places.is_home(out.start.without_fragment):
        return False
    if out.reading.home:
        return True
    canonical = out.reading.canonical
    try:
        return bool(canonical) and places.is_home(join(out.end.without_fragment, canonical))
    except BadAddressError:
        return False


def _elsewhere(out: Outcome) -> Code | None:
    """A redirect whose goal says that it is not the page."""
    start, end = out.start.without_fragment, out.end.without_fragment
    if not out.hops or end.page == start.page:
        return None
    if places.is_login(end) and not places.is_login(start):
        return Code.LOGIN
    stands_in = places.stand_in(end)
    if stands_in is not None and places.stand_in(start) is None and not out.reading.titled:
        return stands_in
    if places.is_error(end):
        return Code.NOT_FOUND
    if places.is_search(end) and not places.is_search(start) and not out.reading.titled:
        return Code.NOT_FOUND
    landed_at_home = places.is_home(end) and (
        out.end.fragment is None or out.end.fragment == out.start.fragment
    )
    # A service may get a site of its own: then the title is still the registered one.
    own_site = end.host != start.host and out.reading.titled
    if landed_at_home and not places.is_home(start) and not own_site:
        return Code.HOME
    return None


def _wrong_kind(target: Target, out: Outcome) -> bool:
    """Whether another kind of file came than was registered, or than the address names."""
    came = out.reading.kind
    if target.kind is not None:
        # Office files are zip files inside.
        return target.kind != came and not (target.kind == "other" and came == "zip")
    match = _FILE.search(out.start.path)
    name = match[1].lower() if match else ""
    if name in {"pdf", "zip"}:
        return came != name
    return bool(name) and came == "html"
