"""Writes what browsers fetch for the search: index, engine and OpenSearch description."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

from kb.model.base import Lang
from kb.model.knowledge import Document, Knowledge
from kb.relate.relations import Relations
from kb.search.bundle import scripts
from kb.search.index import Builder, kinds
from kb.search.opensearch import description

SOURCES = "assets/javascripts/search/"
"""Where the modules of the engine are, below the theme's folder; they are not published."""
LIMIT = 60_000
"""What a language's index should weigh at most, labelled queries included: bytes, gzipped."""
log = logging.getLogger("kb.search")


_HEAVY = (
    "varoitus: haun hakemisto {index} painaa {size} tavua pakattuna, tavoite on enintään {limit}; "
    "poista tiedostoista data/queries ja data/words.yml rivejä, joita toiset muistuttavat, tai "
    "lyhennä sivuja / warning: the search's index {index} weighs {size} bytes gzipped, it should "
    "be at most {limit}; remove lines of data/queries and data/words.yml that others are like, or "
    "shorten pages"
)


class Publisher:
    """Gathers the pages of a build, and writes the search of each language.

    Args:
        overrides: The theme's folder, which holds the engine's modules.
        knowledge: The content.
        relations: How its pages hang together.
    """

    def __init__(self, overrides: Path, knowledge: Knowledge, relations: Relations) -> None:
        self.scripts = scripts(overrides / SOURCES, knowledge.languages.pages)
        languages = knowledge.languages.pages
        self.builders = {lang: Builder(knowledge, lang, relations) for lang in languages}
        self.knowledge = knowledge

    def add(self, document: Document, url: str, html: str) -> None:
        """Take in a page: its address relative to the site's root, its rendered body."""
        self.builders[document.lang].add(document, url, html)

    def addresses(self, lang: Lang) -> dict[str, object]:
        """What the templates need: addresses relative to the site's root, names of kinds."""
        knowledge = self.knowledge
        return {
            "page_script": self.scripts["page"].name,
            "engine": self.scripts[lang].name,
            "index": _index(lang),
            "opensearch": _opensearch(lang),
            "kinds": kinds(self.knowledge, lang),
            "situations": address(knowledge, lang, knowledge.path_of("situation", "index")),
            "contact": address(knowledge, lang, knowledge.county.pages.contact),
        }

    def write(self, site: Path, lang: Lang, name: str, address: str) -> None:
        """Write the files of one language.

        Args:
            site: The folder of the built site.
            lang: The language whose pages have all been added.
            name: The site's name in that language.
            address: The site's absolute address.
        """
        files = {
            _index(lang): self.builders[lang].file(),
            _opensearch(lang): description(self.knowledge, lang, name, address),
            **{script.name: script.content for script in self.scripts.values()},
        }
        for path, content in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(content, encoding="utf-8")
        size = len(gzip.compress(files[_index(lang)].encode(), 9))
        if size > LIMIT:
            log.warning(_HEAVY.format(index=_index(lang), size=size, limit=LIMIT))


def address(knowledge: Knowledge, lang: Lang, path: str | None) -> str | None:
    """Where the page at `path` is in `lang`, below the site's root; None where there is none."""
    if path is None or knowledge.get(lang, path) is None:
        return None
    return knowledge.languages.root(lang) + path.removesuffix("index.md").replace(".md", "/")


def _index(lang: Lang) -> str:
    return f"search/{lang}.json"


def _opensearch(lang: Lang) -> str:
    return f"search/opensearch.{lang}.xml"
