"""Signs of what stands in front of a page: a log-in, an expired session, a consent, a queue."""

from __future__ import annotations

import re

from linkjudge.page import Page
from linkjudge.signs.common import any_of, headings, in_heading, in_title, is_all, says_early
from linkjudge.titles import fold

_FORM, _NAMED_FORM = 250, 800
"""Letters of running text beside a field for a password: a page to log in, without and with a
heading that says so. A page with more has something to read."""
_HEADING = 300
"""Letters beside a heading to log in where there is no such field."""
_SENTENCE = 300
"""Letters of a page that asks to log in in its text alone."""
_NOTE = 600
"""Letters of a page that only tells of a session, a queue or a consent."""
_CONSENT_LENGTH = 900
"""A consent lists purposes and partners."""

LOGIN = any_of(
    r"kirjaudu(?: sisaan)?", r"kirjautuminen", r"sisaankirjautuminen", r"tunnistaudu",
    r"tunnistautuminen", r"vahva tunnistautuminen", r"suomi\.fi-tunnistus",
    r"valitse tunnistustapa", r"haka-kirjautuminen", r"log ?in", r"sign ?in", r"log ?on",
    r"logga in", r"inloggning", r"(?:member|user|staff|partner) (?:login|sign.?in)",
    r"please (?:log|sign) in\b.{0,40}", r"authentication required", r"login required",
    r"kirjautuminen (?:vaaditaan|palveluun)", r"kirjaudu .{1,30}(?:palveluun|sivuille|tilille)",
    r"kirjaudu (?:palveluun|jatkaaksesi|sisaan jatkaaksesi|intranetiin|tilillesi|tunnuksillasi)",
    r"(?:log|sign) in (?:to|with|required|page)\b.{0,40}", r"logga in (?:pa|for|till)\b.{0,40}",
    r"kirjaudu sisaan.{0,40}", r"see (?:more|photos|posts).{0,40} on (?:facebook|instagram)",
)  # fmt: skip
"""A heading that asks to log in."""

_LOGIN_IN = any_of(
    (
        r"(?:sisal|sivu|materiaal|artikkel|aineisto|palvelu)[^.]{0,50} (?:vaatii|edellyttaa) "
        r"(?:sisaan)?kirjautumi"
    ),
    r"(?:taytyy|pitaa|tulee) (?:olla kirjautunut|kirjautua)", r"on kirjauduttava",
    r"kirjaudu sisaan (?:jatkaaksesi|nahdaksesi|lukeaksesi)", r"vain (?:sisaan)?kirjautuneille",
    r"vain (?:jasenille|tilaajille|asiakkaille|henkilokunnalle)",
    r"\btilaa (?:lehti|palvelu)[^.]{0,40} tai kirjaudu",
    r"(?:must|need to|have to|please) (?:be logged|log ?in|sign ?in)",
    r"(?:log|sign) in to (?:continue|view|read|access)", r"logga in for att",
    r"du maste (?:logga in|vara inloggad)",
    r"(?:only available|for) (?:to )?(?:members|subscribers) only",
)  # fmt: skip
"""Inside running text."""

SESSION = any_of(
    r"(?:kayttaja)?istun(?:to(?:si)?|non aika|tosi) (?:on )?(?:vanhentunut|paattynyt|umpeutunut|"
    r"katkennut|aikakatkaistu)(?: .{0,40})?",
    r"(?:the |your |this )?(?:session|login|page|request|link)(?: has| is)? (?:timed out|"
    r"time-?out)",
    r"(?:the |your |this )?(?:session|login)(?: has| is| was)? (?:expired|ended|invalid|lost|"
    r"terminated|closed)(?: .{0,40})?",
    r"session (?:time-?out|expired|expiration)",
    r"(?:you have|you(?:'|’)ve) been (?:logged|signed) out",
    r"sinut on kirjattu ulos(?: .{0,30})?", r"olet kirjautunut ulos", r"yhteys on aikakatkaistu",
    r"(?:din )?session(?:en)? (?:har )?(?:gatt ut|avslutats|upphort|ar avslutad)(?: .{0,30})?",
    r"du har loggats ut", r"viewexpiredexception", r"419(?: \|)? page expired", r"page expired",
    r"invalid session", r"virheellinen istunto", r"istuntovirhe", r"session error",
)  # fmt: skip
"""A heading of a session that is over: the address held for one reader, once."""

_SESSION_IN = any_of(
    r"istunto(?:si|nne)? (?:on|ei ole) (?:vanhentunut|paatetty|paattynyt|umpeutunut|enaa voimassa|"
    r"katkennut)",
    r"istunnon (?:aika|voimassaolo) (?:on )?(?:paattynyt|umpeutunut|loppunut)",
    r"(?:your|the) (?:session|login) (?:has |is |was )?(?:expired|timed out|ended|no longer valid|"
    r"not valid|invalid)",
    r"(?:your|the) session (?:could not|does not|doesn(?:'|’)t)",
    r"liian (?:kauan|pitkaan) (?:kayttamatta|ilman toimintoja)|inactivity",
    r"sessionen har (?:gatt ut|avslutats|upphort)",
)

