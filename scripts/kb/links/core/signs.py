"""Signs that a page with status 200 is not the page: not found, a wall, a sold domain.

Word lists alone cry over an article on the very subject. So a phrase counts by where it stands
(alone as a title or heading, not inside one) and by how much running text stands beside it.
All patterns see text in lower case without marks over letters (`titles.fold`).
"""

from __future__ import annotations

import re

from kb.links.core.page import Page
from kb.links.core.titles import fold, parts

# Anchored at both ends by `_is`: a heading that says only this.
_NOT_FOUND = re.compile(
    r"""(?:(?:virhe|error|fel|http|status|oho|hups|ups|oops|voi ei|pahoittelut|sorry|anteeksi)
         [\s:!.,–-]*)*
    (?:
      (?:404|410)(?:[\s:!.,–-]*(?:virhe|error|fel|page|sivu|not\ found|gone|
            (?:file|page)\ (?:was\ )?not\ found))*
    | (?:(?:404|410)[\s:!.,–-]*)?(?:
        (?:valitettavasti\ )?(?:tata|hakemaasi|hakemaanne|etsimaasi|etsimaanne|pyytamaasi|haluamaasi|
            pyydettya|haettua|kyseista|antamaasi)?\s*
          (?:verkko|web|www-|internet-)?
          (?:sivua|sivustoa|sisaltoa|dokumenttia|asiakirjaa|tiedostoa|artikkelia|osoitetta|
            uutista|tiedotetta|kohdetta|resurssia)
          (?:,?\ jota\ (?:etsit|hait|yritit\ avata),?)?
          \s+ei\s+(?:ole|enaa|valitettavasti|voitu|voida|voi|loydy|loytynyt|loydetty|saatavilla|
            olemassa|avata|nayttaa|\s)+
          (?:\s*(?:talta|tasta)\ (?:palvelimelta|sivustolta|palvelusta|osoitteesta)|\s*palvelimelta|
            \s*sivustolta)?
      | (?:hakemasi|etsimasi|pyytamasi|haluamasi|taman?|kyseinen)?\s*
          (?:sivu|sisalto|artikkeli|tiedosto|uutinen|tiedote|dokumentti)\s+(?:on\s+)?
          (?:poistettu|poistunut|kadonnut|vanhentunut|hukassa|puuttuu|
            ei\ ole\ (?:enaa\ )?(?:saatavilla|kaytettavissa|olemassa|julkaistu|kaytossa|nahtavilla))
      | ei\ (?:loydy|loytynyt)
      | (?:the\ |this\ |that\ |requested\ |your\ |web\ ?)*
          (?:page|file|document|resource|article|content|url|object|site|item|link)s?
          (?:\ (?:you\ (?:are|were)\ looking\ for|you(?:'|’)?re\ looking\ for|you\ requested|
            requested))?
          \s+(?:was\ |is\ |has\ been\ |could\ |can\ |cannot\ |can(?:'|’)?t\ |couldn(?:'|’)?t\ |
            does\ |doesn(?:'|’)?t\ |isn(?:'|’)?t\ |not\ |no\ |longer\ |be\ |been\ |unfortunately\ )*
          (?:not\ found|found|exist|exists|available|missing|unavailable|removed|deleted|gone|
            here|there|retired)(?:\ anymore|\ any\ more|\ on\ this\ server)?
      | not\ found | nothing\ (?:was\ )?found(?:\ here)? | missing\ page
      | we\ (?:could\ not|couldn(?:'|’)?t|can(?:'|’)?t|cannot)\ find\ (?:the|that|this|your)\ page
          (?:\ you(?:(?:'|’)re|\ are|\ were)\ looking\ for)?
      | (?:the\ )?page\ has\ (?:gone|been)\ (?:missing|removed|deleted)
      | (?:den\ har\ |den\ |begarda\ )?(?:sidan|sida|webbsidan|filen|dokumentet|innehallet|artikeln)
          (?:\ du\ (?:soker|sokte|letar\ efter))?
          \s+(?:kunde\ |kan\ |har\ |ar\ |inte\ |ej\ |tyvarr\ |tagits\ |langre\ )*
          (?:hittas|hittades|finns|borttagen|bort|existerar|tillganglig)(?:\ inte|\ ej)?
          (?:\ langre)?
      | (?:sidan\ )?hittades\ (?:inte|ej)
      )
      (?:[\s:!.,–-]*\(?(?:(?:virhe|error|fel|http|status)[\s:]*)?(?:404|410)\)?(?:\ (?:error|virhe))?)?
    )[\s!.,:;()…-]*""",
    re.X,
)
_NOT_FOUND_IN = re.compile(
    r"sivua,? (?:jota (?:etsit|hait|yritit)[^.]{0,30} )?ei (?:ole|enaa|valitettavasti|loydy|loytynyt|"
    r"voitu)|etsimaasi sivua|hakemaasi sivua|pyytamaasi sivua|sivu on poistettu|sivu on poistunut|"
    r"sivu ei ole (?:enaa )?(?:olemassa|saatavilla)|"
    r"(?:page|url|document) (?:you (?:are|were|requested)[^.]{0,40} )?(?:was not|could not be|cannot"
    r" be|can(?:'|’)t be|couldn(?:'|’)t be|does not|doesn(?:'|’)t|is no longer|no longer)|"
    r"(?:could not|couldn(?:'|’)t|can(?:'|’)t|cannot) find (?:the|that|this) page|page not found|"
    r"sidan (?:du [^.]{0,30} )?(?:kunde inte|kan inte|finns inte|hittades inte|har tagits bort)|"
    r"404[ :–-]*(?:not found|error|virhe|sivua)"
)
_LOGIN = re.compile(
    r"(?:kirjaudu(?: sisaan)?|kirjautuminen|sisaankirjautuminen|tunnistaudu|tunnistautuminen|"
    r"vahva tunnistautuminen|log ?in|sign ?in|log ?on|logga in|inloggning|member login|"
    r"please (?:log|sign) in|authentication required|login required|kirjautuminen vaaditaan|"
    r"kirjaudu (?:palveluun|jatkaaksesi|sisaan jatkaaksesi|intranetiin|tilillesi)|"
    r"(?:log|sign) in (?:to|with|required|page)\b.{0,40}|logga in (?:pa|for)\b.{0,40}|"
    r"kirjaudu sisaan.{0,40})[\s!.]*"
)
_LOGIN_IN = re.compile(
    r"(?:vaatii|edellyttaa) (?:sisaan)?kirjautumi|kirjaudu sisaan (?:jatkaaksesi|nahdaksesi|"
    r"lukeaksesi)|vain (?:sisaan)?kirjautuneille|vain jasenille|"
    r"(?:must|need to|have to|please) (?:be logged|log ?in|sign ?in)|(?:log|sign) in to (?:continue|"
    r"view|read|access)|logga in for att|(?:only available|for) (?:to )?(?:members|subscribers) only"
)
_CHALLENGE = re.compile(
    r"just a moment|attention required!?|one moment,? please|please wait\b.{0,60}|"
    r"checking (?:if the site connection is secure|your browser)\b.{0,60}|ddos protection by.{0,40}|"
    r"ddos-guard|pardon our interruption|(?:are you|are you a) (?:human|robot)\??|"
    r"(?:verify|confirm|prove)(?:ing)? (?:that )?you(?:(?:'|’)re| are)? (?:a )?(?:human|not a robot)"
    r"\b.{0,40}|human verification|security (?:check|verification)\b.{0,40}|bot (?:check|detection|"
    r"verification)|captcha|robot (?:check|or human\??)|access (?:denied|to this page has been denied)"
    r"|request (?:rejected|blocked)|blocked|you have been blocked|sorry, you have been blocked|"
    r"oletko (?:ihminen|robotti)\??|vahvista,? etta (?:et ole robotti|olet ihminen)|"
    r"varmista,? etta (?:et ole robotti|olet ihminen)|todista,? etta (?:et ole robotti|olet ihminen)|"
    r"tarkistetaan (?:selaintasi|selainta|yhteytta)\b.{0,40}|turvatarkistus|"
    r"bekrafta att du (?:inte ar en robot|ar en manniska)|ar du en (?:robot|manniska)\??|"
    r"client challenge|javascript challenge|making sure you(?:'|’)re not a bot!?|"
    r"vercel security checkpoint"
)
_CHALLENGE_MARKS = re.compile(
    r"/cdn-cgi/challenge-platform|cf-chl-|cf_chl_|_cf_chl_opt|challenges\.cloudflare\.com/turnstile|"
    r"_incapsula_resource|/_sec/cp_challenge|captcha-delivery\.com|px-captcha|"
    r"/\.well-known/sgcaptcha|awswafcookiedomainlist|awswafintegration|ddos-guard|"
    r"geo\.captcha-delivery|perimeterx|distil_r_captcha|anubis_challenge"
)
_CAPTCHA = re.compile(r"g-recaptcha|h-captcha|cf-turnstile|hcaptcha\.com|recaptcha/api|captcha")
_CHALLENGE_IN = re.compile(
    r"(?:enable|turn on|kayta|ota kayttoon|salli) (?:javascript|cookies|evasteet)[^.]{0,40}"
    r"(?:and|ja) (?:cookies|javascript|evasteet)?[^.]{0,30}(?:continue|reload|jatkaaksesi)|"
    r"unusual (?:traffic|activity) (?:from|in)|epatavallista liikennetta|"
    r"(?:verify|confirm|prove|checking) (?:that |if )?(?:you are|you(?:'|’)re|the site connection)|"
    r"et ole robotti|olet ihminen|not a robot|(?:you are|you(?:'|’)re) (?:a )?human|"
    r"suorita (?:tarkistus|captcha)|complete the (?:captcha|security check)"
)
_PARKED = re.compile(
    r"(?:this |the )?(?:web ?site |premium |domain ?)*(?:domain|name|site)?\s*(?:name )?"
    r"[\w.-]{0,60}\s*(?:is |may be |might be |could be )?(?:still )?(?:for sale|parked|available for "
    r"(?:purchase|sale)|up for (?:sale|auction))\b|"
    r"buy this (?:domain|website|name)|(?:buy|purchase|acquire) (?:the )?(?:domain|[\w-]+\.\w{2,6})\b|"
    r"domain (?:parking|has expired|expired|is parked|suspended|for sale|names? for sale)|"
    r"parked (?:domain|free)|inquire about this domain|interested in (?:this|buying) (?:domain|the)|"
    r"make (?:an )?offer (?:on|for) this domain|get this domain|"
    r"(?:taman?|verkko|domain-?)\s*(?:verkko)?(?:tunnus|domain|nimi)\b[^.]{0,50}(?:on )?"
    r"(?:myytavana|myynnissa|varattu|pysakoity|parkkeerattu|vapaa|vanhentunut|rekisteroity)|"
    r"osta (?:tama )?(?:verkkotunnus|domain)|"
    r"(?:doman(?:en|namnet)?)\b[^.]{0,40}(?:till salu|parkerad|ar registrerad)"
)
_HINT = re.compile("sale|park|doma|tunnus|offer|expired|buy|osta|salu")
"""In every text that `_PARKED` finds; much quicker to look for."""
_PARKING = re.compile(
    r"sedoparking|parkingcrew|bodis\.com|afternic|hugedomains|dan\.com|above\.com|namedrive|"
    r"parklogic|domainmarket|undeveloped\.com|parking\.reg|domeny\.|voodoo\.com|"
    r"d38psrni17bvxu\.cloudfront|img1\.wsimg\.com/parking|parking-lander|uniregistry|sav\.com/parked|"
    r"buydomains\.com|brandbucket|efty\.com|domainname\.shop|parked-content"
)
_EMPTY_SITE = re.compile(
    r"welcome to nginx!?|apache2? .{0,20}default page.{0,30}|test page for .{0,60}|iis windows"
    r"(?: server)?.{0,20}|it works!?|default (?:web ?site|web|server|parallels).{0,40}page.{0,20}|"
    r"index of /.{0,40}|account suspended|this account has been suspended|site (?:not found|"
    r"suspended|disabled)|website (?:is )?(?:suspended|expired|coming soon|not configured)|"
    r"(?:site|website|page)? ?(?:is )?(?:coming soon|under construction)|"
    r"(?:sivu|sivusto|verkkosivusto)(?:a|mme)? (?:on )?(?:rakenteilla|tulossa|suljettu|lopetettu|"
    r"poistettu kaytosta)|hello world!?|there isn(?:'|’)t a github pages site here\.?|"
    r"(?:sivusto|palvelu) on (?:huollossa|poissa kaytosta|suljettu)|huoltokatko|huoltotauko|"
    r"(?:scheduled |site |under |down for )?maintenance(?: mode)?|underhall|"
    r"(?:500 |502 |503 |504 )?(?:internal server error|bad gateway|service (?:temporarily )?"
    r"unavailable|gateway time-?out)|database error|error establishing a database connection|"
    r"palvelinvirhe|sisainen virhe|tekninen virhe|an error (?:has )?occurred|server error.{0,30}"
)
_HOME = re.compile(
    r"etusivu|home(?: ?page)?|front ?page|start ?page|startsida|hem|main page|aloitussivu"
)
_SPAM = re.compile(
    r"(?:netti|live ?)?(?:kasino|casino)|vedonlyont|(?:sports? )?betting|\bslots?\b|poker|pokeri|"
    r"viagra|cialis|pikavip|lainaa heti|escort|\bporn|\bsex\b|payday loan|judi|\btogel\b|bitcoin"
)


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return bool(text) and pattern.fullmatch(fold(text).strip(" .!…\"'")) is not None


