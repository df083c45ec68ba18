"""The verdict on one link."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import re

from linkjudge import content, places, reasons, signs, titles
from linkjudge.address import Address, BadAddressError, has_slip, mended, parse
from linkjudge.model import Finding, Judged, Limits, Reason, Seen, Spent, Target, Verdict
from linkjudge.walk import Outcome, Walker

_TROUBLE: dict[str, Verdict] = {
    "unknown_host": "broken", "tls_host": "broken", "tls_untrusted": "broken", "loop": "broken",
    "endless": "broken", "no_location": "broken", "bad_location": "broken", "private": "broken",
    "timeout": "unreachable", "refused": "unreachable", "lost": "unreachable",
    "garbled": "unreachable", "dns": "unreachable", "tls_expired": "unreachable",
    "tls_other": "unreachable",
}  # fmt: skip
_GONE = {404, 410}
_BUSY = {429, 503}


async def judge(target: Target, walker: Walker, limits: Limits, spent: Spent) -> Finding:
    """Ask for the target and judge what a reader would meet there. Never raises for a link."""
    try:
        start = parse(target.url)
    except BadAddressError:
        return await _misspelt(target, walker, spent, "bad_address", None)
    out = await walker.walk(start)
    if _deserves_second_try(out):
        wait = _wait(out, limits)
        if wait < walker.left:
            # No host is kept waiting meanwhile; the wait counts into the link's time limit.
            await asyncio.sleep(wait)
            spent.seconds += wait
            out = _better(out, await walker.walk(start, browser=True))
    verdict, reason = _judge(target, out)
    if verdict == "broken" and out.status in _GONE and not out.hops:
        return await _misspelt(target, walker, spent, "gone", out)
    if verdict == "ok" and has_slip(target.url.strip()):
        reason = reasons.say("ok_slip")
    return _finding(target, out, verdict, reason, spent)


def _finding(
    target: Target, out: Outcome, verdict: Verdict, reason: Reason, spent: Spent
) -> Finding:
    final = str(out.end) if out.hops else target.url
    if verdict == "moved":
        final = str(_new_address(out) or out.end)
    seen = None
    if verdict in {"ok", "moved"} and out.page is not None:
        seen = Seen(out.page.title or next(iter(out.page.h1), ""), titles.subject(out.page))
    return Finding(target, verdict, reason, final, out.status, spent.requests, spent.bytes, seen)


async def _misspelt(
    target: Target, walker: Walker, spent: Spent, code: str, out: Outcome | None
) -> Finding:
    """A broken link whose address may only have a slip in it: try it without."""
    for url in mended(target.url)[:2]:
        try:
            other = await walker.walk(parse(url))
        except BadAddressError:
            continue
        if other.status is not None and 200 <= other.status < 300 and not other.trouble:
            return Finding(
                target, "broken", reasons.say("slip", to=url), url,
                out.status if out else None, spent.requests, spent.bytes,
            )  # fmt: skip
    status = out.status if out else None
    reason = reasons.say(code, status=status)
    return Finding(target, "broken", reason, target.url, status, spent.requests, spent.bytes)


def _deserves_second_try(out: Outcome) -> bool:
    """Whether an ordinary browser may fare better: walls, lost connections, empty answers."""
    if out.trouble is not None:
        return out.trouble in {"lost", "garbled"}
    answer = out.answer
    assert answer is not None
    if answer.status >= 400:
        return answer.status not in {401, 451}
    return (
        answer.size == 0
        or (answer.lost and not _complete(out))
        or (
            out.page is not None
            and (signs.challenge(out.page, answer.headers) or (out.page.empty and answer.whole))
        )
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


def _judge(target: Target, out: Outcome) -> Judged:
    if out.trouble is not None:
        return _TROUBLE[out.trouble], reasons.say(out.trouble, host=out.end.shown_host)
    answer = out.answer
    assert answer is not None
    if not 200 <= answer.status < 300:
        return _by_status(out, answer.status)
    if answer.undecodable:
        return "suspect", reasons.say("undecodable")
    if answer.size == 0:
        return "suspect", reasons.say("empty")
    if answer.lost and not _complete(out):
        return "unreachable", reasons.say("lost", host=out.end.shown_host)
    return content.against(target, out) or _good(out)


def _by_status(out: Outcome, status: int) -> Judged:
    if status in _GONE:
        code = "gone_after" if out.hops else "gone"
        return "broken", reasons.say(code, status=status, to=out.end)
    if out.page is not None and out.answer and signs.challenge(out.page, out.answer.headers):
        return "suspect", reasons.say("challenge")
    if status in _BUSY:
        return "unreachable", reasons.say("busy", status=status)
    if 500 <= status < 600 or status == 408:
        return "unreachable", reasons.say("server_error", status=status)
    code = {401: "login_asked", 403: "forbidden", 451: "legal"}.get(status, "odd_status")
    return "suspect", reasons.say(code, status=status)


def _complete(out: Outcome) -> bool:
    """Whether a body that broke off had been sent to its end all the same.

    A Content-Length that promises too much is common, and browsers show the page.
    """
    assert out.answer is not None
    tail = out.answer.body[-2048:]
    if out.kind == "html":
        return bool(re.search(rb"</\s*(?:html|body)\s*>", tail, re.I))
    return out.kind == "pdf" and b"%%EOF" in tail


def _new_address(out: Outcome) -> Address | None:
    """Where the content lives for good: as far as the way is permanent from its start."""
    new: Address | None = None
    for hop in out.hops:
        if hop.kind == "temporary":
            break
        # A front page that sends its readers on to a language is still the address to give.
        if hop.kind == "page" and places.is_home(out.start) and hop.to.host == out.start.host:
            break
        new = hop.to
    if new is None or new.page == out.start.page:
        return None
    return new


def _good(out: Outcome) -> Judged:
    new = _new_address(out)
    if new is not None:
        code = "moved_page" if out.hops[0].kind == "page" else "moved"
        return "moved", reasons.say(code, to=new)
    if out.hops and out.end.page != out.start.page:
        return "ok", reasons.say("ok_redirect", to=out.end)
    return "ok", reasons.say("ok")
