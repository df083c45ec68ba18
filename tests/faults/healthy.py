"""Links that are fine, on servers that trip a hasty tool."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import brotli

from faults.case import TEXT, Case, Handler, Out, Request, always, page, paths, redirect

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Type /Pages /Count 3>>endobj\n%%EOF\n"
HTML = {"type": "html"}
LONG = page("Suuri sivu", body="".join(f"<p id=k{n}>{TEXT}</p>" for n in range(4000)))


def _head(status: int) -> Handler:
    async def handle(request: Request, out: Out) -> None:
        if request.method == "HEAD":
            await out.reply(status)
        else:
            await out.reply(200, page())

    return handle


async def no_ranges(request: Request, out: Out) -> None:
    if "range" in request.headers:
        await out.reply(416)
    else:
        await out.reply(200, page())


async def only_browsers(request: Request, out: Out) -> None:
    if request.browser:
        await out.reply(200, page())
    else:
        await out.reply(403, page("Forbidden", "403 Forbidden", "<p>Nope</p>"))


async def no_link_in_agent(request: Request, out: Out) -> None:
    if "link" in request.headers.get("user-agent", "").lower():
        await out.reply(403, "no")
    else:
        await out.reply(200, page())


async def gone_for_robots(request: Request, out: Out) -> None:
    if request.browser:
        await out.reply(200, page())
    else:
        await out.reply(404, "")


async def dropped_for_robots(request: Request, out: Out) -> None:
    if request.browser:
        await out.reply(200, page())


async def challenge_for_robots(request: Request, out: Out) -> None:
    if request.browser:
        await out.reply(200, page())
    else:
        await out.reply(
            503, page("Just a moment...", "Checking your browser"), "Server: cloudflare",
            "cf-mitigated: challenge",
        )  # fmt: skip


def busy(status: int, wait: str) -> Handler:
    async def handle(request: Request, out: Out) -> None:
        if request.number == 1:
            await out.reply(status, "odota", f"Retry-After: {wait}")
        else:
            await out.reply(200, page())

    return handle


async def slow(_: Request, out: Out) -> None:
    await asyncio.sleep(3)
    await out.reply(200, page())


async def slow_body(_: Request, out: Out) -> None:
    data = page().encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(data)}\r\n\r\n"
    await out.raw(head.encode())
    for start in range(0, len(data), 100):
        await out.raw(data[start : start + 100])
        await asyncio.sleep(0.1)


async def huge(_: Request, out: Out) -> None:
    await out.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 2000000000\r\n\r\n"
        b"%PDF-1.7\n"
    )
    for _number in range(2000):
        await out.raw(b"\x00" * 100_000)


async def endless_body(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode())
    while True:
        await out.raw(b"<!-- more -->\n" * 10)
        await asyncio.sleep(0.2)


async def silent_end(_: Request, out: Out) -> None:
    await out.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999999\r\n\r\n"
        + page().encode()
    )
    await asyncio.sleep(60)


async def no_last_chunk(_: Request, out: Out) -> None:
    data = page().encode()
    await out.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + f"{len(data):x}\r\n".encode() + data + b"\r\n"
    )  # fmt: skip


async def odd_headers(_: Request, out: Out) -> None:
    await out.raw(
        b"HTTP/1.1 200\r\nThis is no header\r\nX Foo : bar\r\nContent-Length: abc\r\n"
        b"Content-Type: text/html\r\n\r\n" + page().encode()
    )


async def hints(_: Request, out: Out) -> None:
    await out.raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    await out.reply(200, page())


async def cookie_gate(request: Request, out: Out) -> None:
    if "k=1" in request.headers.get("cookie", ""):
        await out.reply(200, page())
    else:
        await out.reply(302, "", "Set-Cookie: k=1; Path=/", "Location: {web}/cookie-gate/sivu")


async def cookie_trip(request: Request, out: Out) -> None:
    if request.path == "/aseta":
        await out.reply(302, "", "Set-Cookie: t=1; Path=/", "Location: sivu")
    elif "t=1" in request.headers.get("cookie", ""):
        await out.reply(200, page())
    else:
        await out.reply(302, "", "Location: aseta")


async def cookie_by_script(request: Request, out: Out) -> None:
    if "js=1" in request.headers.get("cookie", ""):
        await out.reply(200, page())
    else:
        await out.reply(
            200, "<script>document.cookie='js=1; path=/'; location.reload()</script>Odota"
        )


async def hates_robots_txt(_: Request, out: Out) -> None:
    await out.reply(200, page())


ARTICLE = page(
    "Miten kirjoitetaan hyvä 404-sivu",
    "Sivua ei löydy – mitä 404-sivulla kannattaa sanoa?",
    "".join(f"<p>Kun sivua ei löydy, lukija tarvitsee apua. {TEXT}</p>" for _ in range(4)),
)
MDN = page(
    "404 Not Found - HTTP", "404 Not Found",
    f"<p>The 404 status code means that a page was not found. {TEXT}</p>" * 6,
)  # fmt: skip
SPA = (
    "<!doctype html><title>Palvelu</title><div id=app></div><script src=/app.js></script>"
    "<noscript>Ota JavaScript käyttöön</noscript>"
)
TEXT_HTML = "Content-Type: text/html"

CASES = [
    Case("plain", "ok", always(), expect=HTML),
    Case("plain-title", "ok", always(), expect={"type": "html", "title": "Talousneuvola"}),
    Case("title-and-site", "ok", always(200, page("Materiaalit | Takuusäätiö", "Materiaalit")),
         expect={"type": "html", "title": "Materiaalit - Takuusäätiö"}),
    Case("pdf", "ok", always(200, PDF, "Content-Type: application/pdf"),
         url="{web}/{id}/ohje.pdf", expect={"type": "pdf"}),
    Case("pdf-octets", "ok", always(200, PDF, "Content-Type: application/octet-stream"),
         url="{web}/{id}/ohje.pdf", expect={"type": "pdf"}),
    Case("zip", "ok", always(200, b"PK\x03\x04" + b"0" * 99, "Content-Type: application/zip"),
         url="{web}/{id}/a.zip", expect={"type": "zip"}),
    Case("head-405", "ok", _head(405)),
    Case("head-404", "ok", _head(404)),
    Case("head-500", "ok", _head(500)),
    Case("no-ranges", "ok", no_ranges),
    Case("only-browsers", "ok", only_browsers),
    Case("no-link-agent", "ok", no_link_in_agent),
    Case("gone-for-robots", "ok", gone_for_robots),
    Case("dropped-for-robots", "ok", dropped_for_robots),
    Case("challenge-for-robots", "ok", challenge_for_robots),
    Case("retry-after-1", "ok", busy(429, "1")),
    Case("retry-503", "ok", busy(503, "2")),
    Case("slow", "ok", slow),
    Case("slow-body", "ok", slow_body),
    Case("huge-pdf", "ok", huge, url="{web}/{id}/iso.pdf", expect={"type": "pdf"}),
    Case("long-page", "ok", always(200, LONG)),
    Case("endless-body", "ok", endless_body),
    Case("silent-end", "ok", silent_end),
    Case("length-too-long", "ok", always(200, page(), "Content-Length: 99999")),
    Case("length-nonsense", "ok", odd_headers),
    Case("no-last-chunk", "ok", no_last_chunk),
    Case("early-hints", "ok", hints),
    Case("gzip", "ok", always(200, gzip.compress(page().encode()), "Content-Encoding: gzip",
                              TEXT_HTML), expect={"type": "html", "title": "Talousneuvola"}),
    Case("deflate-raw", "ok", always(200, zlib.compress(page().encode())[2:-4],
                                     "Content-Encoding: deflate", TEXT_HTML),
         expect={"type": "html", "title": "Talousneuvola"}),
    Case("brotli", "ok", always(200, brotli.compress(page().encode()), "Content-Encoding: br",
                                TEXT_HTML), expect={"type": "html", "title": "Talousneuvola"}),
    Case("encoding-none", "ok", always(200, page(), "Content-Encoding: none")),
    Case("latin-as-utf8", "ok",
         always(200, page("Hyvä päivä").replace("<meta charset=utf-8>", "").encode("latin-1"),
                "Content-Type: text/html; charset=utf-8"),
         expect={"type": "html", "title": "Hyvä päivä"}),
    Case("utf8-as-latin", "ok",
         always(200, page("Hyvä päivä").replace("<meta charset=utf-8>", "").encode(),
                "Content-Type: text/html; charset=iso-8859-1"),
         expect={"type": "html", "title": "Hyvä päivä"}),
    Case("redirect-302", "ok", redirect(302, "{web}/redirect-302/nyt"), requests=2),
    Case("redirect-303", "ok", redirect(303, "nyt"), requests=2),
    Case("redirect-307", "ok", redirect(307, "/redirect-307/nyt"), requests=2),
    Case("redirect-chain-302", "ok",
         redirect(302, "a", redirect(302, "b", redirect(307, "c", at="/b"), at="/a")), requests=4),
    Case("cookie-gate", "ok", cookie_gate),
    Case("cookie-trip", "ok", cookie_trip, requests=3),
    Case("cookie-by-script", "ok", cookie_by_script),
    Case("script-state", "ok", always(200, page(head="<script src=/a.js></script>")),
         url="{web}/{id}/sivu#valilehti=2"),
    Case("silent-sso", "ok",
         paths({"/sivu": redirect(302, "login?x=1"),
                "/login?x=1": redirect(302, "sivu2", at="/login"),
                "/sivu2": always()}), requests=3),
    Case("robots-disallow", "ok", hates_robots_txt),
    Case("article-on-404", "ok", always(200, ARTICLE)),
    Case("article-404-not-found", "ok", always(200, MDN)),
    Case("registered-login", "ok",
         always(200, page("Kirjaudu sisään", body="<form><input type=password></form>")),
         url="{web}/{id}/login", expect={"type": "html", "title": "Kirjaudu sisään"}),
    Case("login-box-beside", "ok",
         always(200, page(body=f"<form><input type=password></form><p>{TEXT * 4}</p>"))),
    Case("recaptcha-form", "ok",
         always(200, page("Palaute", body=f"<form class=g-recaptcha></form><p>{TEXT * 3}</p>"))),
    Case("reload-itself", "ok",
         always(200, page(head='<meta http-equiv="refresh" content="300">'))),
    Case("home-in-two-languages", "ok",
         paths({"/": always(302, "", "Location: {web}/home-in-two-languages/fi/"),
                "/fi/": always()}), url="{web}/{id}/"),
    Case("anchor", "ok", always(200, page(body=f'<h2 id="hakeminen">Hae</h2><p>{TEXT}</p>')),
         url="{web}/{id}/sivu#hakeminen"),
    Case("anchor-umlaut", "ok", always(200, page(body='<h2 id="käytäntö">Hae</h2>')),
         url="{web}/{id}/sivu#k%C3%A4yt%C3%A4nt%C3%B6"),
    Case("anchor-name", "ok", always(200, page(body="<a name=vanha></a><p>Teksti</p>")),
         url="{web}/{id}/sivu#vanha"),
    Case("anchor-top", "ok", always(), url="{web}/{id}/sivu#top"),
    Case("anchor-github", "ok", always(200, page(body="<h2 id=user-content-osa>Osa</h2>")),
         url="{web}/{id}/sivu#osa"),
    Case("text-fragment", "ok", always(),
         url="{web}/{id}/sivu#:~:text=arjen%20raha%2Dasioista,ajanvarausta"),
    Case("pdf-page", "ok", always(200, PDF, "Content-Type: application/pdf"),
         url="{web}/{id}/ohje.pdf#page=2", expect={"type": "pdf"}),
    Case("spa-route", "ok", always(200, SPA), url="{web}/{id}/#/palvelut/1"),
    Case("spa-bang", "ok", always(200, SPA), url="{web}/{id}/#!palvelut"),
    Case("text-lines", "ok", always(200, "teksti\n", "Content-Type: text/plain"),
         url="{web}/{id}/a.txt#line=1", expect={"type": "other"}),
    Case("tls", "ok", always(), url="{tls}/{id}/sivu"),
]  # fmt: skip
