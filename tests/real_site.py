"""This repository's own content, which the tests of content and of the browser read."""

from __future__ import annotations

from functools import cache

from kb.blocks.site import Site
from kb.blocks.sites import prepare
from kb.load.content import Loaded, load
from kb.model.base import Lang
from sample_site import REPOSITORY, markdown


@cache
def load_real() -> Loaded:
    """The content; loaded once for all tests, which only read it."""
    return load(REPOSITORY)


LANGUAGES = load_real().knowledge.languages
LANGS = LANGUAGES.pages


@cache
def prepared() -> Site:
    """What its blocks are rendered with."""
    return prepare(load_real())


def rendered(lang: Lang, path: str) -> str:
    """A page as HTML."""
    return markdown(REPOSITORY, lang, path, prepared())


@cache
def page_files() -> tuple[tuple[Lang, str], ...]:
    """Language and path of every page file."""
    return tuple(
        (lang, path.relative_to(REPOSITORY / "docs" / lang).as_posix())
        for lang in LANGS
        for path in sorted((REPOSITORY / "docs" / lang).rglob("*.md"))
    )
