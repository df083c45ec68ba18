"""A worker contacts others, asks for services and applies with the client, never over their head.

Read in what a situation tells one to do: its summary, its urgent block and the `do` of its steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kb.model.base import Lang
from kb.model.pages import Situation
from reading import sentences
from real_site import load_real

ACTS = {
    "fi": r"\bota\b(?! mukaan)[^.?]*\b(?:yhteys|yhteyttä)\b|"
    r"\b(?:pyydä|hae)\b[^.?]*\b(?:arviointia|asumista|asuntoa|tukea|luottoa|toimeentulotukea)\b",
    "en": r"(?:^|, (?:and )?)(?:contact|make contact|apply|ask(?: \w+)?(?: at once)? for)\b",
}
WITH_THE_CLIENT = {
    "fi": r"asiakkaan|asiakasta|hänen (?:kanssaan|luvallaan|suostumuksellaan)|häntä|\blup[aa]",
    "en": r"with (?:the client|them)|help (?:the client|them)|permission|consent|with the ward",
}
URGENT = r"112|päivysty|emergency"
"""Where life or the coming night is at stake, help is called first."""
OWN_DUTY = "tilanteet/ammattilaisen-ilmoitus.md"
"""A professional's own notification is made without leave; the page says when to ask."""


def told() -> Iterator[tuple[Lang, str, str]]:
    """Each sentence by which a situation tells its reader to act: language, page, sentence."""
    for (lang, path), record in load_real().knowledge.documents.items():
        if not isinstance(record.meta, Situation) or path == OWN_DUTY:
            continue
        texts = [record.meta.summary, record.meta.acute, *(step.do for step in record.meta.steps)]
        for text in filter(None, texts):
            for sentence in sentences(text):
                yield lang, path, sentence


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_others_are_contacted_and_asked_with_the_client(lang: Lang) -> None:
    acts = re.compile(ACTS[lang], re.IGNORECASE)
    excused = re.compile(f"{WITH_THE_CLIENT[lang]}|{URGENT}", re.IGNORECASE)
    acting = [one for one in told() if one[0] == lang and acts.search(one[2])]
    assert acting != []
    assert [one for one in acting if not excused.search(one[2])] == []
