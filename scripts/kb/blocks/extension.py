"""The Python-Markdown extension: what a page's data adds to its text.

It does five things to a page, none of which needs MkDocs: takes an editor's own HTML away
(`kb.markup`), gives the headings the ids of the source page, puts the blocks of the page's own
data around the body, replaces `<!-- kb:name -->` markers by blocks, and turns `link:`, `change:`
and `reference:` targets into addresses. Links to other pages stay `x.md`; the generator resolves
them.

Configuration: `page`, the renderer of the page's blocks. Without one (a text that is no page of the
site) it completes nothing, and what the text says stays as safe as on a page.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from kb.blocks import contents
from kb.blocks.calls import link_numbers
from kb.blocks.links import resolve_links
from kb.blocks.page import PageRenderer
from kb.load.outline import MARKER
from kb.markup.allowed import IDENT
from kb.markup.parser import tame
from kb.model.blocks import BLOCKS

# Python-Markdown takes STX and ETX out of every text first, so no editor can write these.
_PLACEHOLDER = f"{STX}kb-block-{{}}{ETX}"
_PLACEHOLDER_RE = re.compile(_PLACEHOLDER.format("([a-z-]+)"))


class _MarkerPreprocessor(Preprocessor):
    """Turns markers into paragraphs of their own, or takes them out where there is no page.

    Of a page only those that its outline has: what another parser takes for code stays code, and
    no block is called for that the checks did not see.
    """

    def __init__(self, md: Markdown, page: PageRenderer | None) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """The lines, markers replaced."""
        result: list[str] = []
        found = (MARKER.fullmatch(line.rstrip()) for line in lines)
        left = Counter(match.group(1) for match in found if match)
        if self.page:
            left &= Counter(name for name, _ in self.page.document.outline.markers)
        for line in lines:
            match = MARKER.fullmatch(line.rstrip())
            if match and match.group(1) in BLOCKS and left[match.group(1)]:
                left[match.group(1)] -= 1
                placeholder = _PLACEHOLDER.format(match.group(1)) if self.page else ""
                result += ["", placeholder, ""]
            else:
                result.append(line)
        return result


class _PageTreeprocessor(Treeprocessor):
    """Completes the tree of one page."""

    def __init__(self, md: Markdown, page: PageRenderer) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: ET.Element) -> None:
        """Complete `root` in place."""
        headings = [element for element in root.iter() if re.fullmatch(r"h[1-6]", element.tag)]
        # Never by position over a difference: an anchor stays with its heading.
        if [_squeezed("".join(h.itertext())) for h in headings] == [
            _squeezed(heading.text) for heading in self.page.document.outline.headings
        ]:
            for element, ident in zip(headings, self.page.heading_ids(), strict=False):
                if IDENT.fullmatch(ident):  # any other was told by `kb check`
                    element.set("id", ident)
        self._markers(root)
        self._around(root)
        self._tables(root)
        contents.fill(root)
        resolve_links(root, self.page)
        link_numbers(root, self.page)

    def _markers(self, root: ET.Element) -> None:
        for number, element in reversed(list(enumerate(root))):
            match = _PLACEHOLDER_RE.fullmatch((element.text or "").strip())
            if match and element.tag == "p" and not len(element):
                root.remove(element)
                for part in reversed(self.page.block(match.group(1))):
                    root.insert(number, part)

    def _tables(self, root: ET.Element) -> None:
        """Let a wide table scroll in a box of its own, by keyboard too, never the page."""
        for number, element in enumerate(root):
            if element.tag == "table":
                element.set("class", "kb-grid kb-grid--stack")
                _name_rows(element)
                _name_cells(element)
                box = ET.Element("div", {"class": "kb-table", "tabindex": "0"})
                box.append(element)
                root[number] = box

    def _around(self, root: ET.Element) -> None:
        body = list(root)
        first = next((n for n, element in enumerate(body) if element.tag == "h1"), -1) + 1
        # Where the page's own text begins: `bench.answers` measures how far down that is. What
        # stands for a block of code is none of these: it would not be taken out of its paragraph.
        if body[first:] and HTML_PLACEHOLDER_RE.fullmatch(body[first].text or "") is None:
            body[first].set("data-kb-text", "")
        for part in reversed(self.page.before()):
            root.insert(first, part)
        root.extend(self.page.after())
        if self.page.is_home:
            self._hero(root)

    def _hero(self, root: ET.Element) -> None:
        """Gather what comes before the first subheading into the front page's banner."""
        hero = ET.Element("div", {"class": "kb-hero"})
        for element in list(root):
            if element.tag in {"h2", "section"}:
                break
            root.remove(element)
            hero.append(element)
        root.insert(0, hero)


def _name_cells(table: ET.Element) -> None:
    """Tell each cell its heading: on a phone rows are blocks, and headings have no place."""
    # Every cell of the head: an empty corner is no heading any more.
    names = ["".join(cell.itertext()).strip() for cell in table.iterfind("thead/tr/*")]
    for row in table.iterfind("tbody/tr"):
        for name, cell in list(zip(names, row, strict=False))[1:]:
            if name and cell.tag == "td":
                cell.set("data-label", name)


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _name_rows(table: ET.Element) -> None:
    """Where the first heading is left empty, the first column names the rows: say so.

    Markdown has no row headings, and an empty heading has nothing to read out.
    """
    corner = table.find("thead/tr/th")
    if corner is None or len(corner) or (corner.text or "").strip():
        return
    corner.tag = "td"
    for row in table.iterfind("tbody/tr"):
        first = row.find("td")
        if first is not None:
            first.tag = "th"
            first.set("scope", "row")


class KnowledgeExtension(Extension):
    """See the module's own description."""

    def __init__(self, **kwargs: Any) -> None:
        # Not None: Python-Markdown would make a truth value of whatever is given.
        self.config = {"page": ["", "The `PageRenderer` of the page"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Make the parser safe, and register the processors where there is a page to complete."""
        tame(md)
        page: PageRenderer | None = self.getConfig("page") or None
        # After fenced code (25), where comments in code are out of reach.
        md.preprocessors.register(_MarkerPreprocessor(md, page), "kb-markers", 22)
        if page is None:
            return
        # After the headings' own ids (8), before the table of contents (5) and MkDocs' links (0).
        md.treeprocessors.register(_PageTreeprocessor(md, page), "kb-page", 6)
