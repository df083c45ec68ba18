"""Advice that could harm a client stands nowhere, on no page and in neither language.

Each rule is about a kind of sentence, so that a page written tomorrow is judged by it too.
"""

from __future__ import annotations

import re

import pytest

from kb.model.base import Lang
from kb.model.pages import Informed
from page_prose import page_text, sentences
from sample_site import load_real, page_files

PAGES = [(lang, path) for lang, path in page_files() if not path.startswith("tietoa/muok")]
every_page = pytest.mark.parametrize(("lang", "path"), PAGES)

PRIVATE_CHANNEL = "asiakasneuvonta-ja-palveluohjaus.md#ilmoitukset"
OF_PRIVATE_PERSONS = {
    "tilanteet/huoli-laheisesta.md",
    "tilanteet/ammattilaisen-ilmoitus.md",
    "palvelut/asiakasneuvonta-ja-palveluohjaus.md",
    "perehdytys/palvelut.md",
}
"""The pages that are about what a private person does, or tell the two channels apart."""

FIRE = {"fi": r"palovaara|tulipalo", "en": r"risk of fire|a fire\b"}
TELLS = {
    "fi": r"\b(?:kerro|kertokaa|ilmoita|ilmoittakaa|tuo)\b[^.;:]*\b(?:Kelalle|Kelan tietoon"
    r"|vuokranantajalle)\b",
    "en": r"\b(?:tell|inform|let)\b (?:Kela|the landlord)\b|\bknown to Kela\b",
}
WITH_THE_CLIENT = {
    "fi": r"auta asiakasta|asiakkaan luvalla|asiakkaan lupa",
    "en": r"help the client|the client's permission|clients? to tell",
}
GUARDIANSHIP = {
    "fi": r"(?i)edunvalvon(?!tatoimisto)[^.]*\b(?:hake|hakemu|ilmoitu)",
    "en": r"(?i)guardian[^.]*\b(?:appl(?:y|ication)|notice)",
}
CANNOT = {
    "fi": r"(?i)\bei (?:enää )?(?:voi|saa)\b[^.]*Lakea|Lakea[^.]*\bei (?:enää )?(?:voi|saa)\b",
    "en": r"(?i)cannot [^.]*Lakea|Lakea[^.]*\b(?:cannot|no longer be)\b",
}
READ_AS = {
    "fi": r"(?i)(?:lue|tarkoittaa|nyt) [^.]*yleistu(?:kea|eksi)",
    "en": r"(?i)(?:read|reads|meaning|as) [^.]{0,40}(?:general support|yleistuki)",
}
UNSURE = {"fi": r"varmist|kysy|tarkista", "en": r"confirmed|ask |check|find out"}


def told(lang: Lang, path: str, pattern: str) -> list[str]:
    return [one for one in sentences(page_text(lang, path)) if re.search(pattern, one)]


@every_page
def test_a_professional_is_not_sent_to_a_private_persons_channel(lang: Lang, path: str) -> None:
    if path not in OF_PRIVATE_PERSONS:
        assert PRIVATE_CHANNEL not in page_text(lang, path)


@every_page
def test_a_risk_of_fire_says_112(lang: Lang, path: str) -> None:
    text = sentences(page_text(lang, path))
    for number, one in enumerate(text):
        if path.startswith(("tilanteet/", "palvelut/")) and not one.startswith("words:"):
            near = " ".join(text[number : number + 2])
            assert not re.search(FIRE[lang], one) or "112" in near, one


@every_page
def test_kela_and_the_landlord_are_told_by_the_client_or_by_leave(lang: Lang, path: str) -> None:
    for one in told(lang, path, TELLS[lang]):
        assert re.search(WITH_THE_CLIENT[lang], one), one


@every_page
def test_a_matter_of_guardianship_goes_to_dvv(lang: Lang, path: str) -> None:
    if path.startswith(("tilanteet/", "palvelut/")) and told(lang, path, GUARDIANSHIP[lang]):
        assert "DVV" in page_text(lang, path)
        for one in told(lang, path, GUARDIANSHIP[lang]):
            wrong = re.search(r"Oikeuspalveluvirasto|Legal Services Authority", one)
            assert not wrong or "DVV" in one, one


@every_page
def test_of_lakea_it_is_told_what_is_known(lang: Lang, path: str) -> None:
    assert told(lang, path, CANNOT[lang]) == []
    meta = load_real().knowledge.documents[lang, path].meta
    if "Lakea" in page_text(lang, path) and path.startswith(("tilanteet/", "palvelut/")):
        assert isinstance(meta, Informed)
        assert "lakea-konkurssi" in {ref.change for ref in meta.changes}


@every_page
def test_general_support_is_not_read_into_the_accounts_exclusion(lang: Lang, path: str) -> None:
    for one in told(lang, path, READ_AS[lang]):
        assert re.search(UNSURE[lang], one), one


@every_page
def test_the_clinics_house_is_told_as_of_2022(lang: Lang, path: str) -> None:
    text = sentences(page_text(lang, path))
    for before, one in zip(["", *text], text, strict=False):
        if re.search(r"\bM-talo", one) and not one.startswith("words:"):
            assert "2022" in before + one, one


def test_an_account_that_a_ground_opens_and_an_exclusion_closes_is_left_to_its_manager() -> None:
    for lang, path in PAGES:
        text = page_text(lang, path)
        assert not re.search(
            r"(?i)työntekijä ratkaisee|tahto ratkaisee|the worker (?:does|decides)", text
        )
