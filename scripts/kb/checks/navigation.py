"""Every page is reached by the navigation, and the navigation reaches only pages."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.navigation import FILE
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Pages outside the navigation, and entries of it without a page."""
    if loaded.navigation is None:
        return
    reached = {entry.path for entry in loaded.navigation}
    for (lang, path), page in loaded.pages.items():
        if lang == loaded.knowledge.languages.source and path not in reached:
            yield on_page(
                page,
                1,
                f"navigaatio ei vie sivulle; lisää rivi '- {path}' tiedoston {FILE} nav-kohtaan",
                f"no navigation reaches the page; add the line '- {path}' to nav in {FILE}",
            )
    seen: set[str] = set()
    for entry in loaded.navigation:
        if (loaded.knowledge.languages.source, entry.path) not in loaded.pages:
            yield Problem(
                FILE,
                entry.line,
                f"navigaation sivua docs/fi/{entry.path} ei ole; lisää sivu tai poista rivi",
                f"the navigation's page docs/fi/{entry.path} does not exist; add it or remove "
                "the line",
            )
        if entry.path in seen:
            yield Problem(
                FILE,
                entry.line,
                f"sivu {entry.path} on navigaatiossa kahdesti; poista toinen",
                f"the page {entry.path} stands in the navigation twice; remove one",
            )
        seen.add(entry.path)
