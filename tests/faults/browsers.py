"""What browsers do with odd answers: hand-overs, bases, broken bytes, chains, guises, stand-ins."""

from __future__ import annotations

import gzip

import brotli

from faults.case import TEXT, Case, Handler, Out, Request, always, page, paths, redirect
from faults.healthy import PDF
from faults.near import CHUNKED, sends
from faults.shells import new, old

LONG = "".join(f"<p>{TEXT}</p>" for _ in range(8))
_APP = "<script>window.location.href = 'asiointi://avaa/12';</script>"
_MEETING = "<script>location.replace('zoommtg://example.fi/join?confno=1');</script>"
_ALSO_WEB = (
    "<script>window.onload = function () { window.location = 'lukija://kirja/1';"
    " setTimeout(function later() { window.location = '/app-then-web/kirja'; }, 20); };</script>"
)
_TEST_COOKIE = (
    "<html><body><script src='/aes.js'></script><script>function toNumbers(d){var e=[];d.replace("
    "/(..)/g,function(d){e.push(parseInt(d,16))});return e}var a=toNumbers('aa');document.cookie="
    "'__test='+toHex(slowAES.decrypt(c,2,a,b))+'; path=/'; location.href='/wall-cookie/sivu?i=1';"
    "</script><noscript>This site requires Javascript to work</noscript></body></html>"
)
_VERIFY = (
    "<html><head><meta http-equiv=refresh content=\"5; URL='/wall-verify/sivu?bm-verify=AAQ'\">"
    "<title>&nbsp;</title></head><body><iframe src='/interstitial/ic.html'></iframe></body></html>"
)
_ICON = "<nav><a href=/><svg><title>Etusivu</title><path d=M0></svg></a></nav>"
_BROKEN_LETTER = b'<meta name=description content="Talousneuvonta ja h\xc3">'
_SCRIPTED = '<script type="application/json">{"toc":[{"id":"hakeminen"}]}</script>'


def robots(answer: Handler) -> Handler:
    """A page for browsers, and this for others."""

    async def handle(request: Request, out: Out) -> None:
        await (always() if request.browser else answer)(request, out)

    return handle


async def cookie_first(request: Request, out: Out) -> None:
    """Refuses whoever has no cookie yet, and gives one."""
    if "sz=1" in request.headers.get("cookie", "") and request.browser:
        await out.reply(200, page())
    else:
        await out.reply(403, page("Access Denied"), "Set-Cookie: sz=1; Path=/")


def by_host(there: dict[str, str], here: str) -> Handler:
    """Leads to another host, which shows this."""

    async def handle(request: Request, out: Out) -> None:
        if request.host.startswith("127.0.0.1"):
            await out.reply(302, "", f"Location: {here}")
        else:
            await out.reply(200, there["page"])

    return handle


def _hands_over(name: str, location: str, verdict: str = "suspect") -> Case:
    return Case(f"to-{name}", verdict, redirect(302, location))


def _own_host(name: str, verdict: str, text: str, **expect: str) -> Case:
    """A host that has this page for everything."""
    return Case(
        f"host-{name}", verdict, always(200, text), expect=expect,
        url="http://{id}.localhost:{port}/palvelut/neuvonta",
    )  # fmt: skip


async def excuses(request: Request, out: Out) -> None:
    """Leads whatever it does not know to a page of excuses."""
    if request.target.startswith("/anteeksi"):
        await out.reply(200, new("Palvelu", f"<h1>Tervetuloa uuteen palveluun</h1>{LONG}"))
    else:
        await out.reply(302, "", f"Location: /anteeksi?url={request.target}")


