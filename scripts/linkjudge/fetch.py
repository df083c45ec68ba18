"""One GET, and every way in which it can go wrong."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import certifi
import httpcore

from linkjudge.address import Address
from linkjudge.codes import Code
from linkjudge.model import Limits
from linkjudge.network import (
    NameServiceError,
    Network,
    PrivateAddressError,
    UnknownHostError,
)

_EXPIRED = {9, 10}
_WRONG_HOST = {62, 64}
_NETWORK = (
    OSError, httpcore.NetworkError, httpcore.TimeoutException, httpcore.RemoteProtocolError,
    PrivateAddressError, UnknownHostError, NameServiceError,
)  # fmt: skip
"""What servers and networks can do to a request. Anything else is a fault of this program."""
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
        context = ssl.create_default_context(cafile=certifi.where())
        if ca_file is not None:
            context.load_verify_locations(ca_file)
        self._context = context
        self._network = Network(allow_private=allow_private)

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
            request.url.origin, ssl_context=self._context, network_backend=self._network
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
                left = max(0.1, begin + seconds - loop.time())
                await _read(answer, response, limits, left, size)
        except _NETWORK as error:
            raise Failed(_code(error), loop.time() - begin) from error
        finally:
            if response is not None:
                with suppress(*_NETWORK):
                    await response.aclose()
            with suppress(*_NETWORK):
                await connection.aclose()
        answer.seconds = loop.time() - begin
        return answer


async def _read(
    answer: Answer, response: httpcore.Response, limits: Limits, left: float, size: int
) -> None:
    """Read the body as far as it is needed; a body that stalls or breaks off is kept so far."""
    raw = bytearray()
    loop = asyncio.get_running_loop()
    end = loop.time() + left
    enough = size if _may_be_page(answer) else min(size, _SMALL)
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


def _code(error: BaseException) -> Code:
    """Tell the faults of the network apart."""
    chain = [error]
    while (deeper := chain[-1].__cause__ or chain[-1].__context__) and deeper not in chain:
        chain.append(deeper)
    for item in chain:
        if isinstance(item, ssl.SSLCertVerificationError):
            if item.verify_code in _EXPIRED:
                return Code.TLS_EXPIRED
            return Code.TLS_HOST if item.verify_code in _WRONG_HOST else Code.TLS_UNTRUSTED
    kinds: list[tuple[type[BaseException] | tuple[type[BaseException], ...], Code]] = [
        (PrivateAddressError, Code.PRIVATE),
        (UnknownHostError, Code.UNKNOWN_HOST),
        (NameServiceError, Code.DNS),
        (ssl.SSLError, Code.TLS_OTHER),
        ((TimeoutError, httpcore.TimeoutException), Code.TIMEOUT),
        (ConnectionRefusedError, Code.REFUSED),
        (httpcore.RemoteProtocolError, Code.GARBLED),
    ]
    for kind, code in kinds:
        for item in chain:
            if isinstance(item, kind):
                if code is Code.GARBLED and re.search("disconnected|EOF|closed", str(item)):
                    return Code.LOST
                return code
    return Code.LOST
