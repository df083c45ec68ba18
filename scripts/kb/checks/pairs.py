"""The Finnish and the English page say the same things in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.common import on_page
from kb.checks.seen import seen_body
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.base import Translated
from kb.model.problem import Problem
from kb.model.walk import KeyPath, Leaf, items, leaves

_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?(?:\s*\{#[\w-]+\})?\s*")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Missing pages of a pair, missing or surplus texts, headings and blocks that differ."""
    for (lang, path), page in loaded.pages.items():
        for other in loaded.knowledge.languages.pages:
            if (other, path) not in loaded.pages:
                yield on_page(
                    page,
                    1,
                    f"sivulta puuttuu pari docs/{other}/{path}; lisää se, tai jos sivu poistuu, "
                    "poista tämäkin",
                    f"the page lacks its pair docs/{other}/{path}; add it, or, if the page is to "
                    "go, delete this one too",
                )
        source = loaded.pages.get((loaded.knowledge.languages.source, path))
        if lang != loaded.knowledge.languages.source and source is not None:
            yield from _texts(source, page)
            yield from _headings(source, page)
            yield from _markers(source, page)


def _translated(page: RawPage) -> dict[KeyPath, Leaf]:
    if page.record is None:
        return {}
    return {leaf.key_path: leaf for leaf in leaves(page.record) if leaf.marker(Translated)}


def _texts(source: RawPage, page: RawPage) -> Iterator[Problem]:
    if source.record is None or page.record is None:
        return
    ours, theirs = _translated(source), _translated(page)
    for key, leaf in ours.items():
        if key not in theirs:
            line = source.located.line(leaf.yaml_path)
            yield on_page(
                page,
                page.located.line(_nearest(key, theirs)),
                f"käännös puuttuu: {_name(key)} (suomeksi {source.file}:{line}); lisää se",
                f"translation missing: {_name(key)} (in Finnish {source.file}:{line}); add it",
            )
    known = {key for key, _ in items(source.record)}
    surplus = {key: leaf.yaml_path for key, leaf in theirs.items() if key not in ours}
    for key, path in items(page.record):
        # An item without any text of its own; the others are told by their texts.
        if key not in known and not any(other[: len(key)] == key for other in surplus):
            surplus[key] = path
    for key, path in surplus.items():
        yield on_page(
            page,
            page.located.line(path),
            f"käännöksellä ei ole vastinetta: {_name(key)} puuttuu tiedostosta "
            f"{source.file}; korjaa tunnus tai poista",
            f"the translation has no counterpart: {_name(key)} is not in {source.file}; "
            "mend the id or remove it",
        )


def _name(key: KeyPath) -> str:
    return " > ".join(key)


def _nearest(key: KeyPath, present: dict[KeyPath, Leaf]) -> tuple[str | int, ...]:
    """Where a missing text belongs: the list that should hold it."""
    for length in range(len(key) - 1, 0, -1):
        for other, leaf in present.items():
            if other[:length] == key[:length]:
                return leaf.yaml_path[:length]
    return ()


def _headings(source: RawPage, page: RawPage) -> Iterator[Problem]:
    if source.outline is None or page.outline is None:
        return
    ours, theirs = source.outline.headings, page.outline.headings
    for one in (source, page):
        # A heading that only one of two readers sees is told on its own line, where it was typed.
        if one.outline and len(seen_body(one.body).headings) != len(one.outline.headings):
            return
    if not all(headings and headings[0].level == 1 for headings in (ours, theirs)):
        return  # a page without its title is told by checks.prose
    if len(ours) != len(theirs):
        yield from _uneven(source, page)
        return
    for heading in theirs:
        if heading.typed_id:
            yield on_page(
                page,
                heading.line,
                "tunniste {#…} kirjoitetaan vain suomenkieliselle sivulle; poista se",
                "an id {#…} is written on the Finnish page only; remove it",
            )
    for number, heading in enumerate(theirs):
        if number < len(ours) and heading.level != ours[number].level:
            yield on_page(
                page,
                heading.line,
                f"otsikon '{heading.text}' taso {heading.level} on suomeksi "
                f"{ours[number].level} ({source.file}:{ours[number].line}); korjaa taso",
                f"the level {heading.level} of the heading '{heading.text}' is "
                f"{ours[number].level} in Finnish ({source.file}:{ours[number].line}); mend it",
            )
            return


def _uneven(source: RawPage, page: RawPage) -> Iterator[Problem]:
    """The page that has lost a heading, where it can be told; both, where it cannot."""
    assert source.outline is not None
    assert page.outline is not None
    ours, theirs = len(source.outline.headings), len(page.outline.headings)
    fewer = source if ours < theirs else page
    for number, row in enumerate(fewer.body.split("\n")):
        match = _BOLD_LINE.fullmatch(row)
        if match:
            yield on_page(
                fewer,
                fewer.body_line + number,
                f"lihavoitu rivi '{match[1]}' ei ole otsikko, joten kielillä on eri määrä "
                f"otsikoita ({ours} ja {theirs}); kirjoita '## {match[1]}'",
                f"the bold line '{match[1]}' is no heading, so that the languages differ in their "
                f"headings ({ours} and {theirs}); write '## {match[1]}'",
            )
            return
    pairs = zip(source.outline.headings, page.outline.headings, strict=False)
    odd = next((b.line for a, b in pairs if a.level != b.level), None)
    last = page.outline.headings[-1].line if theirs else 1
    yield on_page(
        page,
        odd or last,
        f"sivulla on {theirs} otsikkoa, mutta tiedostossa {source.file} {ours}; tee niistä samat",
        f"the page has {theirs} headings, but {source.file} has {ours}; make them the same",
    )


def _markers(source: RawPage, page: RawPage) -> Iterator[Problem]:
    if source.outline is None or page.outline is None:
        return
    ours = [name for name, _ in source.outline.markers]
    theirs = [name for name, _ in page.outline.markers]
    if ours != theirs:
        line = page.outline.markers[0][1] if page.outline.markers else 1
        yield on_page(
            page,
            line,
            f"lohkot ovat {theirs}, suomeksi {ours}; käytä samoja <!-- kb:… --> -merkkejä",
            f"the blocks are {theirs}, in Finnish {ours}; use the same <!-- kb:… --> markers",
        )
