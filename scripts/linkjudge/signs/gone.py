"""Signs that a page says of itself that there is nothing: not found, removed, closed."""

from __future__ import annotations

import re

from linkjudge.page import Page
from linkjudge.signs.common import any_of, headings, in_heading, in_title, is_all, opening
from linkjudge.titles import fold, parts

_BOTH = 3000
"""Letters of running text beside a title and a heading that both say it: an error page with a
site's news below; an article of that name is longer."""
_ONE_AND_SAID, _ONE = 1500, 700
"""The same where only one of them says it, with and without a sentence to the reader."""
_PARAGRAPHS = 5
"""Paragraphs from which on it is an article."""
_SAID = 700
"""Letters of a page that says it in its text alone."""
_ARTICLE = 150
"""Letters from which on a page about pages not found is one to be read."""
_THIN = 120
"""Letters of a page that its scripts fill: what it says stands in its data."""
_NOTE = 500
"""Bytes of a text or JSON answer that says only this."""

_THING_FI = (
    r"(?:verkko|web|www-|internet-|palvelu|kohde|video|tieto|esitys)?(?:sivua|sivustoa|sisaltoa"
    r"|dokumenttia|asiakirjaa|tiedostoa|artikkelia|osoitetta|uutista|tiedotetta|kohdetta|resurssia"
    r"|materiaalia|julkaisua|ohjetta|hanketta|palvelua|tapahtumaa|linkkia|kurssia|koulutusta"
    r"|videota|ohjelmaa|jaksoa|aineistoa|tuotetta|kyselya|lomaketta|ilmoitusta|teosta|tietuetta"
    r"|nimeketta|kuvaa|albumia|kansiota|profiilia|kayttajaa|tilia|ryhmaa|paivitysta|postausta"
    r"|viestia|tunnistetta|tyopaikkaa|tallennetta|kokoelmaa|podcastia|kirjoitusta|asiaa)"
)
_THING_FI_NOM = (
    r"(?:verkko|web|video)?(?:sivu|sivusto|sisalto|artikkeli|tiedosto|uutinen|tiedote|dokumentti"
    r"|asiakirja|video|ohjelma|jakso|kysely|lomake|linkki|jakolinkki|kohde|julkaisu|teos|aineisto"
    r"|tuote|tapahtuma|kurssi|koulutus|ilmoitus|profiili|tili|kayttajatili|ryhma|materiaali"
    r"|palvelu|kuva|tallenne|kansio|viesti|postaus|paivitys|osoite|kirjoitus|hanke|ohje)"
)
_WHOSE_FI = (
    r"(?:tata|tallaista|hakema(?:asi|anne|si|nne)|etsima(?:asi|anne|si|nne)|"
    r"pyytama(?:asi|anne|si|nne)|haluama(?:asi|anne|si|nne)|valitsema(?:asi|si)|avaama(?:asi|si)|"
    r"antama(?:asi|si)|pyydetty[aä]?|haettu[aä]?|kyseista|kyseinen|tama|taman|pyydettya|haettua)"
)
_GONE_FI = (
    r"(?:poistettu|poistunut|kadonnut|vanhentunut|vanhentuneet|paattynyt|suljettu|sulkeutunut"
    r"|hukassa|kateissa|arkistoitu|lakannut|lopetettu|lakkautettu|umpeutunut|mennyt umpeen)"
)
_NOT_THERE_FI = (
    r"(?:saatavilla|saatavissa|kaytettavissa|olemassa|julkaistu|kaytossa|nahtavilla|nahtavissa"
    r"|katsottavissa|kuunneltavissa|avoinna|auki|voimassa|loydettavissa|luettavissa)"
)
_SORRY_FI = r"(?:valitettavasti|pahoittelut|pahoittelemme|ikava kylla|anteeksi)"
_THING_EN = (
    r"(?:(?:web ?)?page|file|document|resource|article|content|url|object|site|item|link|video"
    r"|post|record|handle|identifier|collection|community|survey|form|event|course|product|profile"
    r"|account|user|channel|playlist|episode|programme|program|podcast|folder|image|photo|album"
    r"|group|publication|dataset|repository|job|listing|story|address|tweet|quiz|recording)s?"
)
_SEARCHED_EN = (
    r"(?: (?:that )?you(?:(?:'|’)re|(?:'|’)ve| are| were| have)? (?:looking for|requested|"
    r"followed|tried to (?:reach|open|access|visit)|trying to (?:reach|open|access|view|visit)))?"
)
_NOT_EN = (
    r"(?:was |is |are |has been |have been |could |can |cannot |can(?:'|’)?t |couldn(?:'|’)?t |"
    r"does |do |doesn(?:'|’)?t |isn(?:'|’)?t |aren(?:'|’)?t |may |might |not |no |longer |never |"
    r"be |been |either |currently |unfortunately |have |has |or |and |moved |seems? to |anymore )*"
)
_GONE_EN = (
    r"(?:not found|found|exist|exists|available|missing|unavailable|removed|deleted|gone|here|"
    r"there|retired|expired|closed|ended|withdrawn|private|suspended|archived|unpublished|invalid|"
    r"broken|discontinued|terminated|accessible|public|live|valid|accepting "
    r"(?:responses|submissions|answers|entries))"
)
_THING_SV = (
    r"(?:(?:webb)?sidan|sida|filen|dokumentet|innehallet|artikeln|videon|klippet|avsnittet|"
    r"programmet|lanken|posten|inlagget|enkaten|formularet|kontot|gruppen|objektet|kursen|"
    r"evenemanget|webbplatsen|materialet|publikationen|annonsen)"
)
_ERROR = (
    r"(?:(?:virhe|error|fel|http|status|oho|hups|ups|oops|whoops|ooops|uh-oh|voi ei|oj|hoppsan|"
    r"pahoittelut|sorry|anteeksi|we(?:'|’)re sorry|page error|virhekoodi|code|koodi|hmm)"
    r"[\s:!.,–…-]*)*"
)
_NUMBER = (
    r"(?:[\s:!.,–-]*\(?(?:(?:virhe|error|fel|http|status)[\s:]*)?(?:404|410)\)?(?: "
    r"(?:error|virhe))?)?"
)

