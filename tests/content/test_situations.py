"""The way through a situation: what is urgent first, the order of its steps, whom to ask."""

from __future__ import annotations

import re

import pytest

from kb.model.base import Lang
from kb.model.pages import Situation
from reading import text
from real_site import LANGS, load_real

# The first steps of a situation, as the model's rules of referral and decision put them, with the
# service that is needed tonight before all else.
FIRST = {
    "akillinen-kriisi": ["hatanumero", "poliisi", "paivystys"],
    "asunnottomuus": ["tilapainen-asuminen", "asumisneuvonta", "valivuokra-asunto"],
    "ei-rahaa-ruokaan": ["palveluohjaaja", "kela", "toimeentulotuki"],
    "iakkaan-laskut": ["syy", "suoraveloitus", "edunvalvontavaltuutus", "edunvalvonta"],
    "lahisuhdevakivalta": ["nollalinja", "paivystys", "palveluohjaaja"],
    "paihdeongelma-ilman-asuntoa": ["tukiporras", "sosiaalityo"],
    "vapautuva-vanki": ["asuntoryhma", "sosiaalityo", "tukiporras"],
    "vuokravelka": ["asumisneuvonta", "vuokranantaja", "kela"],
    "yksikko-ilman-lupaa": ["luvalliset-yksikot", "paatos"],
    "ylivelkaantuminen": ["talous-ja-velkaneuvonta", "sosiaalityo"],
}
LAST = {"iakkaan-laskut": "valitystili", "raha-asiat-eivat-suju": "valitystili"}
"""Where the account comes after all that the model puts before it."""

# Steps that were published once: their addresses still lead to the step that took them in.
ONCE = {
    "asunnottomuus": {"valitystili", "tukiporras"},
    "ei-rahaa-ruokaan": {"tukiporras"},
    "paihdeongelma-ilman-asuntoa": {"valitystili"},
    "vertaistuki": {"hyvinvointialue"},
    "vuokravelka": {"talousneuvola"},
}
URGENT = {
    "akillinen-kriisi": ["112"],
    "asunnon-kunto-ja-hairiot": ["112", "ammattilaisen-ilmoitus.md"],
    "ammattilaisen-ilmoitus": ["112"],
    "asiakas-katosi": ["112"],
    "asunnottomuus": ["#askel-tilapainen-asuminen"],
    "ei-parjaa-kotona": ["112"],
    "ei-rahaa-ruokaan": ["#askel-palveluohjaaja", "#askel-kela"],
    "haatouhka": ["#askel-ulosotto"],
    "huoli-laheisesta": ["112"],
    "iakkaan-laskut": ["112", "ammattilaisen-ilmoitus.md", "#askel-edunvalvonta"],
    "lahisuhdevakivalta": ["112", "080 005 005", "116 016", "reference:s81"],
    "paihdeongelma-ilman-asuntoa": ["112", "#askel-tilapainen-asuminen"],
    "sairaalasta-ilman-kotia": ["#askel-sosiaalityo"],
    "vapautuva-vanki": ["#askel-tilapainen-asuminen"],
    "vertaistuki": ["112"],
}
"""What the urgent block of a situation must hold in every language."""
URGENT_GROUP = {"akillinen-kriisi", "lahisuhdevakivalta", "ei-rahaa-ruokaan"}


def situation(slug: str, lang: Lang = "fi") -> Situation:
    meta = load_real().knowledge.documents[lang, f"tilanteet/{slug}.md"].meta
    assert isinstance(meta, Situation)
    return meta


def situations(lang: Lang = "fi") -> list[tuple[str, Situation]]:
    pages = load_real().knowledge.in_section(lang, "tilanteet")
    return [(page.slug, page.meta) for page in pages if isinstance(page.meta, Situation)]


@pytest.mark.parametrize("slug", FIRST)
def test_the_first_steps_come_in_their_order(slug: str) -> None:
    assert [step.id for step in situation(slug).steps][: len(FIRST[slug])] == FIRST[slug]


@pytest.mark.parametrize("slug", LAST)
def test_the_account_comes_after_what_the_model_puts_before_it(slug: str) -> None:
    assert situation(slug).steps[-1].id == LAST[slug]


@pytest.mark.parametrize("slug", ONCE)
def test_a_step_that_was_merged_keeps_its_address(slug: str) -> None:
    kept = {ident for step in situation(slug).steps for ident in step.former}
    assert kept == ONCE[slug]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("slug", URGENT)
def test_the_urgent_block_holds_what_is_known_now(slug: str, lang: Lang) -> None:
    acute = situation(slug, lang).acute or ""
    assert [word for word in URGENT[slug] if word not in acute] == []


def test_every_situation_begins_with_what_is_urgent() -> None:
    bare = [(lang, slug) for lang in LANGS for slug, meta in situations(lang) if not meta.acute]
    assert bare == []


def test_every_open_point_of_a_situation_names_whom_to_ask() -> None:
    silent = [
        (slug, point.id) for slug, meta in situations() for point in meta.check if not point.ask
    ]
    assert silent == []


def test_what_is_urgent_stands_in_a_group_of_its_own() -> None:
    assert {slug for slug, meta in situations() if meta.group == "heti"} == URGENT_GROUP
    groups = [
        group.id for group in load_real().knowledge.groups.values() if group.section == "tilanteet"
    ]
    assert groups[0] == "heti"


def test_the_situations_that_the_model_implies_are_there() -> None:
    implied = {
        "sairaalasta-ilman-kotia", "ammattilaisen-ilmoitus", "vuokravakuus",
        "nuoren-tai-vammaisen-asuminen",
    }  # fmt: skip
    assert implied <= {slug for slug, _ in situations()}


RESIDENTS: dict[Lang, str] = {
    "fi": r"Seinäjoen asuk(?:as|kai)",
    "en": r"residents? of Seinäjoki",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_step_to_housing_advice_says_whose_service_it_is_in_the_model(lang: Lang) -> None:
    """The model limits it to residents of the city: nobody else is sent there unwarned."""
    unsaid = []
    for page in load_real().knowledge.in_section(lang, "tilanteet"):
        assert isinstance(page.meta, Situation)
        sent = any(step.target == ("service", "asumisneuvonta") for step in page.meta.steps)
        if sent and not re.search(RESIDENTS[lang], text(lang, page.path)):
            unsaid.append(page.path)
    assert unsaid == []


SENT: dict[Lang, str] = {"fi": r"asumisneuvon[nt]", "en": r"housing advice"}
OTHERS: dict[Lang, str] = {
    "fi": r"ei asu Seinäjoella",
    "en": r"do(?:es)? not live in\s+Seinäjoki",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_toolkit_that_sends_to_housing_advice_names_the_way_for_others(lang: Lang) -> None:
    pages = load_real().knowledge.in_section(lang, "tyokalut")
    told = {page.path: text(lang, page.path) for page in pages}
    sending = [path for path in told if re.search(SENT[lang], told[path], re.IGNORECASE)]
    assert sending != []
    assert [path for path in sending if not re.search(OTHERS[lang], told[path])] == []