CONSENT = any_of(
    r"ennen kuin jatkat.{0,60}", r"before you continue.{0,60}", r"innan du fortsatter.{0,60}",
    r"(?:cookie|privacy|consent)(?: |-)?(?:consent|settings|preferences|choices|wall|gate|notice)",
    r"(?:we value|we care about) your privacy",
    r"your privacy (?:choices|matters|is important.{0,20})",
    r"evaste(?:et|asetukset|valinnat|suostumus|iden (?:kaytto|hyvaksyminen))",
    r"(?:arvostamme|kunnioitamme|valitamme) yksityisyy(?:ttasi|destasi)",
    r"(?:hallitse|valitse|hyvaksy) (?:evaste(?:et|ita|iden)?|suostumus\w*)\b.{0,40}",
    r"yksityisyytesi\b.{0,40}", r"suostumus", r"vi (?:varnar|bryr oss) om din integritet",
    r"suostumuksesi", r"vi vardesatter din integritet",
    r"cookie-?installningar", r"hantera (?:cookies|samtycke)", r"godkann (?:cookies|kakor)",
    r"tietosuoja-?asetukset", r"consent(?: required)?", r"cookies",
)  # fmt: skip
_CONSENT_FORM = re.compile(
    r"<form\b[^>]{0,400}\baction=[\"']?[^\"'>\s]{0,200}(?://consent\.|collectconsent|/consent\b)",
    re.IGNORECASE,
)
"""A form that leads to a host of consents, on a page with nothing else."""
_ACCEPT = any_of(
    r"hyvaksy", r"\baccept", r"\bagree", r"godkann", r"\bacceptera", r"salli (?:kaikki|evasteet)",
    r"hylkaa kaikki", r"reject all",
)  # fmt: skip

QUEUE = any_of(
    r"(?:olet |sinut on siirretty )?(?:virtuaali)?jono(?:ssa|on|tus|tushuone|ta)\b.{0,30}",
    r"(?:virtuaalinen )?(?:odotus(?:huone|tila)|jono)", r"odotushuone\b.{0,40}",
    r"you(?:(?:'|’)re| are)?(?: now)? (?:in|on) (?:the |a )?(?:line|queue|waiting room|waitlist)"
    r"\b.{0,30}",
    r"(?:virtual )?(?:waiting room|queue)(?: page)?", r"queue-it", r"please wait in line",
    r"du star i ko(?:n)?\b.{0,20}", r"vantrum(?:met)?", r"virtuell ko",
    r"(?:palvelu|sivusto|sivustolla|palvelussa)(?:mme)? on (?:nyt |juuri nyt |talla hetkella )?"
    r"(?:ruuhkautunut|ruuhkaa|paljon kavijoita)",
    r"(?:the |our )?(?:site|website|service) is (?:busy|experiencing high (?:traffic|demand))",
    r"(?:high|heavy) (?:traffic|demand)", r"kova kysynta", r"ruuhka(?:a)?",
)  # fmt: skip
_QUEUE_IN = any_of(
    r"arvioitu (?:odotus|jonotus)aika",
    r"paikkasi jonossa|sijoituksesi jonossa|jonossa (?:on )?ennen",
    r"estimated wait", r"your (?:place|position|number) in (?:the )?(?:line|queue)",
    r"(?:uppskattad|beraknad) vantetid", r"din plats i kon",
    r"paljon (?:kavijoita|kayttajia)|ruuhkautunut",
    r"(?:too many|high number of) (?:users|visitors)",
)  # fmt: skip


def login_wall(page: Page) -> bool:
    """The page asks who the reader is before it shows anything."""
    says = in_title(LOGIN, page) or in_heading(LOGIN, page)
    if page.passwords:
        return len(page.prose) < _FORM or (says and len(page.prose) < _NAMED_FORM)
    if says:
        return len(page.prose) < _HEADING
    return len(page.main) < _SENTENCE and bool(_LOGIN_IN.search(fold(page.main)))


def session_over(page: Page) -> bool:
    """The address held for one session, which is over."""
    if len(page.prose) >= _NOTE:
        return False
    return (
        in_title(SESSION, page)
        or in_heading(SESSION, page)
        or (says_early(_SESSION_IN, page) and len(page.prose) < _HEADING)
    )


def consent(page: Page) -> bool:
    """The page asks for a consent before it shows anything."""
    if len(page.prose) >= _CONSENT_LENGTH or not _ACCEPT.search(fold(page.text)):
        return False
    if _CONSENT_FORM.search(page.html):
        return True
    if not all(is_all(CONSENT, text) for text in headings(page)):
        return False
    return in_title(CONSENT, page) or (
        in_heading(CONSENT, page) and (not page.title or _only_a_site(page.title))
    )


def queue(page: Page) -> bool:
    """The page is a waiting room."""
    if len(page.prose) >= _NOTE:
        return False
    says = in_title(QUEUE, page) or in_heading(QUEUE, page)
    said = _QUEUE_IN.search(fold(page.main)) is not None
    return (says and (said or len(page.prose) < _HEADING)) or (said and len(page.main) < _HEADING)


def _only_a_site(title: str) -> bool:
    """A title of a word or two, such as a site's name."""
    return len(title.split()) <= 2 and not is_all(LOGIN, title)
