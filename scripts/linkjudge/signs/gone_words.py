"""The words by which pages say that there is nothing, in Finnish, Swedish and English."""

from __future__ import annotations

import re

from linkjudge.signs.common import any_of

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
    r"|tuote|ilmoitus|profiili|tili|kayttajatili|materiaali"
    r"|kuva|tallenne|kansio|viesti|postaus|paivitys|osoite|kirjoitus|ohje)"
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

_PARTS = {
    "error": _ERROR,
    "gone_en": _GONE_EN,
    "gone_fi": _GONE_FI,
    "not_en": _NOT_EN,
    "not_there_fi": _NOT_THERE_FI,
    "number": _NUMBER,
    "searched_en": _SEARCHED_EN,
    "sorry_fi": _SORRY_FI,
    "thing_en": _THING_EN,
    "thing_fi": _THING_FI,
    "thing_fi_nom": _THING_FI_NOM,
    "thing_sv": _THING_SV,
    "whose_fi": _WHOSE_FI,
}


def _filled(template: str) -> re.Pattern[str]:
    """A pattern out of its parts; blanks and lines are for its reader, but for `[ ]`."""
    pattern = re.sub(r"(?<!\[)\s+(?!\])", "", template)
    for name, part in _PARTS.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.compile(pattern)


NOT_FOUND = _filled(
    r"""<error>(?:
      (?:404|410)(?:[\s:!.,–-]*(?:virhe|error|fel|page|sivu|not[ ]found|gone|
            (?:file|page)[ ](?:was[ ])?not[ ]found))*
    | (?:(?:404|410)[\s:!.,–-]*)?(?:
        (?:<sorry_fi>,?[ ])?(?:<whose_fi>[ ])?<thing_fi>
          (?:,?[ ](?:jota|johon|jonka)[ ][a-z]{2,20}(?:[ ](?:avata|hakea|paasta))?)?
          [ ]ei[ ](?:ole|enaa|valitettavasti|voitu|voida|voi|loydy|loytynyt|loydetty|avata|nayttaa|
             talla[ ]hetkella|ehka|<not_there_fi>|[ ])+
          (?:[ ]*(?:talta|tasta|palvelimelta|sivustolta|palvelusta|osoitteesta|tietokannasta)
             (?:[ ](?:palvelimelta|sivustolta|palvelusta|osoitteesta))?)?
      | (?:<sorry_fi>,?[ ])?(?:<whose_fi>[ ])?<thing_fi_nom>(?:[ ]on|[ ]taytyy)?[ ]
          (?:nyt[ ]|jo[ ]|ehka[ ]|joko[ ]|valitettavasti[ ]|talla[ ]hetkella[ ]|pysyvasti[ ]|
             tilapaisesti[ ])*
          (?:<gone_fi>(?:[ ]kaytosta)?|puuttuu|pois[ ]kaytosta|
            ei[ ](?:ole[ ]|enaa[ ]|valitettavasti[ ]|talla[ ]hetkella[ ]|ehka[ ])*<not_there_fi>)
          (?:[ ]tai[ ](?:<gone_fi>|siirretty|siirtynyt))?
      | (?:[\w-]+[ ]){0,3}(?:verkko)?(?:sivut|sivusto|palvelu)[ ](?:on[ ])?
          (?:suljettu|lopetettu|lakkautettu|poistettu|poistunut)
      | (?:kysely|lomake|vastausaika|ilmoittautuminen|ilmoittautumisaika|hakuaika|haku|linkki|
          linkin[ ]voimassaolo|voimassaoloaika)[ ](?:on[ ])?(?:jo[ ])?<gone_fi>
      | ei[ ](?:hakutuloksia|tuloksia|osumia)
      | taalla[ ]ei[ ]ole[ ]mitaan | (?:jotain|jokin)[ ]meni[ ](?:pieleen|vikaan)
      | (?:olet[ ])?(?:eksyksissa|eksynyt|eksyit)(?:ko)?\??
      | something(?:[ ]has)?[ ]went[ ]wrong | ei[ ](?:loydy|loytynyt)(?:[ ]mitaan)?
      | (?:the[ ]|this[ ]|that[ ]|requested[ ]|your[ ]|our[ ]|a[ ]|invalid[ ]){0,3}
          (?:[\w’'-]+[ ]){0,2}<thing_en><searched_en>[ ]<not_en><gone_en>
          (?:[ ](?:anymore|any[ ]more|on[ ]this[ ]server|right[ ]now|at[ ]the[ ]moment|
             at[ ]this[ ]time|yet|to[ ](?:the[ ])?public))?
      | (?:invalid|broken|expired|dead)[ ](?:link|url|address|handle|page|identifier|id)
      | (?:video|item|page|content|post|file)[ ]unavailable | private[ ]video
      | (?:tama[ ])?(?:sivu|sivusto|sisalto)[ ]on[ ](?:siirtynyt|muuttanut|siirretty)
          (?:[ ](?:uuteen[ ]osoitteeseen|toiseen[ ]osoitteeseen|muualle))?
      | (?:this[ ]|the[ ]|our[ ])?(?:page|site|website)[ ]has[ ](?:been[ ])?moved
          (?:[ ]permanently)?
      | moved[ ]permanently | (?:sidan|webbplatsen)[ ]har[ ]flytta(?:t|ts)
      | (?:no[ ])?(?:results|matches)[ ](?:not[ ])?found | no[ ]such[ ]<thing_en>
      | not[ ]found | nothing[ ](?:was[ ])?(?:found|to[ ]see)(?:[ ]here)? | missing[ ]page | lost\??
      | (?:you(?:(?:'|’)re|[ ]are|[ ]seem)?[ ](?:to[ ]be[ ])?lost)
      | we[ ](?:could[ ]not|couldn(?:'|’)?t|can(?:'|’)?t|cannot)[ ](?:seem[ ]to[ ])?find[ ]
          (?:the|that|this|your)[ ]<thing_en><searched_en>
      | (?:the[ ])?page[ ]has[ ](?:gone|been)[ ](?:missing|removed|deleted)
      | (?:vi[ ](?:hittar|hittade)[ ]inte[ ])(?:den[ ]har[ ])?(?:sidan|det[ ]du[ ]soker)
          (?:[ ]du[ ]soker)?
      | (?:den[ ]har[ ]|det[ ]har[ ]|den[ ]|begarda[ ]|tyvarr[ ]){0,2}<thing_sv>
          (?:[ ]du[ ](?:soker|sokte|letar[ ]efter))?[ ]
          (?:kunde[ ]|kan[ ]|har[ ]|ar[ ]|inte[ ]|ej[ ]|tyvarr[ ]|tagits[ ]|langre[ ]|blivit[ ]|
             just[ ]nu[ ]|for[ ]tillfallet[ ]|tar[ ]|emot[ ])*
          (?:hittas|hittades|finns|borttagen|borttaget|bort|existerar|tillganglig|tillgangligt|
             stangd|stangt|avslutad|avslutat|gatt[ ]ut|raderad|raderats|privat|svar)
          (?:[ ]inte|[ ]ej)?(?:[ ]langre|[ ]just[ ]nu)?
      | (?:sidan[ ])?(?:hittades|finns)[ ](?:inte|ej)
      )<number>
    )[\s!.,:;()…?-]*"""
)
"""A heading that says only that there is nothing."""

