"""What speaks against a page or file that came with status 200."""

from __future__ import annotations

import re

from linkjudge import places, reasons, signs, titles
from linkjudge.address import Address, BadAddressError, join
from linkjudge.fragments import missing
from linkjudge.model import Judged, Kind, Target
from linkjudge.walk import Outcome

_FILE = re.compile(r"\.(pdf|zip|docx?|xlsx?|pptx?|odt|ods|odp|csv|rtf)$", re.I)


def against(target: Target, out: Outcome) -> Judged | None:
    """What speaks against a page or file that came with status 200."""
    answer, page = out.answer, out.page
    assert answer is not None
    if page is not None and signs.challenge(page, answer.headers):
        return "suspect", reasons.say("challenge")
    known = target.title is not None and signs.says_so(target.title)
    elsewhere = _elsewhere(target, out)
    if elsewhere is not None and not known:
        return elsewhere
    if page is not None:
        shown = page.title or next(iter(page.h1), "") or page.text[:80]
        if page.empty:
            if answer.whole:
                return "suspect", reasons.say("empty")
            return "unreachable", reasons.say("timeout", host=out.end.shown_host)
        if not known:
            if signs.not_found(page):
                return "suspect", reasons.say("not_found", title=shown)
            if signs.login_wall(page) and not places.is_login(out.start):
                return "suspect", reasons.say("login", to=out.end)
            if signs.empty_site(page):
                return "suspect", reasons.say("empty_site", title=shown)
        if signs.parked(page) or signs.spam(page, f"{target.title or ''} {target.url}"):
            return "suspect", reasons.say("parked", title=shown)
    elif out.kind == "other" and signs.says_nothing(answer.body):
        return "suspect", reasons.say(
            "not_found", title=answer.body[:80].decode("utf-8", "replace")
        )
    wrong = _wrong_kind(target, out)
    if wrong is not None:
        fi, en = reasons.KINDS[wrong]
        found_fi, found_en = reasons.KINDS[out.kind]
        return "suspect", reasons.say(
            "type", wanted=fi, wanted_en=en, found=found_fi, found_en=found_en
        )
    if page is not None:
        if target.title is not None:
            home = places.is_home(_bare(out.start))
            other = out.end.host != out.start.host
            if not titles.same_title(target.title, page, home=home, other_host=other):
                return "suspect", reasons.say("title", title=shown, expected=target.title)
        elif _is_home_page(out):
            return "suspect", reasons.say("home", to=out.end)
    fragment = out.end.fragment
    if fragment and missing(fragment, out.kind, page, answer.body, whole=answer.whole):
        return "suspect", reasons.say("anchor", fragment=fragment)
    return None


def _is_home_page(out: Outcome) -> bool:
    """A front page that came in place of the page, without a redirect."""
    page = out.page
    if page is None or places.is_home(_bare(out.start)):
        return False
    if signs.home_title(page):
        return True
    try:
        return bool(page.canonical) and places.is_home(join(_bare(out.end), page.canonical))
    except BadAddressError:
        return False


def _elsewhere(target: Target, out: Outcome) -> Judged | None:
    """A redirect whose goal says that it is not the page."""
    start, end = _bare(out.start), _bare(out.end)
    if not out.hops or end.page == start.page:
        return None
    if places.is_login(end) and not places.is_login(start):
        return "suspect", reasons.say("login", to=out.end)
    if places.is_error(end):
        return "suspect", reasons.say("not_found", title=out.end)
    if places.is_search(end) and not places.is_search(start) and not _titled(target, out):
        return "suspect", reasons.say("not_found", title=out.end)
    landed_at_home = places.is_home(end) and (
        out.end.fragment is None or out.end.fragment == out.start.fragment
    )
    # A service may get a site of its own: then the title is still the registered one.
    own_site = end.host != start.host and _titled(target, out)
    if landed_at_home and not places.is_home(start) and not own_site:
        return "suspect", reasons.say("home", to=out.end)
    return None


def _titled(target: Target, out: Outcome) -> bool:
    """Whether the page that came has the registered title."""
    page, title = out.page, target.title
    return page is not None and title is not None and titles.same_title(title, page)


def _bare(address: Address) -> Address:
    return Address(address.scheme, address.host, address.shown_host, address.port, address.target)


def _wrong_kind(target: Target, out: Outcome) -> Kind | None:
    """The kind that was registered, if another came."""
    wanted = target.kind
    if wanted is None:
        match = _FILE.search(out.start.path)
        name = match[1].lower() if match else ""
        if name in {"pdf", "zip"} and out.kind != name:
            return "pdf" if name == "pdf" else "zip"
        return "other" if name and out.kind == "html" else None
    if wanted == out.kind or (wanted == "other" and out.kind == "zip"):
        return None  # office files are zip files inside
    return wanted
