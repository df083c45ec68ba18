"""Signs that a page says of itself that there is nothing: not found, removed, closed."""

from __future__ import annotations

import re

from linkjudge.page import Page
from linkjudge.signs.common import any_of, headings, is_all, says_early, states
from linkjudge.signs.gone_words import EXCLAMATION, NOT_FOUND, NOT_FOUND_IN, TO_READER
from linkjudge.signs.statements import nothing_there
from linkjudge.titles import fold, parts

_BOTH = 3000
"""Letters of running text beside a title and a heading that both say it: an error page with a
site's news below; an article of that name is longer."""
_ONE_AND_SAID, _ONE = 1500, 700
"""The same where only one of them says it, with and without a sentence to the reader."""
_PARAGRAPHS = 5
"""Paragraphs from which on it is an article."""
_SENTENCE_PARAGRAPHS = 10
"""The same where a heading says it in a whole sentence, which names no article."""
_EXCLAIMS = 3
"""Words of an exclamation."""
_SAID, _SAID_PARAGRAPHS = 500, 3
"""Letters and paragraphs of running text of a page that says it in its text alone."""
_ARTICLE = 150
"""Letters from which on a page about pages not found is one to be read."""
_THIN = 120
"""Letters of a page that its scripts fill: what it says stands in its data."""
_NOTE = 500
"""Bytes of a text or JSON answer that says only this."""

_MARKS = any_of(
    r"<meta[^>]{1,80}prerender-status-code[^>]{1,40}[\"'](?:404|410)",
    r"<meta[^>]{1,40}next-error[^>]{1,40}not-found",
    r"<(?:body|html|main)\b[^>]{0,600}\bclass=[\"'][^\"']{0,600}(?<![\w-])(?:error-?404|"
    r"error-404-page|"
    r"page-?not-?found|page-?404|http-?404|status-?404|path-404|not-found-page|is-404|template-404)"
    r"(?![\w-])",
    r"next_http_error_fallback;404|next_not_found",
    r"__next_data__[^<]{0,40}>[^<]{0,300}\"page\":\"/(?:404|_error)\"|\"page\":\"/404\",\"query\"",
    r"window\.pagepath=\"/404",
    r"error:\{[^{}]{0,300}statuscode:\s?404|\"error\":\{[^{}]{0,300}\"status(?:code)?\":\s?404",
    r"status:\s?404,\s*(?:error|data|node_ids)|error:\s?\{message:\s?\"not found\"\}",
    r"datalayer[^<]{0,20}(?:push\(|=)[^<]{0,800}(?:page_?type|page_?category|page_?template|"
    r"status_?code|http_?status|error_?code|event)[\"']?\s?:\s?[\"']?(?:404|error ?404|not.?found|"
    r"page.?not.?found|pagenotfound)\b",
    r"\"playabilitystatus\":\{\"status\":\"(?:error|unplayable)\"",
)
"""In the HTML of pages not found, and of no others: what their makers tell machines."""

_DATA = re.compile(
    r"(?i)\"(?:reason|message|error|errormessage|error_message|errortitle|error_title|statustext|"
    r"status_message|simpletext|headline|heading|subtitle|description|title|text|content|"
    r"og:title)\""
    r"\s?:\s?\"([^\"\\]{4,160})\""
)
"""Texts in a page's data, where its scripts take them from."""
_STATUS = re.compile(
    r"\"(?:status|statuscode|status_code|httpstatus|code|errorcode|error_code|error|"
    r"__typename)\"\s?:\s?\"?(?:404|410|not_?found|not-found|deleted|removed|"
    r"gone|"
    r"expired|itemnotfound|item_not_found|notfounderror|resourcenotfound|closed|unavailable|"
    r"no_longer_available)\"?[,}\s]"
)
_HANGS = re.compile(r"\b(?:jos|ellei|mikali|if|unless|om|evaste\w*|cookies?|kakor|suostumu\w*)\b")
"""What a sentence hangs on that does not tell of the page itself."""
_SITE = 4
"""Words of a part of a title that may be a site's name."""
_MOST_TEXTS = 400
_DICTIONARY = 3
"""Different sentences of this kind in a page's data are its dictionary, not its news."""


