"""Completes the chains of certificates that servers leave incomplete, as browsers do."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import httpcore

from linkjudge import certificates
from linkjudge.address import Address
from linkjudge.network import Network
from linkjudge.troubles import NETWORK, IncompleteChainError, lacks_issuer

Fetch = Callable[[str], Awaitable[bytes]]
"""Gives the file at a plain http address; empty where there is none."""
_MOST = 3
"""Certificates between a site's and an authority's; more is not seen on the web."""
_PLACES = 2
"""Addresses of one issuer that are tried."""


class Chains:
    """What has been found so far, by host."""

    def __init__(self, network: Network, ca_file: str | None) -> None:
        self._network = network
        self._ca_file = ca_file
        self._usual = certificates.trusting(ca_file)
        self._found: dict[tuple[str, int], ssl.SSLContext] = {}

    def context(self, address: Address) -> ssl.SSLContext:
        """By what a connection to `address` is to be judged."""
        return self._found.get((address.host, address.port), self._usual)

    def looked(self, address: Address) -> bool:
        """Whether the host's chain was completed before."""
        return (address.host, address.port) in self._found

    async def complete(self, address: Address, fetch: Fetch) -> None:
        """Find the certificates that the server left out, if its own names a place for them.

        `IncompleteChainError` where they are not there.
        """
        found: list[bytes] = []
        last = await self._certificate(address)
        context = self._usual
        for _ in range(_MOST):
            places = certificates.issuer_addresses(last)[:_PLACES]
            if not places:
                break
            more: list[bytes] = []
            for place in places:
                more = more or certificates.intermediates(await fetch(place))
            if not more:
                raise IncompleteChainError
            found += more
            last = more[-1]
            context = certificates.trusting(self._ca_file, found)
            if await self._trusts(address, context):
                break
        self._found[address.host, address.port] = context

    async def _certificate(self, address: Address) -> bytes:
        async with self._secured(address, certificates.unverified()) as stream:
            found: bytes | None = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
            return found or b""

    async def _trusts(self, address: Address, context: ssl.SSLContext) -> bool:
        try:
            async with self._secured(address, context):
                return True
        except NETWORK as error:
            if lacks_issuer(error):
                return False
            raise

    @asynccontextmanager
    async def _secured(
        self, address: Address, context: ssl.SSLContext
    ) -> AsyncIterator[httpcore.AsyncNetworkStream]:
        """A connection on which nothing is asked."""
        plain = await self._network.connect_tcp(address.host, address.port)
        try:
            yield await plain.start_tls(context, address.host.rstrip("."))
        finally:
            with suppress(*NETWORK):
                await plain.aclose()
