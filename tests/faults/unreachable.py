"""Links that could not be judged this time."""

from __future__ import annotations

import asyncio

from faults.case import Case, Out, Request, always, page


async def dripping_head(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        await out.raw(b"X-Y: z\r\n")
        await asyncio.sleep(0.5)


async def endless_head(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\n")
    for _number in range(5000):
        await out.raw(b"X-Y: " + b"z" * 1000 + b"\r\n")


async def endless_interim(_: Request, out: Out) -> None:
    while True:
        await out.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        await asyncio.sleep(0.2)


async def dripping_body(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    await out.drip(b"<html><head>" + b" " * 200, 0.5)


async def no_body(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n")
    await asyncio.sleep(60)


async def cut_off(_: Request, out: Out) -> None:
    await out.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"
        + page().encode()[:150]
    )


async def bad_chunk(_: Request, out: Out) -> None:
    await out.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"6\r\n<html>\r\nzz\r\n"
    )


async def hang_up(_: Request, out: Out) -> None:
    return


async def no_http(_: Request, out: Out) -> None:
    await out.raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


CASES = [
    Case("refused", "unreachable", url="http://{closed}/{id}/sivu"),
    Case("mute", "unreachable", url="http://{mute}/{id}/sivu"),
    Case("mute-tls", "unreachable", url="https://{mute}/{id}/sivu"),
    Case("reset", "unreachable", url="http://{slam}/{id}/sivu"),
    Case("hang-up", "unreachable", hang_up),
    Case("no-http", "unreachable", no_http),
    Case("dripping-head", "unreachable", dripping_head),
    Case("endless-head", "unreachable", endless_head),
    Case("endless-interim", "unreachable", endless_interim),
    Case("dripping-body", "unreachable", dripping_body),
    Case("no-body", "unreachable", no_body),
    Case("cut-off", "unreachable", cut_off),
    Case("bad-chunk", "unreachable", bad_chunk),
    Case("status-500", "unreachable", always(500, page("500", "Palvelinvirhe"))),
    Case("status-502", "unreachable", always(502, "")),
    Case("status-503", "unreachable", always(503, "")),
    Case("status-504", "unreachable", always(504, "")),
    Case("status-408", "unreachable", always(408, "")),
    Case("busy-for-ever", "unreachable", always(429, "", "Retry-After: 86400")),
    Case("busy-until-2099", "unreachable",
         always(503, "", "Retry-After: Thu, 01 Jan 2099 00:00:00 GMT")),
    Case("busy-nonsense", "unreachable", always(429, "", "Retry-After: soon")),
    Case("tls-expired", "unreachable", always(), url="{tls_expired}/{id}/sivu"),
    Case("redirect-to-refused", "unreachable", always(302, "", "Location: http://{closed}/x")),
    Case("redirect-to-expired", "unreachable", always(302, "", "Location: {tls_expired}/x/")),
    Case("status-520", "unreachable", always(520, "")),
    Case("tls-to-plain", "unreachable", url="https://127.0.0.1:{port}/{id}/sivu"),
]  # fmt: skip
