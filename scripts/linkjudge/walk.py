"""Follows an address as a reader's browser would: redirects, refreshes, scripts, cookies."""

from __future__ import annotations

import email.message
import re
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any, Literal, cast

from linkjudge import decode, page
from linkjudge.address import Address, BadAddressError, join
from linkjudge.fetch import Answer, Client, Failed
from linkjudge.model import Kind, Limits, Spent
from linkjudge.pace import Pace

HopKind = Literal["permanent", "temporary", "page"]
_KINDS: dict[int, HopKind] = {
    300: "temporary", 301: "permanent", 302: "temporary", 303: "temporary",
    307: "temporary", 308: "permanent",
}  # fmt: skip
_MANY = 8
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
    trouble: str | None = None
    kind: Kind = "other"
    page: page.Page | None = None

    @property
    def status(self) -> int | None:
        """The last HTTP status."""
        return self.answer.status if self.answer else None


class Walker:
    """One link's way through the web: its cookies and its costs."""

    def __init__(
        self, client: Client, pace: Pace, limits: Limits, agent: str, spent: Spent
    ) -> None:
        self._client = client
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
                out.trouble = "loop"
                return out
            seen.add((out.end.page, cookies))
            try:
                out.answer = await self._ask(out.end, cookies, browser=browser)
            except Failed as failed:
                # Redirects that go on until the time is over are a redirect without an end.
                slow = failed.trouble == "timeout" and len(out.hops) >= _MANY
                out.trouble = "endless" if slow else failed.trouble
                return out
            try:
                hop = self._next(out)
            except BadAddressError:
                out.trouble = "bad_location"
                return out
            if hop is None:
                return out
            out.hops.append(hop)
            out.end = hop.to
            if len(out.hops) > self._limits.hops:
                out.trouble = "endless"
                return out

    async def _ask(self, address: Address, cookies: str, *, browser: bool) -> Answer:
        if self.left <= 0:
            raise Failed("timeout")
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
        return str(request.get_header("Cookie") or "")

    def _keep(self, address: Address, cookies: list[str]) -> None:
        message = email.message.Message()
        for cookie in cookies[:50]:
            message["Set-Cookie"] = cookie[:4096]
        request = urllib.request.Request(address.page)  # noqa: S310 - never opened
        self._jar.extract_cookies(cast(Any, _Info(message)), request)

    def _next(self, out: Outcome) -> Hop | None:
        """Read the answer, and tell where it sends its reader."""
        answer = out.answer
        assert answer is not None
        if answer.status in _KINDS:
            location = answer.header("location")
            if not location:
                out.trouble = None if answer.status == 300 else "no_location"
                _understand(out, answer)
                return None
            # Bytes beyond ASCII go back as they came, as in Chromium.
            quoted = re.sub(r"[\x80-\xff]", lambda match: f"%{ord(match[0]):02X}", location)
            return Hop(join(out.end, quoted), _KINDS[answer.status])
        _understand(out, answer)
        if not 200 <= answer.status < 300 or out.page is None:
            return None
        refresh = out.page.refresh or page.parse_refresh(answer.header("refresh"))
        base = out.end
        if refresh and refresh[0] <= page.PATIENCE and len(out.page.prose) < 800:
            to = join(base, refresh[1])
            if to.page != out.end.page:
                return Hop(to, "page")
        if out.page.script_to is not None and not out.page.passwords:
            to = join(base, out.page.script_to)
            if out.page.script_cookie:
                self._keep(out.end, [f"{out.page.script_cookie}; Path=/"])
            if to.page != out.end.page or out.page.script_cookie:
                return Hop(to, "page")
        return None


@dataclass
class _Info:
    """What the cookie jar wants of a response."""

    message: email.message.Message

    def info(self) -> email.message.Message:
        return self.message


def _understand(out: Outcome, answer: Answer) -> None:
    out.kind = kind_of(answer)
    out.page = None
    if out.kind == "html":
        out.page = page.read(decode.text_of(answer.body, answer.header("content-type")))


def kind_of(answer: Answer) -> Kind:
    """What a reader gets, by what it is rather than by what it is called."""
    declared = answer.header("content-type").partition(";")[0].strip().lower()
    body = answer.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in answer.body[:1024]:
        return "pdf"
    if body.startswith(b"PK\x03\x04"):
        return "zip"
    looks_html = re.match(
        rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", body, re.I | re.S
    )
    if "html" in declared or (not declared and (looks_html or b"<" in body)):
        return "html"
    if looks_html and declared in {
        "application/pdf", "application/zip", "application/octet-stream", "text/xml",
        "application/xml", "application/x-zip-compressed",
    }:  # fmt: skip
        return "html"
    if not body and declared == "application/pdf":
        return "pdf"
    return "zip" if declared in {"application/zip", "application/x-zip-compressed"} else "other"
