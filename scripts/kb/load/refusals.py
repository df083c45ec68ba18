"""Why a file is not published, in Finnish and English, each with what to do about it."""

from __future__ import annotations

import os

from kb.load.media import PICTURES
from kb.model.languages import Languages
from kb.model.problem import Words

SHARED_PICTURES = "kuvat"
"""The folder below docs/ for pictures that the languages share."""
ATTACHMENTS = "liitteet"
"""The folder below docs/<lang>/ for PDFs."""
_RENAMED = {".jpeg": ".jpg", ".markdown": ".md", ".mdown": ".md", ".yaml": ".yml"}


def too_large(entry: os.DirEntry[str], limit: int, fi: str, en: str) -> Words | None:
    """Of a file over `limit` bytes, ending with what to do in Finnish and English; else None."""
    if entry.stat(follow_symlinks=False).st_size <= limit:
        return None
    size = limit // 1024
    return f"tiedosto on suurempi kuin {size} kt; {fi}", f"the file is over {size} KB; {en}"


def no_language(suffix: str, languages: Languages) -> Words:
    """Of a page or another file that lies outside the languages' folders."""
    folders = " tai ".join(f"docs/{lang}" for lang in languages.pages)
    or_folders = " or ".join(f"docs/{lang}" for lang in languages.pages)
    if suffix == ".md":
        return (
            f"sivu ei ole minkään kielen kansiossa; siirrä se kansioon {folders}",
            f"the page is in no language's folder; move it to {or_folders}",
        )
    return (
        f"tiedosto ei ole minkään kielen kansiossa; siirrä se kansioon {folders}, kielten yhteinen "
        f"kuva kansioon docs/{SHARED_PICTURES}",
        f"the file is in no language's folder; move it to {or_folders}, a picture that languages "
        f"share to docs/{SHARED_PICTURES}",
    )


def other_document(suffix: str) -> Words:
    """Of a file in docs/ with an ending that is not published."""
    if suffix in _RENAMED:
        new = _RENAMED[suffix]
        return (
            f"pääte '{suffix}' ei kelpaa; vaihda se päätteeksi {new}",
            f"the ending '{suffix}' is not allowed; change it to {new}",
        )
    pictures = ", ".join(PICTURES)
    return (
        "tällaista tiedostoa ei julkaista; poista se tai vie se pois kansiosta docs "
        f"(sivut ovat .md, kuvat {pictures}, liitteet .pdf)",
        "such a file is not published; delete it or move it out of docs "
        f"(pages are .md, pictures {pictures}, attachments .pdf)",
    )


def unreadable(error: OSError) -> Words:
    """Of a file or folder that the system does not let us read."""
    return (
        f"tiedostoa ei voi lukea ({error.strerror}); tarkista sen oikeudet",
        f"the file cannot be read ({error.strerror}); check its permissions",
    )


SYMLINK: Words = (
    "tämä on symbolinen linkki; pane sen tilalle oikea tiedosto",
    "this is a symbolic link; put a real file in its place",
)
SPECIAL: Words = ("tämä ei ole tavallinen tiedosto; poista se", "this is no plain file; delete it")
COMMITTED: Words = (
    "tiedosto syntyy koneellisesti eikä kuulu versionhallintaan; poista se (git rm --cached)",
    "a machine makes this file, and it is not to be committed; remove it (git rm --cached)",
)
OTHER_DATA: Words = (
    "tiedosto ei ole mikään rekistereistä; poista se tai vie se pois kansiosta data",
    "the file is none of the registers; delete it or move it out of data",
)
