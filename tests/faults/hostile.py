"""Attacks on whoever asks: odd waits, odd cookies, packed in packed, lines in addresses."""

from __future__ import annotations

import gzip

from faults.case import Case, Handler, Out, Request, always, page, redirect

_BOMB = gzip.compress(gzip.compress(gzip.compress(b"\x00" * 50_000_000)))


def _waits(value: str) -> Handler:
    """Busy once, with this to say of how long."""

    async def handle(request: Request, out: Out) -> None:
        if request.number == 1:
            await out.reply(503, "", f"Retry-After: {value}")
        else:
            await out.reply(200, page())

    return handle


async def odd_cookies(request: Request, out: Out) -> None:
    """Sends its reader on once, with cookies that do not fit back into a header."""
    if request.path == "/sivu":
        cookies = [f"Set-Cookie: k{n}={'x' * 3000}; Path=/" for n in range(15)]
        odd = [
            "Set-Cookie: a=\x01\x7f; Path=/",
            "Set-Cookie: \xe4=\xe9; Path=/",
            "Set-Cookie: =;;;",
        ]
        await out.reply(302, "", "Location: uusi", *odd, *cookies)
    else:
        await out.reply(200, page())


CASES = [
    *(Case(f"wait-{name}", "ok", _waits(value)) for name, value in {
        "huge": "9" * 400, "negative": "-5", "fraction": "1.5", "hex": "0x10", "empty": " ",
        "past": "Thu, 01 Jan 1970 00:00:00 GMT", "odd-date": "Mon, 99 Foo 99999 99:99:99 XYZ",
    }.items()),
    Case("cookies-odd", "ok", odd_cookies),
    Case("packed-thrice", "suspect",
         always(200, _BOMB, "Content-Type: text/html", "Content-Encoding: gzip, gzip, gzip")),
    Case("location-lines", "broken", requests=4,
         handler=redirect(302, "/location-lines/x%0d%0aSet-Cookie:%20a=1", always(404, ""))),
    Case("location-long", "broken", redirect(302, "/location-long/" + "a" * 30_000,
                                             always(404, "")), requests=4),
    Case("location-user", "ok", redirect(302, "http://kela:fi@127.0.0.1:{port}/location-user/b")),
    Case("title-quotes", "suspect",
         always(200, page("Sivua ei löydy ::error::x ##[error]y @a #1", "Sivua ei löydy"))),
]  # fmt: skip
