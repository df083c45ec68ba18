"""Pages as real sites send them: menus, cookie banners, scripts and footers around what matters."""

from __future__ import annotations

from faults.case import TEXT

_MENU = [
    "Asuminen", "Kaavoitus ja kiinteistöt", "Rakentaminen", "Vuokra-asunnot", "Koulutus",
    "Varhaiskasvatus", "Perusopetus", "Lukio", "Kirjasto", "Sosiaalipalvelut", "Taloudellinen tuki",
    "Perheet", "Vammaiset", "Ikäihmiset", "Terveysasemat", "Hammashoito", "Kulttuuri", "Liikunta",
    "Nuoret", "Tapahtumat", "Hallinto", "Päätöksenteko", "Esityslistat ja pöytäkirjat", "Talous",
    "Avoimet työpaikat", "Osallistu ja vaikuta", "Yhteystiedot", "Asiointi", "Uutiset",
]  # fmt: skip
_COOKIES = (
    "Käytämme sivustolla evästeitä. Osa niistä on välttämättömiä sivuston toiminnalle, osan "
    "avulla kehitämme sivustoa ja näytämme videoita. Voit hyväksyä kaikki evästeet tai valita, "
    "mitä niistä sallit. Valintaasi voit muuttaa milloin vain alatunnisteen linkistä."
)
_GTM = (
    "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),"
    "event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;"
    "j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.parentNode.insertBefore(j,f);"
    "})(window,document,'script','dataLayer','GTM-XXXX');</script>"
)
_NEWS = "".join(
    f"<div class='teaser'><h3><a href='/uutinen-{n}'>Uutinen numero {n}</a></h3><p>{TEXT}</p></div>"
    for n in range(3)
)


def old(title: str, content: str, *, head: str = "", body: str = "", below: str = _NEWS) -> str:
    """A site of `div`s: nothing tells a machine which part is the page's own."""
    menu = "".join(f"<li class='item'><a href='/{n}'>{x}</a></li>" for n, x in enumerate(_MENU))
    return (
        f"<!DOCTYPE html>\n<html lang='fi'><head><meta charset='utf-8'><title>{title}</title>"
        "<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='/a.css'>"
        f"<link rel='alternate' type='application/rss+xml' href='/feed'>{head}{_GTM}</head>"
        f"<body class='wp-site {body}'><div id='page'><a class='skip-link' href='#content'>Siirry "
        "sisältöön</a><div class='site-header'><a href='/'><img src='/logo.png' alt='Kaupunki'></a>"
        "<div class='header-tools'><form action='/'><input name='s' placeholder='Hae sivustolta'>"
        f"<button>Hae</button></form><a href='/sv'>Sv</a></div><ul class='menu'>{menu}</ul></div>"
        f"<div id='content' class='site-content'>{content}</div>"
        f"<div class='widget-area'><h2>Ajankohtaista</h2>{below}</div>"
        "<div class='site-footer'><div class='columns'><h3>Esimerkkilän kaupunki</h3><p>Kirjaamo, "
        "Keskuskatu 1, 00000 Esimerkkilä. Vaihde palvelee arkisin kello 8–16. Puhelun hinta on "
        "sama kuin tavallisen puhelun. Sähköpostit ovat muotoa etunimi.sukunimi.</p><p>"
        "Saavutettavuusseloste, tietosuoja ja evästeet</p></div></div></div>"
        f"<div class='cookie-notice' role='region'><h2>Evästeet</h2><p>{_COOKIES}</p><button>"
        "Hyväksy kaikki</button><button>Vain välttämättömät</button></div>"
        "<script src='/wp-includes/js/jquery.js'></script><script>jQuery(function($){$('.menu')"
        ".on('click','a',function(){window.dataLayer.push({event:'menu'});});});</script>"
        "</body></html>"
    )


def new(title: str, content: str, *, head: str = "", lang: str = "fi", site: str = "") -> str:
    """A site of today, with the elements that are meant for it."""
    menu = "".join(f"<li><a href='/{n}'>{x}</a></li>" for n, x in enumerate(_MENU))
    return (
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='og:site_name' content='{site or 'Esimerkki'}'>{head}{_GTM}"
        '<script type=\'application/ld+json\'>{"@context":"https://schema.org","@type":'
        '"Organization","name":"Esimerkki"}</script></head><body>'
        f"<div role='dialog' aria-modal='true' id='consent'><h2>Evästeet</h2><p>{_COOKIES}</p>"
        "<button>Hyväksy kaikki</button><button>Hylkää kaikki</button></div><header><a href='/'>"
        f"{site or 'Esimerkki'}</a><nav aria-label='Päävalikko'><ul>{menu}</ul></nav></header>"
        f"<main id='main'>{content}</main><footer><nav><ul>{menu}</ul></nav><p>© Esimerkki 2026. "
        "Palaute, tietosuojaseloste, saavutettavuusseloste.</p></footer>"
        "<script src='/_next/static/chunks/main.js' defer></script></body></html>"
    )


def app(title: str, data: str = "", *, head: str = "", shown: str = "") -> str:
    """A page that its scripts fill; `data` is what they fill it from."""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}"
        "<link rel='preload' href='/static/main.js' as='script'></head><body>"
        f"<div id='root'>{shown}</div>{data}<script src='/static/main.js'></script>"
        "<noscript>Palvelu tarvitsee JavaScriptin.</noscript></body></html>"
    )


def classic(title: str, content: str) -> str:
    """A page of ASP.NET, laid out inside one form, in tables."""
    menu = "".join(f"<tr><td><a href='s{n}.aspx'>{x}</a></td></tr>" for n, x in enumerate(_MENU))
    return (
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN'><html><head><title>"
        f"{title}</title></head><body><form name='aspnetForm' method='post' action='sivu.aspx'>"
        "<input type='hidden' name='__VIEWSTATE' value='" + "dDwtMTA4" * 300 + "'>"
        f"<table><tr><td colspan='2'><img src='ylapalkki.gif'></td></tr><tr><td><table>{menu}"
        f"</table></td><td>{content}</td></tr><tr><td colspan='2'><span>Esimerkkiyhdistys ry, "
        "Kauppakatu 2, 00000 Esimerkkilä</span></td></tr></table></form></body></html>"
    )


def bare(_: str, content: str) -> str:
    """A page as it comes, with nothing around."""
    return content
