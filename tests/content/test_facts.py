"""The model's facts stand on their pages, in every language: the checklist in facts.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kb.model.base import Lang
from kb.model.pages import Informed
from reading import blocks
from real_site import LANGS, load_real

CHECKLIST: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "facts.yml").read_text(encoding="utf-8")
)

ADDRESSES = "Työkaluja ammattilaisille myös sivuilta"
"""The slides of addresses alone: test_content.py asks for each of them."""


def found(phrase: str, lang: Lang, path: str) -> bool:
    """Whether a page says `phrase`: ` / ` parts other wordings, `…` stands for other words."""
    for wording in phrase.split(" / "):
        parts = (re.escape(part.strip()) for part in wording.split("…"))
        pattern = re.compile(r"(?<!\w)" + r".*?(?<!\w)".join(parts), re.IGNORECASE)
        if any(pattern.search(block) for block in blocks(lang, path)):
            return True
    return False


def facts() -> Iterator[Any]:
    for group in CHECKLIST:
        for fact in group["facts"]:
            for lang in LANGS:
                ident = f"{lang}:{group['page']}: {fact['fact']}"
                yield pytest.param(lang, group["page"], fact[lang], id=ident)


@pytest.mark.parametrize(("lang", "path", "phrases"), list(facts()))
def test_a_fact_of_the_model_stands_on_its_page(lang: Lang, path: str, phrases: list[str]) -> None:
    missing = [phrase for phrase in phrases if not found(str(phrase), lang, path)]
    assert missing == []


def test_the_checklist_covers_every_slide_that_a_page_stands_on() -> None:
    stood_on = {
        slide
        for document in load_real().knowledge.documents.values()
        if isinstance(document.meta, Informed)
        for slide in document.meta.slides
    }
    covered = {slide for group in CHECKLIST for slide in group["slides"]}
    assert stood_on - covered == {ADDRESSES}
    assert covered - stood_on == set()


def test_a_phrase_is_looked_for_in_one_paragraph_and_from_the_beginning_of_a_word() -> None:
    assert found("ilman … ajanvarausta", "fi", "palvelut/talousneuvola.md")
    assert not found("janvarausta", "fi", "palvelut/talousneuvola.md")
    assert not found("tätä ei sanota / eikä tätä", "fi", "palvelut/talousneuvola.md")
