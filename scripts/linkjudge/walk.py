"""Follows an address as a reader's browser would: redirects, refreshes, scripts, cookies."""

from __future__ import annotations

import email.message
import re
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any, Literal, cast

from linkjudge import decode, places
from linkjudge.address import Address, BadAddressError, HandOverError, join
from linkjudge.codes import Code
from linkjudge.fetch import Answer, Client, Failed
from linkjudge.model import Limits, Spent, Target
from linkjudge.pace import Pace
from linkjudge.readers import HeavyError, Readers
from linkjudge.readings import Question, Reading

HopKind = Literal["permanent", "temporary", "page"]
_KINDS: dict[int, HopKind] = {
    300: "temporary", 301: "permanent", 302: "temporary", 303: "temporary",
    307: "temporary", 308: "permanent",
}  # fmt: skip
_MANY = 8
"""Redirects within a link's time from which on they are taken for endless."""
_TRIED = 4
"""Addresses that a page tries one after the other."""
_COOKIES = 8192
"""Letters of cookies that go back; servers refuse more."""
_BROWSER = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36"
)


@dataclass
class Hop:
    """A step on the way."""

    to: Address
    kind: HopKind


@dataclass
class Outcome:
    """Where a walk ended."""

    start: Address
    end: Address
    hops: list[Hop] = field(default_factory=list)
    answer: Answer | None = None
    trouble: Code | None = None
    """Why there is no answer, or none that can be judged."""
    reading: Reading = field(default_factory=Reading)
    """What the answer's body says."""

    @property
    def status(self) -> int | None:
        """The last HTTP status."""
        return self.answer.status if self.answer else None


class Walker:
    """One link's way through the web: its cookies and its costs."""

    def __init__(
        self,
        target: Target,
        client: Client,
        readers: Readers,
        pace: Pace,
        limits: Limits,
        agent: str,
        spent: Spent,
    ) -> None:
        self._target = target
        self._client = client
        self._readers = readers
        self._pace = pace
        self._limits = limits
        self._agent = agent
        self._spent = spent
        self._jar = CookieJar()

    @property
    def left(self) -> float:
        """Seconds of the link's time limit that are left."""
        return self._limits.total - self._spent.seconds

    async def walk(self, start: Address, *, browser: bool = False) -> Outcome:
        """Follow `start` to its end, asking as ourselves or as an ordinary browser."""
        out = Outcome(start, start)
        seen: set[tuple[str, str]] = set()
        while True:
            cookies = self._cookies(out.end)
            if (out.end.page, cookies) in seen:
                out.trouble = Code.LOOP
                return out
            seen.add((out.end.page, cookies))
            try:
                out.answer = await self._ask(out.end, cookies, browser=browser)
            except Failed as failed:
                # Redirects that go on until the time is over are a redirect without an end.
                slow = failed.code is Code.TIMEOUT and len(out.hops) >= _MANY
                out.trouble = Code.ENDLESS if slow else failed.code
                return out
            try:
                hop = await self._next(out)
            except HandOverError:
                out.trouble = Code.HANDED_OVER
                return out
            except BadAddressError:
                out.trouble = Code.BAD_LOCATION
                return out
            except HeavyError:
                out.trouble = Code.UNREADABLE
                return out
            if hop is None:
                return out
            out.hops.append(hop)
            out.end = hop.to
            if len(out.hops) > self._limits.hops:
                out.trouble = Code.ENDLESS
                return out

    async def _ask(self, address: Address, cookies: str, *, browser: bool) -> Answer:
        if self.left <= 0:
            raise Failed(Code.TIMEOUT)
        size = max(8 * 1024, self._limits.size - self._spent.bytes)
        async with self._pace.turn(address.host, address.port) as heard:
            self._spent.requests += 1
            try:
                answer = await self._client.get(
                    address, self._headers(cookies, browser=browser), self._limits, self.left, size,
                    heard,
                )  # fmt: skip
            except Failed as failed:
                self._spent.seconds += failed.seconds
                raise
        self._spent.seconds += answer.seconds
        self._spent.bytes += answer.size
        self._keep(address, answer.cookies)
        return answer

    def _headers(self, cookies: str, *, browser: bool) -> list[tuple[str, str]]:
        headers = [
            ("User-Agent", _BROWSER if browser else self._agent),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            ("Accept-Language", "fi-FI,fi;q=0.9,en;q=0.7,sv;q=0.5"),
            ("Accept-Encoding", decode.ACCEPTED),
        ]
        if browser:
            headers += [
                ("Upgrade-Insecure-Requests", "1"),
                ("Sec-Fetch-Dest", "document"),
                ("Sec-Fetch-Mode", "navigate"),
                ("Sec-Fetch-Site", "none"),
                ("Sec-Fetch-User", "?1"),
            ]
        if cookies:
            headers.append(("Cookie", cookies))
        return headers

    def _cookies(self, address: Address) -> str:
        request = urllib.request.Request(address.page)  # noqa: S310 - never opened
        self._jar.add_cookie_header(request)
        # What a server made up, made fit for a header.
        return re.sub(r"[^\x20-\x7e]", "", str(request.get_header("Cookie") or ""))[:_COOKIES]

    def _keep(self, address: Address, cookies: list[str]) -> None:
        message = email.message.Message()
        for cookie in cookies[:50]:
            message["Set-Cookie"] = cookie[:4096]
        request = urllib.request.Request(address.page)  # noqa: S310 - never opened
        self._jar.extract_cookies(cast(Any, _Info(message)), request)

    async def _next(self, out: Outcome) -> Hop | None:
        """Read the answer, and tell where it sends its reader."""
        answer = out.answer
        assert answer is not None
        if answer.status in _KINDS:
            location = answer.header("location")
            if not location:
                out.reading = await self._read(out, answer)
                if answer.status != 300 and not out.reading.page:
                    out.trouble = Code.NO_LOCATION
                return None
            # Bytes beyond ASCII go back as they came, as in Chromium.
            quoted = re.sub(r"[\x80-\xff]", lambda match: f"%{ord(match[0]):02X}", location)
            return Hop(join(out.end, quoted), _KINDS[answer.status])
        reading = out.reading = await self._read(out, answer)
        if not 200 <= answer.status < 300:
            return None
        for location in reading.sends_to[:_TRIED]:
            try:
                to = join(out.end, location, reading.base)
            except BadAddressError:
                continue  # an app that is not there, or nothing: the reader stays on the page
            if reading.cookie:
                self._keep(out.end, [f"{reading.cookie}; Path=/"])
            if to.page != out.end.page or reading.cookie:
                return Hop(to, "page")
        return None

    async def _read(self, out: Outcome, answer: Answer) -> Reading:
        start = out.start.without_fragment
        question = Question(
            headers=answer.headers,
            whole=answer.whole,
            url=self._target.url,
            title=self._target.title,
            fragment=out.end.fragment,
            at_home=places.is_home(start),
            at_login=places.is_login(start),
            other_host=out.end.host != out.start.host,
        )
        return await self._readers.read(question, answer.body)


@dataclass
class _Info:
    """What the cookie jar wants of a response."""

    message: email.message.Message

    def info(self) -> email.message.Message:
        return self.message
