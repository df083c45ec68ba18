"""Lists every file that is published or read, by rule; whatever else lies there is refused.

One list serves all: `kb check` tells what is not on it, the loader reads nothing else and the
build publishes nothing else. Symbolic links are never followed, not even to look at them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kb.load import names, refusals
from kb.load.committed import committed
from kb.load.limits import MAX_DEPTH, MAX_PAGE, MAX_REGISTER
from kb.load.media import (
    ATTACHMENT,
    MAX_ATTACHMENT,
    MAX_PICTURE,
    PICTURES,
    judge_attachment,
    judge_picture,
)
from kb.load.queries import FOLDER as QUERIES
from kb.load.record import COUNTY, OWNER
from kb.load.refusals import ATTACHMENTS, SHARED_PICTURES
from kb.load.registers import REGISTERS
from kb.load.settings import FILE as CONFIG
from kb.model.base import Lang
from kb.model.languages import CODE, Languages
from kb.model.problem import Problem, Words
from kb.model.words import FILE as WORDS

REGISTER_FILES = {COUNTY, OWNER, WORDS, *(f"data/{name}.yml" for name in REGISTERS)}
_MEMORY = "data/link-state.json"
"""What the link job remembers: no content, made on the spot and never committed."""
_MADE_BY_THE_SITE = {"assets", "search"}
"""Addresses at the site's root that are no page's, beside the languages' own."""


@dataclass
class Inventory:
    """The files of the content, each by its path below the root."""

    languages: Languages = field(default_factory=Languages)
    """Those of the site, by whose folders its pages are told."""
    pages: list[tuple[Lang, str]] = field(default_factory=list)
    """Language and path below docs/<lang>/."""
    published: set[str] = field(default_factory=set)
    """Paths below docs/ of all that the site is made of: pages, pictures, attachments."""
    refused: set[str] = field(default_factory=set)
    """Paths that exist and are not to be read."""
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, path: str, words: Words) -> None:
        """Note that `path` is not published, and why."""
        self.refused.add(path)
        self.problems.append(Problem(path, 1, *words))


@dataclass(frozen=True)
class _Found:
    path: str
    """Below the root, with slashes."""
    entry: os.DirEntry[str]

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.entry.name)[1].lower()  # noqa: PTH122 - a name, no path


def take_inventory(root: Path) -> Inventory:
    """What lies in data/ of `root`, and its configuration."""
    inventory = Inventory()
    if (root / CONFIG).is_symlink():
        inventory.refuse(CONFIG, refusals.SYMLINK)
    for found in _files(root, "data", inventory):
        words = _judge_data(found)
        if words:
            inventory.refuse(found.path, words)
    for path in committed(root):
        inventory.refuse(path, refusals.COMMITTED)
    return inventory


def add_documents(root: Path, inventory: Inventory, languages: Languages) -> None:
    """Add to the inventory what lies below docs/ of a site in `languages`."""
    inventory.languages = languages
    for found in _files(root, "docs", inventory):
        words = _judge_document(found, inventory)
        if words:
            inventory.refuse(found.path, words)
    _addresses(inventory)
    inventory.pages.sort()


def language_folders(root: Path) -> list[Lang]:
    """The folders of docs/ that are called like a language and hold pages."""
    docs = root / "docs"
    if docs.is_symlink() or not docs.is_dir():
        return []
    return [
        entry.name
        for entry in sorted(os.scandir(docs), key=lambda entry: entry.name)
        if CODE.fullmatch(entry.name)
        and entry.is_dir(follow_symlinks=False)
        and any(name.endswith(".md") for _, _, files in os.walk(entry.path) for name in files)
    ]