def not_found(page: Page) -> bool:
    """The page says that it is not there."""
    title = any(_says_only(part) for part in _own_parts(page.title))
    heading = any(_says_only(text) for text in headings(page))
    to_reader = says_early(TO_READER, page)
    if title and heading:
        return to_reader or (page.paragraphs < _PARAGRAPHS and len(page.prose) < _BOTH)
    if _MARKS.search(page.html):
        return True
    if len(page.main) < _THIN and not page.lead and _in_data(page):
        return True
    about = any(_about_not_found(text) for text in (page.title, *headings(page)))
    if about and not heading and len(page.prose) > _ARTICLE:
        return False
    title = title or is_all(EXCLAMATION, page.title)
    said = says_early(NOT_FOUND_IN, page) or any(map(_states_it, page.beginning))
    if title or heading:
        if to_reader and says_early(NOT_FOUND_IN, page):
            return True
        if any(nothing_there(part) for text in headings(page) for part in _clauses(text)):
            return len(page.prose) < _BOTH and page.paragraphs < _SENTENCE_PARAGRAPHS
        most = _ONE_AND_SAID if said else _ONE
        return len(page.prose) < most and page.paragraphs < _PARAGRAPHS
    # No heading says so: only a page that says hardly anything else.
    return said and len(page.prose) < _SAID and page.paragraphs < _SAID_PARAGRAPHS


def _says_only(text: str) -> bool:
    """A heading that says only this, but for an exclamation before it or a word of comfort."""
    if text.endswith("?"):
        return is_all(NOT_FOUND, text)
    if is_all(NOT_FOUND, text) or nothing_there(text):
        return True
    clauses = _clauses(text)
    others = [part for part in clauses if not nothing_there(part)]
    return len(others) < len(clauses) and all(len(part.split()) <= _EXCLAIMS for part in others)


def _clauses(text: str) -> list[str]:
    return [part for part in re.split(r"[,!:;–—]\s+", text) if part]


def _states_it(sentence: str) -> bool:
    """A sentence, or the first clause of one, that says only this, and hangs on nothing."""
    if sentence.endswith("?") or _HANGS.search(fold(sentence)):
        return False
    clause = re.split(r",| koska | sillä | because | since ", sentence, maxsplit=1)[0]
    return any(_says_only(text) for text in (sentence, clause))


def _own_parts(title: str) -> list[str]:
    """The parts of a title that may be the page's own, where the others may be a site's name."""
    found = parts(title)
    others = [part for part in found if not _says_only(part)]
    long = any(len(part.split()) > _SITE or "?" in part for part in others)
    before, bar, _ = title.rpartition("|")
    return [title, *([before] if bar else []), *([] if long else found)]


def _about_not_found(text: str) -> bool:
    """A heading in which "not found" is what is talked about, not what is said."""
    found = fold(text)
    if _says_only(text) or not (re.search(r"\b404\b", found) or states(NOT_FOUND_IN, found)):
        return False
    found_parts = parts(text)
    others = [part for part in found_parts if not _says_only(part)]
    long = len(others) == len(found_parts) and any(len(part.split()) > _SITE for part in others)
    return long or any("?" in part or "404" in part for part in others)


def _in_data(page: Page) -> bool:
    """A page that its scripts fill says it in their data, or has no name but the site's."""
    if re.match(r"\s*[-–|·]\s+\S", page.title) or _says_only(page.shared):
        return True
    texts = set(_DATA.findall(page.inline)[:_MOST_TEXTS])
    told = {text for text in texts if _states_it(text)}
    if 0 < len(told) < _DICTIONARY:
        return True
    return not told and len(texts) < _DICTIONARY and bool(_STATUS.search(fold(page.inline)))


def says_nothing(body: bytes) -> bool:
    """A short text or JSON answer that only says that there is nothing."""
    if len(body) > _NOTE:
        return False
    text = body.decode("utf-8", "replace")
    said = re.findall(r'"(?:error|message|detail|title)"\s*:\s*"([^"]*)"', text) or [text]
    return any(is_all(NOT_FOUND, " ".join(part.split())) for part in said)
