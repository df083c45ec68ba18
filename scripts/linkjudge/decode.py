"""Turns the bytes of an answer into text, however they were packed and whatever was said."""

from __future__ import annotations

import codecs
import re
import zlib

import brotli

ACCEPTED = "gzip, deflate, br"
_MOST = 1024 * 1024
"""Unpacked bytes that are kept: a small file may unpack to gigabytes."""
_START, _NULS = 400, 40
"""Bytes at the beginning, and how many of them are empty in a page in UTF-16 at least."""
_FEW = 0.1
"""Share of broken letters among those beyond ASCII that a page in UTF-8 may have."""
_LOOKED_AT = 4096
"""Characters that tell whether something is text at all."""
_ODD = re.compile("[\ufffd\x00-\x08\x0b\x0e-\x1f]")
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)


class UndecodableError(Exception):
    """The body is not packed as its header says; a browser would show an error."""


def unpack(data: bytes, encoding: str) -> bytes:
    """Undo the content encodings; a body that was cut off gives what there is of it."""
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if not data:
            break
        if name in {"gzip", "x-gzip"}:
            data = _inflate(data, 31)
        elif name == "deflate":
            # Both forms are in use: with zlib's header, as the standard says, and without.
            try:
                data = _inflate(data, 15)
            except UndecodableError:
                data = _inflate(data, -15)
        elif name == "br":
            try:
                data = brotli.Decompressor().process(data, output_buffer_limit=_MOST)
            except brotli.error:
                raise UndecodableError(name) from None
        elif name == "zstd" and data.startswith(b"\x28\xb5\x2f\xfd"):
            raise UndecodableError(name)  # never asked for
    return data


def _inflate(data: bytes, window: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(data, _MOST)
    except zlib.error:
        raise UndecodableError("zlib") from None


def text_of(data: bytes, content_type: str) -> str:
    """The text of a page.

    UTF-8 that is valid is UTF-8, whatever was declared: umlauts hardly ever make valid UTF-8 by
    chance, and servers often declare their default over what the file is.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):  # fmt: skip
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if b"\x00" in data[:200] and data[:_START].count(0) > _NULS:
        return data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")  # the last letter was cut
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad <= _FEW * (len(data) - len(text) + bad):
        return text  # letters cut in two, or a byte lost on the way: browsers show one sign
    said = re.search(r"charset\s*=\s*[\"']?([\w:.-]+)", content_type, re.IGNORECASE)
    meta = _META.search(data[:4096])
    for name in (said[1] if said else "", meta[1].decode() if meta else ""):
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if codec.name not in {"utf-8", "ascii", "iso8859-1"} and not codec.name.startswith("utf"):
            try:
                return data.decode(codec.name, "replace")
            except (LookupError, ValueError):  # a codec that is none for text, such as hex
                continue
    return data.decode("cp1252", "replace")


def garbage(text: str) -> float:
    """The share of characters that no text has: bytes that were packed and did not say so."""
    start = text[:_LOOKED_AT]
    odd = len(_ODD.findall(start))
    # A packed body that was taken for cp1252 shows in letters that no page mixes so.
    packed = text.startswith(("\x1f\x8b", "\x1f‹", "(\xb5/\xfd", "(\ufffd/\ufffd", "\x1f\ufffd"))
    return 1.0 if packed else odd / max(1, len(start))
