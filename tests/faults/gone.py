"""Links that are gone or have moved."""

from __future__ import annotations

import asyncio

from faults.case import Case, Handler, Out, Request, always, page, paths, redirect

NOT_FOUND = always(404, page("404", "Sivua ei löydy", "<p>Hups</p>"))


def moved(status: int, ident: str) -> Handler:
    return redirect(status, f"{{web}}/{ident}/uusi")


async def endless(request: Request, out: Out) -> None:
    await out.reply(302, "", f"Location: {{web}}/endless/{request.number}")


async def tarpit(request: Request, out: Out) -> None:
    await asyncio.sleep(0.3)
    await out.reply(302, "", f"Location: {{web}}/tarpit/{request.number}")


async def tarpit_slow(request: Request, out: Out) -> None:
    await asyncio.sleep(1)
    await out.reply(302, "", f"Location: {{web}}/tarpit-slow/{request.number}")


async def chain(request: Request, out: Out) -> None:
    number = int(request.path.strip("/"))
    if number < 12:
        await out.reply(301, "", f"Location: {number + 1}")
    else:
        await out.reply(200, page())


async def growing(request: Request, out: Out) -> None:
    await out.reply(302, "", f"Location: {{web}}{request.target}x")


async def counting(request: Request, out: Out) -> None:
    await out.reply(302, "", f"Set-Cookie: n={request.number}; Path=/",
                    "Location: {web}/endless-cookies/sivu")  # fmt: skip


def refresh(to: str, delay: str = "0") -> str:
    head = f'<meta http-equiv="refresh" content="{delay}; url={to}">'
    return page("Siirrytään", body="<p>Sivu on siirtynyt.</p>", head=head)


def script(code: str) -> str:
    return f"<!doctype html><title>Siirrytään</title><script>{code}</script><p>Odota</p>"


CASES = [
    Case("gone-404", "broken", NOT_FOUND),
    Case("gone-410", "broken", always(410, "")),
    Case("unknown-host", "broken", url="http://ei-ole.invalid/sivu"),
    Case("redirect-to-404", "broken", redirect(302, "ei", NOT_FOUND), requests=4),
    Case("moved-to-404", "broken", redirect(301, "ei", NOT_FOUND), requests=4),
    Case("redirect-to-nowhere", "broken", always(302, "", "Location: http://ei-ole.invalid/")),
    Case("loop", "broken", always(302, "", "Location: {web}/loop/sivu")),
    Case("loop-of-two", "broken",
         paths({"/sivu": always(302, "", "Location: b"), "/b": always(302, "", "Location: sivu")}),
         requests=4),
    Case("loop-of-pages", "broken",
         paths({"/sivu": always(200, refresh("b")), "/b": always(200, refresh("sivu"))}),
         requests=4),
    Case("endless", "broken", endless, requests=22),
    Case("tarpit", "broken", tarpit, requests=22),
    Case("no-location", "broken", always(301, "")),
    Case("bad-location", "broken", always(302, "", "Location: http://")),
    Case("script-location", "broken", always(302, "", "Location: javascript:alert(1)")),
    Case("moved-301", "moved", moved(301, "moved-301"), final="{web}/moved-301/uusi"),
    Case("moved-308", "moved", moved(308, "moved-308"), final="{web}/moved-308/uusi"),
    Case("moved-host", "moved", url="{web}/{id}/sivu", final="{other}/moved-host/uusi",
         handler=redirect(301, "{other}/moved-host/uusi")),
    Case("moved-slash", "moved",
         paths({"/sivu": always(301, "", "Location: sivu/"), "/sivu/": always()}),
         final="{web}/moved-slash/sivu/"),
    Case("moved-to-tls", "moved", url="{web}/{id}/sivu", final="{tls}/moved-to-tls/uusi",
         handler=redirect(301, "{tls}/moved-to-tls/uusi")),
    Case("moved-chain", "moved", redirect(301, "a", redirect(308, "b", at="/a")),
         final="{web}/moved-chain/b", requests=3),
    Case("moved-then-temporary", "moved", redirect(301, "a", redirect(302, "b", at="/a")),
         final="{web}/moved-then-temporary/a", requests=3),
    Case("temporary-then-moved", "ok", redirect(302, "a", redirect(301, "b", at="/a")), requests=3),
    Case("moved-anchor", "moved",
         redirect(301, "uusi", always(200, page(body="<h2 id=osa>Osa</h2>"))),
         url="{web}/{id}/sivu#osa", final="{web}/moved-anchor/uusi#osa"),
    Case("moved-by-refresh", "moved",
         paths({"/sivu": always(200, refresh("uusi")), "/uusi": always()}),
         final="{web}/moved-by-refresh/uusi"),
    Case("moved-by-slow-refresh", "moved",
         paths({"/sivu": always(200, refresh("uusi", "5")), "/uusi": always()}),
         final="{web}/moved-by-slow-refresh/uusi"),
    Case("moved-by-script", "moved",
         paths({"/sivu": always(200, script('window.location.href = "uusi";')), "/uusi": always()}),
         final="{web}/moved-by-script/uusi"),
    Case("moved-by-replace", "moved",
         paths({"/sivu": always(200, script("location.replace('uusi')")), "/uusi": always()}),
         final="{web}/moved-by-replace/uusi"),
    Case("moved-by-onload", "moved",
         paths({"/sivu": always(200, "<body onload=\"location.href='uusi'\">Odota</body>"),
                "/uusi": always()}), final="{web}/moved-by-onload/uusi"),
    Case("moved-by-variable", "moved",
         paths({"/sivu": always(200, script("var u = 'uusi'; setTimeout(function () {"
                                            " window.location = u; }, 10);")), "/uusi": always()}),
         final="{web}/moved-by-variable/uusi"),
    Case("tarpit-slow", "broken", tarpit_slow, requests=22),
    Case("chain-of-twelve", "moved", chain, final="{web}/chain-of-twelve/12", requests=13,
         url="{web}/{id}/0"),
    Case("refresh-to-404", "broken", paths({"/sivu": always(200, refresh("ei"))}), requests=4),
    Case("redirect-to-410", "broken", redirect(302, "ei", always(410, "")), requests=4),
    Case("redirect-to-ftp", "broken", always(302, "", "Location: ftp://e.fi/x")),
    Case("loop-with-cookie", "broken",
         always(302, "", "Set-Cookie: a=1; Path=/", "Location: {web}/loop-with-cookie/sivu"),
         requests=3),
    Case("endless-growing", "broken", growing, requests=22),
    Case("endless-cookies", "broken", counting, requests=22),
    Case("tls-wrong-host", "broken", always(), url="{tls_wrong}/{id}/sivu"),
    Case("tls-self-signed", "broken", always(), url="{tls_self}/{id}/sivu"),
    Case("tls-unknown-ca", "broken", always(), url="{tls_unknown}/{id}/sivu"),
    Case("redirect-to-bad-tls", "broken", always(302, "", "Location: {tls_wrong}/x/")),
]  # fmt: skip
