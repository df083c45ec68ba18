"""Files that people put into docs/ and data/: welcome ones, and what their tools leave behind."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

PAGE = b"---\nsummary: Koe.\n---\n\n# Koe\n\nTeksti.\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 1, padding: int = 0) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0")
    return b"".join((b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", header), _chunk(b"IDAT", pixels),
                     _chunk(b"tEXt", b"a\0" + b"a" * padding), _chunk(b"IEND", b"")))  # fmt: skip


JPEG = bytes.fromhex("ffd8ffc0000b080001000201011100ffd9")
WEBP = (
    b"RIFF\x1e\0\0\0WEBPVP8L\x11\0\0\0/\x01\0\0\0\x07\xd0\xff\xfe\xf7\xbf\xff\x81\x88\xe8\x7f\0\0"
)
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

LEFT_BEHIND = {
    "docs/fi/tietoa/._lahde.md": bytes.fromhex("000516070002ff"),
    "docs/.DS_Store": b"\0",
    "docs/fi/.obsidian/workspace.json": b"{}",
    "docs/fi/Thumbs.db": b"\xd0\xcf",
    "docs/fi/desktop.ini": b"[x]",
    "docs/fi/.lahde.md.swp": b"b0VIM",
    "data/.links.yml.swp": b"b0VIM",
}
WELCOME = {
    "docs/fi/tietoa/kuva.png": png(),
    "docs/fi/tietoa/kuva.jpg": JPEG,
    "docs/fi/tietoa/kuva.webp": WEBP,
    "docs/kuvat/kartta-1.png": png(),
    "docs/fi/liitteet/ohje.pdf": PDF,
    "docs/en/liitteet/ohje.pdf": PDF,
}


def put(root: Path, path: str, content: bytes | str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        target.symlink_to(content)
    else:
        target.write_bytes(content)
