"""Healthy pages near to what is not: subjects that alarm, odd framing, late answers."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import gzip

from faults.case import TEXT, Case, Handler, Out, Request, always, page, paths, redirect
from faults.healthy import HTML, PDF, SPA

SUBJECTS = [
    ("Pysäköinti", "Pysäköintiluvan hakeminen", TEXT * 3),
    ("Myytävät asunnot", "Myytävät asunnot", f"Asunto on myytävänä. {TEXT * 3}"),
    ("Rahapeliongelma", "Apua rahapeliongelmaan ja nettikasinon pelaamiseen", TEXT * 3),
    ("Peliklinikka – apua, kun nettikasino vie rahat", "Apua", TEXT * 3),
    ("Pikavippi ja muut kulutusluotot", "Pikavippi", TEXT * 3),
    ("Oletko robotti? Tekoäly sosiaalityössä", "Oletko robotti?", TEXT * 6),
    ("Kirjautuminen Kelan asiointiin", "Näin kirjaudut", f"Tunnistaudu. {TEXT * 4}"),
    ("Huoltokatkot ja häiriöt", "Huoltokatkot", TEXT * 3),
    ("Yhteystiedot", "Yhteystiedot", "Puh. 06 123"),
    ("Oho – vuokra unohtui", "Oho – vuokra unohtui", TEXT * 3),
    ("Poker face – sosiaalityön blogi", "Poker face", TEXT * 3),
    ("404 tapausta: selvitys häädöistä", "404 tapausta", TEXT * 3),
    ("Usein kysyttyä", "Usein kysyttyä", f"Miksi sivua ei löydy? {TEXT * 2}"),
]
TITLES = [
    ("Materiaalit - Takuusäätiö", "Materiaalit | Takuusäätiö sr"),
    ("Hinnasto 2025", "Hinnasto 2026"),
    ("Hallitse rahojasi", "Rahojen hallinta | Takuusäätiö"),
    ("Talousneuvonnan työkalupakki", "TALOUSNEUVONNAN TYÖKALUPAKKI | Takuusäätiö"),
    ("Talous & velka – neuvonta", "Talous &amp; velka &ndash; neuvonta"),
    ("Kokemusasiantuntija – EPSHP", "Kokemusasiantuntijat - Hyvinvointialue"),
]


def sends(head: str, body: bytes | None = None) -> Handler:
    """A server that sends these very bytes; `head` may ask for the length of its page."""

    async def handle(_: Request, out: Out) -> None:
        data = page().encode() if body is None else body
        await out.raw(head.format(length=len(data), chunk=f"{len(data):x}").encode() + data)

    return handle


def once(first: Handler) -> Handler:
    """A healthy server but for its first answer."""

    async def handle(request: Request, out: Out) -> None:
        await (first if request.number == 1 else always())(request, out)

    return handle


async def nothing(_: Request, out: Out) -> None:
    return


async def busy_until(_: Request, out: Out) -> None:
    when = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    await out.reply(503, "", f"Retry-After: {email.utils.format_datetime(when, usegmt=True)}")


async def slow_start(_: Request, out: Out) -> None:
    await asyncio.sleep(6)
    await out.reply(200, page())


OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = f"{OK}Transfer-Encoding: chunked\r\n"
LATE = "".join(f"<p>{TEXT}</p>" for _ in range(4000)) + "<h2 id=loppu>Loppu</h2>"

CASES = [
    *(Case(f"about-{n}", "ok", always(200, page(title, h1, f"<p>{text}</p>")))
      for n, (title, h1, text) in enumerate(SUBJECTS)),
    *(Case(f"title-{n}", "ok", always(200, page(now)), expect={"type": "html", "title": expected})
      for n, (expected, now) in enumerate(TITLES)),
    Case("guarded", "ok",
         always(200, page(body=f"<p>{TEXT}</p><script>var a='/cdn-cgi/challenge-platform/scripts/"
                               "jsd/main.js'</script>"))),
    Case("guarded-by-another", "ok",
         always(200, page(body=f"<p>{TEXT}</p><script src='/_Incapsula_Resource?S=1'></script>"))),
    Case("script-filled-title", "ok",
         always(200, "<title>Martat</title><div id=a></div><script src=/a.js></script>"),
         expect={"type": "html", "title": "Marttakoulu - Martat"}),
    Case("moved-and-renamed", "moved",
         redirect(301, "{other}/moved-and-renamed/uusi",
                  always(200, page("Työkalut | Varke", "Työkalut"))),
         expect={"type": "html", "title": "Työkalut | ARA"}),
    Case("moved-in-case", "moved", url="{web}/{id}/SIVU", final="{web}/moved-in-case/sivu",
         handler=paths({"/SIVU": always(301, "", "Location: sivu"), "/sivu": always()})),
    Case("pdf-moved-to-page", "suspect", redirect(301, "materiaalit", at="/o.pdf"),
         url="{web}/{id}/o.pdf", expect={"type": "pdf"}),
    Case("moved-anchor-lost", "suspect", redirect(301, "uusi"), url="{web}/{id}/sivu#kohta"),
    Case("http-1.0", "ok", sends("HTTP/1.0 200 OK\nContent-Type: text/html\n\n")),
    Case("two-lengths", "ok",
         sends(f"{OK}Content-Length: {{length}}\r\nContent-Length: {{length}}\r\n\r\n")),
    Case("length-and-chunks", "ok",
         sends(f"{CHUNKED}Content-Length: 5\r\n\r\n{len(page().encode()):x}\r\n",
               page().encode() + b"\r\n0\r\n\r\n")),
    Case("length-too-short", "ok",
         sends(f"{OK}Content-Length: 700\r\n\r\n", page(body=f"<p>{TEXT * 5}</p>").encode())),
    Case("big-header", "ok", always(200, None, "Content-Security-Policy: " + "x" * 20000)),
    Case("gzip-cut", "ok", always(200, gzip.compress(page().encode())[:-8],
                                  "Content-Encoding: gzip")),
    Case("utf-16", "ok", always(200, page("Hyvä").replace("<meta charset=utf-8>", "")
                                .encode("utf-16"), "Content-Type: text/html"),
         expect={"type": "html", "title": "Hyvä"}),
    Case("charset-nonsense", "ok",
         always(200, page("Hyvä"), "Content-Type: text/html; charset=xyz"),
         expect={"type": "html", "title": "Hyvä"}),
    Case("pdf-as-html", "ok", always(200, PDF, "Content-Type: text/html"),
         url="{web}/{id}/o.pdf", expect={"type": "pdf"}),
    Case("pdf-attached", "ok",
         always(200, PDF, "Content-Type: application/force-download"),
         url="{web}/{id}/lataa?id=3", expect={"type": "pdf"}),
    Case("long-comment-first", "ok", always(200, f"<!-- {'x' * 3000} -->{page()}"), expect=HTML),
    Case("only-a-picture", "ok", always(200, "<title>Juliste</title><img src=a.png alt=x>")),
    Case("slow-start", "ok", slow_start),
    Case("once-500", "ok", once(always(500, ""))),
    Case("once-lost", "ok", once(nothing)),
    Case("once-busy-date", "ok", once(busy_until)),
    Case("once-busy-long", "ok", once(always(429, "", "Retry-After: 3600"))),
    Case("anchor-late", "ok", always(200, page(body=LATE)), url="{web}/{id}/sivu#loppu"),
    Case("anchor-other-case", "suspect",
         always(200, page(body=f"<h2 id=Kohta>K</h2><p>{TEXT * 3}</p>")),
         url="{web}/{id}/sivu#kohta"),
    Case("anchor-of-home", "suspect", always(), url="{web}/#puuttuu"),
    Case("pdf-zoom", "ok", always(200, PDF, "Content-Type: application/pdf"),
         url="{web}/{id}/o.pdf#zoom=50&page=1", expect={"type": "pdf"}),
    Case("pdf-named", "ok", always(200, PDF, "Content-Type: application/pdf"),
         url="{web}/{id}/o.pdf#nameddest=luku2", expect={"type": "pdf"}),
    Case("spa-plain-hash", "ok", always(200, SPA), url="{web}/{id}/#palvelut"),
    Case("text-range", "ok", always(200, page(body=f"<p>{TEXT}</p>")),
         url="{web}/{id}/sivu#:~:text=puhua-,arjen,vaihtoehtoja"),
]  # fmt: skip