NOT_FOUND = re.compile(
    rf"""{_ERROR}(?:
      (?:404|410)(?:[\s:!.,–-]*(?:virhe|error|fel|page|sivu|not[ ]found|gone|
            (?:file|page)[ ](?:was[ ])?not[ ]found))*
    | (?:(?:404|410)[\s:!.,–-]*)?(?:
        (?:{_SORRY_FI},?[ ])?(?:{_WHOSE_FI}[ ])?{_THING_FI}
          (?:,?[ ](?:jota|johon|jonka)[ ][a-z]{{2,20}}(?:[ ](?:avata|hakea|paasta))?)?
          [ ]ei[ ](?:ole|enaa|valitettavasti|voitu|voida|voi|loydy|loytynyt|loydetty|avata|nayttaa|
             talla[ ]hetkella|ehka|{_NOT_THERE_FI}|[ ])+
          (?:[ ]*(?:talta|tasta|palvelimelta|sivustolta|palvelusta|osoitteesta|tietokannasta)
             (?:[ ](?:palvelimelta|sivustolta|palvelusta|osoitteesta))?)?
      | (?:{_SORRY_FI},?[ ])?(?:{_WHOSE_FI}[ ])?{_THING_FI_NOM}(?:[ ]on|[ ]taytyy)?[ ]
          (?:nyt[ ]|jo[ ]|ehka[ ]|joko[ ]|valitettavasti[ ]|talla[ ]hetkella[ ]|pysyvasti[ ]|
             tilapaisesti[ ])*
          (?:{_GONE_FI}(?:[ ]kaytosta)?|puuttuu|pois[ ]kaytosta|
            ei[ ](?:ole[ ]|enaa[ ]|valitettavasti[ ]|talla[ ]hetkella[ ]|ehka[ ])*{_NOT_THERE_FI})
          (?:[ ]tai[ ](?:{_GONE_FI}|siirretty|siirtynyt))?
      | (?:[\w-]+[ ]){{0,3}}(?:verkko)?(?:sivut|sivusto|palvelu)[ ](?:on[ ])?
          (?:suljettu|lopetettu|lakkautettu|poistettu|poistunut)
      | (?:kysely|lomake|vastausaika|ilmoittautuminen|ilmoittautumisaika|hakuaika|haku|linkki|
          linkin[ ]voimassaolo|voimassaoloaika)[ ](?:on[ ])?(?:jo[ ])?{_GONE_FI}
      | ei[ ](?:hakutuloksia|tuloksia|osumia)
      | taalla[ ]ei[ ]ole[ ]mitaan | (?:jotain|jokin)[ ]meni[ ](?:pieleen|vikaan)
      | (?:olet[ ])?(?:eksyksissa|eksynyt|eksyit)(?:ko)?\??
      | something(?:[ ]has)?[ ]went[ ]wrong | ei[ ](?:loydy|loytynyt)(?:[ ]mitaan)?
      | (?:the[ ]|this[ ]|that[ ]|requested[ ]|your[ ]|our[ ]|a[ ]|invalid[ ]){{0,3}}
          (?:[\w’'-]+[ ]){{0,2}}{_THING_EN}{_SEARCHED_EN}[ ]{_NOT_EN}{_GONE_EN}
          (?:[ ](?:anymore|any[ ]more|on[ ]this[ ]server|right[ ]now|at[ ]the[ ]moment|
             at[ ]this[ ]time|yet|to[ ](?:the[ ])?public))?
      | (?:invalid|broken|expired|dead)[ ](?:link|url|address|handle|page|identifier|id)
      | (?:video|item|page|content|post|file)[ ]unavailable | private[ ]video
      | (?:tama[ ])?(?:sivu|sivusto|sisalto)[ ]on[ ](?:siirtynyt|muuttanut|siirretty)
          (?:[ ](?:uuteen[ ]osoitteeseen|toiseen[ ]osoitteeseen|muualle))?
      | (?:this[ ]|the[ ]|our[ ])?(?:page|site|website)[ ]has[ ](?:been[ ])?moved
          (?:[ ]permanently)?
      | moved[ ]permanently | (?:sidan|webbplatsen)[ ]har[ ]flytta(?:t|ts)
      | (?:no[ ])?(?:results|matches)[ ](?:not[ ])?found | no[ ]such[ ]{_THING_EN}
      | not[ ]found | nothing[ ](?:was[ ])?(?:found|to[ ]see)(?:[ ]here)? | missing[ ]page | lost\??
      | (?:you(?:(?:'|’)re|[ ]are|[ ]seem)?[ ](?:to[ ]be[ ])?lost)
      | we[ ](?:could[ ]not|couldn(?:'|’)?t|can(?:'|’)?t|cannot)[ ](?:seem[ ]to[ ])?find[ ]
          (?:the|that|this|your)[ ]{_THING_EN}{_SEARCHED_EN}
      | (?:the[ ])?page[ ]has[ ](?:gone|been)[ ](?:missing|removed|deleted)
      | (?:vi[ ](?:hittar|hittade)[ ]inte[ ])(?:den[ ]har[ ])?(?:sidan|det[ ]du[ ]soker)
          (?:[ ]du[ ]soker)?
      | (?:den[ ]har[ ]|det[ ]har[ ]|den[ ]|begarda[ ]|tyvarr[ ]){{0,2}}{_THING_SV}
          (?:[ ]du[ ](?:soker|sokte|letar[ ]efter))?[ ]
          (?:kunde[ ]|kan[ ]|har[ ]|ar[ ]|inte[ ]|ej[ ]|tyvarr[ ]|tagits[ ]|langre[ ]|blivit[ ]|
             just[ ]nu[ ]|for[ ]tillfallet[ ]|tar[ ]|emot[ ])*
          (?:hittas|hittades|finns|borttagen|borttaget|bort|existerar|tillganglig|tillgangligt|
             stangd|stangt|avslutad|avslutat|gatt[ ]ut|raderad|raderats|privat|svar)
          (?:[ ]inte|[ ]ej)?(?:[ ]langre|[ ]just[ ]nu)?
      | (?:sidan[ ])?(?:hittades|finns)[ ](?:inte|ej)
      ){_NUMBER}
    )[\s!.,:;()…?-]*""",
    re.VERBOSE,
)
"""A heading that says only that there is nothing."""

