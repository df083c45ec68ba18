"""Signs of a wall for robots, and of a refusal."""

from __future__ import annotations

from linkjudge.page import Page
from linkjudge.signs.common import any_of, head, in_heading, in_title, says_early
from linkjudge.titles import fold

_OF_A_WALL = 2500
"""Letters of running text beside a mark that no other page has: the longest wall known, Anubis's,
explains itself at such length."""
_SHORT = 600
"""Letters beside words that an article may have as well."""
_HEADING_ONLY = 200
_SHORT_PAGE, _EMPTY_PAGE = 800, 150
"""Letters of a page beside the marks of a guard, which healthy pages may have: with marks of its
checks, and with those of its mere presence."""
_ASKS = 500
_FEW_FIELDS = 2
"""A form with several fields is there to be filled in, captcha and all."""
_PARAGRAPHS = 3

TITLES = any_of(
    r"just a moment", r"yksi hetki", r"(?:hetki|hetkinen|pieni hetki)(?: ole hyva| kiitos)?",
    r"(?:automaatti\w+|epatavallista|epailyttavaa|unusual|automated|suspicious) (?:verkko)?"
    r"(?:liiken\w+|toimin\w+|traffic|activity|requests?)(?: (?:on )?(?:havaittu|detected))?.{0,30}",
    r"(?:varmist|tarkist)(?:amme|etaan|aa),? .{0,20}(?:yhtey|selaime|selain|turvallisuu|ettet|et "
    r"ole)"
    r".{0,60}",
 r"einen moment", r"hetkinen", r"hetki(?:,| )?(?:pieni|vain)?",
    r"ett ogonblick", r"attention required!?(?: \| cloudflare)?", r"one moment,? please",
    r"please wait\b.{0,60}", r"odota(?: hetki)?\b.{0,40}", r"vanta\b.{0,40}",
    r"checking (?:if the site connection is secure|your browser)\b.{0,60}",
    r"ddos protection by.{0,40}", r"ddos-guard", r"pardon our interruption",
    r"(?:are you|are you a) (?:human|robot)\??", r"challenge page", r"bot challenge.{0,20}",
    (
        r"(?:verify|verifying|confirm|prove)(?:ing)? (?:that )?you(?:(?:'|’)re| are)? "
        r"(?:a )?(?:human|not a robot)\b.{0,40}"
    ),
    r"human verification", r"(?:security|browser|connection) (?:check|verification|checkpoint)"
    r"(?: required)?",
    r"bot (?:check|detection|verification|protection)", r"captcha", r"recaptcha",
    r"robot (?:check|or human\??)", r"you are being redirected",
    r"(?:varmistetaan|vahvista|varmista|todista|osoita),? etta (?:sina )?(?:et ole (?:botti|"
    r"robotti)"
    r"|olet ihminen)!?",
    r"(?:varmistetaan|varmistamme) ettet ole (?:botti|robotti)!?",
    r"oletko (?:ihminen|robotti|botti)\??", r"en ole robotti",
    r"tarkist(?:etaan|amme) (?:selaintasi|selainta|selaimesi|yhteytta|yhteyttasi)\b.{0,40}",
    r"turva(?:llisuus)?tarkistus", r"selaimen tarkistus", r"robottitarkistus", r"ihmistarkistus",
    r"bekrafta att du (?:inte ar en robot|ar en manniska)", r"ar du en (?:robot|manniska)\??",
    r"vi kontrollerar (?:din webblasare|att du.{0,40})", r"sakerhetskontroll",
    r"(?:client|javascript|browser) challenge", r"making sure you(?:'|’)re not a bot!?",
    r"vercel security checkpoint", r"access to this page has been denied",
    r"(?:cookies|evasteet|javascript)(?: are| is| eivat ole| on)? "
    r"(?:disabled|required|not enabled(?: on your browser)?|poissa kaytosta|kaytossa)",
    r"(?:please )?(?:enable|activate) (?:cookies|javascript)\b.{0,60}",
    r"(?:ota|salli) (?:evasteet|javascript)\b.{0,40}",
    r"(?:your )?browser (?:is )?(?:not supported|unsupported|out of date|outdated)",
    r"unsupported browser", r"selain(?:ta|tasi) ei tueta",
    r"selaimesi on (?:vanhentunut|liian vanha)",
    r"paivita selaimesi", r"webblasaren stods inte", r"din webblasare stods inte",
)  # fmt: skip
"""A heading of a check for robots."""

