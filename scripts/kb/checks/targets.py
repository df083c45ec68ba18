"""Every link leads somewhere: pages, anchors, registered links, changes, references."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.checks import media
from kb.checks.common import (
    change_elsewhere,
    on_page,
    page_changes,
    page_links,
    page_name,
    register_texts,
)
from kb.checks.near import near, near_path
from kb.checks.references import unknown_id
from kb.checks.seen import seen_body
from kb.load.content import Loaded
from kb.load.media import ATTACHMENT, PICTURES
from kb.load.outline import read_inline
from kb.load.pages import RawPage
from kb.markup.allowed import IDENT
from kb.model import anchors
from kb.model.base import OWN_SCHEMES, IdKind
from kb.model.blocks import block_anchors
from kb.model.outline import LinkUse
from kb.model.pages import Page
from kb.model.problem import Problem

_IN_REGISTERS: dict[str, IdKind] = {"link": "link", "reference": "reference"}
"""A change's anchor stands on each page that it touches, so a register cannot point at it."""
_OTHER_SCHEME = (
    "käytä x.md, link:tunnus, change:tunnus, reference:tunnus tai term:tunnus",
    "use x.md, link:id, change:id, reference:id or term:id",
)
_IN_TEXT = {
    "mailto": (
        "kirjoita osoite sellaisenaan tekstiin, niin siitä tulee linkki: {rest}",
        "write the address as it is in the text, and it becomes a link: {rest}",
    ),
    **dict.fromkeys(
        ("tel", "sms", "callto"),
        (
            "kirjoita numero sellaisenaan tekstiin tai sivun tietoihin kohtaan contact: {rest}",
            "write the number as it is in the text, or in the page's data under contact: {rest}",
        ),
    ),
}
"""What stands in the text as it is, by the scheme of the link that an editor made of it."""
_OTHER_FILES = (*PICTURES, ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".csv",
                ".pptx", ".ppt", ".odp", ".txt", ".zip")  # fmt: skip
"""What an editor may have at hand and would link to."""
_RAW = re.compile(r"(?:https?|ftp):|//|www\.", re.IGNORECASE)


def check(loaded: Loaded) -> Iterator[Problem]:
    """Links that lead nowhere."""
    known = {kind: loaded.ids(kind) for kind in OWN_SCHEMES}
    for page in loaded.pages.values():
        for link in page_links(page):
            yield from _link(page, link, loaded, known)
    for file, line, _, text in register_texts(loaded):
        for link in read_inline(text, line).links if "[" in text or "<" in text else ():
            scheme, _, target = link.target.partition(":")
            kind = _IN_REGISTERS.get(scheme)
            ids = known[kind] if kind else None
            if kind is None:
                yield Problem(
                    file,
                    line,
                    f"rekisterin tekstissä on linkki '{link.target}'; käytä link:- tai "
                    "reference:-tunnusta",
                    f"the register's text has a link '{link.target}'; use a link: or reference: id",
                )
            elif ids is not None and target not in ids:
                yield unknown_id(kind, target, ids, file, line, loaded.where(kind))


