"""Links where something answers, but a person must look."""

from __future__ import annotations

from faults.case import TEXT, Case, Out, Request, always, page, paths, redirect
from faults.gone import script
from faults.healthy import PDF

LOGIN = page("Kirjaudu sisään", body="<form><input name=u><input type=password></form>")
FORBIDDEN = page("403 Forbidden", body="<p>Pääsy estetty</p>")


def said(title: str, h1: str, text: str = "", status: int = 200) -> Case:
    """A page that only says something; the id comes from its title."""
    ident = "says-" + "-".join(title.lower().replace(".", "").split())[:40]
    plain = "".join(c for c in ident if c.isascii() and (c.isalnum() or c == "-"))
    return Case(plain, "suspect", always(status, page(title, h1, f"<p>{text}</p>")))


async def unusual(request: Request, out: Out) -> None:
    await out.reply(999, "")


CASES = [
    Case("login-302", "suspect",
         redirect(302, "{web}/login-302/kirjaudu?next=sivu", always(200, LOGIN))),
    Case("login-301-host", "suspect",
         redirect(301, "{other}/login-301-host/sso/", always(200, LOGIN))),
    Case("login-in-place", "suspect", always(200, LOGIN)),
    Case("login-keeps-title", "suspect",
         always(200, page("Materiaalit", body="<p>Sisältö vaatii kirjautumisen.</p>"
                          "<form><input type=password></form>")),
         expect={"type": "html", "title": "Materiaalit"}),
    Case("members-only", "suspect",
         always(200, page("Materiaalit", body="<p>Tämä sisältö on vain kirjautuneille.</p>"))),
    Case("status-401", "suspect", always(401, "", "WWW-Authenticate: Basic")),
    Case("status-403", "suspect", always(403, FORBIDDEN)),
    Case("status-451", "suspect", always(451, "")),
    Case("status-999", "suspect", unusual),
    Case("status-204", "suspect", always(204, "", "Content-Length: 0")),
    Case("challenge-200", "suspect",
         always(200, page("Just a moment...", body="<p>Verify you are human</p>"))),
    Case("challenge-403", "suspect", always(403, page("Attention Required! | Cloudflare"))),
    Case("challenge-503", "suspect",
         always(503, page("Just a moment...", "Checking your browser before accessing"))),
    Case("captcha", "suspect",
         always(200, page("Oletko robotti?", body="<div class=h-captcha></div>"
                          "<p>Vahvista, että olet ihminen.</p>"))),
    Case("home-302", "suspect", redirect(302, "{other}/", at="/a/b/sivu"),
         url="{web}/{id}/a/b/sivu"),
    Case("home-301-index", "suspect", redirect(301, "{third}/index.html")),
    Case("home-in-place", "suspect", always(200, page("Etusivu | Takuusäätiö", "Tervetuloa")),
         expect={"type": "html", "title": "Materiaalit | Takuusäätiö"}),
    Case("home-by-canonical", "suspect",
         always(200, page("Takuusäätiö", head='<link rel="canonical" href="/">'))),
    Case("pdf-no-pdf", "suspect", always(200, b"virhe", "Content-Type: application/pdf"),
         url="{web}/{id}/ohje.pdf"),
    said("Tiedote", "Sivu on siirtynyt", "Löydät sen uudelta sivustoltamme."),
    Case("error-page-302", "suspect", redirect(302, "404.html", always(200, page("Hups", "Hups")))),
    said("Sivua ei löydy", "Sivua ei löydy", "Etsimääsi sivua ei löytynyt. Palaa etusivulle."),
    said("Seinäjoki", "Hakemaasi sivua ei löytynyt", "Tarkista osoite."),
    said("404 – Seinäjoki", "Hups!", "Sivua, jota etsit, ei ole enää."),
    said("Page not found | Agency", "Oops!", "The page you are looking for does not exist."),
    said("Sidan hittades inte", "Sidan kunde inte hittas", "Den har kanske flyttats."),
    said("Virhe", "Sivu on poistettu", "Sisältö ei ole enää saatavilla."),
    said("Kunta", "Kunta", "Sivua ei löydy. Tarkista osoite tai palaa etusivulle."),
    said("Welcome to nginx!", "Welcome to nginx!", "If you see this page, it works."),
    said("Account Suspended", "Account Suspended", "Contact your hosting provider."),
    said("Huoltokatko", "Huoltokatko", "Palvelu on hetken poissa käytöstä."),
    said("esimerkki.fi is for sale", "esimerkki.fi", "Buy this domain today."),
    said("Verkkotunnus on myytävänä", "esimerkki.fi", "Tämä verkkotunnus on myytävänä."),
    Case("parked-frames", "suspect",
         always(200, '<html><frameset><frame src="http://sedoparking.com/x"></frameset></html>')),
    Case("parked-lander", "suspect",
         paths({"/sivu": always(200, script('window.location.href="/parked-lander/lander"')),
                "/lander": always(200, page("e.fi", body="<p>This domain may be for sale.</p>"))})),
    Case("sold-domain", "suspect",
         always(200, page("Paras nettikasino 2026", body=f"<p>{TEXT}</p>"))),
    Case("empty-200", "suspect", always(200, b"")),
    Case("blank-200", "suspect", always(200, "<html><body>  </body></html>")),
    Case("pdf-became-html", "suspect", always(), url="{web}/{id}/ohje.pdf", expect={"type": "pdf"}),
    Case("pdf-unregistered-html", "suspect", always(), url="{web}/{id}/ohje.pdf"),
    Case("html-called-pdf", "suspect", always(200, page(), "Content-Type: application/pdf"),
         url="{web}/{id}/ohje.pdf", expect={"type": "pdf"}),
    Case("html-became-pdf", "suspect", always(200, PDF, "Content-Type: application/pdf"),
         expect={"type": "html"}),
    Case("zip-became-html", "suspect", always(), url="{web}/{id}/a.zip", expect={"type": "zip"}),
    Case("another-subject", "suspect", always(200, page("Kalastusluvat ja vesialueet")),
         expect={"type": "html", "title": "Vuokra-asukkaiden talousneuvonta"}),
    Case("moved-to-another", "suspect", redirect(301, "x", always(200, page("Uutisarkisto"))),
         expect={"type": "html", "title": "Vuokra-asukkaiden talousneuvonta"}),
    Case("anchor-missing", "suspect", always(), url="{web}/{id}/sivu#hakeminen"),
    Case("text-missing", "suspect", always(), url="{web}/{id}/sivu#:~:text=vuokravakuus"),
    Case("pdf-page-missing", "suspect", always(200, PDF, "Content-Type: application/pdf"),
         url="{web}/{id}/ohje.pdf#page=40", expect={"type": "pdf"}),
    Case("gzip-lie", "suspect", always(200, page(), "Content-Encoding: gzip")),
]  # fmt: skip