DENIED = any_of(
    r"(?:(?:virhe|error|fel|http)[\s:]*)?(?:403[\s:!.,–-]*)?(?:access (?:is )?)?"
    r"(?:forbidden|denied)(?:[\s:–-]*(?:403|access(?: is)? denied|403 forbidden))?",
    r"403", r"(?:403 )?(?:forbidden|unauthorized|not authori[sz]ed|permission denied)",
    r"access (?:denied|forbidden|blocked|restricted|to this (?:page|site|resource) (?:is|was|has "
    r"been)"
    r" (?:denied|blocked|restricted))(?: .{0,30})?",
    r"(?:your )?(?:request|access) (?:was |has been |is )?(?:rejected|blocked|denied|refused)",
    r"(?:sorry, )?you have been blocked", r"blocked(?: by .{0,30})?", r"web page blocked!?",
    r"you (?:need|don(?:'|’)t have|do not have)(?: access| permission| the (?:rights|"
    r"permission)).{0,40}",
    r"you are not (?:authori[sz]ed|allowed)\b.{0,60}", r"access needed", r"request access",
    r"(?:paasy|kaytto|yhteys|pyynto|sivu|haku|osoite)(?:si|nne)? (?:on )?"
    r"(?:evatty|estetty|kielletty|hylatty|torjuttu|rajoitettu)(?: .{0,30})?",
    r"paasy (?:talle )?(?:sivulle|sivustolle|palveluun)? ?(?:on )?(?:evatty|estetty|kielletty)",
    r"ei (?:kaytto|luku|katselu)?oikeu(?:tta|ksia)\b.{0,40}", r"ei paasya",
    r"kayttooikeus (?:puuttuu|evatty)", r"(?:tarvitset|tarvitaan) (?:kaytto)?oikeu\w+\b.{0,40}",
    r"(?:verkkosi|verkostasi|laitteesi|maasi|sijaintisi|selaimesi|yhteytesi)\b.{0,20}"
    r"(?:on )?(?:estetty|rajoitettu)",
    r"(?:palvelu|sivusto|sivu|sisalto|ohjelma|video)(?:mme|a)? (?:on )?(?:kaytettavissa|saatavilla|"
    r"katsottavissa|avoinna) vain (?:suome\w+|eu\w*|euroopa\w+|verkosta\w*|sisaverko\w+)\b.{0,30}",
    r"(?:only )?available (?:only )?(?:in|from|within) .{2,30}", r"pages? restricted",
    r"your access to this (?:site|page|service) has been limited\b.{0,40}",
    r"you (?:can(?:'|’)t|cannot) (?:view|access|see) this (?:page|site|content)",
 r"pyyda kayttooikeutta",
    r"(?:sinulla|teilla) ei ole\b.{0,20}(?:oikeu(?:tta|ksia)|paasya|lupaa)\b.{0,60}",
    r"yhteytesi on estetty", r"ip-osoitteesi on estetty\b.{0,40}", r"estetty",
    r"(?:atkomst|tilltrade) (?:nekad|nekas|forbjuden)", r"ingen atkomst", r"atkomst saknas",
    r"du (?:saknar|har inte) (?:behorighet|atkomst|tillgang)\b.{0,60}",
    r"(?:din )?begaran (?:avvisades|blockerades|har (?:avvisats|blockerats))",
    r"not available in your (?:country|region|location|area)",
    r"ei (?:ole )?(?:saatavilla|katsottavissa) (?:maassasi|alueellasi|tassa maassa)",
    r"ar inte tillganglig(?:t)? i ditt land",
)  # fmt: skip
"""A heading of a refusal."""

_DENIED_IN = any_of(
    r"support id (?:is|:)|tukitunnu(?:ksesi|s|ksenne)",
    r"(?:requested url|request) (?:was|has been) (?:rejected|blocked)",
    r"(?:osoite|pyynto(?:si|nne)?) (?:hylattiin|estettiin|on (?:hylatty|estetty))",
    r"you (?:do not|don(?:'|’)t) have (?:permission|access|the necessary rights)",
    r"you are not authori[sz]ed", r"you need (?:permission|access)",
    r"(?:sinulla|teilla|kayttajalla) ei ole (?:tarvittavia |riittavia |tarvittavaa )?"
    r"(?:kaytto|luku|katselu)?(?:oikeu(?:tta|ksia)|paasya|lupaa)",
    r"(?:yhteytesi|ip-osoitteesi|paasysi|kayttosi|osoitteestasi|verkostasi)[^.]{0,40} (?:on "
    r")?estetty",
    r"(?:access to this (?:site|service|page) has been limited)|blocked in error",
    r"(?:your ip(?: address)?|you) (?:has|have) been (?:blocked|banned)",
    r"(?:is|are) not available in your (?:country|region|location)",
    r"ei ole (?:saatavilla|katsottavissa|kaytettavissa) (?:maassasi|alueellasi|sijainnissasi)",
    r"du har inte (?:behorighet|atkomst|tillgang)", r"din ip-adress har blockerats",
    r"reference (?:#|&#35;|number)", r"(?:ray id|incident id|event id|request id)\b",
)  # fmt: skip
"""Inside a refusal's text."""

