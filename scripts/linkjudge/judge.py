"""The verdict on one link."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import re
from dataclasses import replace

from linkjudge import content, places
from linkjudge.address import (
    Address,
    BadAddressError,
    has_slip,
    mended,
    parse,
    without_session,
)
from linkjudge.codes import GOOD, Code
from linkjudge.model import Finding, Limits, Spent, Target
from linkjudge.nonsense import Nonsense
from linkjudge.walk import Outcome, Walker

_GONE = {404, 410}
_BUSY = {429, 503}
_BY_STATUS = {401: Code.LOGIN_ASKED, 403: Code.FORBIDDEN, 451: Code.LEGAL}


async def judge(
    target: Target, walker: Walker, nonsense: Nonsense, limits: Limits, spent: Spent
) -> Finding:
    """Ask for the target and judge what a reader would meet there.

    Whatever a server does is a finding; what is raised is a fault of this program.
    """
    try:
        start = parse(target.url)
    except BadAddressError:
        return await _misspelt(target, walker, spent, Code.BAD_ADDRESS, None)
    out = await walker.walk(start)
    if _deserves_second_try(out):
        wait = _wait(out, limits)
        if wait < walker.left:
            # No host is kept waiting meanwhile; the wait counts into the link's time limit.
            await asyncio.sleep(wait)
            spent.seconds += wait
            out = _better(out, await walker.walk(start, browser=True))
    code = _judge(target, out)
    if code is Code.GONE:
        return await _misspelt(target, walker, spent, code, out)
    if code is Code.TLS_HOST and (finding := await _other_name(target, walker, out, spent)):
        return finding
    if code.verdict in GOOD and _deserves_doubt(out) and await nonsense.same(out):
        code = Code.AS_NONE
    if code.verdict == "ok" and has_slip(target.url.strip()):
        code = Code.THERE_SLIP
    return _finding(target, out, code, spent)


def _finding(target: Target, out: Outcome, code: Code, spent: Spent) -> Finding:
    final = str(out.end) if out.hops else target.url
    if code.verdict == "moved":
        final = str(_new_address(out) or out.end)
    return Finding(
        target, code, final, out.status, spent.requests, spent.bytes, out.reading.seen,
        out.reading.title,
    )  # fmt: skip


async def _misspelt(
    target: Target, walker: Walker, spent: Spent, code: Code, out: Outcome | None
) -> Finding:
    """A broken link whose address may only have a slip in it: try it without."""
    status, final = out.status if out else None, target.url
    for url in mended(target.url)[:2]:
        try:
            other = await walker.walk(parse(url))
        except BadAddressError:
            continue
        if other.status is not None and 200 <= other.status < 300 and not other.trouble:
            code, final = Code.SLIP, url
            break
    return Finding(target, code, final, status, spent.requests, spent.bytes)


def _deserves_second_try(out: Outcome) -> bool:
    """Whether an ordinary browser may fare better: walls, lost connections, empty answers."""
    if out.trouble is not None:
        return out.trouble in {Code.LOST, Code.GARBLED, Code.LOOP}
    answer = out.answer
    assert answer is not None
    if answer.status >= 400:
        return answer.status not in {401, 451}
    return (
        answer.size == 0
        or (answer.lost and not out.reading.complete)
        or out.reading.wall
        or (out.reading.blank and answer.whole)
    )


def _wait(out: Outcome, limits: Limits) -> float:
    """Seconds before the second try: what the server asks for, but not for ever."""
    if out.status not in _BUSY or out.answer is None:
        return 0.0
    said = out.answer.header("retry-after").strip()
    if said.isdigit():
        seconds = float(said[:9])
    else:
        try:
            when = email.utils.parsedate_to_datetime(said)
            if when.tzinfo is None:
                when = when.replace(tzinfo=dt.UTC)
            seconds = (when - dt.datetime.now(dt.UTC)).total_seconds()
        except (TypeError, ValueError, OverflowError):
            seconds = 1.0
    # A little more than asked: our clock and theirs are not the same.
    return min(max(seconds, 0.0) + 0.05, limits.retry_after)


def _better(first: Outcome, second: Outcome) -> Outcome:
    """Which of two tries tells more of what a reader meets."""
    if second.answer is None and first.answer is not None:
        return first
    # A page that is gone is gone; a wall that then falls for the guise says no more.
    if first.status in _GONE and second.status is not None and second.status >= 400:
        return first
    return second


def _judge(target: Target, out: Outcome) -> Code:
    if out.trouble is not None:
        return out.trouble
    answer = out.answer
    assert answer is not None
    if not 200 <= answer.status < 400:
        return _by_status(out, answer.status)
    if out.reading.undecodable:
        return Code.UNDECODABLE
    if answer.size == 0:
        return Code.EMPTY
    if answer.lost and not out.reading.complete:
        return Code.LOST
    return content.against(target, out) or _good(target, out)


def _by_status(out: Outcome, status: int) -> Code:
    if status in _GONE:
        return Code.GONE_AFTER if out.hops else Code.GONE
    if out.reading.wall:
        return Code.CHALLENGE
    if status in _BUSY:
        return Code.BUSY
    if 500 <= status < 600 or status == 408:
        return Code.SERVER_ERROR
    return _BY_STATUS.get(status, Code.ODD_STATUS)


def _deserves_doubt(out: Outcome) -> bool:
    """Whether the page might be what its host shows for anything."""
    reading = out.reading
    if reading.kind != "html" or places.is_home(out.start.without_fragment):
        return False
    return not (reading.rich and reading.titled)


async def _other_name(target: Target, walker: Walker, out: Outcome, spent: Spent) -> Finding | None:
    """A site whose certificate holds only with `www.` before its name, or only without."""
    host = out.start.host
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    if out.hops or not re.search("[a-z]", host):
        return None
    found = await walker.walk(replace(out.start, host=other, shown_host=None))
    if found.trouble is not None or found.status is None or not 200 <= found.status < 300:
        return None
    return Finding(target, Code.TLS_HOST, str(found.end), None, spent.requests, spent.bytes)


def _new_address(out: Outcome) -> Address | None:
    """Where the content lives for good: as far as the way is permanent from its start."""
    new: Address | None = None
    for hop in out.hops:
        if hop.kind == "temporary":
            break
        # A front page that sends its readers on to a language is still the address to give.
        if hop.kind == "page" and places.is_home(out.start) and hop.to.host == out.start.host:
            break
        new = without_session(hop.to)
    if new is None or new.page == out.start.page:
        return None
    return new


def _good(target: Target, out: Outcome) -> Code:
    new = _new_address(out)
    end = new or out.end
    elsewhere = target.title is None and not places.same_site(out.start.host, end.host)
    if new is not None:
        if elsewhere:
            return Code.MOVED_ELSEWHERE
        return Code.MOVED_PAGE if out.hops[0].kind == "page" else Code.MOVED
    if elsewhere:
        return Code.ELSEWHERE
    if out.hops and out.end.page != out.start.page:
        return Code.THERE_TEMPORARY
    return Code.THERE
