"""What an address alone tells of where a redirect led: a front page, a log-in, an error page."""

from __future__ import annotations

import re

from linkjudge.address import Address
from linkjudge.codes import Code

_HOME = re.compile(
    r"/(?:(?:fi|en|sv|se|fi-fi|en-us|en-gb|sv-se|fi_fi|suomi|english)/?)?"
    r"(?:(?:index|default|home|etusivu|front-?page|start|main|startsida|hem|koti)"
    r"(?:\.(?:html?|php|aspx?|jsp))?/?)?",
    re.I,
)
_HOME_QUERY = re.compile(
    r"(?:(?:lang|language|kieli|utm_\w+|ref|from|redirect\w*|error|err|notfound|not_found|404|"
    r"status|msg|source|src|url|path|old)(?:=[^&]*)?(?:&|$))*",
    re.I,
)
_LOGIN = re.compile(
    r"(?:log-?in|log-?on|sign-?in|sign-?on|kirjaudu|kirjaudu-sisaan|kirjautuminen|tunnistautuminen|"
    r"tunnistaudu|logga-?in|inloggning|wp-login|auth|authenticate|authorize|oauth2?|openid-connect|"
    r"openid|saml2?|sso|adfs|idp|shibboleth(?:\.sso)?|cas|users?-login|user_login|"
    r"account-?login|members?-login|loginpage|signin-oidc)(?:\.(?:html?|php|aspx?|jsp|do|action))?",
    re.I,
)
_LOGIN_HOST = re.compile(
    r"(?:login|signin|sso|auth|idp|adfs|accounts?|id|kirjaudu|tunnistautuminen|tunnistus)\d*"
)
_ERROR = re.compile(
    r"(?:404|410|not-?_?found|page-?not-?found|error-?_?(?:404|page)?|virhe(?:sivu)?|"
    r"sivua-ei-loydy|sivua-ei-loytynyt|ei-loydy|file-?not-?found|missing)"
    r"(?:\.(?:html?|php|aspx?|jsp))?",
    re.I,
)
_SEARCH = re.compile(
    r"(?:haku|hae|etsi|hakutulokset|haku-tulokset|search|search-?results|results|sok|sokresultat)"
    r"(?:\.(?:html?|php|aspx?|jsp))?",
    re.I,
)
_STAND_INS: dict[Code, tuple[re.Pattern[str], re.Pattern[str]]] = {
    Code.CONSENT: (
        re.compile(r"(?:cookie-?)?consent|suostumus|gdpr|privacy-gate"),
        re.compile(
            r"(?:cookie-?)?consent(?:-?(?:check|wall|gate))?|collectconsent|cookiewall", re.I
        ),
    ),
    Code.QUEUE: (
        re.compile(r"queue|jono|waiting-?room|wait|odotus(?:huone)?|ko"),
        re.compile(r"queue|jono|waiting-?room|odotushuone|softblock", re.I),
    ),
    Code.DENIED: (
        re.compile(r"blocked|block|sorry"),
        re.compile(
            r"sorry|blocked|access-?denied|denied|forbidden|unsupported(?:-?browser)?|"
            r"ei-oikeuksia|no-?cookies?|cookies-?(?:disabled|required)|geo-?block(?:ed)?",
            re.I,
        ),
    ),
    Code.EMPTY_SITE: (
        re.compile(r"maintenance|huolto|huoltokatko"),
        re.compile(r"maintenance|huolto(?:katko|tauko)?|service-?unavailable", re.I),
    ),
    Code.SESSION: (
        re.compile(r"session-?expired"),
        re.compile(
            r"session-?(?:expired|time-?out|ended)|time-?out|istunto-?(?:vanhentunut|paattynyt)|"
            r"logged-?out",
            re.I,
        ),
    ),
}
"""What stands in place of a page, by the first label of its host and by a part of its path."""


def stand_in(address: Address) -> Code | None:
    """What this address is there to show instead of a page."""
    label, dot, _ = address.host.partition(".")
    names = [name.rpartition(".")[0] or name for name in _segments(address)]
    for code, (host, path) in _STAND_INS.items():
        if (dot and host.fullmatch(label)) or any(path.fullmatch(name) for name in names):
            return code
    return None


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site: the same, or one of them the other's."""
    short, long = sorted((one.removeprefix("www."), other.removeprefix("www.")), key=len)
    return short == long or (long.endswith(f".{short}") and "." in short)


def is_home(address: Address) -> bool:
    """The front page of a site, in whatever language."""
    # `/#/route` and `/#place` name something on the front page.
    return (
        bool(_HOME.fullmatch(address.path))
        and bool(_HOME_QUERY.fullmatch(address.query))
        and not address.fragment
    )


def _segments(address: Address) -> list[str]:
    return [part for part in address.path.split("/") if part]


def is_login(address: Address) -> bool:
    """A page or a host that is there to log in."""
    if any(_LOGIN.fullmatch(part) for part in _segments(address)):
        return True
    labels = address.host.split(".")
    return len(labels) > 2 and bool(_LOGIN_HOST.fullmatch(labels[0]))


def is_error(address: Address) -> bool:
    """A page that is there to say that there is none."""
    segments = _segments(address)
    return bool(segments) and bool(_ERROR.fullmatch(segments[-1]))


def is_search(address: Address) -> bool:
    """A page of search results."""
    segments = _segments(address)
    return bool(segments) and bool(_SEARCH.fullmatch(segments[-1]))