_MARKS = any_of(
    r"/cdn-cgi/challenge-platform/(?!scripts/jsd)",  # that one watches on healthy pages too
    r"cf-chl-", r"cf_chl_", r"_cf_chl_opt", r"/_sec/cp_challenge",
    r"[./]captcha-delivery\.com", r"px-captcha", r"/\.well-known/sgcaptcha",
    r"awswafcookiedomainlist", r"distil_r_captcha", r"id=\"?anubis_(?:challenge|version)",
    r"/\.within\.website/x/cmd/anubis", r"sucuri_cloudproxy_js", r"sec-if-cpt-container",
    r"[?&]bm-verify=", r"triggerinterstitialchallenge", r"/_sec/verify\?",
    r"src=\"?/\.well-known/sbsd", r"slowaes\.decrypt\(", r"/_incapsula_resource\?[a-z]*cwudnsai",
    r"_incapsula_resource\?swudnsai", r"incapsula incident id", r"kpsdk\.(?:scriptstart|now)",
    r"/149e9513-01fa-4fb0-aad4-566afd725d1b/", r"/\.well-known/ddos-guard/(?:check|js-challenge)",
    r"validate\.perfdrive\.com", r"/tspd/[^\"'<]{8,400}[\"'][^<]{0,40}</script>\s*<noscript>",
    r"bobcmn", r"/\.well-known/vercel/security/", r"rbzns\.", r"__goaway_",
    r"/_fs-ch-", r"safelinechallenge|safeline_bot", r"detected unusual traffic from your",
    r"kramericaindustries|/\.well-known/kasada", r"/cerberus/|bunkerweb.{0,40}antibot",
    r"window\.__haproxy_protection|haproxy-protection",
)  # fmt: skip
"""In the HTML of well-known checks for robots, and of no healthy page."""

_CHECK_MARKS = any_of(r"challenges\.cloudflare\.com/turnstile", r"google\.com/sorry/")
_GUARD_MARKS = any_of(r"_incapsula_resource", r"awswafintegration", r"ddos-guard", r"perimeterx")
"""In the HTML of checks, and of healthy pages that are guarded by them."""

_CAPTCHA = any_of(
    r"g-recaptcha", r"h-captcha", r"cf-turnstile", r"hcaptcha\.com", r"recaptcha/api", r"captcha"
)
"""In the HTML of any captcha."""

_ASKS_IN = any_of(
    (
        r"(?:enable|turn on|kayta|ota kayttoon|salli) (?:javascript|cookies|evasteet"
        r")[^.]{0,40}(?:and|ja) (?:cookies|javascript|evasteet)?[^.]{0,30}(?:continue|reload"
        r"|jatkaaksesi)"
    ),
    r"(?:selaintasi|selaintanne|selainta) tarkistetaan|tarkist(?:amme|etaan) (?:selain|ettet|etta)",
    r"selaime(?:si|nne) tarkistetaan|varmist(?:amme|etaan),? ett(?:et|a) (?:ole|olet|et)",
    r"checking your browser",
    r"unusual (?:traffic|activity) (?:from|in)",
    r"epatavallista (?:liikennetta|toimintaa)",
    (
        r"(?:verify|confirm|prove|checking|ensure|make sure) (?:that )?(?:if )?(?:you are|"
        r"you(?:'|’)re|the site connection)"
    ),
    r"et ole robotti",
    r"olet ihminen",
    r"not a robot",
    r"ettet ole (?:robotti|botti)",
    r"(?:you are|you(?:'|’)re) (?:a )?human",
    r"suorita (?:tarkistus|captcha)",
    r"complete the (?:captcha|security check)",
    r"(?:need|have) to enable cookies|(?:requires|needs) javascript to (?:work|verify|continue)",
    r"du ar en manniska|inte ar en robot|kontrollera din webblasare|ovanlig trafik",
    r"sign in to confirm you(?:(?:'|’)re| are) not a bot",
)
"""Inside running text."""


def challenge(page: Page, headers: list[tuple[str, str]]) -> bool:
    """The page asks whether the reader is a robot."""
    names = {name: value.lower() for name, value in headers}
    if names.get("cf-mitigated") == "challenge" or "x-amzn-waf-action" in names:
        return True
    html, prose = page.html, len(page.prose)
    if prose < _OF_A_WALL and _MARKS.search(html):
        return True
    says = in_title(TITLES, page) or (in_heading(TITLES, page) and prose < _HEADING_ONLY)
    if says and prose < _SHORT and page.paragraphs < _PARAGRAPHS:
        return True
    if prose < _SHORT and len(page.main) < _SHORT_PAGE and _CHECK_MARKS.search(html):
        return page.fields < _FEW_FIELDS
    if len(page.main) < _EMPTY_PAGE and _GUARD_MARKS.search(html):
        return True
    return (
        len(page.main) < _ASKS
        and page.fields < _FEW_FIELDS
        and bool(
            _ASKS_IN.search(fold(page.main))
            and (_CAPTCHA.search(html) or page.scripts or prose < _HEADING_ONLY)
        )
    )


def denied(page: Page) -> bool:
    """The page refuses to show what was asked for."""
    if len(page.prose) >= _SHORT or page.paragraphs >= _PARAGRAPHS:
        return False
    title, heading = in_title(DENIED, page), in_heading(DENIED, page)
    said = says_early(_DENIED_IN, page)
    if title or heading:
        return (title and heading) or said or len(page.prose) < _HEADING_ONLY
    return said and len(page.prose) < _ASKS and "?" not in head(page)
