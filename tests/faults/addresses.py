"""Addresses that must reach the server byte for byte, and slips in them."""

from __future__ import annotations

from faults.case import Case, Handler, Out, Request, always, page, paths


def exactly(target: str) -> Handler:
    """Healthy at this target only."""

    async def handle(request: Request, out: Out) -> None:
        found = request.target == target
        await out.reply(200 if found else 404, page() if found else page("404", "Sivua ei löydy"))

    return handle


def _case(ident: str, path: str, sent: str | None = None, host: str = "{web}") -> Case:
    return Case(ident, "ok", exactly(f"/{ident}{sent or path}"), url=host + "/{id}" + path)


CASES = [
    _case("latin1-percent", "/k%E4yt%E4nt%F6"),
    _case("utf8-percent", "/k%C3%A4yt%C3%A4nt%C3%B6"),
    _case("lower-percent", "/k%c3%a4yt%e4"),
    _case("raw-umlaut", "/käytäntö", "/k%C3%A4yt%C3%A4nt%C3%B6"),
    _case("composed", "/a%CC%88ni"),
    _case("plus", "/a+b/c%20d%2Be"),
    _case("needless-percent", "/%7Ekoti/%41"),
    _case("encoded-slash", "/a%2Fb"),
    _case("query", "/haku?q=a+b%20c&x=[1]&y=%E4;z=,&tyhj%C3%A4"),
    _case("query-umlaut", "/haku?q=häätö", "/haku?q=h%C3%A4%C3%A4t%C3%B6"),
    _case("query-repeated", "/haku?a=2&a=1&b"),
    _case("double-slash", "//a//b"),
    _case("broken-percent", "/100%"),
    _case("commas", "/-/doc(1);v=2,3:4@5!$'*"),
    _case("case-matters", "/Talous-Neuvola/SIVU"),
    _case("fragment-and-query", "/s?x=1#top", "/s?x=1"),
    _case("idn-host", "/sivu", host="http://ääkkönen.localhost:{port}"),
    _case("line-break", "/pitka-\nosoite", "/pitka-osoite"),
    _case("spaces-around", "/sivu  ", "/sivu"),
    Case("umlaut-redirect", "ok", url="{web}/{id}/a", handler=None),
    Case("full-stop", "broken", exactly("/full-stop/sivu"), url="{web}/{id}/sivu.",
         final="{web}/full-stop/sivu", requests=3),
    Case("space-inside", "broken", exactly("/space-inside/pitka-osoite"),
         url="{web}/{id}/pitka- osoite", final="{web}/space-inside/pitka-osoite", requests=4),
    Case("full-stop-soft", "suspect", url="{web}/{id}/sivu.",
         handler=paths({"/sivu": always(), "/sivu.": always(200, page("Sivua ei löydy"))})),
    Case("bracket", "broken", exactly("/bracket/sivu"), url="{web}/{id}/sivu)",
         final="{web}/bracket/sivu", requests=4),
    Case("line-break-and-spaces", "broken", exactly("/line-break-and-spaces/pitka-osoite"),
         url="{web}/{id}/pitka-\n   osoite", final="{web}/line-break-and-spaces/pitka-osoite",
         requests=4),
    Case("encoded-space-behind", "broken", exactly("/encoded-space-behind/sivu"),
         url="{web}/{id}/sivu%20", final="{web}/encoded-space-behind/sivu", requests=4),
    Case("real-full-stop", "ok", exactly("/real-full-stop/Oy."), url="{web}/{id}/Oy."),
    Case("no-such-scheme", "broken", url="https//{port}/sivu", requests=0),
]  # fmt: skip


async def _umlaut_redirect(request: Request, out: Out) -> None:
    if request.path == "/a":
        head = "HTTP/1.1 302 X\r\nLocation: /umlaut-redirect/ä\r\nContent-Length: 0\r\n\r\n"
        await out.raw(head.encode("latin-1"))
    else:
        await exactly("/umlaut-redirect/%E4")(request, out)


CASES[[case.id for case in CASES].index("umlaut-redirect")] = Case(
    "umlaut-redirect", "ok", _umlaut_redirect, url="{web}/{id}/a"
)
__all__ = ["CASES", "always"]
