"""The phrases by which a page says that it is not the page.

All patterns see text in lower case without marks over letters (`titles.fold`): `loydy`, not
`löydy`. Those for headings must fit the whole heading; see `signs` for what counts where.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


NOT_FOUND = re.compile(
    r"""(?:(?:virhe|error|fel|http|status|oho|hups|ups|oops|voi ei|pahoittelut|sorry|anteeksi)
         [\s:!.,–-]*)*
    (?:
      (?:404|410)(?:[\s:!.,–-]*(?:virhe|error|fel|page|sivu|not\ found|gone|
            (?:file|page)\ (?:was\ )?not\ found))*
    | (?:(?:404|410)[\s:!.,–-]*)?(?:
        (?:valitettavasti\ )?(?:tata|hakemaasi|hakemaanne|etsimaasi|etsimaanne|pyytamaasi|
            haluamaasi|
            pyydettya|haettua|kyseista|antamaasi)?\s*
          (?:verkko|web|www-|internet-)?
          (?:sivua|sivustoa|sisaltoa|dokumenttia|asiakirjaa|tiedostoa|artikkelia|osoitetta|
            uutista|tiedotetta|kohdetta|resurssia|materiaalia|julkaisua|ohjetta|hanketta|palvelua|
            tapahtumaa|linkkia)
          (?:,?\ jota\ (?:etsit|hait|yritit\ avata),?)?
          \s+ei\s+(?:ole|enaa|valitettavasti|voitu|voida|voi|loydy|loytynyt|loydetty|saatavilla|
            olemassa|avata|nayttaa|\s)+
          (?:\s*(?:talta|tasta)\ (?:palvelimelta|sivustolta|palvelusta|osoitteesta)|\s*palvelimelta|
            \s*sivustolta)?
      | (?:hakemasi|etsimasi|pyytamasi|haluamasi|taman?|kyseinen)?\s*
          (?:sivu|sisalto|artikkeli|tiedosto|uutinen|tiedote|dokumentti)\s+(?:on\s+)?
          (?:(?:poistettu|poistunut)(?:\ kaytosta)?|kadonnut|vanhentunut|hukassa|puuttuu|
            ei\ ole\ (?:enaa\ )?(?:saatavilla|kaytettavissa|olemassa|julkaistu|kaytossa|nahtavilla))
      | (?:[\w-]+\ ){0,3}(?:verkko)?(?:sivut|sivusto|palvelu)\ (?:on\ )?
          (?:suljettu|lopetettu|lakkautettu|poistettu|poistunut)
      | (?:hups[,!]?\ )?taalla\ ei\ ole\ mitaan
      | (?:(?:hups|oho|oops)[,!]?\ )?(?:jotain|jokin)\ meni\ (?:pieleen|vikaan)
      | (?:oops[,!]?\ )?something\ went\ wrong
      | ei\ (?:loydy|loytynyt)
      | (?:the\ |this\ |that\ |requested\ |your\ |web\ ?)*
          (?:page|file|document|resource|article|content|url|object|site|item|link)s?
          (?:\ (?:you\ (?:are|were)\ looking\ for|you(?:'|’)?re\ looking\ for|you\ requested|
            requested))?
          \s+(?:was\ |is\ |has\ been\ |could\ |can\ |cannot\ |can(?:'|’)?t\ |couldn(?:'|’)?t\ |
            does\ |doesn(?:'|’)?t\ |isn(?:'|’)?t\ |not\ |no\ |longer\ |be\ |been\ |unfortunately\ )*
          (?:not\ found|found|exist|exists|available|missing|unavailable|removed|deleted|gone|
            here|there|retired)(?:\ anymore|\ any\ more|\ on\ this\ server)?
      | (?:tama\ )?(?:sivu|sivusto|sisalto)\ on\ (?:siirtynyt|muuttanut|siirretty)
          (?:\ (?:uuteen\ osoitteeseen|toiseen\ osoitteeseen|muualle))?
      | (?:this\ |the\ |our\ )?(?:page|site|website)\ has\ (?:been\ )?moved(?:\ permanently)?
      | moved\ permanently | (?:sidan|webbplatsen)\ har\ flytta(?:t|ts)
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
      (?:[\s:!.,–-]*\(?(?:(?:virhe|error|fel|http|status)[\s:]*)?
        (?:404|410)\)?(?:\ (?:error|virhe))?)?
    )[\s!.,:;()…-]*""",
    re.X,
)
"""A heading that says only that nothing was found."""

EXCLAMATION = _any("hups", "oho", "oops", "hupsista", "voi ei")
"""A heading of many pages of this kind, and the beginning of many others."""

NOT_FOUND_IN = _any(
    (
        r"sivua,? (?:jota (?:etsit|hait|yritit)[^.]{0,30} )?ei (?:ole|enaa|valitettavasti|loydy"
        r"|loytynyt|voitu)"
    ),
    r"sisaltoa ei (?:ole|enaa|valitettavasti|loydy|loytynyt|voitu|voida)",
    r"etsimaasi sivua",
    r"hakemaasi sivua",
    r"pyytamaasi sivua",
    r"sivu on poistettu",
    r"sivu on poistunut",
    r"sivu ei ole (?:enaa )?(?:olemassa|saatavilla)",
    (
        r"(?:page|url|document) (?:you (?:are|were|requested)[^.]{0,40} )?(?:was not"
        r"|could not be|cannot be|can(?:'|’)t be|couldn(?:'|’)t be|does not|doesn(?:'|’)t"
        r"|is no longer|no longer)"
    ),
    r"(?:could not|couldn(?:'|’)t|can(?:'|’)t|cannot) find (?:the|that|this) page",
    r"page not found",
    (
        r"sidan (?:du [^.]{0,30} )?(?:kunde inte|kan inte|finns inte|hittades inte"
        r"|har tagits bort)"
    ),
    r"404[ :–-]*(?:not found|error|virhe|sivua)",
)
"""Inside running text."""

LOGIN = _any(
    r"kirjaudu(?: sisaan)?",
    r"kirjautuminen",
    r"sisaankirjautuminen",
    r"tunnistaudu",
    r"tunnistautuminen",
    r"vahva tunnistautuminen",
    r"suomi\.fi-tunnistus",
    r"valitse tunnistustapa",
    r"haka-kirjautuminen",
    r"log ?in",
    r"sign ?in",
    r"log ?on",
    r"logga in",
    r"inloggning",
    r"member login",
    r"please (?:log|sign) in",
    r"authentication required",
    r"login required",
    r"kirjautuminen vaaditaan",
    r"kirjaudu (?:palveluun|jatkaaksesi|sisaan jatkaaksesi|intranetiin|tilillesi)",
    r"(?:log|sign) in (?:to|with|required|page)\b.{0,40}",
    r"logga in (?:pa|for)\b.{0,40}",
    r"kirjaudu sisaan.{0,40}",
)
"""A heading that asks to log in."""

LOGIN_IN = _any(
    (
        r"(?:sisal|sivu|materiaal|artikkel|aineisto)[^.]{0,50} (?:vaatii|edellyttaa) (?:sisaan"
        r")?kirjautumi"
    ),
    r"(?:taytyy|pitaa|tulee) (?:olla kirjautunut|kirjautua)",
    r"on kirjauduttava",
    r"kirjaudu sisaan (?:jatkaaksesi|nahdaksesi|lukeaksesi)",
    r"vain (?:sisaan)?kirjautuneille",
    r"vain (?:jasenille|tilaajille|asiakkaille)",
    r"\btilaa (?:lehti|palvelu)[^.]{0,40} tai kirjaudu",
    r"(?:must|need to|have to|please) (?:be logged|log ?in|sign ?in)",
    r"(?:log|sign) in to (?:continue|view|read|access)",
    r"logga in for att",
    r"(?:only available|for) (?:to )?(?:members|subscribers) only",
)
"""Inside running text."""

CHALLENGE = _any(
    r"just a moment",
    r"attention required!?",
    r"one moment,? please",
    r"please wait\b.{0,60}",
    r"checking (?:if the site connection is secure|your browser)\b.{0,60}",
    r"ddos protection by.{0,40}",
    r"ddos-guard",
    r"pardon our interruption",
    r"(?:are you|are you a) (?:human|robot)\??",
    (
        r"(?:verify|confirm|prove)(?:ing)? (?:that )?you(?:(?:'|’)re| are)? (?:a )?(?:human"
        r"|not a robot)\b.{0,40}"
    ),
    r"human verification",
    r"security (?:check|verification)(?: required)?",
    r"bot (?:check|detection|verification)",
    r"captcha",
    r"robot (?:check|or human\??)",
    r"access (?:denied|to this page has been denied)",
    r"request (?:rejected|blocked)",
    r"blocked",
    r"you have been blocked",
    r"sorry, you have been blocked",
    r"oletko (?:ihminen|robotti)\??",
    r"vahvista,? etta (?:et ole robotti|olet ihminen)",
    r"varmista,? etta (?:et ole robotti|olet ihminen)",
    r"todista,? etta (?:et ole robotti|olet ihminen)",
    r"tarkistetaan (?:selaintasi|selainta|yhteytta)\b.{0,40}",
    r"turvatarkistus",
    r"bekrafta att du (?:inte ar en robot|ar en manniska)",
    r"ar du en (?:robot|manniska)\??",
    r"client challenge",
    r"javascript challenge",
    r"making sure you(?:'|’)re not a bot!?",
    r"vercel security checkpoint",
)
"""A heading of a robot check."""

CHALLENGE_MARKS = _any(
    r"/cdn-cgi/challenge-platform/(?!scripts/jsd)",  # that one watches on healthy pages too
    r"cf-chl-",
    r"cf_chl_",
    r"_cf_chl_opt",
    r"challenges\.cloudflare\.com/turnstile",
    r"/_sec/cp_challenge",
    r"captcha-delivery\.com",
    r"px-captcha",
    r"/\.well-known/sgcaptcha",
    r"awswafcookiedomainlist",
    r"geo\.captcha-delivery",
    r"distil_r_captcha",
    r"anubis_challenge",
)
"""In the HTML of well-known robot checks."""

GUARD_MARKS = _any(r"_incapsula_resource", r"awswafintegration", r"ddos-guard", r"perimeterx")
"""In the HTML of robot checks, and of healthy pages that are guarded by them."""

CAPTCHA = _any(
    r"g-recaptcha",
    r"h-captcha",
    r"cf-turnstile",
    r"hcaptcha\.com",
    r"recaptcha/api",
    r"captcha",
)
"""In the HTML of any captcha."""

CHALLENGE_IN = _any(
    (
        r"(?:enable|turn on|kayta|ota kayttoon|salli) (?:javascript|cookies|evasteet"
        r")[^.]{0,40}(?:and|ja) (?:cookies|javascript|evasteet)?[^.]{0,30}(?:continue|reload"
        r"|jatkaaksesi)"
    ),
    r"(?:selaintasi|selaintanne|selainta) tarkistetaan|tarkist(?:amme|etaan) selain",
    r"selaime(?:si|nne) tarkistetaan",
    r"checking your browser",
    r"unusual (?:traffic|activity) (?:from|in)",
    r"epatavallista liikennetta",
    (
        r"(?:verify|confirm|prove|checking) (?:that |if )?(?:you are|you(?:'|’)re"
        r"|the site connection)"
    ),
    r"et ole robotti",
    r"olet ihminen",
    r"not a robot",
    r"(?:you are|you(?:'|’)re) (?:a )?human",
    r"suorita (?:tarkistus|captcha)",
    r"complete the (?:captcha|security check)",
)
"""Inside running text."""

PARKED = _any(
    (
        r"(?:this |the )?(?:web ?site |premium |domain ?)*(?:domain|name|site)?\s*(?:name "
        r")?[\w.-]{0,60}\s*(?:is |may be |might be |could be )?(?:still )?(?:for sale|parked"
        r"|available for (?:purchase|sale)|up for (?:sale|auction))\b"
    ),
    r"buy this (?:domain|website|name)",
    r"(?:buy|purchase|acquire) (?:the )?(?:domain|[\w-]+\.\w{2,6})\b",
    r"domain (?:parking|has expired|expired|is parked|suspended|for sale|names? for sale)",
    r"parked (?:domain|free)",
    r"inquire about this domain",
    r"interested in (?:this|buying) (?:domain|the)",
    r"make (?:an )?offer (?:on|for) this domain",
    r"get this domain",
    (
        r"(?:taman?|verkko|domain-?)\s*(?:verkko)?(?:tunnus|domain|nimi)\b.{0,50}?(?:on "
        r")?(?:myytavana|myynnissa|varattu|pysakoity|parkkeerattu|vapaa|vanhentunut"
        r"|rekisteroity)"
    ),
    r"osta (?:tama )?(?:verkkotunnus|domain|[\w-]+\.(?:fi|com|net|org|eu|info|se)\b)",
    r"\b[\w-]+\.(?:fi|com|net|org|eu|info|se) on (?:myytavana|myynnissa|vapaana)",
    r"\.\w{2,6} [-–] resources and information",
    r"(?:generated by the domain owner|first and best source for (?:all of )?the information)",
    r"(?:doman(?:en|namnet)?)\b.{0,40}?(?:till salu|parkerad|ar registrerad)",
)
"""Words of domains for sale."""

PARKING = _any(
    r"sedoparking",
    r"parkingcrew",
    r"bodis\.com",
    r"afternic",
    r"hugedomains",
    r"dan\.com",
    r"above\.com",
    r"namedrive",
    r"parklogic",
    r"domainmarket",
    r"undeveloped\.com",
    r"parking\.reg",
    r"domeny\.",
    r"voodoo\.com",
    r"d38psrni17bvxu\.cloudfront",
    r"img1\.wsimg\.com/parking",
    r"parking-lander",
    r"uniregistry",
    r"sav\.com/parked",
    r"adsense/domains",
    r"buydomains\.com",
    r"brandbucket",
    r"efty\.com",
    r"domainname\.shop",
    r"parked-content",
)
"""In the HTML of well-known parking services."""

EMPTY_SITE = _any(
    r"welcome to nginx!?",
    r"web server(?:'|’)s default page",
    r"apache2? .{0,20}default page.{0,30}",
    r"test page for .{0,60}",
    r"iis windows(?: server)?.{0,20}",
    r"it works!?",
    r"default (?:web ?site|web|server|parallels).{0,40}page.{0,20}",
    r"index of /.{0,40}",
    r"account suspended",
    r"this account has been suspended",
    r"site (?:not found|suspended|disabled)",
    r"website (?:is )?(?:suspended|expired|coming soon|not configured)",
    r"(?:site|website|page)? ?(?:is )?(?:coming soon|under construction)",
    (
        r"(?:sivu|sivusto|verkkosivusto)(?:a|mme)? (?:on )?(?:rakenteilla|tulossa|suljettu"
        r"|lopetettu|poistettu kaytosta)"
    ),
    r"hello world!?",
    r"future home of something.{0,30}",
    r"there isn(?:'|’)t a github pages site here\.?",
    r"(?:sivusto|palvelu) on (?:huollossa|poissa kaytosta|suljettu)",
    r"huoltokatko",
    r"huoltotauko",
    r"(?:scheduled |site |under |down for )?maintenance(?: mode)?",
    r"underhall",
    (
        r"(?:500 |502 |503 |504 )?(?:internal server error|bad gateway|service (?:temporarily "
        r")?unavailable|gateway time-?out)"
    ),
    r"database error",
    r"error establishing a database connection",
    r"palvelinvirhe",
    r"sisainen virhe",
    r"tekninen virhe",
    r"an error (?:has )?occurred",
    r"server error.{0,30}",
)
"""A heading of a server's own notices."""

HOME = _any(
    r"etusivu",
    r"home(?: ?page)?",
    r"front ?page",
    r"start ?page",
    r"startsida",
    r"hem",
    r"main page",
    r"aloitussivu",
)
"""A title of a front page."""

SPAM = _any(
    r"(?:netti|live ?)?(?:kasino|casino)",
    r"vedonlyont",
    r"(?:sports? )?betting",
    r"\bslots?\b",
    r"poker(?! ?face)",
    r"pokeri",
    r"viagra",
    r"cialis",
    r"pikavip",
    r"lainaa heti",
    r"escort",
    r"\bporn",
    r"\bsex\b",
    r"payday loan",
    r"judi",
    r"\btogel\b",
    r"bitcoin",
)
"""What bought domains are used for."""

HELP = _any(
    r"\bapua",
    r"ongelm",
    r"riippuvu",
    r"rahapel",
    r"\blopet",
    r"ehkais",
    r"\bhait",
    r"\bvaara",
    r"\bvelka",
    r"\bvela",
    r"kulutusluot",
    r"\btuki\b",
    r"\btukea",
    r"\bhoito",
    r"tilasto",
    r"tutkimu",
    r"\blaki",
    r"addict",
    r"problem",
    r"\bhelp",
    r"\bdebt",
)
"""Words beside those of `SPAM` by which a page helps with what the others sell."""
