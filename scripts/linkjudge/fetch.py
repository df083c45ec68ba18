"""One GET, and every way in which it can go wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import httpcore

from linkjudge.address import Address, BadAddressError, parse
from linkjudge.chains import Chains
from linkjudge.codes import Code
from linkjudge.model import Limits
from linkjudge.network import Network
from linkjudge.troubles import NETWORK, code_of, lacks_issuer

_CERTIFICATE_SECONDS = 3.0
"""For one certificate that a server left out."""
_REFUSAL = 64 * 1024
"""Enough of a page that says no; the rest of a link's bytes is for its second try."""
_SMALL = 16 * 1024
"""Enough of a file to know what it is."""


class Failed(Exception):  # noqa: N818 - an outcome of a request, not a fault of this program
    """No answer came; `code` says why."""

    def __init__(self, code: Code, seconds: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.seconds = seconds


@dataclass
class Answer:
    """What a server sent."""

    address: Address
    status: int
    headers: list[tuple[str, str]]
    body: bytes = b""
    """As it came, packed or not."""
    whole: bool = False
    """The body ended as its framing said."""
    cut: bool = False
    """We stopped reading, because it is larger than what is read of a page."""
    lost: bool = False
    """The connection ended before the body did."""
    seconds: float = 0.0
    cookies: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes of the body that were read."""
        return len(self.body)

    def header(self, name: str) -> str:
        """The first header of a name, in lower case; empty if there is none."""
        return next((value for key, value in self.headers if key == name), "")


class Client:
    """Asks for addresses; each request opens a connection of its own.

    A kept connection saves a handshake, but servers drop them without a word, and the next
    request then fails on a link that is fine.
    """

    def __init__(self, *, allow_private: bool = False, ca_file: str | None = None) -> None:
        self._network = Network(allow_private=allow_private)
        self._chains = Chains(self._network, ca_file)

    async def get(
        self, address: Address, headers: list[tuple[str, str]], limits: Limits, seconds: float,
        size: int, heard: Callable[[], None],
    ) -> Answer:  # fmt: skip
        """Ask for `address`; `Failed` when no answer came within `seconds`.

        At most `size` bytes of the body are read, and only the beginning of what is no page.
        `heard` is called when the server begins to answer.
        """
        loop = asyncio.get_running_loop()
        begin = loop.time()
        try:
            try:
                answer = await self._ask(address, headers, limits, seconds, size, heard)
            except NETWORK as error:
                if self._chains.looked(address) or not lacks_issuer(error):
                    raise
                async with asyncio.timeout(begin + seconds - loop.time()):
                    await self._chains.complete(address, self._file)
                left = begin + seconds - loop.time()
                answer = await self._ask(address, headers, limits, left, size, heard)
        except NETWORK as error:
            raise Failed(code_of(error), loop.time() - begin) from error
        answer.seconds = loop.time() - begin
        return answer

    async def _ask(
        self, address: Address, headers: list[tuple[str, str]], limits: Limits, seconds: float,
        size: int, heard: Callable[[], None],
    ) -> Answer:  # fmt: skip
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        request = httpcore.Request(
            "GET",
            httpcore.URL(
                scheme=address.scheme.encode(),
                host=address.host.encode(),
                port=address.port,
                target=address.target.encode(),
            ),
            headers=[(b"Host", address.authority.encode())]
            + [(name.encode(), value.encode()) for name, value in headers],
            extensions={"sni_hostname": address.host.rstrip(".")},
        )
        # A connection without a pool around it: a pool goes through all its connections at every
        # request, which is felt when a thousand are under way, and none would be used twice.
        connection = httpcore.AsyncHTTPConnection(
            request.url.origin,
            ssl_context=self._chains.context(address),
            network_backend=self._network,
        )
        response: httpcore.Response | None = None
        try:
            async with asyncio.timeout(seconds):
                response = await connection.handle_async_request(request)
            heard()
            answer = Answer(
                address,
                response.status,
                [(k.decode("latin-1").lower(), v.decode("latin-1")) for k, v in response.headers],
            )
            answer.cookies = [v for k, v in answer.headers if k == "set-cookie"]
            if not (300 <= answer.status < 400 and answer.header("location")):
                await _read(answer, response, limits, max(0.1, end - loop.time()), size)
        finally:
            if response is not None:
                with suppress(*NETWORK):
                    await response.aclose()
            with suppress(*NETWORK):
                await connection.aclose()
        return answer

    async def _file(self, url: str) -> bytes:
        try:
            answer = await self._ask(
                parse(url), [], Limits(), _CERTIFICATE_SECONDS, _SMALL, lambda: None
            )
        except (*NETWORK, BadAddressError):
            return b""
        return answer.body if answer.status == 200 else b""


async def _read(
    answer: Answer, response: httpcore.Response, limits: Limits, left: float, size: int
) -> None:
    """Read the body as far as it is needed; a body that stalls or breaks off is kept so far."""
    raw = bytearray()
    loop = asyncio.get_running_loop()
    end = loop.time() + left
    enough = size if _may_be_page(answer) else min(size, _SMALL)
    if answer.status >= 400:
        enough = min(enough, _REFUSAL)
    chunks = response.aiter_stream().__aiter__()
    try:
        while len(raw) < enough:
            wait = end - loop.time() if not raw else min(limits.stall, end - loop.time())
            async with asyncio.timeout(max(0.0, wait)):
                chunk = await anext(chunks)
            if not raw:
                end = min(end, loop.time() + limits.body)
            raw += chunk[: enough - len(raw)]
        answer.cut = True
    except StopAsyncIteration:
        answer.whole = True
    except TimeoutError:
        if not raw:
            raise
    except (httpcore.NetworkError, httpcore.RemoteProtocolError):
        answer.lost = True
    answer.body = bytes(raw)


def _may_be_page(answer: Answer) -> bool:
    kind = answer.header("content-type").lower()
    # Of a PDF only a page number in the fragment asks for more than its beginning.
    if "pdf" in kind:
        return answer.address.fragment is not None
    return not kind or "html" in kind or "text/" in kind or "xml" in kind