_EXCLAMATION = any_of("hups", "oho", "oops", "hupsista", "voi ei", "whoops", "hoppsan", "uh-oh")
"""A heading of many pages of this kind, and the beginning of many others."""

NOT_FOUND_IN = any_of(
    rf"\b(?:{_WHOSE_FI} )?{_THING_FI},? (?:(?:jota|jonka|johon) [^.]{{0,40}})?ei "
    r"(?:ole|enaa|valitettavasti|loydy|loytynyt|loydetty|voitu|voida|voi|ehka)\b",
    rf"\b(?:hakema|etsima|pyytama|haluama)(?:asi|anne|si|nne) {_THING_FI_NOM}\b[^.]{{0,60}}"
    rf"(?:{_GONE_FI}|siirretty|siirtynyt|ei )",
    r"etsimaasi sivua|hakemaasi sivua|pyytamaasi sivua|emme loytaneet (?:etsimaasi|hakemaasi|"
    r"sivua)",
    rf"\b(?:tama |kyseinen )?{_THING_FI_NOM} (?:on|ei ole) (?:nyt |jo |ehka |joko |valitettavasti |"
    rf"enaa |talla hetkella )*(?:{_GONE_FI}\b|{_NOT_THERE_FI}\b)",
    r"ei (?:enaa |talla hetkella |valitettavasti )*ota (?:enaa )?vastaan (?:uusia )?"
    r"(?:vastauksia|ilmoittautumisia|hakemuksia)",
    r"\b(?:kyselyyn|lomakkeeseen) ei voi (?:enaa )?vastata|vastausaika on (?:jo )?paattynyt",
    rf"{_THING_EN} (?:you (?:are|were|requested|have|followed|tried)[^.]{{0,60}} )?(?:was not|"
    r"could not be|cannot be|can(?:'|’)t be|couldn(?:'|’)t be|does not|doesn(?:'|’)t|isn(?:'|’)t|"
    r"is not|is no longer|no longer|might not|may not|may have been|might have been|may be broken|"
    r"has been (?:removed|deleted|moved)|has expired|is closed|has ended|was deleted)",
    r"(?:could not|couldn(?:'|’)t|can(?:'|’)t|cannot|unable to) (?:seem to )?find (?:the|that|this|"
    r"what)",
    r"page not found|no longer accepting (?:responses|submissions)|no item found",
    rf"{_THING_SV} (?:du [^.]{{0,30}} )?(?:kunde inte|kan inte|finns inte|finns ej|hittades inte|"
    r"har tagits bort|ar inte (?:langre )?tillganglig|har gatt ut|tar inte langre)",
    r"vi (?:hittar|kan|kunde) inte (?:hitta )?sidan",
    r"404[ :–-]*(?:not found|error|virhe|sivua|sidan)",
    r"that(?:'|’)s an error",
)
"""Inside running text, said to the reader."""

