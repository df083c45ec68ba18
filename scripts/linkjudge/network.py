"""The network below httpcore: who may be reached, and what browsers forgive.

A name is resolved once and the connection goes to the address that was checked, so a name that
answers differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

_IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CONNECT_SECONDS = 4.0
"""For one of several addresses of a name, so that a dead one leaves time for the next."""


class PrivateAddressError(Exception):
    """The host is this machine or lies in a private network."""


class UnknownHostError(Exception):
    """No such name."""


class NameServiceError(Exception):
    """The name could not be looked up this time."""


def is_public(text: str) -> bool:
    """Whether an IP address lies in the public internet, addresses inside addresses included."""
    ip: _IP = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class Network(httpcore.AsyncNetworkBackend):
    """Opens connections for httpcore; raises this module's errors besides httpcore's."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpcore.AnyIOBackend()
        self._known: dict[str, asyncio.Task[list[str]]] = {}

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of the host's addresses that is allowed and answers."""
        found = await self._addresses(host)
        allowed = [ip for ip in found if self._allow_private or is_public(ip)][:4]
        if not allowed:
            raise PrivateAddressError(host)
        for ip in allowed[:-1]:
            try:
                return await self._open(ip, port, min(timeout or 99, _CONNECT_SECONDS))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._open(allowed[-1], port, timeout)

    async def _open(self, ip: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream:
        # A small window: a server may push a large file only as far as it is read.
        small = [(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)]
        return _Forgiving(
            await self._inner.connect_tcp(ip, port, timeout=timeout, socket_options=small)
        )

    async def _addresses(self, host: str) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass
        name = host.rstrip(".")
        if name == "localhost" or name.endswith(".localhost"):
            return ["127.0.0.1"]  # RFC 6761, as browsers do whatever the resolver says
        if name.endswith(".invalid"):
            raise UnknownHostError(host)
        if host not in self._known:
            self._known[host] = asyncio.create_task(_resolve(host))
        # Shielded: one link's time limit must not take the answer from the host's other links.
        return await asyncio.shield(self._known[host])


async def _resolve(host: str) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        answers = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}:
            raise UnknownHostError(host) from error
        raise NameServiceError(host) from error
    except (UnicodeError, OSError) as error:
        raise UnknownHostError(host) from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class _Forgiving(httpcore.AsyncNetworkStream):
    """A stream whose response heads are mended before the strict parser reads them.

    Chromium overlooks header lines without a colon, spaces before it and a Content-Length that
    is no number; h11 gives up on each, and a link is not dead because of them.
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
            if head is not None and (not data or len(head) > 64 * 1024):
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
        return _Forgiving(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


def mend_head(head: bytes) -> bytes:
    """A response head without the lines that browsers overlook."""
    first, *lines = re.split(rb"\r?\n", head.rstrip(b"\r\n"))
    kept: list[bytes] = []
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
        if name.lower() == b"transfer-encoding" and value.lower() != b"chunked":
            continue
        kept.append(name + b": " + re.sub(rb"[\x00\r\n]", b"", value))
    return b"\r\n".join([first, *kept]) + b"\r\n\r\n"
