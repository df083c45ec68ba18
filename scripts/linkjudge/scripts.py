"""Where a page's scripts send its reader at once, as far as their text tells without running it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from linkjudge.refresh import PATIENCE
from linkjudge.texts import clean

_MOST_SCRIPTS, _LONGEST, _MOST_FUNCTIONS = 20, 4000, 40
"""Scripts of a page, letters of a script and functions in it that are looked at."""
_MOST_ADDRESSES = 4
"""Addresses that one script tries."""
_NAME = r"(?<![\w.$])(?:(?:window|document|self|top|parent)\s*\.\s*)*location"
_WORD = r"""(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|`[^`$\n]{0,2000}`)"""
_SUM = rf"{_WORD}(?:\s*\+\s*(?:{_WORD}|(?:window\.)?location\.(?:search|hash)))*"
# An address put together of more than words and its own query is known to the script alone.
_LOCATION = re.compile(
    rf"(?:{_NAME}|window\[['\"]location['\"]\])\s*"
    r"(?:(?:\.\s*(?:href|pathname))?\s*=(?!=)\s*|\.\s*(?:replace|assign)\s*\(\s*)"
    rf"({_SUM})(?!\s*\+)"
)
_LOCATION_NAME = re.compile(
    rf"{_NAME}(?:(?:\.href)? ?= ?|\.(?:replace|assign) ?\( ?)([A-Za-z_$][\w$]{{0,40}})\b(?! ?[.(+])"
)
_ARGUMENTS = r"\([^()]{0,200}\)"
_FUNCTION = re.compile(
    rf"\bfunction ([\w$]+) ?{_ARGUMENTS} ?\{{"
    rf"|\b(?:const|let|var) ([\w$]+) ?= ?(?:async )?(?:function ?)?(?:{_ARGUMENTS}|[\w$]+)"
    r" ?(?:=> ?)?\{"
    rf"|([\w$]+) ?: ?(?:async )?function ?{_ARGUMENTS} ?\{{"
    rf"|[{{,}}] ?(?!(?:if|for|while|switch|catch|function)\b)([\w$]+) ?{_ARGUMENTS} ?\{{"
    rf"|\b(catch) ?(?:{_ARGUMENTS})? ?\{{"
)
# What waits for the reader's hand is no redirect; what waits for the page is one.
_BY_HAND = re.compile(
    r"\bif ?\(|addEventListener ?\( ?['\"](?!load|DOMContentLoaded|pageshow|readystatechange)"
    r"|\.(?:on|bind|one|delegate) ?\( ?['\"](?!load|ready)|\.(?:click|submit|change|keyup) ?\("
    r"|\bon(?:click|submit|change|key\w+|touch\w+|mouse\w+) ?="
)


def script_redirect(scripts: list[str]) -> tuple[list[str], str | None]:
    """Where a page's scripts send its reader at once, and the cookie they set before.

    Several addresses are tried one after the other: an app, then the page for who lacks it. An
    empty one is the page itself, asked for again.
    """
    # A redirect is short. What is longer, or hangs on a condition or a click, is no redirect
    # that every reader meets; and a long script could keep these patterns busy for minutes.
    short = [
        clean(re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", " ", script, flags=re.DOTALL))
        for script in scripts[:_MOST_SCRIPTS]
        if len(script) <= _LONGEST
    ]
    words = Counter(re.findall(r"[\w$]+", " ".join(short)))
    for script in short:
        plain = _without_idle(script, words)
        if _BY_HAND.search(plain) or _late(plain):
            continue
        cookie = re.search(r"document\.cookie ?= ?['\"]([^'\";]{1,500})", plain)
        said = cookie[1] if cookie else None
        matches = list(islice(_LOCATION.finditer(plain), _MOST_ADDRESSES))
        if matches and plain[: matches[0].start()].rstrip(" (").endswith(("&&", "||", "?", ":")):
            continue
        if found := [to for match in matches if (to := _joined(match[1]))]:
            return found, said
        if (by_name := _LOCATION_NAME.search(plain)) and (
            value := re.search(rf"(?<![\w.$]){re.escape(by_name[1])} ?= ?({_SUM})(?! ?\+)", plain)
        ):
            return [_joined(value[1])], said
        if cookie and re.search(r"location\.reload ?\(", plain):
            return [""], said
    return [], None


def _late(script: str) -> bool:
    """Whether the script waits longer than any reader: it logs out, or renews the page."""
    waits = re.findall(r"set(?:Timeout|Interval) ?\(.{0,2000}?, ?(\d{1,9}) ?\)", script)
    return any(int(wait) > PATIENCE * 1000 for wait in waits)


def _joined(words: str) -> str:
    """The text that a sum of quoted words makes."""
    return "".join(word[1:-1] for word in re.findall(_WORD, words)).replace("\\/", "/")


def _without_idle(script: str, words: Counter[str]) -> str:
    """A script without the functions that nothing calls: a button's, not the page's own."""
    for match in reversed(list(islice(_FUNCTION.finditer(script), _MOST_FUNCTIONS))):
        name = next(filter(None, match.groups()))
        given = script[: match.start()].rstrip().endswith(("(", ","))
        if name != "catch" and (words[name] > 1 or (given and match[1])):
            continue  # called by its name, or given to what calls it
        depth, end = 1, match.end()
        while depth and end < len(script):
            depth += {"{": 1, "}": -1}.get(script[end], 0)
            end += 1
        script = script[: match.start()] + script[end:]
    return script
