"""Whatever an editor does to a file, `kb check` answers in its own form and never breaks.

The mutations are made by a seeded generator, so that a failure can be had again by its number.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from sample_site import COUNT, COUNTY, LINE, check, copy_county

FILES = sorted(
    path.relative_to(COUNTY)
    for pattern in ("mkdocs.yml", "data/*.yml", "docs/**/*.md")
    for path in COUNTY.glob(pattern)
)
ROUNDS = 30 if "KB_AUDIT" in os.environ else 2
"""Of as many broken copies each; more of them every night, in `make audit`."""
PER_ROUND = 40
ODD_VALUES = ("[]", "[1, [a]]", "{}", "{a: {b: 1}}", "17", "1.5", "null", "true", "''", '"\\n"',
              "*x", "&x [*x]", "!!int x", "|\n  a\n  b", "@", "2026-02-30", "{{ x }}", "a: b",
              "https://x.fi/", "[x](y)", "<b>", "\u2028", "~", "- a", "%20", "x" * 300)  # fmt: skip
ODD_BYTES = b"\x00\x07\t\n\r #:-[]{}&*!|>'\"%@`()<\\\x85\xa0\xe4\xff\xfe\xc3"
ODD_TEXTS = ("[](", "![](%00.png)", "![a](" + "b" * 300 + ".png)", "[a](%0A)", "[a](//x)", "<a",
             "{#mita}", "<!-- kb:", "<!-- kb:criteria -->", "[x]: y", "###### a", "#", "```",
             "> # a", "    - a", "|a|\n|-|", "[a](x.md#%C3%A4)", "[a](../../../x.md)", "---",
             "\u2028", "\x0c", "[a](link:)", "[a](:)", "[a](x:y)", "[a](change:alue)")  # fmt: skip


def delete_lines(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    first = dice.randrange(len(lines))
    del lines[first : first + dice.randint(1, 4)]
    return b"\n".join(lines)


def duplicate_line(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    return b"\n".join(lines)


def truncate(text: bytes, dice: random.Random) -> bytes:
    return text[: dice.randrange(len(text) + 1)]


def flip(text: bytes, dice: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(dice.randint(1, 5)):
        changed[dice.randrange(len(changed))] = dice.choice(ODD_BYTES)
    return bytes(changed)


def odd_value(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    fields = [number for number, line in enumerate(lines) if b":" in line]
    if fields:
        number = dice.choice(fields)
        value = dice.choice(ODD_VALUES).encode()
        lines[number] = lines[number].partition(b":")[0] + b": " + value
    return b"\n".join(lines)


def odd_text(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    lines.insert(dice.randrange(len(lines) + 1), dice.choice(ODD_TEXTS).encode())
    return b"\n".join(lines)


def indent(text: bytes, dice: random.Random) -> bytes:
    lines = text.split(b"\n")
    number = dice.randrange(len(lines))
    lines[number] = b" " * dice.randint(1, 3) + lines[number]
    return b"\n".join(lines)


MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [
    delete_lines, duplicate_line, truncate, flip, odd_value, odd_value, odd_text, indent,
]  # fmt: skip


def files_in(root: Path) -> dict[str, int]:
    """The number of lines of every file of the site; at least one."""
    return {
        path.relative_to(root).as_posix(): max(path.read_bytes().count(b"\n") + 1, 1)
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("number", range(ROUNDS))
def test_mutations(number: int, tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    dice = random.Random(number)  # noqa: S311 - repeatable, not secret
    for step in range(PER_ROUND):
        chosen = dice.sample(FILES, dice.choice((1, 1, 2)))
        for name in chosen:
            text = (COUNTY / name).read_bytes()
            for _ in range(dice.choice((1, 1, 1, 3))):
                text = dice.choice(MUTATIONS)(text, dice) or b"\n"
            (root / name).write_bytes(text.replace(b"\r", b"\n"))
        result = check(root)
        about = f"round {number}, step {step}, {[str(name) for name in chosen]}"
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            about,
            result.exc_info,
        )
        *lines, last = result.stdout.splitlines()
        assert COUNT.match(last), about
        lengths = files_in(root)
        for line in lines:
            match = LINE.match(line)
            assert match, (about, line)
            assert int(match["line"]) <= lengths.get(match["file"], 1), (about, line)
        for name in chosen:
            (root / name).write_bytes((COUNTY / name).read_bytes())