def _title_part(pattern: re.Pattern[str], page: Page) -> bool:
    """A title of which a part says only this, beside what may be a site's name."""
    if _is(pattern, page.title):
        return True
    before, bar, site = page.title.rpartition("|")
    if bar and _is(pattern, before) and len(site.split()) <= 10 and "?" not in site:
        return True
    found = parts(page.title)
    others = [part for part in found if not _is(pattern, part)]
    # A long part, or a question, is no site's name: the title is that of an article.
    return len(others) < len(found) and all(
        len(part.split()) <= 4 and "?" not in part for part in others
    )


def _heading(pattern: re.Pattern[str], page: Page) -> bool:
    return any(_is(pattern, text) for text in page.h1[:2])


def _length(page: Page) -> int:
    return len(page.prose)


def not_found(page: Page) -> bool:
    """The page says that it is not there."""
    title, h1 = _title_part(_NOT_FOUND, page), _heading(_NOT_FOUND, page)
    h2 = not page.h1 and any(_is(_NOT_FOUND, text) for text in page.headings[:1])
    prose = fold(page.prose or page.text)
    said = bool(_NOT_FOUND_IN.search(prose[:700]))
    if any(_about_not_found(text) for text in (page.title, *page.h1[:1])) and len(prose) > 150:
        return False
    if title and (h1 or h2):
        return page.paragraphs < 5 and _length(page) < 1500
    if title or h1 or h2:
        return _length(page) < (900 if said else 500) and page.paragraphs < 4
    # No heading says so: only a page that says hardly anything else.
    opening = re.split(r"[.!?]", prose, maxsplit=1)[0]
    if _is(_NOT_FOUND, opening) and len(page.text) < 400:
        return True
    return said and len(page.text) < 300 and page.paragraphs < 2


