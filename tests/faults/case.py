"""What a case is, and the small language in which the cases are written."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass
class Request:
    """One request as it came."""

    method: str
    target: str
    """Latin-1, byte for byte."""
    headers: dict[str, str]
    number: int
    """1 for the first request of this case since the start or the last change of day."""
    day: int
    host: str

    @property
    def browser(self) -> bool:
        """Whether it gives itself out as an ordinary browser."""
        agent = self.headers.get("user-agent", "")
        return "Mozilla/5.0" in agent and "compatible;" not in agent and "+http" not in agent

    @property
    def path(self) -> str:
        """Behind the case's own folder: `/` for `/case/`."""
        return "/" + self.target.lstrip("/").partition("/")[2]


@dataclass
class Places:
    """Where the servers listen, as `http://127.0.0.1:port`."""

    names: dict[str, str] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """Put the addresses in place of `{web}` and its like."""
        for name, value in self.names.items():
            text = text.replace("{" + name + "}", value)
        return text


@dataclass
class Out:
    """The connection, counted."""

    writer: asyncio.StreamWriter
    places: Places
    sent: int = 0

    async def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.sent += len(data)
        self.writer.write(data)
        await self.writer.drain()

    async def reply(self, status: int, body: str | bytes = b"", *headers: str) -> None:
        """A whole answer; text is UTF-8 HTML unless a Content-Type is given."""
        data = self.places.fill(body).encode() if isinstance(body, str) else body
        lines = [self.places.fill(line) for line in headers]
        names = {line.partition(":")[0].lower() for line in lines}
        if "content-type" not in names:
            lines.append("Content-Type: text/html; charset=utf-8")
        if not names & {"content-length", "transfer-encoding"}:
            lines.append(f"Content-Length: {len(data)}")
        head = "\r\n".join([f"HTTP/1.1 {status} X", *lines, "Connection: close", "", ""])
        await self.raw(head.encode("latin-1") + data)

    async def drip(self, data: bytes, seconds: float) -> None:
        """Send byte by byte, until the other side has had enough."""
        for number in range(len(data)):
            await self.raw(data[number : number + 1])
            await asyncio.sleep(seconds)


Handler = Callable[[Request, Out], Awaitable[None]]


@dataclass(frozen=True)
class Case:
    """An address, how its server behaves, and what a careful person would say of it."""

    id: str
    verdict: str
    handler: Handler | None = None
    url: str = "{web}/{id}/sivu"
    expect: dict[str, str] = field(default_factory=dict)
    final: str | None = None
    """The address that a report must give, where one matters."""
    requests: int = 2
    """The most requests that it may take."""

    @property
    def healthy(self) -> bool:
        """Crying over it would be a false alarm."""
        return self.verdict == "ok"


TEXT = (
    "Talousneuvolassa voi puhua arjen raha-asioista ilman ajanvarausta. Tilanne käydään läpi "
    "yhdessä asiantuntijan kanssa ja samalla kartoitetaan vaihtoehtoja. "
)


def page(
    title: str = "Talousneuvola", h1: str | None = None, body: str = "", head: str = ""
) -> str:
    """A small page as a site would send it."""
    return (
        f"<!doctype html><html lang=fi><head><meta charset=utf-8><title>{title}</title>{head}"
        f"</head><body><nav><a href=/>Etusivu</a> <a href=/palvelut>Palvelut</a></nav>"
        f"<main><h1>{h1 or title}</h1>{body or f'<p>{TEXT}</p>'}</main>"
        f"<footer>Yhteystiedot</footer></body></html>"
    )


def always(status: int = 200, body: str | bytes | None = None, *headers: str) -> Handler:
    """A server that always answers the same."""

    async def handle(_: Request, out: Out) -> None:
        await out.reply(status, page() if body is None else body, *headers)

    return handle


def redirect(status: int, to: str, then: Handler | None = None, at: str = "/sivu") -> Handler:
    """A redirect at `at`, and `then` (a healthy page) everywhere else."""

    async def handle(request: Request, out: Out) -> None:
        if request.path.partition("?")[0] == at:
            await out.reply(status, "", f"Location: {to}")
        else:
            await (then or always())(request, out)

    return handle


def paths(table: dict[str, Handler]) -> Handler:
    """A handler for each path; 404 for the rest."""

    async def handle(request: Request, out: Out) -> None:
        found = table.get(request.path)
        await (found or always(404, page("404", "Sivua ei löydy")))(request, out)

    return handle
