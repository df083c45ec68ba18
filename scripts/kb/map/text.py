"""Measures and wraps text without a browser."""

from __future__ import annotations

from functools import cache

# Widths of a semibold letter in hundredths of its size, from DejaVu Sans Bold: the widest of the
# system fonts that a reader is likely to have, so that what fits in it fits in all of them.
_WIDTHS = {
    35: "'ijl ",
    38: "IJ/,.",
    46: "-f()",
    50: "tr–",
    60: "zcs",
    68: "LvxyakåäeEFT",
    73: "oö0123456789hnubdgpqSYCPZ",
    77: "BAKRVXÅÄ",
    85: "UGDHNOQÖ",
    95: "w",
    110: "MmW",
}
_UNKNOWN = 110


@cache
def _letter(char: str) -> int:
    return next((width for width, chars in _WIDTHS.items() if char in chars), _UNKNOWN)


def text_width(text: str, size: float) -> float:
    """The most room that `text` takes at a font size, in the size's unit."""
    return sum(map(_letter, text)) * size / 100


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """`text` in lines no wider than `width`; a word that is wider still is hyphenated."""
    lines: list[str] = []
    for piece in (piece for word in text.split() for piece in _pieces(word, size, width)):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and not lines[-1].endswith("\u00ad") and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(line.replace("\u00ad", "-") for line in lines)


def _pieces(word: str, size: float, width: float) -> list[str]:
    """A word cut where it outgrows the line; a soft hyphen marks each cut."""
    pieces: list[str] = []
    while text_width(word, size) > width and len(word) > 1:
        end = max(1, next(n for n in range(len(word), 0, -1) if _fits(word[:n], size, width)))
        pieces.append(word[:end] + "\u00ad")
        word = word[end:]
    return [*pieces, word]


def _fits(part: str, size: float, width: float) -> bool:
    return len(part) == 1 or text_width(f"{part}-", size) <= width
