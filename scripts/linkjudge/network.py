"""The network below httpcore: who may be reached.

A name is resolved once and the connection goes to the address that was checked, so a name that
answers differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

from linkjudge.heads import ForgivingStream
from linkjudge.public import is_public

_CONNECT_SECONDS = 4.0
"""For one of several addresses of a name, so that a dead one leaves time for the next."""


class PrivateAddressError(Exception):
    """The host is this machine or lies in a private network."""


class UnknownHostError(Exception):
    """No such name."""


class NameServiceError(Exception):
    """The name could not be looked up this time."""


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
        return ForgivingStream(
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