def _link(
    page: RawPage, link: LinkUse, loaded: Loaded, known: dict[IdKind, set[str] | None]
) -> Iterator[Problem]:
    target = unquote(link.target)
    if _RAW.match(target):
        return  # told by checks.prose
    if not target.strip("#"):
        yield on_page(
            page,
            link.line,
            f"linkki '{link.text}' ei vie mihinkään; kirjoita sulkeisiin kohde",
            f"the link '{link.text}' leads nowhere; write its target in the brackets",
        )
        return
    scheme, colon, rest = target.partition(":")
    if colon and link.image and scheme in OWN_SCHEMES:
        yield on_page(
            page,
            link.line,
            f"kuvan kohde '{target}' on tunnus; kirjoita siihen kuvatiedosto, tai poista "
            "huutomerkki, niin siitä tulee linkki",
            f"the picture's target '{target}' is an id; write the picture's file there, or remove "
            "the exclamation mark to make it a link",
        )
        return
    if colon and "/" not in scheme:
        kind = next((own for own in OWN_SCHEMES if own == scheme), None)
        if kind is None:
            fi, en = _IN_TEXT.get(scheme.lower(), _OTHER_SCHEME)
            yield on_page(
                page,
                link.line,
                f"linkki '{target}' ei kelpaa; {fi.format(rest=rest)}",
                f"the link '{target}' is not allowed; {en.format(rest=rest)}",
            )
            return
        ids, here = known[kind], page_changes(page, loaded)
        if ids is not None and rest not in ids:
            yield unknown_id(kind, rest, ids, page.file, link.line, loaded.where(kind))
        elif kind == "change" and here is not None and rest not in here:
            yield change_elsewhere(page, link.line, rest)
        return
    path, _, anchor = target.partition("#")
    if link.image:
        yield from media.picture(page, link, path, loaded)
        return
    if path.endswith(ATTACHMENT):
        yield from media.attachment(page, link, path, loaded)
        return
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if path.lower().endswith(_OTHER_FILES):
        fi, en = _other_file(path)
        yield on_page(
            page,
            link.line,
            f"linkki '{target}' ei kelpaa; {fi}",
            f"the link '{target}' is not allowed; {en}",
        )
        return
    if path and (not path.endswith(".md") or path.startswith("/")):
        meant = _meant(page, path, loaded) or "sivu.md"
        yield on_page(
            page,
            link.line,
            f"linkki '{target}' ei osoita sivun tiedostoon; kirjoita sen tilalle '{meant}'",
            f"the link '{target}' does not name a page's file; write '{meant}' in its place",
        )
        return
    there = loaded.pages.get((page.lang, resolved)) if path else page
    if there is None:
        known_paths = [p for lang, p in loaded.pages if lang == page.lang]
        close = near_path(resolved.replace("\\", "/"), known_paths)
        meant = _from(page, close) if close else ""
        yield on_page(
            page,
            link.line,
            f"sivua '{path}' ei ole; "
            + (f"tarkoititko '{meant}'?" if meant else "poista linkki tai vaihda sen kohde"),
            f"there is no page '{path}'; "
            + (f"did you mean '{meant}'?" if meant else "remove the link or change its target"),
            gone="" if meant else page_name(resolved),
        )
        return
    if path and path != _from(page, there.path):
        yield on_page(
            page,
            link.line,
            f"linkin '{target}' voi lukea monella tavalla; kirjoita '{_from(page, there.path)}'",
            f"the link '{target}' can be read in many ways; write '{_from(page, there.path)}'",
        )
    if anchor:
        yield from _anchor(page, link, there, anchor, loaded)


def _other_file(path: str) -> tuple[str, str]:
    """What to do about a link to a picture, or to a file that the site does not publish."""
    if path.lower().endswith(tuple(PICTURES)):
        return "kirjoita kuva ![kuvaus](kuva.png)", "write a picture as ![description](x.png)"
    return (
        "tallenna tiedosto PDF:nä kansioon liitteet ja kirjoita sen nimi",
        "save the file as a PDF in the folder liitteet, and write its name",
    )


def _from(page: RawPage, path: str) -> str:
    """How a page writes a link to the page at `path`."""
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")


def _meant(page: RawPage, path: str, loaded: Loaded) -> str | None:
    """The link to the page whose address, rather than whose file, an editor wrote."""
    name = re.sub(r"(?:/index)?(?:\.html?|\.md)?/?$", "", path)
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    own = [known for lang, known in loaded.pages if lang == page.lang]
    for begin in range(len(parts)):
        tail = "/".join(parts[begin:])
        found = [k for k in own if f"/{k}".endswith((f"/{tail}.md", f"/{tail}/index.md"))]
        if len(found) == 1:
            return _from(page, found[0])
    return None


def _anchor(
    page: RawPage, link: LinkUse, there: RawPage, anchor: str, loaded: Loaded
) -> Iterator[Problem]:
    found = page_anchors(there, loaded)
    if found is not None and anchor not in found:
        close = near(anchor, found)
        hint_fi = f"tarkoititko '#{close}'?" if close else "korjaa linkki"
        hint_en = f"did you mean '#{close}'?" if close else "mend the link"
        yield on_page(
            page,
            link.line,
            f"sivulla {there.path} ei ole kohtaa '#{anchor}'; {hint_fi}",
            f"the page {there.path} has no '#{anchor}'; {hint_en}",
        )


def page_anchors(page: RawPage, loaded: Loaded) -> set[str] | None:
    """Every anchor of a page, or None when the page could not be read well enough to say."""
    source = loaded.pages.get((loaded.knowledge.languages.source, page.path))
    if source is None or source.outline is None or not isinstance(source.record, Page):
        return None
    whole = all(
        register.readable and len(register.records) == len(register.ids)
        for register in loaded.registers.values()
    )
    if source.outline.markers and not whole:
        return None  # a block may show what a faulty register holds
    if any(not IDENT.fullmatch(h.id) or "{" in h.text for h in source.outline.headings):
        return None  # an id that is no good is told on its own line
    if len(seen_body(source.body).headings) != len(source.outline.headings):
        return None  # a heading that only one of two readers sees is told on its own line
    found = {heading.id for heading in source.outline.headings}
    found |= anchors.generated(source.record)
    for name, _ in source.outline.markers:
        found |= block_anchors(name, loaded.knowledge)
    return found