def _about_not_found(text: str) -> bool:
    """A heading in which "not found" is what is talked about, not what is said."""
    found = fold(text)
    if _is(_NOT_FOUND, text) or not (re.search(r"\b404\b", found) or _NOT_FOUND_IN.search(found)):
        return False
    found_parts = parts(text)
    others = [part for part in found_parts if not _is(_NOT_FOUND, part)]
    long = len(others) == len(found_parts) and any(len(part.split()) > 4 for part in others)
    return long or any("?" in part or "404" in part for part in others)


def login_wall(page: Page) -> bool:
    """The page asks who the reader is before it shows anything."""
    says = _title_part(_LOGIN, page) or _heading(_LOGIN, page)
    text = fold(page.text)
    if page.passwords:
        return _length(page) < 250 or (says and _length(page) < 800)
    if says:
        return _length(page) < 300
    return len(page.text) < 400 and bool(_LOGIN_IN.search(text))


def challenge(page: Page, headers: list[tuple[str, str]]) -> bool:
    """The page asks whether the reader is a robot."""
    names = {name: value.lower() for name, value in headers}
    if names.get("cf-mitigated") == "challenge" or "x-amzn-waf-action" in names:
        return True
    html, short = page.html.lower(), _length(page) < 600
    says = _title_part(_CHALLENGE, page) or _heading(_CHALLENGE, page)
    if says and (short and page.paragraphs < 3):
        return True
    if short and len(page.text) < 800 and _CHALLENGE_MARKS.search(html):
        return True
    return len(page.text) < 500 and bool(
        _CHALLENGE_IN.search(fold(page.text))
        and (_CAPTCHA.search(html) or page.scripts or _length(page) < 200)
    )


