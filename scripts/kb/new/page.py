"""A new page of a kind, in every language of the county, and a new term."""

from __future__ import annotations

import re
from pathlib import Path

from kb.load.content import Loaded
from kb.new.write import HERE, NotWrittenError, page, write

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TERMS = "data/terms.yml"


def new_page(loaded: Loaded, kind: str, slug: str) -> list[Path]:
    """Write docs/<lang>/<section>/<slug>.md in every language.

    Raises:
        NotWrittenError: when a file exists, or the county has no section, group or organisation
            that the page needs.
    """
    _judge(slug)
    knowledge = loaded.knowledge
    section = knowledge.section_of(kind)
    if not section:
        raise NotWrittenError(
            f"data/sections.yml: osiota, jonka laji on {kind}, ei ole; lisää se / there is no "
            f"section of the kind {kind}; add it"
        )
    text = (HERE / "pages" / f"{kind}.md").read_text(encoding="utf-8")
    names = {"title": slug.replace("-", " ").capitalize()}
    groups = (group.id for group in knowledge.groups.values() if group.section == section)
    source = knowledge.of(knowledge.languages.source)
    services = (document.slug for document in source if document.kind.cited_as == "service")
    for name, where, found in (
        ("group", "data/groups.yml", next(groups, None)),
        ("keeper", "data/organisations.yml", next(iter(knowledge.organisations), None)),
        ("service", "kb new service", next(services, None)),
    ):
        if f"@{name}" in text and found is None:
            raise NotWrittenError(
                f"{where}: sivu viittaa sellaiseen, eikä yhtään ole; lisää ensin yksi / the page "
                "cites one and there is none; add one first"
            )
        names[name] = found or ""
    languages = knowledge.languages
    files = {
        loaded.root / "docs" / lang / section / f"{slug}.md": page(
            text, lang, names, source=lang == languages.source
        )
        for lang in languages.pages
    }
    write(files)
    return list(files)


def new_term(loaded: Loaded, slug: str) -> list[Path]:
    """Add a record to data/terms.yml, named as its id until somebody names it.

    Raises:
        NotWrittenError: when the term is there, or the file is none to which it can be added.
    """
    _judge(slug)
    register = loaded.registers["terms"]
    if slug in register.ids:
        raise NotWrittenError(
            f"{TERMS}:{register.ids[slug]}: termi '{slug}' on jo / the term is there already"
        )
    file = loaded.root / TERMS
    if not register.readable:
        raise NotWrittenError(f"{TERMS}: korjaa tiedosto ensin: kb check / mend the file first")
    text = file.read_text(encoding="utf-8")
    name = slug.replace("-", " ")
    said = ", ".join(f"{lang}: {name}" for lang in loaded.knowledge.languages.pages)
    empty = re.compile(r"(?m)^terms: *\[\] *$")
    text = empty.sub("terms:", text).rstrip("\n")
    file.write_text(f"{text}\n  - id: {slug}\n    name: {{{said}}}\n", encoding="utf-8")
    return [file]


def _judge(slug: str) -> None:
    if not _SLUG.fullmatch(slug):
        raise NotWrittenError(
            f"'{slug}' ei kelpaa tunnukseksi; käytä kirjaimia a–z, numeroita ja yhdysmerkkejä / is "
            "no valid id; use the letters a–z, digits and hyphens"
        )
