"""Hints at terms that a page does not explain: found in every inflected form, never an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb.checks.term_hints import _forms
from kb.model.base import Lang
from sample_site import LANGUAGES, check, copy_sample

TERMS = """\
terms:
  - id: tili
    name: {fi: välitystili, en: intermediary account}
    definition: {fi: Tili., en: An account.}
  - id: avi
    name: {fi: aluehallintovirasto, en: state agency}
    abbreviations: [AVI]
  - id: kaikille-tuttu
    hint: false
    name: {fi: vuokra, en: rent}
    definition: {fi: Maksu., en: A payment.}
"""
BODY = """\

## Lisää {#lisaa}

Kysy [tilistä](tili.md) ja AVI:lta. AVI vastaa. Vuokra maksetaan
välitystililtä tai ilman välitystiliä.
"""


@pytest.mark.parametrize(
    ("term", "lang", "found", "passed_by"),
    [
        (
            "välitystili", "fi",
            ["välitystili", "Välitystilin", "välitystililtä", "välitystileiltään"],
            ["tili", "välitystiliasiakkuus", "välitys"],
        ),
        (
            "edunvalvonta", "fi",
            ["edunvalvonnan", "edunvalvontaa", "Edunvalvontakin"],
            ["edunvalvoja", "edunvalvontavaltuutus"],
        ),
        (
            "tuettu asuminen", "fi",
            ["tuetun asumisen", "tuettuun asumiseen", "Tuettua asumista"],
            ["tuettu", "asuminen", "tuettu työ"],
        ),
        (
            "etsivä työ", "fi",
            ["etsivän työn", "etsivässä työssä", "etsivää työtä", "Etsivän työnsä"],
            ["Etsi työkalupakki", "etsivät työkaluja"],
        ),
        ("toimeentulotuki", "fi", ["toimeentulotuen", "toimeentulotuessa"], ["toimeentulo"]),
        ("Varke", "fi", ["Varke", "Varken"], ["Varmista", "varhain"]),
        ("AVI", "fi", ["AVI", "AVI:n", "AVI:lta"], ["avi", "AVIA", "PAVI"]),
        ("expert by experience", "en", ["Expert by experience"], ["experts"]),
        ("housing unit", "en", ["housing unit", "housing units"], ["housing"]),
    ],
)  # fmt: skip
def test_forms(term: str, lang: Lang, found: list[str], passed_by: list[str]) -> None:
    start, pattern = _forms(term, LANGUAGES[lang])
    for text in found:
        assert start.casefold() in text.casefold()
        assert pattern.fullmatch(text), text
    for text in passed_by:
        assert not pattern.search(f"a {text} b"), text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_sample(tmp_path)
    (root / "data/terms.yml").write_text(TERMS, encoding="utf-8")
    for lang in ("fi", "en"):
        page = root / f"docs/{lang}/palvelut/neuvonta.md"
        text = BODY if lang == "fi" else BODY.replace(" {#lisaa}", "")
        page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
    return root


def hinted(root: Path) -> list[str]:
    shown = check(root, "--hints").stdout
    return re.findall(r"^docs/fi/palvelut/neuvonta\.md:.*?kirjoita (\S+)", shown, re.MULTILINE)


def test_the_first_mention_of_what_is_not_marked(root: Path) -> None:
    assert hinted(root) == ["[AVI:lta](term:avi)", "[välitystililtä](term:tili)"]


def test_a_marked_term_is_left_alone(root: Path) -> None:
    page = root / "docs/fi/palvelut/neuvonta.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("välitystiliä", "[välitystiliä](term:tili)"), encoding="utf-8")
    assert hinted(root) == ["[AVI:lta](term:avi)"]


def test_hints_are_quiet_and_no_errors(root: Path) -> None:
    result = check(root)
    *_, first, last = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first.startswith("3 vihjettä; näytä ne: kb check --hints")
    assert " 0 virhettä, " in last
    shown = check(root, "--hints", "--format", "github")
    assert shown.exit_code == 0
    assert shown.stdout.count("::notice file=docs/") == 3
