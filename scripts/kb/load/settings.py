"""Judges what mkdocs.yml says to readers: names, and whence the pages come.

The navigation is none of its business: a page's place follows from its section (`kb.model.order`).

The file is code all the same: it names hooks and plugins, and who may change it may run anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from kb.load.files import read_text
from kb.load.yaml import Located, Path, parse
from kb.model.problem import Problem

FILE = "mkdocs.yml"
TAGS = frozenset({"!ENV"})
"""The generator's own way to ask the environment; `!!python` would run code."""
_NAMES = ("site_name", "site_description", "site_author", "copyright")
_REQUIRED = "site_name"
_LANGUAGES = "i18n"
_PAGE = re.compile(r"[a-z0-9-]++(?:/[a-z0-9-]++)*+\.md")
_LONGEST = 300
"""Characters of a name; a description is one or two sentences."""


def read_settings(root: FilePath) -> tuple[None, list[Problem]]:
    """What is wrong with mkdocs.yml below `root`; nothing else is read there."""
    if not (root / FILE).is_file():
        return None, [Problem(FILE, 1, "tiedosto puuttuu; lisää se", "the file is missing; add it")]
    text, problems = read_text(root / FILE, FILE)
    if text is None:
        return None, problems
    located = parse(text, FILE, tags=TAGS)
    problems += [p for p in located.problems if p.line not in {q.line for q in problems}]
    if not located.problems:
        problems += judge_settings(located)
    return None, problems


def judge_settings(located: Located) -> Iterator[Problem]:
    """Every value of mkdocs.yml that would break the site or say something else than text."""
    settings = located.value
    if not isinstance(settings, dict):
        yield _at(
            located, (), "tiedostossa ei ole kenttiä; palauta se", "the file has no fields; restore"
        )
        return
    if _REQUIRED not in settings:
        yield _at(
            located,
            (),
            f"kenttä '{_REQUIRED}' puuttuu; lisää se",
            f"the field '{_REQUIRED}' is missing; add it",
        )
    yield from _names(settings, (), located)
    for name, wanted in (("docs_dir", "docs"), ("INHERIT", None)):
        if name in settings and settings[name] != wanted:
            yield _at(
                located,
                (name,),
                f"kenttä '{name}' ohittaisi tarkistuksen; poista se",
                f"the field '{name}' would go past the check; remove it",
            )
    if "nav" in settings:
        yield from _items(settings["nav"], ("nav",), located)
        yield Problem(
            located.file,
            located.line(("nav",)),
            "kohtaa 'nav' ei lueta; poista se: sivun paikka seuraa sen osiosta, ryhmästä ja "
            "kentästä order",
            "'nav' is not read; remove it: a page's place follows from its section, its group and "
            "the field order",
            level="warning",
        )
    yield from _languages(settings, located)


def _names(fields: dict[str, Any], at: Path, located: Located) -> Iterator[Problem]:
    for name in _NAMES:
        if name in fields:
            yield from _text(fields[name], (*at, name), located, name)


def _items(items: Any, at: Path, located: Located) -> Iterator[Problem]:
    """The entries of a section of the navigation, or of all of it."""
    if not isinstance(items, list) or not items:
        yield _at(
            located,
            at,
            "navigaation osassa ei ole sivuja; kirjoita sen alle rivejä muodossa '- sivu.md'",
            "a part of the navigation has no pages; write lines of the form '- page.md' under it",
        )
        return
    for number, item in enumerate(items):
        yield from _item(item, (*at, number), located)


def _item(item: Any, at: Path, located: Located) -> Iterator[Problem]:
    if isinstance(item, dict) and len(item) == 1:
        title, target = next(iter(item.items()))
        yield from _text(title, (*at, title), located, "nav")
        if isinstance(target, list):
            yield from _items(target, (*at, title), located)
            return
        item, at = target, (*at, title)
    if not isinstance(item, str) or not _PAGE.fullmatch(item):
        shown = " ".join(str(item).split())[:60]
        yield _at(
            located,
            at,
            f"navigaation kohta '{shown}' ei ole sivu; kirjoita '- kansio/sivu.md'",
            f"the navigation's entry '{shown}' is no page; write '- folder/page.md'",
        )


def _languages(settings: dict[str, Any], located: Located) -> Iterator[Problem]:
    """The plugin of languages: which there are is told once, and not here."""
    plugins = settings.get("plugins")
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if plugin == _LANGUAGES or (isinstance(plugin, dict) and _LANGUAGES in plugin):
            yield _at(
                located,
                ("plugins", number),
                f"lisäosa '{_LANGUAGES}' on jo mukana; poista se: kielet ovat tiedostossa "
                "data/languages.yml",
                f"the plugin '{_LANGUAGES}' is there already; remove it: the languages stand in "
                "data/languages.yml",
            )


def _text(value: Any, at: Path, located: Located, name: str) -> Iterator[Problem]:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        yield _at(
            located,
            at,
            f"kohdan '{name}' pitää olla tekstiä, 1–{_LONGEST} merkkiä; pane se lainausmerkkeihin",
            f"'{name}' must be text of 1 to {_LONGEST} characters; put it in quotation marks",
        )
    elif not value.replace("\n", " ").isprintable() or "<" in value or ">" in value:
        yield _at(
            located,
            at,
            f"kohdassa '{name}' on HTML-koodia tai näkymätön merkki; kirjoita pelkkää tekstiä",
            f"'{name}' has HTML or an invisible character; write plain text",
        )


def _at(located: Located, path: Path, fi: str, en: str) -> Problem:
    return Problem(located.file, located.line(path), fi, en)
