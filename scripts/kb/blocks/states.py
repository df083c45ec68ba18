"""What a page says of an external link that the link job found broken, and how to report one."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from urllib.parse import quote

from kb.blocks.enclose import enclose
from kb.blocks.view import PageView
from kb.model.data import Link
from kb.model.status import LinkStatus

_DOUBTED = {"suspect", "unreachable", "broken"}


def status(link: Link, page: PageView) -> LinkStatus:
    """What the link job saw of `link`, or what a person has said of it since.

    `gone` holds whatever a machine sees; `ok` until the next visit, which weighs it itself.
    """
    seen = page.site.published.get(link.id, link.url)
    word = link.settled
    if word is None or word.on > page.knowledge.today:
        return seen
    if word.verdict == "gone":
        since = seen.since if seen.broken and seen.since else word.on
        return replace(seen, status="broken", since=min(since, word.on), moved_to=None)
    if seen.checked is not None and seen.checked <= word.on and seen.status in _DOUBTED:
        return replace(seen, status="ok", since=word.on, reasons={})
    return seen


def mark_external(element: ET.Element, page: PageView) -> None:
    """Say to eye, screen reader and browser that a link leaves the site, in place."""
    element.set("rel", "external noopener")
    element.set("class", f"{element.get('class', '')} kb-external".strip())
    mark = ET.SubElement(element, "span", {"class": "kb-hidden"})
    mark.text = f" ({page.label('external-link')})"


def external(element: ET.Element, link: Link, page: PageView) -> None:
    """Turn the link `element` into one to `link`'s address, marked for eye and screen reader."""
    element.set("href", link.url)
    mark_external(element, page)
    if status(link, page).broken:
        # In the link, so that whoever moves from link to link hears it as well.
        element[-1].tail = " "
        badge = ET.SubElement(element, "span", {"class": "kb-badge"})
        badge.text = page.label("link-broken")


def instead(element: ET.Element, link: Link, page: PageView) -> None:
    """Put the archived copy and the replacement of a broken link beside `element`, in place."""
    offers: list[ET.Element] = []
    if link.archive:
        offers.append(ET.Element("a", {"href": link.archive}))
        offers[-1].text = page.label("link-archive")
        mark_external(offers[-1], page)
    if link.replaced_by:
        offers.append(ET.Element("span"))
        offers[-1].text = f"{page.label('link-replaced')}: "
        other = page.knowledge.links[link.replaced_by]
        external(_named(offers[-1], other, page), other, page)
    if not offers:
        return
    cited = enclose(element, "kb-cited", dict(element.attrib))
    beside = ET.SubElement(element, "span", {"class": "kb-cited__instead"})
    # Square, because the names of links have round ones: [Uusi osoite: Asumisen tuet (Kela)].
    cited.tail, beside.text = " ", "["
    for number, offer in enumerate(offers, start=1):
        offer.tail = "]" if number == len(offers) else " · "
        beside.append(offer)


def _named(parent: ET.Element, link: Link, page: PageView) -> ET.Element:
    element = ET.SubElement(parent, "a")
    element.text = link.title.get(page.lang)
    return element


def report_address(link: Link, page: PageView) -> str | None:
    """Where a reader reports a link: a prefilled issue, else a prefilled e-mail or a form.

    Else the page that tells how, and None where the site has none.
    """
    if page.site.repo_url:
        fields = {
            "template": "content-error.yml",
            "title": f"{page.label('links')}: {link.id}",
            "page": link.id,
            "error": link.url,
        }
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
        return f"{page.site.repo_url.rstrip('/')}/issues/new?{query}"
    told = page.knowledge.details.feedback
    if told and "@" in told:
        fields = {"subject": f"{page.label('links')}: {link.id}", "body": f"{link.url}\n\n"}
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
        return f"mailto:{told}?{query}"
    if told:
        return told
    return page.href(page.roles.feedback) if page.roles.feedback else None
