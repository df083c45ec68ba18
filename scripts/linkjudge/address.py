"""Addresses read as a browser reads them, and otherwise left byte for byte as they are.

`urllib` and `httpx` re-encode what they parse. A browser does not: it drops line breaks and
surrounding spaces, encodes what may not stand in a request (spaces, umlauts as UTF-8, some
quotes), resolves `.` and `..`, and sends every `%E4`, `+` and `%7E` as it was written. ada does
the same: it is the parser of addresses of Node and others, by WHATWG's standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

import ada_url

_PORTS = {"http:": 80, "https:": 443}
_UNSAFE = {
    "about:", "blob:", "chrome:", "data:", "file:", "filesystem:", "ftp:", "gopher:", "jar:",
    "javascript:", "ldap:", "unix:", "vbscript:", "view-source:", "ws:", "wss:",
}  # fmt: skip
"""No browser follows a redirect to one of these, nor hands it to a program."""
_FALLBACK = re.compile(r"[;#]S\.browser_fallback_url=([^;]{1,2000})")


_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)
_VISIT = re.compile(
    r"(?:jsessionid|phpsessid|asp\.net_sessionid|session_?id|sid|utm_[a-z]+|fbclid|gclid|_ga|"
    r"cookie_?(?:set|check|test)|set_?cookie)=",
    re.IGNORECASE,
)


class BadAddressError(ValueError):
    """No browser could open this."""


class HandOverError(BadAddressError):
    """A browser hands this to a program: a mail, a call, an app, a meeting."""


@dataclass(frozen=True)
class Address:
    """A web address, ready to be asked for."""

    scheme: str
    host: str
    """In ASCII (punycode), lower case, IPv6 without brackets."""
    port: int
    target: str
    """Path and query, all ASCII, as they go into the request."""
    fragment: str | None = None
    shown_host: str | None = None
    """The host as a person wrote it, where it is not ASCII."""

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[f"{self.scheme}:"] else f"{host}:{self.port}"

    @property
    def page(self) -> str:
        """The address without its fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What stands behind the question mark."""
        return self.target.partition("?")[2]

    @property
    def without_fragment(self) -> Self:
        """The whole page."""
        return replace(self, fragment=None)

    def at(self, path: str) -> Self:
        """Another path on the same host, without query and fragment."""
        return replace(self, target=path, fragment=None)

    def __str__(self) -> str:
        shown = self.page
        if self.shown_host is not None:
            shown = shown.replace(self.host, self.shown_host, 1)
        return shown if self.fragment is None else f"{shown}#{self.fragment}"


def parse(text: str) -> Address:
    """Read an absolute http or https address; `BadAddressError` if a browser could not open it."""
    url = _url(text)
    if url.protocol not in _PORTS:
        raise BadAddressError(text)
    address = _address(url, text)
    written = re.match(r"\s*https?:[/\\]*([^/\\?#@\s:]+)", text, re.IGNORECASE)
    if written and not written[1].isascii():
        address = replace(address, shown_host=written[1])
    return address


def join(base: Address, location: str, within: str = "") -> Address:
    """The address that `location` means on the page `base`, whose `<base href>` is `within`.

    `HandOverError` where a browser hands it to a program, `BadAddressError` where it goes nowhere.
    """
    start = base.page
    if within:
        try:
            start = _url(within, start).href
        except BadAddressError:
            start = base.page  # a base that means nothing is no base
    url = _url(location, start)
    if url.protocol == "intent:" and (found := _FALLBACK.search(location)):
        url = _url(ada_url.URLSearchParams(f"u={found[1]}").get("u") or "", start)
    if url.protocol not in _PORTS:
        raise (BadAddressError if url.protocol in _UNSAFE else HandOverError)(location)
    address = _address(url, location)
    if (address.host, address.port) == (base.host, base.port):
        address = replace(address, shown_host=base.shown_host)
    if address.fragment is None and base.fragment is not None:
        # A redirect carries the fragment over unless it brings its own.
        address = replace(address, fragment=base.fragment)
    return address


def mended(text: str) -> list[str]:
    """Addresses that the writer of `text` may have meant, when slips are taken out of it."""
    tight = re.sub(r"\s+", "", text)
    found = [tight, re.sub(r"(?:[.,;:!)\]»”\"']|%20|%0[aAdD]|%C2%A0)+$", "", tight)]
    return [url for number, url in enumerate(found) if url != text and url not in found[:number]]


def without_session(address: Address) -> Address:
    """An address without what holds for one visit or counts its readers."""
    path, mark, query = address.target.partition("?")
    kept = "&".join(part for part in query.split("&") if not _VISIT.match(part))
    path = _IN_PATH.sub("", path)
    return replace(address, target=path + (mark + kept if kept or not query else ""))


def has_slip(text: str) -> bool:
    """Whether white space stands in or around an address."""
    return bool(re.search(r"\s", text))


def _url(text: str, base: str | None = None) -> ada_url.URL:
    try:
        return ada_url.URL(text, base) if base is not None else ada_url.URL(text)
    except ValueError as error:
        raise BadAddressError(text) from error


def _address(url: ada_url.URL, text: str) -> Address:
    host = url.hostname.strip("[]")
    if not host or ".." in host or host.startswith("."):
        raise BadAddressError(text)
    return Address(
        url.protocol.rstrip(":"),
        host,
        int(url.port) if url.port else _PORTS[url.protocol],
        url.pathname + url.search,
        url.hash[1:] if url.hash else None,
    )