CONSENT = page("Palvelu", body=f"<p>{TEXT}</p><button>Hyväksy kaikki</button>")
CASES = [
    # Hand-overs to a program.
    _hands_over("mail", "mailto:neuvonta@example.fi?subject=Aika"),
    _hands_over("call", "tel:+358000000"),
    _hands_over("meeting", "msteams://l/meetup-join/1"),
    _hands_over("intent", "intent://x/#Intent;scheme=app;S.browser_fallback_url="
                "%2Fto-intent%2Fweb;end", "ok"),
    *(_hands_over(name, location, "broken") for name, location in {
        "file": "file:///etc/passwd", "ftp": "ftp://e.fi/", "gopher": "gopher://127.0.0.1:25/",
        "data": "data:text/html,x", "unix": "unix:///run/x.sock", "script": "javascript:alert(1)",
    }.items()),
    Case("app-script", "ok", always(200, page(body=f"<p>{TEXT}</p>", head=_APP))),
    Case("meeting-script", "ok", always(200, page("Kokous", body=f"<p>Liity.</p>{_MEETING}"))),
    Case("mail-refresh", "ok",
         always(200, page(head="<meta http-equiv=refresh content='0; url=mailto:a@e.fi'>"))),
    Case("app-then-web", "moved", final="{web}/app-then-web/kirja",
         handler=paths({"/sivu": always(200, f"<title>…</title>{_ALSO_WEB}"), "/kirja": always()})),
    # A base for what is relative.
    Case("base-script", "moved", final="{web}/base-script/uusi/opas",
         handler=paths({"/sivu": always(200, "<base href=/base-script/uusi/><script>location.href="
                                             "'opas'</script>"), "/uusi/opas": always()})),
    Case("base-refresh", "moved", final="{web}/base-refresh/uusi/opas",
         handler=paths({"/sivu": always(200, "<base href='uusi/'><meta http-equiv=refresh content="
                                             "'0;url=opas'>"), "/uusi/opas": always()})),
    Case("base-odd", "ok", always(200, page(head="<base href='javascript:1'>"))),
    # Redirects without a goal.
    Case("no-goal-page", "ok", always(302, page(body=LONG))),
    Case("no-goal-note", "broken", always(301, page("301 Moved Permanently", body="<hr>Apache"))),
    # Refreshes beside much text.
    Case("refresh-long", "moved", final="{web}/refresh-long/uusi",
         handler=paths({"/uusi": always(), "/sivu": always(200, page(
             "Olemme muuttaneet", body=LONG,
             head="<meta http-equiv=refresh content='8;url=uusi'>"))})),
    # Certificates.
    Case("tls-chain", "ok", always(), url="{tls_chain}/{id}/sivu"),
    Case("tls-chain-lost", "suspect", always(), url="{tls_chain_lost}/{id}/sivu"),
    Case("tls-common-name", "broken", always(), url="{tls_cn}/{id}/sivu"),
    Case("tls-without-www", "broken", always(), url="{tls_www}/{id}/sivu",
         final="{tls_www_right}/tls-without-www/sivu"),
    # Robots treated otherwise than people.
    Case("robots-loop", "ok", robots(redirect(301, "/robots-loop/sivu"))),
    Case("robots-418", "ok", robots(always(418, "teekannu"))),
    Case("robots-cookie", "ok", cookie_first),
    Case("wall-cookie", "suspect", always(200, _TEST_COOKIE)),
    Case("wall-verify", "suspect", always(200, _VERIFY)),
    # Bytes and text.
    Case("broken-letter", "ok", expect={"type": "html", "title": "Häätöjen ehkäisy"},
         handler=always(200, page("Häätöjen ehkäisy").encode().replace(
             b"<meta charset=utf-8>", b"<meta charset=utf-8>" + _BROKEN_LETTER))),
    Case("latin-as-utf", "ok", expect={"type": "html", "title": "Häätöjen ehkäisy"},
         handler=always(200, page("Häätöjen ehkäisy", body=f"<p>{TEXT}</p>").encode("latin-1"))),
    Case("soft-hyphens", "suspect",
         always(200, new("Kunta", "<h1>Si\u00advua ei löy\u00addy</h1><p>Et\u00adsimääsi "
                                  "si\u00advua ei löy\u00addy.</p>"))),
    Case("first-letter", "ok", url="{web}/{id}/sivu#:~:text=Velkaneuvonta%20auttaa",
         handler=always(200, page(body="<p><b>V</b>elkaneuvonta auttaa.</p>"))),
    Case("icon-title", "ok", always(200, f"<body>{_ICON}<main><h1>Neuvonta</h1>{LONG}</main>")),
    *(Case(f"packed-{name}", "suspect", always(200, data, "Content-Type: text/html"))
      for name, data in {"gzip": gzip.compress(page(body=LONG).encode()),
                         "br": brotli.compress(page(body=LONG).encode())}.items()),
    Case("chunked-twice", "ok",
         sends(f"{CHUNKED}Transfer-Encoding: chunked\r\n\r\n{len(page().encode()):x}\r\n",
               page().encode() + b"\r\n0\r\n\r\n")),
    Case("pdf-packed-file", "suspect", always(200, gzip.compress(PDF),
                                              "Content-Type: application/pdf"),
         url="{web}/{id}/o.pdf", expect={"type": "pdf"}),
    # Anchors.
    *(Case(f"anchor-on-{name}", "suspect", always(200, page(body=tag + LONG)),
           url="{web}/{id}/sivu#kohta")
      for name, tag in {"field": "<input name=kohta>", "meta": "<meta name=kohta>",
                        "script": "<script id=kohta></script>", "img": "<img name=kohta>"}.items()),
    Case("anchor-in-data", "ok", always(200, page(body=LONG, head=_SCRIPTED)),
         url="{web}/{id}/sivu#hakeminen"),
    # Stand-ins on another host.
    Case("stand-in-consent", "suspect",
         by_host({"page": CONSENT}, "http://consent.kartta.localhost:{port}/stand-in-consent/m")),
    Case("stand-in-queue", "suspect",
         by_host({"page": page("Palvelu", body=LONG)},
                 "http://jono.palvelu.localhost:{port}/stand-in-queue/?t=sivu")),
    Case("stand-in-sorry", "suspect",
         by_host({"page": page("Haku", body=LONG)}, "{other}/stand-in-sorry/sorry/index?q=x")),
    Case("elsewhere-unknown", "suspect",
         by_host({"page": page("Palvelu", body=LONG)}, "{other}/elsewhere-unknown/uusi")),
    Case("elsewhere-known", "ok", expect={"type": "html", "title": "Palvelu"},
         handler=by_host({"page": page("Palvelu", body=LONG)}, "{other}/elsewhere-known/uusi")),
    # How a host answers to nonsense.
    _own_host("creative", "suspect",
              old("Esimerkkilä", "<h1>Nyt kävi ohraisesti</h1><p>Täällä laiduntaa vain lehmä. "
                  "Kokeile valikkoa, niin löydät takaisin kotiin.</p>")),
    _own_host("everything", "suspect", new("Palvelu", f"<h1>Tervetuloa palveluun</h1>{LONG}")),
    _own_host("app", "ok", "<title>Palvelu</title><div id=app><p>Ladataan palvelua, odota hetki ja "
                           "pidä tämä sivu auki.</p></div><script src=/a.js></script>"),
    Case("host-excuses", "suspect", excuses, requests=4,
         url="http://{id}.localhost:{port}/palvelut/neuvonta"),
]  # fmt: skip
