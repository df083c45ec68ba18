"""What may come from a stranger, made fit for an issue, a job's summary and its console.

GitHub reads more into text than Markdown does: mentions, references to issues and commits, words
that close issues, bare addresses and, on a job's console, commands. A quotation keeps its letters
and loses every mark that starts one of those, wherever it is shown.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_LONGEST = 120
"""Letters of a quotation: enough to know a page by."""
_ADDRESS = 2000
"""Letters of an address: no browser cuts it, an issue must."""
# The full-width forms look alike and mean nothing to GitHub.
_HARMLESS = str.maketrans({
    "@": "＠", "#": "＃", "&": "＆", "`": "ˋ", "<": "‹", ">": "›", "[": "［", "]": "］",
    "|": "｜", "*": "＊", "_": "＿", "~": "～", "\\": "＼", "{": "｛", "}": "｝", "$": "＄",
})  # fmt: skip
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]+|\\s+"
)
_WEB = re.compile(r"https?://[^/?#@\s]+(?:[/?#]|$)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"https?://(?:[\w-]+\.)*github\.com(?::\d+)?/[^/]+/[^/]+/(?:issues|pull|discussions|commit)/",
    re.IGNORECASE,
)
_ENDS = re.compile(f'(?:[<>"`]|{_INVISIBLE.pattern})')
"""What would end a link between angle brackets, or cannot be seen in it."""
_ENTITY = re.compile(r"&#?\w+;")
_WWW = re.compile(r"\b(www)\.", re.IGNORECASE)
_GH = re.compile(r"\b(GH)-(?=\d)", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b", re.IGNORECASE)
_COLON = re.compile(r":(?=\S)")
"""Of an address, an emoji or a command; a colon before a space is only punctuation."""
_DOMAIN = re.compile(r"(?<=\w)\.(?=[a-z]{2,})", re.IGNORECASE)


def quoted(text: str) -> str:
    """A stranger's words: on one line, short, and without a mark that anything acts on."""
    flat = _INVISIBLE.sub(" ", text).strip()
    flat = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    flat = _COMMIT.sub(lambda match: "·".join(re.findall(".{1,6}", match[0])), flat)
    flat = _COLON.sub("：", flat)
    flat = _DOMAIN.sub("．", _GH.sub("\\1‑", _WWW.sub("\\1．", flat)))
    return flat.translate(_HARMLESS)


def code(text: str) -> str:
    """An address or id as inline code, in which nothing is markup and from which it can be copied.

    A grave accent would end it: in an address, `%60` means the same.
    """
    flat = _INVISIBLE.sub(" ", text).strip().replace("`", "%60")
    return f"`{flat[:_ADDRESS]}`"


def address(text: str) -> str:
    """An address as a link: it can be clicked, and is shown and copied as it is.

    One that GitHub would take for a reference to somebody's work, that hides its host behind
    another, that has an entity in it, that is no web address or that is cut stays inline code.
    """
    flat = text.strip()
    plain_web = _WEB.match(flat) and not _REFERENCE.match(flat) and not _ENTITY.search(flat)
    if not plain_web or len(flat) > _ADDRESS:
        return code(text)
    return f"<{_ENDS.sub(lambda match: quote(match[0]), flat)}>"


def plain(text: str) -> str:
    """The register's own words in Markdown: nothing in them is markup, a mention or an entity."""
    flat = _INVISIBLE.sub(" ", text).strip().replace("&", "&amp;")
    return re.sub(r"([@#])", "\\1\u2060", re.sub(r"([\\`*_{}\[\]<>|~])", r"\\\1", flat))


def on_console(text: str) -> str:
    """A line for a terminal or a job's console, where `::error` and `##[error]` are commands."""
    return _INVISIBLE.sub(" ", text).replace("::", "：：").replace("##[", "＃＃［")
