"""Response heads mended as browsers forgive them, before a strict parser reads them."""

from __future__ import annotations

import re
import ssl
from typing import Any

import httpcore

_LONGEST = 64 * 1024
"""Bytes of a head; browsers read four times as much, servers send a tenth."""


class ForgivingStream(httpcore.AsyncNetworkStream):
    """A stream whose response heads are mended before the strict parser reads them.

    Chromium overlooks header lines without a colon, spaces before it and a Content-Length that
    is no number, and a Transfer-Encoding that is said twice; h11 gives up on each, and a link is
    not dead because of them.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._head: bytes | None = b""
        self._ready = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most 16 KB at a time, so that what is read can be counted finely."""
        size = min(max_bytes, 16 * 1024)
        while not self._ready:
            data = await self._inner.read(size, timeout)
            if self._head is None:
                return data
            head = self._mend_heads(self._head + data)
            if head is not None and (not data or len(head) > _LONGEST):
                # No head will come of this: let the parser say so.
                self._ready, self._head = self._ready + head, None
                break
            self._head = head
        out, self._ready = self._ready[:size], self._ready[size:]
        return out

    def _mend_heads(self, data: bytes) -> bytes | None:
        """Move complete heads, mended, to what is ready; gives the beginning of the next one.

        None when no other is to come; behind an interim head there is always another.
        """
        while end := re.search(rb"\r?\n\r?\n", data):
            head, data = data[: end.end()], data[end.end() :]
            self._ready += mend_head(head)
            if not re.match(rb"HTTP/1\.[01] 1\d\d", head):
                self._ready += data
                return None
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Pass on; a new request means a new head to come."""
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Encrypt, and keep mending inside."""
        return ForgivingStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


def mend_head(head: bytes) -> bytes:
    """A response head without the lines that browsers overlook."""
    first, *lines = re.split(rb"\r?\n", head.rstrip(b"\r\n"))
    kept: list[bytes] = []
    chunked = False
    for line in lines:
        if line[:1] in b" \t" and kept:
            kept[-1] += b" " + line.strip()
            continue
        name, colon, value = line.partition(b":")
        name, value = name.strip(), value.strip()
        if not colon or not re.fullmatch(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            continue
        if name.lower() == b"content-length" and not value.isdigit():
            continue
        if name.lower() == b"transfer-encoding":
            if chunked or b"chunked" not in value.lower():
                continue
            chunked, value = True, b"chunked"
        kept.append(name + b": " + re.sub(rb"[\x00\r\n]", b"", value))
    return b"\r\n".join([first, *kept]) + b"\r\n\r\n"
