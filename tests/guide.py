"""The recipes of the guide for editors, read from its own text and carried out on a copy."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

GUIDE = "tietoa/muokkaaminen.md"
_FENCE = r"```\w+\n((?:(?!```).)*)\n```"
# A sentence of the guide, by language, and what it tells to do.
_SENTENCES = {
    "fi": {
        "make": rf"Luo tiedosto `([^`]+)`:\n\n{_FENCE}",
        "append": rf"Lisää tiedoston `([^`]+)` loppuun:\n\n{_FENCE}",
        "replace": rf"Etsi tiedostosta `([^`]+)` kohta\n\n{_FENCE}\n\nja kirjoita sen tilalle\n\n"
        rf"{_FENCE}",
        "cut": rf"Etsi tiedostosta `([^`]+)` kohta\n\n{_FENCE}\n\nja poista se\.",
        "delete": r"Poista tiedosto `([^`]+)`\.",
        "rename": r"Nimeä tiedosto `([^`]+)` uudelleen: `([^`]+)`\.",
        "upload": r"Vie tiedosto `([^`]+)`\.",
    },
    "en": {
        "make": rf"Make the file `([^`]+)`:\n\n{_FENCE}",
        "append": rf"Add to the end of `([^`]+)`:\n\n{_FENCE}",
        "replace": rf"In the file `([^`]+)`, find\n\n{_FENCE}\n\nand write in its place\n\n"
        rf"{_FENCE}",
        "cut": rf"In the file `([^`]+)`, find\n\n{_FENCE}\n\nand delete it\.",
        "delete": r"Delete the file `([^`]+)`\.",
        "rename": r"Rename the file `([^`]+)`: `([^`]+)`\.",
        "upload": r"Upload the file `([^`]+)`\.",
    },
}


@dataclass(frozen=True)
class Step:
    """One thing that a recipe tells to do: what, to which file, and with what."""

    what: str
    file: str
    more: tuple[str, ...] = ()


def recipes(text: str, lang: str) -> dict[str, list[Step]]:
    """The steps of the guide, by the heading below which they stand, in the guide's order."""
    found: dict[str, list[Step]] = {}
    # A heading within an example is none of the guide's.
    bare = re.sub(r"(?ms)^```\w+\n.*?^```$", lambda match: " " * len(match[0]), text)
    begins = [match.start() for match in re.finditer(r"(?m)^#{2,3} ", bare)]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        part = text[begin:end]
        at: list[tuple[int, Step]] = []
        for what, pattern in _SENTENCES[lang].items():
            for match in re.finditer(pattern, part, re.DOTALL):
                file, *more = match.groups()
                at.append((match.start(), Step(what, file, tuple(more))))
        if at:
            heading = part.partition("\n")[0].strip("# ")
            found[heading] = [step for _, step in sorted(at, key=lambda pair: pair[0])]
    return found


def carry_out(root: Path, step: Step) -> None:
    """Do to the copy at `root` what a step tells, as an editor would."""
    path = root / step.file
    if step.what == "make":
        path.write_text(step.more[0] + "\n", encoding="utf-8")
    elif step.what == "append":
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text.rstrip()}\n{step.more[0]}\n", encoding="utf-8")
    elif step.what in {"replace", "cut"}:
        old, new = step.more if step.what == "replace" else (step.more[0] + "\n", "")
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{step.file} has no one place of {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")
    elif step.what == "delete":
        path.unlink()
    elif step.what == "rename":
        path.rename(root / step.more[0])
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_PDF if path.suffix == ".pdf" else _picture())


def _picture() -> bytes:
    """A PNG of one grey dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
