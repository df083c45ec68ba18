"""How a page is written: addresses, link texts, images, headings, plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.common import on_page, page_links, page_prose, register_texts
from kb.checks.taken_ids import taken_ids
from kb.load.content import Loaded
from kb.load.outline import MARKER
from kb.load.pages import RawPage
from kb.markup.allowed import IDENT
from kb.model import anchors
from kb.model.blocks import block_anchors
from kb.model.pages import Page
from kb.model.problem import Problem

_ADDRESS = re.compile(r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s)>\]]+", re.IGNORECASE)
_ON_PAGES = re.compile(
    rf"{_ADDRESS.pattern}|(?<![\w@./-])(?:[\w-]+\.)+(?:fi|com|org|net|eu|info)/\w[^\s)>\]]*",
    re.IGNORECASE,
)
"""On a page one without `www.` too; in a register it tells where something was read."""
_LOOKS_LIKE_ADDRESS = re.compile(
    r"\w+://|\bwww\.|^[\w-]+(?:\.[\w-]+)*\.(?:fi|com|org|net|eu|info)(?:/\S*)?$", re.IGNORECASE
)
_NAME_OF_FILE = re.compile(
    r"(?i)\S+\.(?:png|jpe?g|gif|svg|webp|heic|avif)|(?:img|dsc|pxl|screenshot|screen shot|"
    r"kuvakaappaus|näyttökuva|kuva|valokuva|image|picture|photo|bild)(?:[\s_-]*[\d._-]+)?"
)
"""The text of a picture that a camera or an upload gave it."""
_HTML = {
    "br p div": ("jätä sen tilalle tyhjä rivi", "leave an empty line in its place"),
    "b strong": ("kirjoita **näin**", "write **so**"),
    "i em": ("kirjoita *näin*", "write *so*"),
    "u s del ins mark font span center small big sub sup": (
        "poista se; tärkeän sanan voi lihavoida **näin**",
        "remove it; a word that matters can be bold **so**",
    ),
    "a": ("kirjoita linkki [teksti](kohde)", "write the link as [text](target)"),
    "img": ("kirjoita kuva ![kuvaus](kuva.png)", "write the picture as ![description](x.png)"),
    "ul ol li": ("kirjoita luettelon rivit viivalla '- '", "begin the list's lines with '- '"),
    "table tr td th": ("kirjoita taulukko merkein |", "write the table with | marks"),
    "h1 h2 h3 h4 h5 h6": ("kirjoita otsikko '## Otsikko'", "write the heading as '## Heading'"),
}
"""What to write in place of HTML, by its tags."""
_EMPTY_WORDS = {
    "tästä", "tässä", "täältä", "täällä", "tänne", "klikkaa tästä", "katso tästä", "lue tästä",
    "lue lisää", "lue lisää tästä", "lisää", "lisätietoa", "linkki", "linkistä", "tästä linkistä",
    "here", "click here", "see here", "read more here", "this", "this link", "link", "read more",
    "more",
}  # fmt: skip


def check(loaded: Loaded) -> Iterator[Problem]:
    """Everything that the wording of pages and registers can get wrong."""
    for page in loaded.pages.values():
        yield from _addresses(page)
        yield from _link_texts(page)
        yield from _headings(page, loaded)
        yield from _plain(page)
    for file, line, _, text in register_texts(loaded):
        for match in _ADDRESS.finditer(text):
            yield Problem(
                file,
                line,
                f"osoite '{match.group()}' tekstissä; vie se linkkirekisteriin (data/links.yml)",
                f"the address '{match.group()}' in a text; put it in the register (data/links.yml)",
            )


def _addresses(page: RawPage) -> Iterator[Problem]:
    for prose in page_prose(page):
        for match in _ON_PAGES.finditer(prose.text):
            yield _raw_address(page, prose.line, match.group())
    for link in page_links(page):
        if re.match(r"(?:https?|ftp):|//|www\.", link.target, re.IGNORECASE):
            yield _raw_address(page, link.line, link.target)


def _raw_address(page: RawPage, line: int, address: str) -> Problem:
    return on_page(
        page,
        line,
        f"osoite '{address}' sivulla; lisää se tiedostoon data/links.yml ja viittaa siihen "
        "[teksti](link:tunnus)",
        f"the raw address '{address}' on a page; add it to data/links.yml and cite it as "
        "[text](link:id)",
    )


def _link_texts(page: RawPage) -> Iterator[Problem]:
    for link in page_links(page):
        text = link.text.strip()
        if link.image:
            if not text:
                yield on_page(
                    page,
                    link.line,
                    f"kuvalta '{link.target}' puuttuu tekstivastine; kirjoita ![kuvaus](…)",
                    f"the image '{link.target}' lacks a text; write ![description](…)",
                )
            elif _NAME_OF_FILE.fullmatch(text):
                yield on_page(
                    page,
                    link.line,
                    f"kuvan tekstivastine '{text}' ei kerro, mitä kuvassa on; kirjoita se sanoin: "
                    "![kuvaus](…)",
                    f"the image's text '{text}' does not say what it shows; write it in words: "
                    "![description](…)",
                )
        elif not text:
            yield on_page(
                page,
                link.line,
                f"linkillä '{link.target}' ei ole tekstiä; kerro, mihin linkki vie",
                f"the link '{link.target}' has no text; say where it leads",
            )
        elif text.lower().strip(" .!?") in _EMPTY_WORDS or _LOOKS_LIKE_ADDRESS.search(text):
            yield on_page(
                page,
                link.line,
                f"linkin teksti '{text}' ei kerro, mihin linkki vie; kirjoita kohteen nimi",
                f"the link text '{text}' does not say where the link leads; write its name",
            )


def _headings(page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    if page.outline is None:
        return
    headings = page.outline.headings
    if not headings or headings[0].level != 1:
        yield on_page(
            page,
            headings[0].line if headings else 1,
            "sivun ensimmäinen otsikko on '# Sivun nimi'; lisää se",
            "the first heading of a page is '# Title'; add it",
        )
    elif page.body[: _start(page, headings[0].line)].strip():
        yield on_page(
            page,
            headings[0].line,
            "sivun otsikon yllä on tekstiä; siirrä se otsikon alle",
            "text stands above the page's title; move it below",
        )
    for link in page.outline.links:
        if headings and headings[0].level == 1 and link.line == headings[0].line:
            yield on_page(
                page,
                link.line,
                "sivun otsikossa on linkki tai kuva, joka ei näy valikossa; siirrä se tekstiin",
                "the page's title has a link or a picture, which does not show in the menu; move "
                "it to the text",
            )
    reserved = anchors.generated(page.record) if isinstance(page.record, Page) else set()
    for name, _ in page.outline.markers:
        reserved |= block_anchors(name, loaded.knowledge)
    theirs = taken_ids(loaded.root)
    in_source = page.lang == loaded.knowledge.languages.source
    seen: dict[str, int] = {}
    for previous, heading in zip([None, *headings], headings, strict=False):
        if previous and heading.level > previous.level + 1:
            yield on_page(
                page,
                heading.line,
                f"otsikkotaso hyppää {previous.level}:sta {heading.level}:een; käytä tasoa "
                f"{previous.level + 1}",
                f"the heading level skips from {previous.level} to {heading.level}; use level "
                f"{previous.level + 1}",
            )
        if previous and heading.level == 1:
            yield on_page(
                page,
                heading.line,
                "sivulla on kaksi ykköstason otsikkoa; tee jälkimmäisestä '## …'",
                "the page has two headings of level 1; make the latter '## …'",
            )
        taken = heading.id in seen or heading.id in reserved or theirs.fullmatch(heading.id)
        if in_source and not IDENT.fullmatch(heading.id):
            yield on_page(
                page,
                heading.line,
                f"otsikon tunniste '{heading.id}' ei kelpaa; kirjoita otsikon perään "
                "{#tunniste}, jossa on kirjaimia a–z, numeroita ja yhdysmerkkejä",
                f"the heading id '{heading.id}' is not allowed; write {{#id}} behind the "
                "heading, of the letters a–z, digits and hyphens",
            )
        elif in_source and taken:
            yield on_page(
                page,
                heading.line,
                f"otsikon tunniste '{heading.id}' on jo käytössä; anna toinen {{#tunniste}}",
                f"the heading id '{heading.id}' is taken already; give another {{#id}}",
            )
        seen[heading.id] = heading.line


def _start(page: RawPage, line: int) -> int:
    """Where a line of the file begins in the page's body."""
    rows = page.body.split("\n")[: line - page.body_line]
    return sum(len(row) + 1 for row in rows)


