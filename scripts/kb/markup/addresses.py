"""Web addresses that lead elsewhere than they seem to."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from kb.markup.characters import Fault

_FORM = re.compile(r"(?i)(https?)://([^/?#]*)([/?#].*)?", re.DOTALL)
_HOST = re.compile(r"(?i)(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_BROKEN = re.compile(r"[\s\\<>\"\x00-\x1f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TRACKING = re.compile(
    r"(?i)[?&;](utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|mkt_tok|igshid|_hsenc|_hsmi"
    r"|jsessionid|phpsessid|aspsessionid\w*)=|;(jsessionid)="
)
"""What an address carries of the person who copied it: advertising, or her own session."""
_DETOUR = re.compile(
    r"(?i)(?:.+\.)?safelinks\.protection\.outlook\.com|(?:www\.)?google\.[a-z.]+/url.*"
    r"|(?:bit\.ly|tinyurl\.com|t\.co|t\.ly|goo\.gl|ow\.ly|is\.gd|lnkd\.in|buff\.ly|shorturl\.at"
    r"|rebrand\.ly|urldefense\.(?:com|proofpoint\.com))"
)
"""Hosts that only send on, so that nobody sees where a link leads, nor can a checker judge it."""
_LEFT_OVER = re.compile(r"[.,;:!]$|%(?![0-9A-Fa-f]{2})")
_LIKE = re.compile(r"(?i)[a-z][a-z0-9+.-]*:[/\\]|[/\\]{2}|www\.")


def is_address(text: str) -> bool:
    """Whether a value is meant as a web address."""
    return bool(_LIKE.match(text.strip()))


def faults(address: str) -> Iterator[Fault]:
    """Why `address` deceives or does not lead where it seems to."""
    match = _FORM.fullmatch(address)
    if not match or _BROKEN.search(address) or _UNSEEN.search(address):
        yield Fault(
            f"osoitetta '{address}' selain voi lukea toisin kuin ihminen; kirjoita se muodossa "
            "https://esimerkki.fi/polku",
            f"a browser may read the address '{address}' otherwise than a person; write it as "
            "https://example.fi/path",
        )
        return
    authority = match.group(2)
    if "@" in authority:
        user, _, host = authority.rpartition("@")
        yield Fault(
            f"osoite '{address}' vie palvelimelle '{host}', vaikka siinä lukee ensin '{user}'; "
            "poista @-merkki ja kaikki sen edeltä",
            f"the address '{address}' leads to the host '{host}', though it says '{user}' first; "
            "remove the @ and what is before it",
        )
        return
    host = re.sub(r":[0-9]*$", "", authority)
    yield from _host(address, host)
    yield from _carried(address, host, match.group(3) or "")


def _carried(address: str, host: str, rest: str) -> Iterator[Fault]:
    """What an address has that its owner did not give it."""
    tracking = _TRACKING.search(rest)
    if tracking:
        name = tracking[1] or tracking[2]
        yield Fault(
            f"osoitteessa '{address}' on '{name}', joka seuraa kävijää; poista se arvoineen",
            f"the address '{address}' has '{name}', which tracks whoever follows it; remove it "
            "with its value",
        )
    if _DETOUR.fullmatch(host) or _DETOUR.fullmatch(host + rest):
        yield Fault(
            f"osoite '{address}' vain ohjaa eteenpäin, eikä siitä näe, minne se vie; avaa se ja "
            "kopioi selaimesta lopullinen osoite",
            f"the address '{address}' only sends on, and nobody sees where to; open it and copy "
            "the final address from the browser",
        )
    if _LEFT_OVER.search(address):
        yield Fault(
            f"osoitteen '{address}' lopussa on välimerkki tai siinä on irrallinen %; poista se",
            f"the address '{address}' ends in a punctuation mark or has a stray %; remove it",
        )


def _host(address: str, host: str) -> Iterator[Fault]:
    if not host.isascii() or any(label.startswith("xn--") for label in host.lower().split(".")):
        yield Fault(
            f"osoitteen '{address}' palvelimen nimessä on muita kuin kirjaimia a–z (tai sen "
            "koodattu muoto xn--), ja nimi voi näyttää toiselta; käytä omistajan muuta osoitetta",
            f"the host of '{address}' has letters other than a–z (or their code xn--), and may "
            "look like another; use another address of the owner",
        )
    elif _is_number(host) or not _HOST.fullmatch(host):
        yield Fault(
            f"osoitteen '{address}' palvelin '{host}' ei ole nimi, josta näkee omistajan; käytä "
            "palvelimen nimeä",
            f"the host '{host}' of '{address}' is no name that tells its owner; use its name",
        )


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_plain(address: str) -> bool:
    """Whether an address is reached without encryption."""
    return address.lower().startswith("http:")
