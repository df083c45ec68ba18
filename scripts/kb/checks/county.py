"""The county's own data fits its pages."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.near import near
from kb.load.content import Loaded
from kb.model.county import NOWHERE
from kb.model.problem import Problem


def check(loaded: Loaded) -> Iterator[Problem]:
    """Articles that are not there, pages of no section, two pages at one address."""
    yield from _articles(loaded)
    yield from _folders(loaded)
    yield from _results(loaded)


def _articles(loaded: Loaded) -> Iterator[Problem]:
    """Pages that a section calls articles and that are not there."""
    register = loaded.registers["sections"]
    for ident, section in register.records.items():
        for number, slug in enumerate(section.articles):
            if f"{ident}/{slug}.md" not in (loaded.ids("path") or ()):
                place = ("sections", register.index[ident], "articles", number)
                yield Problem(
                    register.located.file,
                    register.located.line(place),
                    f"sivua {ident}/{slug}.md ei ole; lisää se tai poista rivi",
                    f"there is no page {ident}/{slug}.md; add it or remove the line",
                )


def _folders(loaded: Loaded) -> Iterator[Problem]:
    """The first page of each folder that is no section, where no menu leads."""
    register = loaded.registers["sections"]
    told: set[str] = set()
    source = loaded.knowledge.languages.source
    own = {path for _, path in loaded.knowledge.county.pages if path}
    for page in sorted(loaded.pages.values(), key=lambda page: page.lang != source):
        folder, _, name = page.path.rpartition("/")
        if not register.readable or folder in register.ids or (folder or name) in told:
            continue
        if not folder and (name == "index.md" or name in own):
            continue
        told.add(folder or name)
        first, _, deeper = folder.partition("/")
        if deeper and first in register.ids:
            yield Problem(
                page.file,
                1,
                f"kansio '{folder}' on osion '{first}' sisällä, eikä osioita ole sisäkkäin; siirrä "
                f"sivu kansioon '{first}'",
                f"the folder '{folder}' lies within the section '{first}', and no section has "
                f"others inside; move the page to the folder '{first}'",
            )
        elif folder:
            close = near(folder, register.ids)
            yield Problem(
                page.file,
                1,
                f"kansio '{folder}' ei ole mikään osio; "
                + (
                    f"tarkoititko '{close}'?"
                    if close
                    else "lisää se tiedostoon data/sections.yml tai siirrä sivu"
                ),
                f"the folder '{folder}' is no section; "
                + (
                    f"did you mean '{close}'?"
                    if close
                    else "add it to data/sections.yml or move the page"
                ),
            )
        # Without the county's own file nobody can say which page is the handbook.
        elif loaded.knowledge.county is not NOWHERE:
            yield Problem(
                page.file,
                1,
                "sivu ei ole missään osiossa, joten mikään valikko ei vie sille; siirrä se osion "
                "kansioon",
                "the page stands in no section, so that no menu leads to it; move it to a "
                "section's folder",
            )


def _results(loaded: Loaded) -> Iterator[Problem]:
    """A page of search results that would stand at the address of another page."""
    results = loaded.knowledge.county.pages.search
    if results is None:
        return
    source = loaded.knowledge.languages.source
    for lang, path in sorted(loaded.pages):
        if lang == source and _address(path) == _address(results):
            yield Problem(
                loaded.county_file.file,
                loaded.county_file.line(("pages", "search")),
                f"hakutulosten sivulla on sama osoite kuin tiedostolla docs/{lang}/{path}; anna "
                "sille toinen nimi",
                f"the page of search results has the address of docs/{lang}/{path}; give it "
                "another name",
            )
    address = _address(results)
    if address in loaded.knowledge.languages.pages:
        yield Problem(
            loaded.county_file.file,
            loaded.county_file.line(("pages", "search")),
            f"hakutulosten sivun osoite '{address}' on kielen oma; anna sille toinen nimi",
            f"the address '{address}' of the page of search results is that of a language; give "
            "it another name",
        )


def _address(path: str) -> str:
    return path.removesuffix(".md").removesuffix("index").strip("/")
