"""Shortens the names of variables in a script, so that it is lighter to fetch.

Not a parser: it touches only names that a script declares and uses as nothing but variables. A
name that is also a property, a key or a shorthand (`a.name`, `{name: 1}`, `{name}`) stays, because
others may know it by that name. So every use of a name that is changed is changed alike, in every
scope.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, product
from string import ascii_letters

# A string, a regular expression, a name with what makes it a property, space, any other sign.
_TOKEN = re.compile(
    r"""
    "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `
    | (?:(?<![\w)\]"'])|(?<=return))/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*
    | [#.]?[A-Za-z_$][\w$]* | \s+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
_RESERVED = re.compile(
    "as|async|await|break|case|catch|class|const|continue|default|delete|do|else|extends|false|"
    "finally|for|from|function|get|if|import|in|instanceof|is|let|new|null|of|return|set|static|"
    "super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield"
)
_NAME = re.compile(r"[A-Za-z_]\w*")
_DECLARED = re.compile(r"\b(?:const|let|function\*?|class)\s+([A-Za-z_]\w*)")
# Several names at once: taken from a list, or the parameters of a function. What stands in the
# brackets of a statement is not declared there.
_LISTED = re.compile(
    r"\b(?:const|let)\s+\[([^\]]*)\]"
    r"|(?<!\bif)(?<!\bfor)(?<!\bwhile)(?<!\bswitch)\(([\w,]*)\)(?:=>|\{)"
)


def shorten(script: str) -> str:
    """`script` with short names for its variables.

    Raises:
        ValueError: When the script has a template string, whose inside is not read here.
    """
    tokens = _TOKEN.findall(script)
    if "`" in tokens:
        raise ValueError("template strings are not for scripts whose names are shortened")
    counts = Counter(token for token in tokens if _NAME.fullmatch(token))
    names = _declared(script) - _kept(tokens)
    new = (
        short for short in _short_names() if short not in counts and not _RESERVED.fullmatch(short)
    )
    chosen = {name: next(new) for name, _ in counts.most_common() if name in names}
    return "".join(chosen.get(token, token) for token in tokens)


def _declared(script: str) -> set[str]:
    """The names of three letters and more that the script itself declares."""
    lists = (one or other for one, other in _LISTED.findall(script))
    names = chain(_DECLARED.findall(script), *map(_NAME.findall, lists))
    return {name for name in names if len(name) > 2 and not _RESERVED.fullmatch(name)}


def _kept(tokens: list[str]) -> set[str]:
    """The names that are used as more than a variable, as far as their neighbours tell."""
    signs = ["", *(token for token in tokens if not token.isspace()), ""]
    kept = set()
    inside = [""]
    for before, token, after in zip(signs, signs[1:], signs[2:], strict=False):
        if token in {"(", "[", "{"}:
            inside.append(token)
        elif token in {")", "]", "}"}:
            inside.pop()
        elif token.startswith("."):
            kept.add(token[1:])
        elif after == ":" or (
            inside[-1] == "{" and before in {"{", ","} and after in {"}", ",", "="}
        ):
            kept.add(token)
    return kept


def _short_names() -> Iterator[str]:
    for length in (1, 2):
        yield from map("".join, product(ascii_letters, repeat=length))
