"""No page puts words in the model's mouth, or speaks as no colleague would."""

from __future__ import annotations

import re

import pytest

from reading import all_said

FIDELITY = {
    "the model is Seinäjoki's, not the city's": r"kaupungin malli|the city[’']s model",
    "the model calls no service the city's": (
        r"kutsuu kaupungin|kaupungin palvelu(?:ksi|iksi|ja)|calls? the city[’']s|"
        r"perusteet ovat kaupungin|the criteria are the city"
    ),
    "neither a worker nor the client's will settles a conflict of criteria": (
        r"työntekijä ratkaisee|tahto ratkaisee|the worker decides|[’']s will decides"
    ),
    "the responsible worker keeps the model's name": r"vastuutyöntekij",
    "the account manager pays, not a worker": r"tililtä työntekijä maksaa|a worker pays",
    "social rehabilitation is a kind of decision, not a decider": (
        r"päättää sosiaalinen kuntoutus|sosiaalinen kuntoutus päättää|social rehabilitation decides"
    ),
    "Asunto ensin only hosted the toolkit": r"Asunto ensin -työkalupak|Asunto ensin toolkit",
}
LANGUAGE = {
    "one name for the model and for a reference": (
        r"\blähteen mukaan|\blähteessä\b|according to the source|in the source"
    ),
    "read as translated": (
        r"Miten sisään|Kuka on tilanteessa|järjestys toimituksen|Ei tätä\.|Katso sen sijaan|"
        r"sairaanhoitopiiri on lakannut|Muutakin kuin nimi"
    ),
    "confirmed is varmistettu": r"ei ole vahvistettu",
    "what is open comes after the word for it": (
        r"^(?:Kuka|Mikä|Miten|Onko|Sovelletaanko|Saako|Se, )[^?]*, (?:ei ole varmistettu|on auki)\b"
    ),
    "Kela's own terms": r"\bbase part\b|rent guarantee|\bprompt(?:ed|s)?\b",
    "a person, not a rehabilitee": r"rehabilitee",
    "names of roles": r"keeper of the|treating party",
    "brackets within brackets": r"\([^()]*\(",
    "a client is referred to a service, not guided to it": (
        r"\bguid(?:e|es|ed|ing) (?:the client|them|clients|a client|people|to)\b|not guided"
    ),
    "one name for the clinic": r"\bat the päihdeklinikka|substance clinic (?!\(päihdeklinikka)",
    "the site speaks for itself, not for an editorial office": r"\btoimitu(?:ksen|s)\b|editors[’']",
    "what a bill of the government is called": r"government bill",
    "idle words of translation": (
        r"responsible for the whole\b|in charge of the whole|stands? in the place of|"
        r"(?:ground|exclusion|condition)s? holds?\b|kuulu\w* palveluohjaajan asioihin"
    ),
}


@pytest.mark.parametrize("pattern", [*FIDELITY.values(), *LANGUAGE.values()],
                         ids=[*FIDELITY, *LANGUAGE])  # fmt: skip
def test_no_page_says_it(pattern: str) -> None:
    wanted = re.compile(pattern, re.IGNORECASE)
    assert [(one.file, one.sentence) for one in all_said() if wanted.search(one.sentence)] == []


def test_english_cites_sections_in_words() -> None:
    section = re.compile(r"\d+(?: [a-c])? §")
    cited = [one for one in all_said() if one.file.startswith("docs/en") and "§" in one.sentence]
    assert [(one.file, one.sentence) for one in cited if section.search(one.sentence)] == []
