"""Serves the cases on loopback: several addresses, plain and with several certificates."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import trustme

from faults.case import TEXT, Case, Out, Places, Request, page
from faults.certificates import sign

AIA = "/aia.crt"
"""Where the certificate that a server leaves out can be fetched."""


class FaultServer:
    """All servers of a run; `places` has their addresses once `start` is done."""

    def __init__(self, cases: list[Case]) -> None:
        self.cases = {case.id: case for case in cases}
        self.places = Places()
        self.requests: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self.seen: dict[str, list[Request]] = {}
        self.starts: dict[str, list[float]] = {}
        self.day = 1
        self._intermediate = b""
        self._servers: list[asyncio.Server] = []
        self._folder = tempfile.TemporaryDirectory()
        self.ca_file = Path(self._folder.name) / "ca.pem"

    async def start(self) -> None:
        """Listen on every address."""
        await self.listen("web", "127.0.0.1")
        port = self.places.names["web"].rpartition(":")[2]
        await self.listen("other", "127.0.0.2", int(port))
        await self.listen("third", "127.0.0.3", int(port))
        self.places.names["port"] = port
        ours, theirs = trustme.CA(), trustme.CA()
        ours.cert_pem.write_to_path(self.ca_file)
        now = dt.datetime.now(dt.UTC)
        for name, cert in {
            "tls": ours.issue_cert("127.0.0.1"),
            "tls_expired": ours.issue_cert(
                "127.0.0.1", not_before=now - dt.timedelta(90), not_after=now - dt.timedelta(1)
            ),
            "tls_wrong": ours.issue_cert("toinen.example"),
            "tls_unknown": theirs.issue_cert("127.0.0.1"),
        }.items():
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            cert.configure_cert(context)
            await self.listen(name, "127.0.0.1", context=context)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*self._self_signed())
        await self.listen("tls_self", "127.0.0.1", context=context)
        await self._listen_with_chains()
        self.places.names["mute"] = await self._start("127.0.0.1", self._mute)
        self.places.names["slam"] = await self._start("127.0.0.1", self._slam)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.places.names["closed"] = f"127.0.0.1:{free.getsockname()[1]}"

    async def _listen_with_chains(self) -> None:
        """Servers that leave a certificate out, or have their name in the wrong place."""
        folder, web = Path(self._folder.name), self.places.names["web"]
        root = sign("Fault root", authority=True)
        between = sign("Fault between", root, authority=True)
        self._intermediate = between.der
        with self.ca_file.open("ab") as file:
            file.write(root.pem)
        for name, leaf in {
            "tls_chain": sign("127.0.0.1", between, issuer_at=web + AIA),
            "tls_chain_lost": sign("127.0.0.1", between, issuer_at=web + "/lost.crt"),
            "tls_cn": sign("nimi.localhost", root, named=False),
            "tls_www": sign("www.sivusto.localhost", root),
        }.items():
            await self.listen(name, "127.0.0.1", context=leaf.context(folder, name))
        for name, host in (("tls_cn", "nimi"), ("tls_www", "sivusto")):
            there = self.places.names[name].replace("127.0.0.1", f"{host}.localhost")
            self.places.names[name] = there
            self.places.names[f"{name}_right"] = there.replace("https://", "https://www.")

    async def stop(self) -> None:
        """Stop listening and drop what is open."""
        for server in self._servers:
            server.close()
        open_cases = asyncio.all_tasks() - {asyncio.current_task()}
        for task in open_cases:
            task.cancel()
        await asyncio.gather(*open_cases, return_exceptions=True)
        self._folder.cleanup()

    def url(self, case: Case) -> str:
        """The case's address in the register."""
        return self.places.fill(case.url.replace("{id}", case.id))

    def new_day(self, day: int) -> None:
        """Go to another day of the cases that unfold."""
        self.day = day
        self.requests.clear()

    def _self_signed(self) -> tuple[Path, Path]:
        ca = trustme.CA()
        cert, key = Path(self._folder.name) / "self.pem", Path(self._folder.name) / "self.key"
        # A root that serves itself: nobody vouches for it.
        ca.cert_pem.write_to_path(cert)
        ca.private_key_pem.write_to_path(key)
        return cert, key

    async def listen(
        self, name: str, host: str, port: int = 0, context: ssl.SSLContext | None = None
    ) -> None:
        """Serve the cases at one more address, and remember it under `name`."""
        server = await asyncio.start_server(self._serve, host, port, ssl=context)
        self._servers.append(server)
        scheme = "https" if context else "http"
        self.places.names[name] = f"{scheme}://{host}:{server.sockets[0].getsockname()[1]}"

    async def _start(self, host: str, handler: object) -> str:
        server = await asyncio.start_server(handler, host, 0)  # type: ignore[arg-type]
        self._servers.append(server)
        return f"{host}:{server.sockets[0].getsockname()[1]}"

    async def _mute(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take the connection and never say a word."""
        with suppress(OSError):
            while await reader.read(1000):
                pass
        writer.close()

    async def _slam(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Reset the connection as soon as something is asked."""
        with suppress(OSError):
            await reader.read(1000)
        _reset(writer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        out = Out(writer, self.places)
        name = ""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            request = self._request(head)
            name = self._name(request.target, request.host)
            self.seen.setdefault(name, []).append(request)
            loop = asyncio.get_running_loop()
            self.starts.setdefault(request.host, []).append(loop.time())
            case = self.cases.get(name)
            if request.target == AIA:
                await out.reply(200, self._intermediate, "Content-Type: application/pkix-cert")
            elif name in {"", "index.html"}:
                await out.reply(200, page("Takuusäätiö", "Tervetuloa", f"<p>{TEXT * 3}</p>"))
            elif case is None or case.handler is None:
                await out.reply(404, "<title>404</title><h1>Sivua ei löydy</h1>")
            else:
                await case.handler(request, out)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        except asyncio.CancelledError:
            pass  # the run is over, and a case that never ends with it
        finally:
            self.sent[name] += out.sent
            with suppress(OSError, RuntimeError):
                writer.close()

    def _name(self, target: str, host: str) -> str:
        """The case that is asked for: a host of its own has one page for every path."""
        label, dot, _ = host.partition(".localhost")
        if dot and label in self.cases:
            return label
        return target.lstrip("/").partition("/")[0].partition("?")[0]

    def _request(self, head: bytes) -> Request:
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, *_ = first.split(" ")
        headers = {
            key.strip().lower(): value.strip()
            for key, _, value in (line.partition(":") for line in lines if line)
        }
        name = self._name(target, headers.get("host", ""))
        self.requests[name] += 1
        return Request(
            method, target, headers, self.requests[name], self.day, headers.get("host", "")
        )


def _reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    if sock is not None:
        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()
