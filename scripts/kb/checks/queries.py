"""The labelled queries: their language and their answers exist."""

from __future__ import annotations

from collections.abc import Iterator

from kb.load.content import Loaded
from kb.load.queries import FOLDER
from kb.model.pages import Situation
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """An error for each language, page or situation that a query names and that does not exist."""
    knowledge = loaded.knowledge
    languages = knowledge.languages.known
    slugs: set[str] = set()
    situations: set[str] = set()
    for document in knowledge.of(knowledge.languages.source):
        kind = situations if isinstance(document.meta, Situation) else slugs
        # A section's own page is called like its folder, as its address is.
        kind.add(document.path.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2])
    # A page that cannot be read is told elsewhere.
    unread = {page.path.rpartition("/")[2].removesuffix(".md") for page in loaded.pages.values()}
    for query in knowledge.queries:
        file = f"{FOLDER}/{query.batch}.tsv"
        if query.lang not in languages:
            yield Problem(
                file,
                query.line,
                f"kieli '{query.lang}' ei ole sivuston kieli; kielet ovat {', '.join(languages)}",
                f"'{query.lang}' is no language of the site; they are {', '.join(languages)}",
            )
        for column, named, known in (
            ("slugs", query.slugs, slugs),
            ("situations", query.situations, situations),
        ):
            for slug in sorted(named - known):
                if slug in unread and slug not in slugs | situations:
                    continue
                yield Problem(
                    file,
                    query.line,
                    f"sarakkeen {column} sivua '{slug}' ei ole; korjaa tunnus tai poista se",
                    f"there is no page '{slug}' for the column {column}; mend the name or "
                    "remove it",
                    gone=slug,
                )
