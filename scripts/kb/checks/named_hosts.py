"""Nobody is told one host and led to another: the hosts that texts name, and names within names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kb.checks.common import on_page, page_links, register_texts
from kb.load.content import Loaded
from kb.load.outline import read_inline
from kb.model.data import Link
from kb.model.problem import Problem, Words
from kb.model.walk import leaves

_NAMED = re.compile(
    r"(?<![\w.@-])((?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:fi|com|org|net|eu|info|example))(?![\w.]*\w@|-?\w)",
    re.IGNORECASE,
)
"""A host as a text names one; an ending as in `suomi.fi:n` does not belong to it, and a name that
goes on behind a hyphen is a service's (`Suomi.fi-valtuudet`)."""
_OPEN = {"fi", "com", "org", "net", "info"}
"""Endings below which anybody may have a name: within another name they pretend to end it."""
_COUNTRY = 2
"""Letters of a country's ending, as the last part of `example.com.au`."""
_SOFT_HYPHEN = "\u00ad"


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every link whose text names a host that it does not lead to, and every host that poses."""
    links = {
        ident: record
        for ident, record in loaded.registers["links"].records.items()
        if isinstance(record, Link)
    }
    for page in loaded.pages.values():
        for link in page_links(page):
            for words in _misled(link.text, link.target, links):
                yield on_page(page, link.line, *words)
    for file, line, _, text in register_texts(loaded):
        for link in read_inline(text, line).links:
            for words in _misled(link.text, link.target, links):
                yield Problem(file, line, *words)
    register = loaded.registers["links"]
    for ident, record in links.items():
        base = ("links", register.index[ident])
        host = _host(record.url)
        for leaf in leaves(record):
            if leaf.lang is None or leaf.yaml_path[0] != "title":
                continue
            for words in _others(str(leaf.value), host):
                line = register.located.line((*base, *leaf.yaml_path))
                yield Problem(register.located.file, line, *words)
        if _poses(host):
            line = register.located.line((*base, "url"))
            yield Problem(
                register.located.file,
                line,
                f"palvelin '{host}' kantaa toisen palvelimen nimeä, mutta on jonkun muun; käytä "
                "omistajan omaa osoitetta",
                f"the host '{host}' carries another's name but is somebody else's; use the "
                "owner's own address",
            )


def _misled(text: str, target: str, links: dict[str, Link]) -> Iterator[Words]:
    record = links.get(target.removeprefix("link:")) if target.startswith("link:") else None
    if record:
        yield from _others(text, _host(record.url))


def _others(text: str, host: str) -> Iterator[Words]:
    """The hosts that a text names and that are neither `host` nor above it."""
    for named in dict.fromkeys(_NAMED.findall(text.replace(_SOFT_HYPHEN, ""))):
        bare = named.lower().removeprefix("www.")
        if host != bare and not host.endswith(f".{bare}"):
            yield (
                f"teksti nimeää palvelimen '{named}', mutta linkki vie palvelimelle '{host}'; "
                "kirjoita kohteen nimi tai vaihda linkki",
                f"the text names the host '{named}', but the link leads to '{host}'; write the "
                "target's name, or change the link",
            )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _poses(host: str) -> bool:
    """Whether a name that somebody else's has in full goes on, as in `kela.fi.example.net`."""
    labels = host.split(".")
    for place, label in enumerate(labels[1:-1], start=1):
        behind = labels[place + 1 :]
        if label in _OPEN and not (len(behind) == 1 and len(behind[0]) == _COUNTRY):
            return True
    return False