_MARKS = any_of(
    r"<meta[^>]{1,80}prerender-status-code[^>]{1,40}[\"'](?:404|410)",
    r"<meta[^>]{1,40}next-error[^>]{1,40}not-found",
    r"<(?:body|html|main)\b[^>]{0,600}\bclass=[\"'][^\"']{0,600}(?<![\w-])(?:error-?404|"
    r"error-404-page|"
    r"page-?not-?found|page-?404|http-?404|status-?404|path-404|not-found-page|is-404|template-404)"
    r"(?![\w-])",
    r"next_http_error_fallback;404|next_not_found",
    r"__next_data__[^<]{0,40}>[^<]{0,300}\"page\":\"/(?:404|_error)\"|\"page\":\"/404\",\"query\"",
    r"window\.pagepath=\"/404",
    r"error:\{[^{}]{0,300}statuscode:\s?404|\"error\":\{[^{}]{0,300}\"status(?:code)?\":\s?404",
    r"status:\s?404,\s*(?:error|data|node_ids)|error:\s?\{message:\s?\"not found\"\}",
    r"datalayer[^<]{0,20}(?:push\(|=)[^<]{0,800}(?:page_?type|page_?category|page_?template|"
    r"status_?code|http_?status|error_?code|event)[\"']?\s?:\s?[\"']?(?:404|error ?404|not.?found|"
    r"page.?not.?found|pagenotfound)\b",
    r"\"playabilitystatus\":\{\"status\":\"(?:error|unplayable)\"",
)
"""In the HTML of pages not found, and of no others: what their makers tell machines."""