def parked(page: Page) -> bool:
    """The domain is for sale, or was sold to someone who shows advertisements."""
    html = page.html.lower()
    head = fold(" ".join([page.title, *page.h1]))
    text = fold(page.text)
    if _PARKING.search(html) and len(page.text) < 1500 and page.paragraphs < 4:
        return True
    if len(page.text) < 1500 and page.paragraphs < 4 and _HINT.search(head + text):
        if _PARKED.search(head):
            return True
        return len(page.text) < 700 and bool(_PARKED.search(text))
    return False


def empty_site(page: Page) -> bool:
    """A server's own placeholder, a suspended account, a maintenance notice."""
    if page.paragraphs >= 3 or _length(page) > 1500:
        return False
    return _is(_EMPTY_SITE, page.title) or _heading(_EMPTY_SITE, page)


def home_title(page: Page) -> bool:
    """The title says that this is a site's front page."""
    return _title_part(_HOME, page)


def spam(page: Page, known: str) -> bool:
    """A page that sells what the register's words for it never spoke of."""
    head = fold(" ".join([page.title, *page.h1]))
    return bool(_SPAM.search(head)) and not _SPAM.search(fold(known))


def says_so(expected: str) -> bool:
    """A registered title that is itself about pages not found, logging in or the like."""
    return any(
        _is(pattern, part)
        for pattern in (_NOT_FOUND, _LOGIN, _CHALLENGE, _EMPTY_SITE, _HOME)
        for part in (expected, *parts(expected))
    )
