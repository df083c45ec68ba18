"""Judges pictures and attachments by their bytes, never by their names alone."""

from __future__ import annotations

import io

import imagesize

from kb.model.problem import Words

PICTURES = {".png": "PNG", ".jpg": "JPEG", ".webp": "WebP", ".avif": "AVIF"}
ATTACHMENT = ".pdf"
MAX_PICTURE = 300 * 1024
"""Bytes of a picture: it is read on a phone."""
MAX_ATTACHMENT = 2 * 1024 * 1024
"""Bytes of a PDF."""
MAX_SIDE = 8_000
"""Pixels of a side: a small file may unpack to more than a browser can hold."""
_AVIF_BRANDS = {b"avif", b"avis"}
_PDF_END_WITHIN = 1_024


def judge_picture(data: bytes, suffix: str) -> Words | None:
    """What is wrong with a picture whose name ends in `suffix`; None when nothing is."""
    named = PICTURES[suffix]
    if len(data) > MAX_PICTURE:
        return (
            f"kuva on suurempi kuin {MAX_PICTURE // 1024} kt; pienennä sitä",
            f"the picture is larger than {MAX_PICTURE // 1024} KB; make it smaller",
        )
    if _format(data) != named:
        return (
            f"tiedosto ei ole {named}-kuva, vaikka nimi sanoo niin; tallenna kuva uudelleen",
            f"the file is no {named} picture, though its name says so; save the picture again",
        )
    width, height = _size(data)
    if width < 1 or height < 1:
        return (
            "kuvan leveyttä ja korkeutta ei voi lukea; tallenna kuva uudelleen",
            "the picture's width and height cannot be read; save the picture again",
        )
    if max(width, height) > MAX_SIDE:
        return (
            f"kuvan sivu on yli {MAX_SIDE} kuvapistettä; pienennä kuvaa",
            f"a side of the picture is over {MAX_SIDE} pixels; make it smaller",
        )
    return None


def judge_attachment(data: bytes) -> Words | None:
    """What is wrong with a PDF; None when nothing is."""
    if len(data) > MAX_ATTACHMENT:
        limit = MAX_ATTACHMENT // 1024 // 1024
        return (
            f"liite on suurempi kuin {limit} Mt; pienennä sitä",
            f"the attachment is larger than {limit} MB; make it smaller",
        )
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-_PDF_END_WITHIN:]:
        return (
            "tiedosto ei ole ehjä PDF; tallenna se uudelleen PDF-muodossa",
            "the file is no whole PDF; save it as PDF again",
        )
    return None


def _format(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in _AVIF_BRANDS:
        return "AVIF"
    return None


def _size(data: bytes) -> tuple[int, int]:
    try:
        width, height = imagesize.get(io.BytesIO(data))
        return int(width), int(height)
    except Exception:  # bytes of anybody's making: whatever breaks the reader is no picture
        return -1, -1