def _files(root: Path, folder: str, inventory: Inventory, depth: int = 0) -> Iterator[_Found]:
    """The regular files below `folder` whose names are allowed; the others are refused."""
    if depth == 0 and (root / folder).is_symlink():
        inventory.refuse(folder, refusals.SYMLINK)
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        inventory.refuse(folder, refusals.unreadable(error))
        return
    twins = names.twins(entry.name for entry in entries)
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if names.is_leftover(entry.name):
            _links_to_folders(Path(entry.path), path, inventory)
        elif entry.is_symlink():
            inventory.refuse(path, refusals.SYMLINK)
        elif entry.name in twins:
            inventory.refuse(path, names.twin_words(twins[entry.name]))
        elif entry.is_dir(follow_symlinks=False):
            words = _judge_folder(path, depth)
            if words:
                inventory.refuse(path, words)
            else:
                yield from _files(root, path, inventory, depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            inventory.refuse(path, refusals.SPECIAL)
        else:
            yield _Found(path, entry)


def _links_to_folders(path: Path, name: str, inventory: Inventory) -> None:
    """Refuse links to folders even among leftovers: a generator that walks docs/ follows them."""
    if path.is_symlink():
        if path.is_dir():
            inventory.refuse(name, refusals.SYMLINK)
        return
    for folder, folders, _ in os.walk(path):
        for inner in folders:
            if Path(folder, inner).is_symlink():
                below = Path(folder, inner).relative_to(path).as_posix()
                inventory.refuse(f"{name}/{below}", refusals.SYMLINK)


def _judge_folder(path: str, depth: int) -> Words | None:
    if path.startswith("data/") and path != QUERIES:
        return refusals.OTHER_DATA
    if depth >= MAX_DEPTH:
        return (
            f"kansioita on sisäkkäin yli {MAX_DEPTH}; siirrä tiedostot ylemmäs",
            f"folders lie more than {MAX_DEPTH} deep; move the files up",
        )
    return names.judge(path.rpartition("/")[2], "")


def _judge_document(found: _Found, inventory: Inventory) -> Words | None:
    """Why a file below docs/ is not published; None where it is, and it is noted."""
    suffix = found.suffix
    parts = found.path.split("/")[1:]
    if suffix not in {".md", ATTACHMENT, *PICTURES}:
        return refusals.other_document(suffix)
    words = names.judge(parts[-1], suffix)
    if words:
        return words
    languages = inventory.languages
    lang = next((lang for lang in languages.pages if len(parts) > 1 and parts[0] == lang), None)
    if lang is None and (suffix not in PICTURES or parts[0] != SHARED_PICTURES or len(parts) < 2):
        return refusals.no_language(suffix, languages)
    if lang and len(parts) > 2 and parts[1] in {*_MADE_BY_THE_SITE, *languages.pages}:
        return (
            f"kansion nimi '{parts[1]}' on sivuston omassa käytössä; anna kansiolle toinen nimi",
            f"the site itself uses the name '{parts[1]}'; give the folder another name",
        )
    if suffix == ATTACHMENT and (len(parts) < 3 or parts[1] != ATTACHMENTS):
        return (
            f"liite ei ole liitteiden kansiossa; siirrä se kansioon docs/{lang}/{ATTACHMENTS}",
            "the attachment is not in the folder for attachments; move it to "
            f"docs/{lang}/{ATTACHMENTS}",
        )
    try:
        words = _judge_content(found.entry, suffix)
    except OSError as error:
        words = refusals.unreadable(error)
    if words:
        return words
    inventory.published.add("/".join(parts))
    if suffix == ".md" and lang:
        inventory.pages.append((lang, "/".join(parts[1:])))
    return None


def _judge_content(entry: os.DirEntry[str], suffix: str) -> Words | None:
    """Judge what is in a file; of one that is too large no more is read than tells so."""
    if suffix == ".md":
        return refusals.too_large(entry, MAX_PAGE, "jaa sivu kahdeksi", "make two pages of it")
    limit = MAX_ATTACHMENT if suffix == ATTACHMENT else MAX_PICTURE
    with Path(entry.path).open("rb") as file:
        data = file.read(limit + 1)
    return judge_attachment(data) if suffix == ATTACHMENT else judge_picture(data, suffix)


def _judge_data(found: _Found) -> Words | None:
    folder, _, _ = found.path.rpartition("/")
    if found.path in REGISTER_FILES or (folder == QUERIES and found.suffix == ".tsv"):
        return refusals.too_large(
            found.entry, MAX_REGISTER, "poista tarpeeton", "remove what is unused"
        )
    return None if found.path == _MEMORY else refusals.OTHER_DATA


def _addresses(inventory: Inventory) -> None:
    """Refuse files that would be published at one address: only one of them could be read."""
    taken: dict[str, str] = {}
    index_first = sorted(
        inventory.published, key=lambda path: (not path.endswith("index.md"), path)
    )
    for path in index_first:
        address = _address(path, inventory.languages)
        if address in taken:
            other = f"docs/{taken[address]}"
            inventory.refuse(
                f"docs/{path}",
                (
                    f"tiedostolla on sama osoite kuin tiedostolla {other}; poista tai nimeä "
                    "uudelleen toinen niistä",
                    f"the file has the same address as {other}; remove or rename one of them",
                ),
            )
            inventory.published.discard(path)
        taken.setdefault(address, path)


def _address(path: str, languages: Languages) -> str:
    """The address that the generator gives to the file at `path` below docs/."""
    own = path.removeprefix(f"{languages.source}/")
    if not own.endswith(".md"):
        return own
    return own.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