EXCLAMATION = any_of("hups", "oho", "oops", "hupsista", "voi ei", "whoops", "hoppsan", "uh-oh")
"""A heading of many pages of this kind, and the beginning of many others."""

NOT_FOUND_IN = any_of(
    rf"\b(?:{_WHOSE_FI}) {_THING_FI},? (?:(?:jota|jonka|johon) [^.]{{0,40}})?(?:ei|emme) ",
    rf"\b{_THING_FI},? (?:jota|jonka|johon) [^.]{{0,40}}ei (?:ole|enaa|loydy|loytynyt|voitu)\b",
    rf"\b(?:hakema|etsima|pyytama|haluama)(?:asi|anne|si|nne) {_THING_FI_NOM}\b[^.]{{0,60}}"
    rf"(?:{_GONE_FI}|siirretty|siirtynyt|ei )",
    r"etsimaasi sivua|hakemaasi sivua|pyytamaasi sivua|emme loytaneet (?:etsimaasi|hakemaasi|"
    r"sivua)|\bsivua ei (?:valitettavasti |enaa )*(?:loydy|loytynyt|loydetty)\b",
    r"ei (?:enaa |talla hetkella |valitettavasti )*(?:ota (?:enaa )?vastaan|hyvaksy) (?:uusia )?"
    r"(?:vastauksia|ilmoittautumisia|hakemuksia)",
    r"\b(?:kyselyyn|lomakkeeseen) ei voi (?:enaa )?vastata|vastausaika on (?:jo )?paattynyt",
    rf"{_THING_EN}{_SEARCHED_EN.replace('(?: (?:that', ' (?:(?:that').removesuffix('?')} "
    r"[^.]{0,40}(?:not|n(?:'|’)?t|no longer|cannot|removed|deleted|moved|expired|broken|gone)\b",
    r"(?:page|file|document|url|resource|video|link) (?:was not found|could not be (?:found|"
    r"located)"
    r"|cannot be found|can(?:'|’)t be found|does(?:n(?:'|’)t| not) exist|is no longer available|"
    r"has been (?:removed|deleted)|has expired)",
    r"(?:could not|couldn(?:'|’)t|can(?:'|’)t|cannot|unable to) (?:seem to )?find (?:the|that|"
    r"this) "
    rf"{_THING_EN}",
    r"page not found|no longer accepting (?:responses|submissions)|no item found",
    rf"{_THING_SV} du (?:soker|sokte|letar efter|begarde)[^.]{{0,40}}(?:inte|ej|bort|flyttats)",
    rf"{_THING_SV} (?:kunde inte hittas|hittades inte|har tagits bort|finns inte langre|"
    r"har gatt ut|tar inte langre)",
    r"vi (?:hittar|kan|kunde) inte (?:hitta )?sidan",
    r"404[ :–-]*(?:not found|error|virhe|sivua|sidan)",
    r"that(?:'|’)s an error",
)
"""Inside running text, said to the reader."""

TO_READER = any_of(
    r"\b(?:hakema|etsima|pyytama|haluama|antama|kirjoittama)(?:asi|anne|si|nne)\b",
    r"\b(?:tarkista|kokeile|palaa|siirry|jatka) (?:\w+ ){0,3}(?:osoite|osoitteen|hakua|hakuun|haku|"
    r"etusivulle|takaisin)",
    r"you(?:(?:'|’)re| are| were|(?:'|’)ve| have)? (?:looking for|requested|followed|tried|typed)",
    r"(?:try|check|go back|return|head back) (?:\w+ ){0,4}(?:search|address|url|home ?page|home|"
    r"link)",
    r"\bdu (?:soker|sokte|letar|begarde)|ga (?:tillbaka )?till startsidan|prova att soka",
)
"""What a page not found says to its reader, and an article about such pages does not."""
