"""Why a link was judged as it was, in words of everyday Finnish and English."""

from __future__ import annotations

import re

from linkjudge.model import Reason

_ALL: dict[str, tuple[str, str]] = {
    # ok
    "ok": ("Sivu tai tiedosto on paikallaan.", "The page or file is there."),
    "ok_redirect": (
        "Sisältö on paikallaan; osoite ohjaa tilapäisesti toiseen osoitteeseen {to}.",
        "The content is there; the address leads to another one for the time being: {to}."),
    "ok_slip": (
        "Sisältö on paikallaan, mutta rekisterin osoitteessa on rivinvaihto tai väli; poista se.",
        "The content is there, but the address in the register has a line break or a space in it; "
        "take it out."),
    # moved
    "moved": (
        "Sisältö on muuttanut pysyvästi. Vaihda rekisteriin osoite {to}.",
        "The content has moved for good. Put the address {to} in the register."),
    "moved_page": (
        "Sivu lähettää lukijan heti eteenpäin. Vaihda rekisteriin osoite {to}.",
        "The page sends its reader on at once. Put the address {to} in the register."),
    # broken
    "gone": ("Sivua ei ole enää: palvelin vastaa {status}.",
             "The page is gone: the server answers {status}."),
    "gone_after": (
        "Osoite ohjaa sivulle {to}, jota ei ole: palvelin vastaa {status}.",
        "The address leads to {to}, which is gone: the server answers {status}."),
    "slip": (
        "Osoitteessa on kirjoitusvirhe, ja siksi sivua ei löydy. Näin se toimii: {to}",
        "There is a slip in the address, so the page is not found. This one works: {to}"),
    "bad_address": ("Osoite on väärin kirjoitettu, eikä mikään selain avaa sitä.",
                    "The address is misspelt: no browser can open it."),
    "unknown_host": ("Palvelinta {host} ei ole: sivusto on lopetettu tai nimi on väärin.",
                     "There is no server called {host}: the site was closed or the name is wrong."),
    "tls_host": (
        "Sivuston {host} varmenne on toiselle sivustolle, joten selain varoittaa eikä avaa sivua.",
        "The certificate of {host} belongs to another site, so browsers warn and do not open it."),
    "tls_untrusted": (
        "Sivuston {host} varmenteeseen ei voi luottaa, joten selain varoittaa eikä avaa sivua.",
        "The certificate of {host} cannot be trusted, so browsers warn and do not open the page."),
    "loop": ("Osoite ohjaa kehässä takaisin itseensä, eikä sivu aukea.",
             "The address leads round in a circle, and the page never opens."),
    "endless": ("Osoite ohjaa yhä uudelleen eteenpäin, eikä sivu aukea.",
                "The address leads on and on, and the page never opens."),
    "no_location": ("Palvelin sanoo sivun muuttaneen, mutta ei kerro minne.",
                    "The server says that the page has moved, but not where to."),
    "bad_location": ("Osoite ohjaa sellaiseen, mitä selain ei voi avata.",
                     "The address leads to something that no browser can open."),
    "private": (
        "Osoite {host} on sisäverkossa tai tällä koneella, eikä lukija pääse sinne.",
        "The address {host} lies in a private network or on this machine, where no reader gets."),
    # suspect
    "login_asked": ("Sivu vaatii kirjautumisen (vastaus 401).",
                    "The page asks for a log-in (answer 401)."),
    "forbidden": ("Palvelin kieltää pääsyn ({status}); avaa sivu itse ja katso, näkyykö se.",
                  "The server denies access ({status}); open the page yourself and see."),
    "legal": ("Sivu on estetty oikeudellisista syistä (vastaus 451), ainakin täältä katsoen.",
              "The page is withheld for legal reasons (answer 451), at least from here."),
    "odd_status": ("Palvelin vastaa oudosti ({status}); avaa sivu itse ja katso.",
                   "The server answers strangely ({status}); open the page yourself and see."),
    "challenge": (
        "Sivusto epäilee tarkistusta robotiksi; avaa sivu itse ja katso, näkyykö se.",
        "The site takes this check for a robot; open the page yourself and see."),
    "empty": ("Osoite vastaa, mutta sivu on tyhjä.", "The address answers, but the page is empty."),
    "undecodable": (
        "Palvelin lähettää sivun rikkinäisenä, niin ettei selain osaa näyttää sitä.",
        "The server sends the page garbled, so that browsers cannot show it."),
    "login": ("Sivun tilalla on kirjautuminen: {to}", "A log-in stands in place of the page: {to}"),
    "home": ("Osoite vie sivuston etusivulle, ei rekisteröidylle sivulle: {to}",
             "The address leads to the site's front page, not to the registered page: {to}"),
    "not_found": (
        "Sivu aukeaa, mutta siinä lukee, ettei sisältöä löydy (“{title}”).",
        "The page opens, but says that the content is not found (“{title}”)."),
    "parked": (
        "Verkkotunnus näyttää olevan myynnissä tai vaihtaneen omistajaa (“{title}”).",
        "The domain seems to be for sale or to have changed hands (“{title}”)."),
    "empty_site": (
        "Sivuston tilalla on palvelimen oma ilmoitus (“{title}”).",
        "The server's own notice stands in place of the site (“{title}”)."),
    "type": ("Rekisteröity {wanted}, mutta osoitteessa on nyt {found}.",
             "Registered was {wanted_en}, but the address now gives {found_en}."),
    "title": (
        "Sivun otsikko on nyt “{title}”, rekisterissä “{expected}”; onko sivu vaihtunut?",
        "The page is now called “{title}”, in the register “{expected}”; is it another page?"),
    "anchor": (
        "Sivu on paikallaan, mutta siltä puuttuu kohta, johon linkki vie (#{fragment}).",
        "The page is there, but lacks the place that the link points to (#{fragment})."),
    "changed": (
        "Sivun otsikko ja aihe ovat vaihtuneet: ennen “{before}”, nyt “{title}”.",
        "The page's title and subject have changed: before “{before}”, now “{title}”."),
    # unreachable
    "timeout": ("Palvelin {host} ei vastannut ajoissa.",
                "The server {host} did not answer in time."),
    "refused": ("Palvelin {host} ei ottanut yhteyttä vastaan.",
                "The server {host} refused the connection."),
    "lost": ("Yhteys palvelimeen {host} katkesi kesken.",
             "The connection to {host} was lost half-way."),
    "garbled": ("Palvelin {host} vastasi niin, ettei vastausta voinut lukea.",
                "The server {host} answered in a way that cannot be read."),
    "dns": ("Palvelimen {host} osoitetta ei saatu nyt selville.",
            "The address of the server {host} could not be looked up just now."),
    "tls_expired": ("Sivuston {host} varmenne on vanhentunut; luultavasti se pian uusitaan.",
                    "The certificate of {host} has expired; it will probably be renewed soon."),
    "tls_other": ("Suojattua yhteyttä palvelimeen {host} ei saatu.",
                  "No secure connection to {host} could be made."),
    "server_error": ("Palvelimella on häiriö (vastaus {status}).",
                     "The server is in trouble (answer {status})."),
    "busy": ("Palvelin pyytää odottamaan (vastaus {status}), eikä sivua voitu nyt tarkistaa.",
             "The server asks to wait (answer {status}), so the page could not be checked now."),
}  # fmt: skip

KINDS = {
    "html": ("verkkosivu", "a web page"),
    "pdf": ("PDF-tiedosto", "a PDF file"),
    "zip": ("zip-tiedosto", "a zip file"),
    "other": ("muu tiedosto", "another kind of file"),
}


def say(code: str, **values: object) -> Reason:
    """The sentences of a code; values are cut so that a page cannot flood a report."""
    short = {name: _short(str(value)) for name, value in values.items()}
    fi, en = _ALL[code]
    return Reason(fi.format(**short), en.format(**short))


def _short(text: str) -> str:
    flat = re.sub(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ", text)
    return flat if len(flat) <= 300 else flat[:297] + "..."
