"""Every word of the trade is explained in both languages, and it is told whose words those are."""

from __future__ import annotations

import pytest

from kb.model.data import Term
from real_site import load_real

TERMS = list(load_real().knowledge.terms.values())
EXPECTED = {
    "vastaava-tyontekija", "palveluohjaaja", "hoitotaho", "laajennettu-edunvalvonta",
    "shl-ilmoitus", "velkajarjestely", "maksuhairiomerkinta", "vuokravakuus", "perusosa",
    "taloussosiaalityo", "rakenteellinen-sosiaalityo", "etsiva-tyo", "jalkautuva-tyo",
    "ehdonalainen-vapaus", "kehittajaasiakas", "sosiaalinen-luototus", "suoraveloitus", "soteri",
    "kelmu", "tukiporras", "talousneuvola", "halappari", "turvakoti", "nollalinja",
    "muutoksenhaku", "omaishoito", "kuljetuspalvelu", "valineiden-vaihto",
}  # fmt: skip
"""Words of the field that a reader looks up and once did not find."""
SWEDISH = {
    "asumisneuvonta": "boenderådgivning",
    "tuettu-asuminen": "stödboende",
    "yhteisollinen-asuminen": "gemenskapsboende",
    "tilapainen-asuminen": "tillfälligt boende",
    "sosiaaliohjaus": "social handledning",
    "sosiaalinen-kuntoutus": "social rehabilitering",
    "palvelutarpeen-arviointi": "bedömning av servicebehovet",
    "valitystili": "förmedlingskonto",
    "perusosa": "grunddel",
    "vuokravakuus": "hyresgaranti",
    "haato": "vräkning",
    "edunvalvontavaltuutus": "intressebevakningsfullmakt",
    "dvv": "Myndigheten för digitalisering och befolkningsdata",
}
NOT_SEEN = {
    "asumissosiaalityo", "ymparivuorokautinen-palveluasuminen", "kokemusasiantuntija",
    "sosiaalityo", "rise",
}  # fmt: skip
"""Swedish names that no official source was seen to use: they keep their mark."""


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_a_term_is_defined_and_says_whose_words_those_are(term: Term) -> None:
    assert term.definition is not None
    for text in (term.definition.get("fi"), term.definition.get("en")):
        assert text.endswith((".", ")"))
        assert ("](reference:" in text) == (term.origin == "reference")
    assert term.origin is not None


def test_the_words_of_the_field_are_there() -> None:
    assert EXPECTED - {term.id for term in TERMS} == set()


def test_swedish_is_as_it_was_seen_and_marked_where_it_was_not() -> None:
    named = {
        term.id: (name, "sv" in term.verified) for term in TERMS if (name := term.name.find("sv"))
    }
    assert {ident: named[ident] for ident in SWEDISH} == {
        ident: (name, True) for ident, name in SWEDISH.items()
    }
    assert {ident for ident, (_, verified) in named.items() if not verified} == NOT_SEEN
