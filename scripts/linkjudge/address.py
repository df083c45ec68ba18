"""Addresses read as a browser reads them, and otherwise left byte for byte as they are.

`urllib` and `httpx` re-encode what they parse. A browser does not: it drops line breaks and
surrounding spaces, encodes what may not stand in a request (spaces, umlauts as UTF-8, some
quotes), resolves `.` and `..`, and sends every `%E4`, `+` and `%7E` as it was written. Checked
against Chromium.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

import idna

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_PORTS = {"http": 80, "https": 443}
_IN_PATH = ' "<>`{}|^'
_IN_QUERY = " \"<>'"
_DOT = {".", "%2e"}
_DOTS = {"..", ".%2e", "%2e.", "%2e%2e"}


class BadAddressError(ValueError):
    """No browser could open this."""


@dataclass(frozen=True)
class Address:
    """A web address, ready to be asked for."""

    scheme: str
    host: str
    """In ASCII (punycode), lower case, IPv6 without brackets."""
    shown_host: str
    """The host as it was written."""
    port: int
    target: str
    """Path and query, all ASCII, as they go into the request."""
    fragment: str | None = None

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

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

    def __str__(self) -> str:
        shown = self.page.replace(self.host, self.shown_host, 1)
        return shown if self.fragment is None else f"{shown}#{self.fragment}"


def parse(text: str) -> Address:
    """Read an absolute http or https address; `BadAddressError` if a browser could not open it."""
    text = re.sub(r"[\t\r\n]", "", text.strip("".join(map(chr, range(33)))))
    match = _SCHEME.match(text)
    if not match or match[1].lower() not in _PORTS:
        raise BadAddressError(text)
    scheme = match[1].lower()
    rest, has_fragment, fragment = text[match.end() :].partition("#")
    before, has_query, query = rest.partition("?")
    before = before.replace("\\", "/").lstrip("/")
    authority, _, path = before.partition("/")
    shown, host, port = _authority(authority, scheme)
    target = _encoded(_without_dots("/" + path), _IN_PATH)
    if has_query:
        target += "?" + _encoded(query, _IN_QUERY)
    return Address(
        scheme, host, shown, port, target, _encoded(fragment, " ") if has_fragment else None
    )


def join(base: Address, location: str) -> Address:
    """The address that `location` means on the page `base`."""
    location = re.sub(r"[\t\r\n]", "", location.strip())
    match = _SCHEME.match(location)
    flat = location.replace("\\", "/")
    origin = f"{base.scheme}://{base.authority}"
    if match:
        if match[1].lower() in _PORTS and not flat[match.end() :].startswith("/"):
            raise BadAddressError(location)
        joined = parse(location)
    elif flat.startswith("//"):
        joined = parse(f"{base.scheme}:{location}")
    elif flat.startswith("/"):
        joined = parse(origin + location)
    elif location.startswith("?"):
        joined = parse(origin + base.path + location)
    elif location.startswith("#") or not location:
        joined = parse(origin + base.target + location)
    else:
        joined = parse(origin + base.path.rpartition("/")[0] + "/" + location)
    if joined.fragment is None and base.fragment is not None:
        # A redirect carries the fragment over unless it brings its own.
        joined = parse(f"{joined}#{base.fragment}")
    return joined


def mended(text: str) -> list[str]:
    """Addresses that the writer of `text` may have meant, when slips are taken out of it."""
    tight = re.sub(r"\s+", "", text)
    found = [tight, re.sub(r"(?:[.,;:!)\]»”\"']|%20|%0[aAdD])+$", "", tight)]
    return [url for number, url in enumerate(found) if url != text and url not in found[:number]]


def has_slip(text: str) -> bool:
    """Whether white space stands in or around an address."""
    return bool(re.search(r"\s", text))


def _authority(text: str, scheme: str) -> tuple[str, str, int]:
    text = text.rpartition("@")[2]
    match = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]*)(?::(\d*))?", text)
    if not match or not match[1]:
        raise BadAddressError(text)
    port = int(match[2]) if match[2] else _PORTS[scheme]
    if not 0 < port < 65536:
        raise BadAddressError(text)
    shown = match[1].strip("[]")
    return shown, _ascii_host(shown), port


def _ascii_host(host: str) -> str:
    lower = host.lower()
    if not lower.isascii():
        try:
            lower = idna.encode(lower, uts46=True, transitional=False).decode("ascii")
        except idna.IDNAError:
            raise BadAddressError(host) from None
    if not re.fullmatch(r"[a-z0-9_.:%-]+", lower) or ".." in lower or lower.startswith("."):
        raise BadAddressError(host)
    return lower


def _without_dots(path: str) -> str:
    parts = path.split("/")
    out: list[str] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part.lower() in _DOTS:
            if len(out) > 1:
                out.pop()
            if last:
                out.append("")
        elif part.lower() in _DOT:
            if last:
                out.append("")
        else:
            out.append(part)
    return "/".join(out) or "/"


def _encoded(text: str, also: str) -> str:
    return "".join(
        char if "!" <= char <= "~" and char not in also
        else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
        for char in text
    )  # fmt: skip
