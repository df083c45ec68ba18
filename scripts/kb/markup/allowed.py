"""What may stand in the HTML of the site: elements, their attributes, the values of these.

Two lists. `TEXT` is what an editor's Markdown becomes; `PAGE` adds what the templates of our own
blocks put around it. Whatever is in neither is not published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.model.base import OWN_SCHEMES, SLUG

Values = re.Pattern[str]
Allowed = Mapping[str, Mapping[str, Values]]
"""Elements with their attributes, and the pattern that an attribute's whole value matches."""

_SLUG = SLUG.strip("^$")
# Python-Markdown numbers equal headings with an underscore; the Finnish page's ids replace these.
_ID = rf"{_SLUG}(?:_[0-9]+)?"
# A segment never begins with a slash, so that no path is one of another host or of the root.
_PATH = rf"(?:\.\./)*(?:{_SLUG}/)*{_SLUG}"


def _values(pattern: str) -> Values:
    return re.compile(pattern)


_ANY = _values(r"[^\x00-\x1f]*")
_NUMBER = _values(r"-?[0-9]{1,6}(?:\.[0-9]{1,3})?")
IDENT = _values(_ID)
_FILE = r"(?:\.\./)*(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*"
_MAIL = r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
TARGET = _values(
    rf"(?:{'|'.join(OWN_SCHEMES)}):{_SLUG}|#{_ID}|{_PATH}\.md(?:#{_ID})?|{_FILE}\.pdf|{_MAIL}"
)
"""What a link in a text may lead to; that a mail address is the one that is read, `kb check` sees
to (`kb.checks.targets`)."""
PICTURE = _values(rf"{_FILE}\.(?:png|jpg|webp|avif)")

_HEADING = {"id": IDENT}
_CELL = {"align": _values("left|right|center")}
# What the highlighter makes of code: short names of its own, never a class of ours.
_CODE_BOX = {"class": _values(r"(?:language-[a-z0-9+#-]{1,20} )?highlight")}
_WORD = r"(?:[a-z]{1,2}[a-z0-9]?(?:-[A-Z][A-Za-z]+)*)"
_CODE_WORD = {"class": _values(rf"{_WORD}(?: {_WORD})*")}

TEXT: Allowed = {
    **{f"h{level}": _HEADING for level in range(1, 7)},
    "a": {"href": TARGET},
    "img": {"src": PICTURE, "alt": _ANY},
    "ol": {"start": _NUMBER},
    "th": _CELL,
    "td": _CELL,
    "div": _CODE_BOX,
    "span": _CODE_WORD,
    **{
        name: {}
        for name in (
            "p", "ul", "li", "blockquote", "pre", "code", "em", "strong", "br", "hr",
            "table", "thead", "tbody", "tr",
        )
    },
}  # fmt: skip
"""What the Markdown of a page, of a text in its front matter or of a register may become."""

# Where a link of a page leads once it is resolved: an address of the register, a mail address of
# the owner, or a place on this site.
_ADDRESS = _values(
    r"https?://[^\s/@\\?#]+(?:[/?#][^\s\\]*)?|mailto:[^\s@:/]+@[^\s@:/]+|tel:\+?[0-9]{3,15}"
    r"|(?!//)[^\s:\\?]*(?:[?#][^\s\\]*)?"
)
_CLASS = _values(rf"(?:(?:kb-[a-z0-9_-]+|highlight|language-[a-z0-9+#-]{{1,20}}|{_WORD})(?: |$))*")
_COMMON: Mapping[str, Values] = {
    "id": _values(r"[a-z0-9]+(?:[-_][a-z0-9]+)*"),
    "class": _CLASS,
    "hidden": _values("|hidden"),
    "lang": _values("[a-z]{2,3}"),
    "role": _values("[a-z]+"),
    "tabindex": _values("0|-1"),
}
_SHARED = re.compile(r"(?:aria|data)-[a-z0-9-]+")
_SCRIPTED = re.compile(r"data-(?:md|clipboard).*")
"""What the theme's own script acts upon."""
_BLOCKS: Allowed = {
    "a": {"href": _ADDRESS, "rel": _values(r"[a-z ]+")},
    "img": {"src": _values(r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z0-9]+")},
    "button": {"type": _values("button|submit|reset")},
    "form": {
        "action": _values(r"\./"), "method": _values("get"), "autocomplete": _values("off"),
    },
    "input": {
        "type": _values("search|radio|checkbox"), "name": _ANY, "value": _ANY,
        "placeholder": _ANY, "autocomplete": _values("off"), "checked": _ANY,
    },
    "label": {"for": IDENT},
    "progress": {"max": _NUMBER, "value": _NUMBER},
    "th": {"scope": _values("col|row")},
    "time": {"datetime": _values(r"[0-9-]+")},
    "svg": {"viewbox": _values(r"[0-9. -]+")},
    "path": {"d": _values(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,+-]*")},
    "rect": dict.fromkeys(("x", "y", "width", "height", "rx"), _NUMBER),
    "text": {
        "x": _NUMBER, "y": _NUMBER, "transform": _values(r"rotate\([0-9. -]+\)"),
    },
    "tspan": {"x": _NUMBER, "y": _NUMBER},
    **{
        name: {}
        for name in (
            "aside", "dd", "details", "dl", "dt", "fieldset", "g", "legend", "section", "small",
            "summary",
        )
    },
}  # fmt: skip
PAGE: Allowed = {
    name: {**TEXT.get(name, {}), **_COMMON, **_BLOCKS.get(name, {})} for name in {*TEXT, *_BLOCKS}
}
"""What a whole page may be, our blocks included, once its links are resolved."""


def refused(allowed: Allowed, element: str, attribute: str, value: str) -> bool:
    """Whether an attribute with this value may not stand on an element that is itself allowed."""
    values = allowed[element].get(attribute)
    if values is not None:
        return not values.fullmatch(value)
    shared = _SHARED.fullmatch(attribute) and not _SCRIPTED.fullmatch(attribute)
    return allowed is not PAGE or not shared
