"""Finnish and English tell the same where the check of translations cannot see it.

`kb check` sees that a text has its pair; here the pairs are compared by what both languages write
alike: the numbers, the dates, and the addresses of links and marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kb.blocks.dates import MONTHS
from kb.model.base import Translated
from kb.model.walk import leaves
from sample_site import BODY, REPOSITORY, load_real

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ENGLISH_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS['en'])}) (\d{{4}})")
_FINNISH_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = re.compile(r"\b24-hour\b")
"""Numbers that are part of an English word, where Finnish has none (ympärivuorokautinen)."""
_SAME = {"link:webaccessibility": "link:saavutettavuusvaatimukset"}
"""Two addresses of one site, each for the readers of its language."""
_SPELT = 20
"""Up to here a language may write a number out as a word."""


@dataclass(frozen=True)
class Pair:
    """One text in both languages."""

    where: str
    fi: str
    en: str


def figures(text: str) -> Counter[str]:
    """The numbers and days of a text, in one notation: 578.43, 2026-03-01."""
    text = _WORDS.sub(" ", _LINK.sub("]", text))
    text = _FINNISH_DAY.sub(lambda d: f" {d[3]}-{int(d[2]):02}-{int(d[1]):02} ", text)
    text = _ENGLISH_DAY.sub(
        lambda d: f" {d[3]}-{MONTHS['en'].index(d[2]) + 1:02}-{int(d[1]):02} ", text
    )
    days = re.findall(r"\b\d{4}-\d\d-\d\d\b", text)
    rest = re.sub(r"\b\d{4}-\d\d-\d\d\b", " ", text)
    numbers = [number.replace(",", ".") for number in _NUMBER.findall(rest)]
    return Counter(days + [n for n in numbers if "." in n or int(n) > _SPELT])


def addresses(text: str) -> Counter[str]:
    """What a text links to; glossary marks apart, for a word may need explaining in one only."""
    links = (_SAME.get(link, link) for link in _LINK.findall(text))
    return Counter(link for link in links if not link.startswith("term:"))


def front_matter() -> Iterator[Pair]:
    loaded = load_real()
    for (lang, path), page in loaded.pages.items():
        if lang == "fi" or page.record is None:
            continue
        source = loaded.pages["fi", path].record
        assert source is not None
        ours = {x.key_path: x.value for x in leaves(source) if x.marker(Translated)}
        for leaf in leaves(page.record):
            if leaf.marker(Translated):
                where = f"{path}: {' > '.join(leaf.key_path)}"
                yield Pair(where, str(ours[leaf.key_path]), str(leaf.value))


def bodies() -> Iterator[Pair]:
    for file in sorted((REPOSITORY / "docs/fi").rglob("*.md")):
        path = file.relative_to(REPOSITORY / "docs/fi").as_posix()
        fi, en = (
            re.split(r"^#.*$", BODY.sub("", (REPOSITORY / "docs" / lang / path).read_text("utf-8")),
                     flags=re.MULTILINE)
            for lang in ("fi", "en")
        )  # fmt: skip
        for number, (ours, theirs) in enumerate(zip(fi, en, strict=True)):
            yield Pair(f"{path}: section {number}", ours, theirs)


def registers() -> Iterator[Pair]:
    for name, register in load_real().registers.items():
        for ident, record in register.records.items():
            texts = {leaf.key_path: str(leaf.value) for leaf in leaves(record)}
            for key, text in texts.items():
                if key[-1] == "fi" and (*key[:-1], "en") in texts:
                    where = f"data/{name}.yml: {ident} > {' > '.join(key[:-1])}"
                    yield Pair(where, text, texts[(*key[:-1], "en")])


def pairs() -> list[Pair]:
    return [*front_matter(), *bodies(), *registers()]


@pytest.mark.parametrize("measure", [figures, addresses])
def test_both_languages_give_the_same(measure: object) -> None:
    assert callable(measure)
    differ = [
        f"{pair.where}: fi only {dict(ours - theirs)}, en only {dict(theirs - ours)}"
        for pair in pairs()
        if (ours := measure(pair.fi)) != (theirs := measure(pair.en))
    ]
    assert differ == []


def test_the_measures_see_through_the_two_notations() -> None:
    assert figures("578,43 euroa 1.3.2026 alkaen") == figures("578.43 euros from 1 March 2026")
    assert figures("2023–2027, viisitoista") == figures("2023–2027, 15")
    assert figures("60 prosenttia") != figures("50 per cent")
    assert figures("31.12.2022") != figures("30 December 2022")
    assert addresses("[a](link:x) [b](term:y)") == addresses("[c](link:x)")
    assert addresses("[a](link:x)") != addresses("[a](link:z)")
