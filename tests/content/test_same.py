"""Finnish and English say the same: every text leads to the same places and names the same numbers.

What a machine can tell of a translation: a reference, a change or a link that only one language
has, and a number, year, phone or section that differs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from kb.model.base import Lang
from kb.model.knowledge import Document
from kb.model.walk import leaves
from sample_site import LANGS, LANGUAGES, load_real

TARGET = re.compile(r"\]\((?P<target>[^)\s]+)\)")
FINNISH_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
IDIOM = re.compile(r"24-hour")
"""English says with a number what Finnish says in a word: ympärivuorokautinen."""
OTHERS = [lang for lang in LANGS if lang != LANGUAGES.source]
PATHS = sorted({path for lang, path in load_real().knowledge.documents if lang == LANGUAGES.source})


def document(lang: Lang, path: str) -> Document:
    return load_real().knowledge.documents[lang, path]


def places(targets: Iterator[str]) -> Counter[str]:
    """Where a text leads: an authority's site in each language is one place.

    Explanations of words do not count, since each language needs its own.
    """
    links = load_real().knowledge.links
    owners = {f"link:{ident}": link.owner for ident, link in links.items()}
    return Counter(owners.get(target, target) for target in targets if target[:5] != "term:")


def numbers(text: str) -> Counter[str]:
    """The numbers of a text, days without their month: `1.3.2026` and `1 March 2026` are one."""
    told = FINNISH_DAY.sub(r"\1 \3", IDIOM.sub("", TARGET.sub("]", text)))
    return Counter(re.sub(r"[.,]", "", number) for number in NUMBER.findall(told))


def front(document: Document) -> dict[tuple[str, ...], str]:
    """The texts of a page's front matter by their place, search words apart."""
    told = ((leaf.key_path, leaf.value) for leaf in leaves(document.meta))
    return {place: text for place, text in told if isinstance(text, str) and place[0] != "words"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", OTHERS)
def test_the_front_matter_of_a_translation_says_the_same(lang: Lang, path: str) -> None:
    ours, theirs = front(document(LANGUAGES.source, path)), front(document(lang, path))
    differ = []
    for place in ours.keys() & theirs.keys():
        pair = ours[place], theirs[place]
        led = [places(match["target"] for match in TARGET.finditer(text)) for text in pair]
        told = [numbers(text) for text in pair]
        if led[0] != led[1] or told[0] != told[1]:
            differ.append((place, *pair))
    assert differ == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", OTHERS)
def test_the_body_of_a_translation_says_the_same(lang: Lang, path: str) -> None:
    pair = document(LANGUAGES.source, path).outline, document(lang, path).outline
    led = [places(link.target for link in outline.links) for outline in pair]
    told = [numbers("\n".join(text for text, _ in outline.prose)) for outline in pair]
    assert (led[0] - led[1], led[1] - led[0]) == (Counter(), Counter())
    assert (told[0] - told[1], told[1] - told[0]) == (Counter(), Counter())
