"""The OpenSearch description, by which a browser adds the site as a search engine."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kb.model.base import Lang
from kb.model.knowledge import Knowledge


def description(knowledge: Knowledge, lang: Lang, name: str, address: str) -> str:
    """The description of one language's search.

    Args:
        knowledge: The content, for the words.
        lang: The language of the search.
        name: The site's name; browsers show at most its first 16 characters as a short name.
        address: The site's absolute address, with or without a slash at its end.
    """
    place = f"{address.rstrip('/')}/{knowledge.languages.root(lang)}"
    results = knowledge.county.pages.search
    # Behind the `#`, so that no browser sends the query to the server.
    query = f"{results.removesuffix('.md')}/#q=" if results else "?q="
    icon = address.rstrip("/") + "/assets/images/favicon.svg"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(name[:16].strip())}</ShortName>
  <LongName>{escape(name[:48].strip())}</LongName>
  <Description>{escape(knowledge.labels["search-label"].get(lang))}</Description>
  <Language>{lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">{escape(icon)}</Image>
  <Url type="text/html" method="get" template={quoteattr(place + query + "{searchTerms}")}/>
</OpenSearchDescription>
"""