def _instead(html: str) -> tuple[str, str]:
    """What to write in place of an HTML tag, or of a text that only looks like one."""
    name = re.match(r"</?([A-Za-z][A-Za-z0-9]*)\s*[/>\s]", html)
    for names, words in _HTML.items():
        if name and name[1].lower() in names.split():
            return words
    return (
        "kirjoita sama Markdownilla (jos merkki < kuuluu tekstiin, kirjoita se &lt;)",
        "write the same in Markdown (if the < belongs to the text, write it as &lt;)",
    )


def _plain(page: RawPage) -> Iterator[Problem]:
    if page.outline is None:
        return
    for html, line in page.outline.html:
        tag = html.split("\n", 1)[0][:40]
        if MARKER.fullmatch(html):
            yield on_page(
                page,
                line,
                f"lohkon merkki '{tag}' ei ole yksin rivillään; kirjoita se rivin alkuun, tyhjä "
                "rivi sen yllä ja alla",
                f"the marker '{tag}' is not alone on its line; write it at a line's beginning, "
                "with an empty line above and below",
            )
            continue
        if html.startswith("<!--"):
            yield on_page(
                page,
                line,
                f"kommentti '{tag}' näkyisi lukijoille; poista se ja kirjoita muistiinpano "
                "muutosehdotukseen",
                f"the comment '{tag}' would be published; remove it and write the note into the "
                "proposal",
            )
            continue
        fi, en = _instead(tag)
        yield on_page(
            page,
            line,
            f"sivulla on HTML-koodia '{tag}'; {fi}",
            f"the page has HTML '{tag}'; {en}",
        )
    for line in page.outline.shallow_items:
        yield on_page(
            page,
            line,
            "sisäkkäisen luettelon rivi; sisennä se neljällä välilyönnillä",
            "an item of a nested list; indent it by four spaces",
        )
