"""What could do harm if a page said it: found once by a reader, never to come back.

Each test reads every sentence of every page in every language, so that a page written later is
judged as well; where a page must say a thing, it is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from kb.model.base import Lang
from kb.model.pages import Service, Situation
from reading import Said, all_said, said, text
from real_site import LANGS, load_real


def those(pattern: str) -> list[Said]:
    """Every sentence of the site that `pattern` finds."""
    wanted = re.compile(pattern, re.IGNORECASE)
    return [found for found in all_said() if wanted.search(found.sentence)]


def without(
    found: Iterable[Said], sentence: str, block: str | None = None
) -> list[tuple[str, str]]:
    """Those in whose sentence the one pattern is not found, nor the other in the paragraph."""
    excused = re.compile(sentence, re.IGNORECASE)
    around = re.compile(block or sentence, re.IGNORECASE) if block else None
    return [
        (one.file, one.sentence)
        for one in found
        if not excused.search(one.sentence) and not (around and around.search(one.block))
    ]


# A professional is not sent to a private person's channel.


def test_the_service_adviser_receives_notifications_of_private_persons_only() -> None:
    notifications = r"ilmoituks\w+|(?:lastensuojelu|SHL-)ilmoitus\w*|notifications?\b"
    adviser = r"palveluohjaaj|service adviser"
    found = [one for one in those(adviser) if re.search(notifications, one.sentence, re.IGNORECASE)]
    assert found != []
    assert without(found, r"yksityi|läheinen|private|close person|relative|ammattilai|professional"
                   ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fi", r"ammattilaisen ilmoitu"), ("en", r"professional[’']s notification")],
)
@pytest.mark.parametrize("path", ["asunnon-kunto-ja-hairiot", "iakkaan-laskut", "huoli-laheisesta"])
def test_a_professional_is_told_of_a_duty_of_their_own(lang: Lang, path: str, words: str) -> None:
    assert re.search(words, text(lang, f"tilanteet/{path}.md"), re.IGNORECASE)


# Fire risk says 112.

FIRE = re.compile(
    r"palovaara|tulipalo|\bfire (?:risk|hazard)|(?:risk|danger) of fire|\ba fire\b", re.IGNORECASE
)


def test_fire_risk_says_112() -> None:
    page = "tilanteet/asunnon-kunto-ja-hairiot.md"
    for lang in LANGS:
        assert any(FIRE.search(one.sentence) and "112" in one.sentence for one in said(lang, page))
    assert without(those(FIRE.pattern), "112", "112") == []


# Nobody is told to inform Kela or a landlord without the client's consent.


def test_kela_and_the_landlord_hear_of_the_client_by_the_clients_leave() -> None:
    telling = (
        r"\b(?:kerro|kertokaa|ilmoita|ilmoittakaa|tuo|tuokaa)\b[^.]{0,60}"
        r"\b(?:Kelalle|Kelaan|Kelan tietoon|vuokranantajalle|Sevakselle)\b|"
        r"\b(?:tell|inform|let)\b (?:Kela|Sevas|the landlord)\b"
    )
    with_the_client = (
        r"asiakkaan kanssa|auta asiakasta|asiakas kertoo|yhdessä|"
        r"help the client|with the client|the client tells|together|"
        # The county's own duty, once the ground of its claim for payment ends.
        r"peruste päättyy|ground ends|^Ilmoita Kelaan$|^Tell Kela$"
    )
    leave = r"\blupa|\blupaa|luvalla|suostumu|consent|permission|the client's leave"
    assert without(those(telling), f"{with_the_client}|{leave}", leave) == []


# Guardianship goes to DVV.

GUARDIANSHIP = {("organisation", "dvv"), ("service", "edunvalvonta")}


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("path", ["raha-asiat-eivat-suju", "iakkaan-laskut"])
def test_guardianship_goes_to_dvv(lang: Lang, path: str) -> None:
    record = load_real().knowledge.get(lang, f"tilanteet/{path}.md")
    assert record is not None
    assert isinstance(record.meta, Situation)
    steps = [step for step in record.meta.steps if step.target in GUARDIANSHIP]
    assert any("DVV" in step.do for step in steps)


def test_no_notice_of_guardianship_is_sent_to_the_legal_services_authority() -> None:
    sent = (
        r"(?:ilmoi|hakem|hae|vahvist)\w*[^.]*edunvalvon[^.]*Oikeuspalveluvirasto(?:on|lle|sta|lta|:)|"
        r"(?:apply|notice|notify|confirm)[^.]*(?:guardianship|power of attorney)[^.]*"
        r"(?:to|by|at|with) the National Legal Services Authority"
    )
    assert without(those(sent), r"DVV|Digi- ja väestö|Digital and Population") == []


# Lakea: bankrupt, and who lets its former homes is open.


def test_nobody_claims_to_know_whether_one_can_apply_to_lakea() -> None:
    claims = (
        r"Lakea\w*[^.]{0,40}\b(?:ei (?:voi|saa|enää|vuokraa)|eivät|ei haeta)\b|"
        r"(?:ei (?:voi|saa|enää|haeta)|älä hae)[^.]{0,40}\bLakea|"
        r"Lakea[^.]{0,40}\b(?:cannot|can no longer|no longer lets|does not let)\b|"
        r"(?:cannot|no longer|do not) apply[^.]{0,20}\bLakea"
    )
    assert without(those(claims), r"ei ole (?:tiedossa|varmistettu)|not known|not confirmed") == []


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("path", ["palvelut/asumisneuvonta.md", "tilanteet/asunnottomuus.md"])
def test_where_homes_are_sought_lakea_is_told_as_bankrupt_and_open(lang: Lang, path: str) -> None:
    page = text(lang, path)
    assert re.search(r"Lakea[^\n]*(?:konkurssi|bankrupt)", page)
    assert re.search(r"kuka[^\n]*vuokraa|who[^\n]*lets?\b", page, re.IGNORECASE)


# Yleistuki is not read into the account's exclusion without a check.


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_yleistuki_is_not_read_into_the_exclusion_unasked(lang: Lang) -> None:
    record = load_real().knowledge.get(lang, "palvelut/valitystili.md")
    assert record is not None
    assert isinstance(record.meta, Service)
    assert record.meta.criteria is not None
    exclusions = record.meta.criteria.exclusions
    rule = next(item for item in exclusions if item.change == "yleistuki")
    unsure = r"ei ole varmistettu|kysy|has not been confirmed|\bask\b"
    if "yleistu" in rule.text.lower():
        assert re.search(unsure, rule.text, re.IGNORECASE)
    told = [ref.here for ref in record.meta.changes if ref.change == "yleistuki"]
    told += [point.text for point in record.meta.check if point.ask]
    named = re.compile(r"yleistu|general support", re.IGNORECASE)
    about = [text for text in told if text and named.search(text)]
    assert any(re.search(unsure, text, re.IGNORECASE) for text in about)
    read_in = (
        r"(?:lue|luetaan|tarkoittaa)[^.?]*yleistuke|nykyisin yleistu|"
        r"read[^.?]*as yleistuki|means yleistuki|now yleistuki"
    )
    assert without(those(read_in), r"tarkista|varmist|check|make sure|ask") == []


# The clinic's move is told as of 2022.


def test_the_clinics_move_is_told_as_of_2022() -> None:
    place = r"M-talo"
    assert those(place) != []
    assert without(those(place), r"2022|M-talo, uutinen|M-talo, news|\(M-talo\b|^M-talo$") == []
    now = r"klinikka on nyt|clinic is now|is now the addiction clinic"
    assert without(those(now), r"\?") == []