_DATA = re.compile(
    r"\"(?:reason|message|error|errormessage|error_message|errortitle|error_title|statustext|"
    r"status_message|simpletext|headline|heading|subtitle|description|title|text|content|"
    r"og:title)\""
    r"\s?:\s?\"([^\"\\]{4,160})\""
)
"""Texts in a page's data, where its scripts take them from."""
_STATUS = re.compile(
    r"\"(?:status|statuscode|status_code|httpstatus|code|errorcode|error_code|error|state|"
    r"availability|type|__typename)\"\s?:\s?\"?(?:404|410|not_?found|not-found|deleted|removed|"
    r"gone|"
    r"expired|itemnotfound|item_not_found|notfounderror|resourcenotfound|closed|unavailable|"
    r"no_longer_available)\"?[,}\s]"
)
_MOST_TEXTS = 400
_DICTIONARY = 3
"""Different sentences of this kind in a page's data are its dictionary, not its news."""


def not_found(page: Page) -> bool:
    """The page says that it is not there."""
    title, heading = in_title(NOT_FOUND, page), in_heading(NOT_FOUND, page)
    if title and heading:
        return page.paragraphs < _PARAGRAPHS and len(page.prose) < _BOTH
    if _MARKS.search(page.html.lower()):
        return True
    if len(page.main) < _THIN and _in_data(page):
        return True
    start = opening(page)
    said = _said(start)
    about = any(_about_not_found(text) for text in (page.title, *headings(page)))
    if about and len(page.prose) > _ARTICLE:
        return False
    title = title or is_all(_EXCLAMATION, page.title)
    if title or heading:
        most = _ONE_AND_SAID if said else _ONE
        return len(page.prose) < most and page.paragraphs < _PARAGRAPHS
    # No heading says so: only a page that says hardly anything else.
    first = re.split(r"[.!?]", fold(page.prose), maxsplit=1)[0]
    return (said or is_all(NOT_FOUND, first)) and len(page.main) < _SAID and page.paragraphs < 3


def _said(start: str) -> bool:
    """Whether a page's beginning says it to its reader, not as a question of theirs."""
    for match in NOT_FOUND_IN.finditer(start):
        end = re.search(r"[.!?]", start[match.end() :])
        if end is None or end[0] != "?":
            return True
    return False


def _about_not_found(text: str) -> bool:
    """A heading in which "not found" is what is talked about, not what is said."""
    found = fold(text)
    if is_all(NOT_FOUND, text) or not (re.search(r"\b404\b", found) or _said(found)):
        return False
    found_parts = parts(text)
    others = [part for part in found_parts if not is_all(NOT_FOUND, part)]
    long = len(others) == len(found_parts) and any(len(part.split()) > 4 for part in others)
    return long or any("?" in part or "404" in part for part in others)


def _in_data(page: Page) -> bool:
    """A page that its scripts fill says it in their data, or has no name but the site's."""
    if re.match(r"\s*[-–|·]\s+\S", page.title):
        return True
    data = fold(page.inline)
    texts = set(_DATA.findall(data)[:_MOST_TEXTS])
    told = {text for text in texts if is_all(NOT_FOUND, text)}
    if 0 < len(told) < _DICTIONARY:
        return True
    return not told and _STATUS.search(data) is not None and len(texts) < _DICTIONARY


def says_nothing(body: bytes) -> bool:
    """A short text or JSON answer that only says that there is nothing."""
    if len(body) > _NOTE:
        return False
    text = body.decode("utf-8", "replace")
    said = re.findall(r'"(?:error|message|detail|title)"\s*:\s*"([^"]*)"', text) or [text]
    return any(is_all(NOT_FOUND, " ".join(part.split())) for part in said)
