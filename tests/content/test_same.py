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
from real_site import LANGS, LANGUAGES, load_real

TARGET = re.compile(r"\]\((?P<target>[^)\s]+)\)")
FINNISH_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MONTHS = load_real().knowledge.languages.by_id["en"].months
ENGLISH_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
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
    """The numbers of a text: `578,43` and `578.43`, `1.3.2026` and `1 March 2026` are one.

    A day without a year keeps its month to itself: Finnish has a number there, English a word.
    """
    told = IDIOM.sub("", TARGET.sub("]", " ".join(text.split())))
    told = FINNISH_DAY.sub(r"\1 m\2 \3", told)
    told = ENGLISH_DAY.sub(lambda day: f"{day[1]} m{MONTHS.index(day[2]) + 1} {day[3]}", told)
    days = re.findall(r"\bm\d+", told)
    return Counter(days) + Counter(
        re.sub(r"[.,]", "", number) for number in NUMBER.findall(re.sub(r"\bm\d+", "", told))
    )


def front(document: Document) -> dict[tuple[str, ...], str]:
    """The texts of a page's front matter by their place, search words apart."""
    told = ((leaf.key_path, leaf.value) for leaf in leaves(document.meta))
    return {place: text for place, text in told if isinstance(text, str)}


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


def registers() -> Iterator[tuple[str, str, str]]:
    """Every text of data/ in both languages, and where it stands."""
    for name, register in load_real().registers.items():
        for ident, record in register.records.items():
            told = {
                (leaf.key_path[:-1], leaf.lang): leaf.value
                for leaf in leaves(record)
                if leaf.lang and leaf.key_path[-1] == leaf.lang
            }
            for (place, lang), text in told.items():
                for other in OTHERS if lang == LANGUAGES.source else ():
                    where = f"data/{name}.yml: {ident} > {' > '.join(place)}"
                    yield where, text, told[place, other]


def test_the_registers_say_the_same() -> None:
    differ = [
        (where, finnish, english)
        for where, finnish, english in registers()
        for measure in (numbers, lambda text: places(m["target"] for m in TARGET.finditer(text)))
        if measure(finnish) != measure(english)
    ]
    assert differ == []


def test_the_measures_see_through_the_two_notations() -> None:
    assert numbers("578,43 euroa 1.3.2026 alkaen") == numbers("578.43 euros from 1 March 2026")
    assert numbers("60 prosenttia") != numbers("50 per cent")
    assert numbers("31.12.2022") != numbers("31 November 2022")
    assert places(iter(["link:a", "term:b"])) == places(iter(["link:a", "term:c"]))
    assert places(iter(["change:a"])) != places(iter(["change:b"]))
