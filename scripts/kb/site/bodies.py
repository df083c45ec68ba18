"""The content of pages that the engine makes, and the links to them: what no generator does."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET

from markdown.serializers import to_html_string

from kb.blocks.calls import link_numbers
from kb.blocks.links import resolve_links
from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.site.plan import Plan, PlannedPage

# Until then it leads to itself: MkDocs takes no link without a target.
_MADE = re.compile(r'data-kb-made="([^"]+)" href="#[^"]*"')
_PAGE = re.compile(r"([^#:]*\.md)(#.*)?")


def body(site: Site, plan: Plan, page: PlannedPage) -> str:
    """The content of a page that the engine makes; empty where its template says it all.

    Args:
        site: what blocks are rendered with.
        plan: the pages, to whose addresses links are resolved.
        page: the page, which is made of another page's data.
    """
    made = page.made
    if made is None or made.of is None:
        return ""
    renderer = PageRenderer(site, made.of)
    root = ET.Element("div")
    root.extend(renderer.block(made.block))
    resolve_links(root, renderer)
    link_numbers(root, renderer)
    own = {element.get("id") for element in root.iter()}
    for link in root.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] not in own:
            href = posixpath.basename(made.of.path) + href
        link.set("href", _resolved(href, plan, page, renderer.folder))
    html = to_html_string(root)
    return html.removeprefix("<div>").removesuffix("</div>")


def _resolved(href: str, plan: Plan, page: PlannedPage, folder: str) -> str:
    """The address of a link that was written as seen from the file of the page it is made of."""
    match = _PAGE.fullmatch(href)
    if not match:
        return href
    target = plan.get(page.lang, posixpath.normpath(posixpath.join(folder, match[1])))
    return relative(target, page) + (match[2] or "") if target else href


def with_links(html: str, plan: Plan, page: PlannedPage) -> str:
    """The content of a page with the links to made pages, which generators know nothing of."""

    def href(match: re.Match[str]) -> str:
        target = plan.get(page.lang, match[1])
        return f'href="{relative(target, page)}"' if target else match[0]

    return _MADE.sub(href, html)


def relative(target: PlannedPage, page: PlannedPage) -> str:
    """The address of one page from another."""
    way = posixpath.relpath(target.url or ".", page.url or ".")
    return "./" if way == "." else f"{way}/"
