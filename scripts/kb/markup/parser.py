"""Python-Markdown as this site uses it: which syntax there is, and no HTML of an editor's own.

A `<tag>` in a text is shown as it was typed, comments too. Of attribute lists one form is left:
`{#id}` at the end of a heading. Anything else in braces is text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from kb.markup.allowed import IDENT
from kb.markup.mail import MailLinks

EXTENSIONS = ("sane_lists", "tables", "toc", "pymdownx.superfences")
CONFIGS: dict[str, dict[str, Any]] = {
    # `align` instead of a style, which the policy of the site refuses.
    "tables": {"use_align_attribute": True},
    "toc": {"toc_depth": "2-3"},
}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_TYPED_ID = re.compile(rf" +\{{#({IDENT.pattern})\}} *$")


class _HeadingIds(Treeprocessor):
    """Takes `{#id}` from the end of a heading and gives the heading that id."""

    def run(self, root: ET.Element) -> None:
        """Complete the headings below `root` in place."""
        for element in root.iter():
            if element.tag in _HEADINGS:
                self._heading(element)

    def _heading(self, element: ET.Element) -> None:
        last = element[-1] if len(element) else None
        text = (element.text if last is None else last.tail) or ""
        match = _TYPED_ID.search(text)
        if not match:
            return
        element.set("id", match.group(1))
        # Markdown lets a heading end in number signs; behind the id nobody has taken them off.
        rest = text[: match.start()].rstrip("#").rstrip()
        if last is None:
            element.text = rest
        else:
            last.tail = rest


def tame(md: Markdown) -> None:
    """Give `md` the site's syntax, and take raw HTML away from it."""
    md.registerExtensions(EXTENSIONS, CONFIGS)
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    # Below code, links and `<…>` (who have 190 to 110), above emphasis (60).
    md.inlinePatterns.register(MailLinks(), "kb-mail", 65)
    # Where attribute lists would be read: after the inline patterns, before the table of contents.
    md.treeprocessors.register(_HeadingIds(md), "kb-heading-ids", 8)
