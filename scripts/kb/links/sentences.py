"""The judge's codes and verdicts in words of everyday Finnish and English, each said here once.

No sentence quotes a page, names a host or gives an address: what a stranger wrote stands beside
the sentence, in the issue and the job's summary alone (see `quoting`).
"""

from __future__ import annotations

from typing import NamedTuple

from linkjudge.codes import BY_NAME, Code, Verdict


class Said(NamedTuple):
    """One thing in both languages."""

    fi: str
    en: str

    def __str__(self) -> str:
        return f"{self.fi} / {self.en}"


VERDICTS: dict[Verdict, Said] = {
    "ok": Said("kunnossa", "ok"),
    "moved": Said("muuttanut", "moved"),
    "broken": Said("rikki", "broken"),
    "suspect": Said("epäilyttävä", "suspect"),
    "unreachable": Said("ei tavoitettu", "unreachable"),
}
_CODES: dict[Code, Said] = {
    Code.THERE: Said("Sivu tai tiedosto on paikallaan.", "The page or file is there."),
    Code.THERE_TEMPORARY: Said(
        "Sisältö on paikallaan; osoite ohjaa tilapäisesti toiseen osoitteeseen.",
        "The content is there; the address leads to another one for the time being.",
    ),
    Code.THERE_SLIP: Said(
        "Sisältö on paikallaan, mutta rekisterin osoitteessa on rivinvaihto tai väli; poista se.",
        "The content is there, but the address in the register has a line break or a space in it; "
        "take it out.",
    ),
    Code.MOVED: Said("Sisältö on muuttanut pysyvästi.", "The content has moved for good."),
    Code.MOVED_ELSEWHERE: Said(
        "Osoite ohjaa pysyvästi toiselle sivustolle; katso, onko sivu siellä sama.",
        "The address leads to another site for good; see whether the page there is the same.",
    ),
    Code.MOVED_PAGE: Said(
        "Sivu lähettää lukijan heti eteenpäin.", "The page sends its reader on at once."
    ),
    Code.GONE: Said("Sivua ei ole enää.", "The page is gone."),
    Code.GONE_AFTER: Said(
        "Osoite ohjaa sivulle, jota ei ole.", "The address leads to a page that is gone."
    ),
    Code.SLIP: Said(
        "Osoitteessa on kirjoitusvirhe, ja siksi sivua ei löydy.",
        "There is a slip in the address, so the page is not found.",
    ),
    Code.BAD_ADDRESS: Said(
        "Osoite on väärin kirjoitettu, eikä mikään selain avaa sitä.",
        "The address is misspelt: no browser can open it.",
    ),
    Code.UNKNOWN_HOST: Said(
        "Palvelinta ei ole: sivusto on lopetettu tai nimi on väärin.",
        "There is no such server: the site was closed or the name is wrong.",
    ),
    Code.TLS_HOST: Said(
        "Varmenne on toiselle sivustolle, joten selain varoittaa eikä avaa sivua.",
        "The certificate belongs to another site, so browsers warn and do not open the page.",
    ),
    Code.TLS_UNTRUSTED: Said(
        "Varmenteeseen ei voi luottaa, joten selain varoittaa eikä avaa sivua.",
        "The certificate cannot be trusted, so browsers warn and do not open the page.",
    ),
    Code.TLS_OLD: Said(
        "Palvelimen salaus on niin vanha, ettei mikään nykyinen selain avaa sivua.",
        "The server's encryption is so old that no browser of today opens the page.",
    ),
    Code.LOOP: Said(
        "Osoite ohjaa kehässä takaisin itseensä, eikä sivu aukea.",
        "The address leads round in a circle, and the page never opens.",
    ),
    Code.ENDLESS: Said(
        "Osoite ohjaa yhä uudelleen eteenpäin, eikä sivu aukea.",
        "The address leads on and on, and the page never opens.",
    ),
    Code.NO_LOCATION: Said(
        "Palvelin sanoo sivun muuttaneen, mutta ei kerro minne.",
        "The server says that the page has moved, but not where to.",
    ),
    Code.BAD_LOCATION: Said(
        "Osoite ohjaa sellaiseen, mitä selain ei voi avata.",
        "The address leads to something that no browser can open.",
    ),
    Code.PRIVATE: Said(
        "Osoite on sisäverkossa tai tarkistavalla koneella, eikä lukija pääse sinne.",
        "The address lies in a private network or on the checking machine, where no reader gets.",
    ),
    Code.TLS_CHAIN: Said(
        "Palvelin jättää varmenteen ketjusta osan pois: osa selaimista avaa sivun, osa ei.",
        "The server leaves out part of its certificate's chain: some browsers open the page, "
        "some do not.",
    ),
    Code.LOGIN_ASKED: Said("Sivu vaatii kirjautumisen.", "The page asks for a log-in."),
    Code.FORBIDDEN: Said(
        "Palvelin kieltää pääsyn; avaa sivu itse ja katso, näkyykö se.",
        "The server denies access; open the page yourself and see.",
    ),
    Code.LEGAL: Said(
        "Sivu on estetty oikeudellisista syistä, ainakin täältä katsoen.",
        "The page is withheld for legal reasons, at least from here.",
    ),
    Code.ODD_STATUS: Said(
        "Palvelin vastaa oudosti; avaa sivu itse ja katso.",
        "The server answers strangely; open the page yourself and see.",
    ),
    Code.CHALLENGE: Said(
        "Sivusto epäilee tarkistusta robotiksi; avaa sivu itse ja katso, näkyykö se.",
        "The site takes this check for a robot; open the page yourself and see.",
    ),
    Code.DENIED: Said(
        "Sivu aukeaa, mutta siinä lukee, ettei sitä saa nähdä; avaa se itse ja katso.",
        "The page opens, but says that it may not be seen; open it yourself and see.",
    ),
    Code.SESSION: Said(
        "Osoite oli voimassa vain yhden istunnon ajan; etsi sivulle pysyvä osoite.",
        "The address held for one session only; look for the page's lasting address.",
    ),
    Code.CONSENT: Said(
        "Sivun tilalla kysytään suostumusta evästeisiin; avaa sivu itse ja katso.",
        "A question about cookies stands in place of the page; open it yourself and see.",
    ),
    Code.QUEUE: Said(
        "Sivun edessä on jono, eikä sivua voitu nyt tarkistaa; avaa se itse ja katso.",
        "There is a queue in front of the page, so it could not be checked now; open it yourself "
        "and see.",
    ),
    Code.ELSEWHERE: Said(
        "Osoite vie toiselle sivustolle; avaa sivu, ja jos se on oikea, kirjoita sen otsikko "
        "rekisteriin.",
        "The address leads to another site; open the page, and if it is right, put its title in "
        "the register.",
    ),
    Code.HANDED_OVER: Said(
        "Osoite avaa sähköpostin, sovelluksen tai kokouksen eikä sivua; kokeile sitä itse.",
        "The address opens a mail, an app or a meeting and no page; try it yourself.",
    ),
    Code.AS_NONE: Said(
        "Sivusto vastaa samalla sivulla myös osoitteeseen, jota ei ole; avaa sivu itse ja katso.",
        "The site answers with the same page to an address that does not exist; open the page "
        "yourself and see.",
    ),
    Code.EMPTY: Said(
        "Osoite vastaa, mutta sivu on tyhjä.", "The address answers, but the page is empty."
    ),
    Code.UNDECODABLE: Said(
        "Palvelin lähettää sivun rikkinäisenä, niin ettei selain osaa näyttää sitä.",
        "The server sends the page garbled, so that browsers cannot show it.",
    ),
    Code.UNREADABLE: Said(
        "Sivu on liian raskas tarkistettavaksi; avaa se itse ja katso.",
        "The page is too heavy to be checked; open it yourself and see.",
    ),
    Code.LOGIN: Said("Sivun tilalla on kirjautuminen.", "A log-in stands in place of the page."),
    Code.HOME: Said(
        "Osoite vie sivuston etusivulle, ei rekisteröidylle sivulle.",
        "The address leads to the site's front page, not to the registered page.",
    ),
    Code.NOT_FOUND: Said(
        "Sivu aukeaa, mutta siinä lukee, ettei sisältöä löydy.",
        "The page opens, but says that the content is not found.",
    ),
    Code.PARKED: Said(
        "Verkkotunnus näyttää olevan myynnissä tai vaihtaneen omistajaa.",
        "The domain seems to be for sale or to have changed hands.",
    ),
    Code.EMPTY_SITE: Said(
        "Sivuston tilalla on palvelimen oma ilmoitus.",
        "The server's own notice stands in place of the site.",
    ),
    Code.NOW_HTML: Said(
        "Osoitteessa on nyt verkkosivu, ja rekisterissä on muuta.",
        "The address now gives a web page, and the register says otherwise.",
    ),
    Code.NOW_PDF: Said(
        "Osoitteessa on nyt PDF-tiedosto, ja rekisterissä on muuta.",
        "The address now gives a PDF file, and the register says otherwise.",
    ),
    Code.NOW_ZIP: Said(
        "Osoitteessa on nyt zip-tiedosto, ja rekisterissä on muuta.",
        "The address now gives a zip file, and the register says otherwise.",
    ),
    Code.NOW_OTHER: Said(
        "Osoitteessa on nyt muunlainen tiedosto kuin rekisterissä.",
        "The address now gives another kind of file than the register says.",
    ),
    Code.TITLE: Said(
        "Sivun otsikko on toinen kuin rekisterissä; onko sivu vaihtunut?",
        "The page's title is not the one in the register; is it another page?",
    ),
    Code.ANCHOR: Said(
        "Sivu on paikallaan, mutta siltä puuttuu kohta, johon linkki vie.",
        "The page is there, but lacks the place that the link points to.",
    ),
    Code.CHANGED: Said(
        "Sivun otsikko ja aihe ovat vaihtuneet; onko se enää sama sivu?",
        "The page's title and subject have changed; is it still the same page?",
    ),
    Code.TIMEOUT: Said("Palvelin ei vastannut ajoissa.", "The server did not answer in time."),
    Code.REFUSED: Said(
        "Palvelin ei ottanut yhteyttä vastaan.", "The server refused the connection."
    ),
    Code.LOST: Said(
        "Yhteys palvelimeen katkesi kesken.", "The connection to the server was lost half-way."
    ),
    Code.GARBLED: Said(
        "Palvelin vastasi niin, ettei vastausta voinut lukea.",
        "The server answered in a way that cannot be read.",
    ),
    Code.DNS: Said(
        "Palvelimen osoitetta ei saatu nyt selville.",
        "The server's address could not be looked up just now.",
    ),
    Code.TLS_EXPIRED: Said(
        "Varmenne on vanhentunut; luultavasti se pian uusitaan.",
        "The certificate has expired; it will probably be renewed soon.",
    ),
    Code.TLS_OTHER: Said(
        "Suojattua yhteyttä palvelimeen ei saatu.", "No secure connection could be made."
    ),
    Code.SERVER_ERROR: Said("Palvelimella on häiriö.", "The server is in trouble."),
    Code.BUSY: Said(
        "Palvelin pyytää odottamaan, eikä sivua voitu nyt tarkistaa.",
        "The server asks to wait, so the page could not be checked now.",
    ),
}
_OTHERS: dict[Verdict, Said] = {
    "ok": _CODES[Code.THERE],
    "moved": Said("Osoite on muuttunut.", "The address has changed."),
    "broken": Said("Linkki ei toimi.", "The link does not work."),
    "suspect": Said("Avaa sivu itse ja katso.", "Open the page yourself and see."),
    "unreachable": Said("Sivua ei tavoitettu.", "The page could not be reached."),
}
"""For a memory of another version, whose codes are not ours."""


_BARRED = Said(
    "Sivusto torjuu tarkistuskoneen, joten täältä ei näe, toimiiko linkki.",
    "The site keeps the checking machine out, so whether the link works cannot be seen from here.",
)


def say(code: str, verdict: Verdict, *, barred: bool = False) -> Said:
    """The sentence of a code; of its verdict where the code is not known.

    `barred`: the host is known to keep the checking machine out, and that is said as well.
    """
    known = BY_NAME.get(code)
    said = _CODES[known] if known is not None else _OTHERS[verdict]
    return Said(*(f"{a} {b}" for a, b in zip(said, _BARRED, strict=True))) if barred else said
