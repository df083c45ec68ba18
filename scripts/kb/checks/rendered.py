"""The page that readers get: rendered as the build renders it, and judged.

The other rules read a page with a parser of their own, which knows the lines. Where the two read
one text differently, this rule has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from kb.checks.common import register_texts
from kb.checks.seen import nearest_line, seen_body, seen_inline
from kb.load.content import Loaded
from kb.load.outline import MARKER
from kb.load.pages import RawPage
from kb.markup.judge import Finding
from kb.model.problem import Problem

_MOST = 20
"""So many of one kind are told of a page; whoever mends these learns of the next."""
_MARKED = re.compile(r"[<>\[\]`\\&{]")
"""A front-matter text without any of these is prose, whoever reads it."""
_TAG = re.compile(r"<[A-Za-z/!?][^\s>]{0,40}>?")
_TITLE = re.compile(r"<(?:a|img) title=\"(.*)\">?$")
_HEADING = re.compile(r"<h[1-6] ")
_CODE = re.compile(r"(`+)[^`].*?\1", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][\w-]|[\w-]+[ ]*=)[^{}\n]{0,200}\}|\{:[^{}\n]{0,200}\}")
"""What is meant to be an attribute list: `{.class}`, `{: #id}`, `{width=100}`."""


def check(loaded: Loaded, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """What the rendered page has that may not be published.

    Args:
        loaded: The content.
        told: What other rules have found; of those lines nothing more is said.
    """
    lines = {(problem.file, problem.line) for problem in told if problem.level == "error"}
    for problem in _found(loaded):
        if (problem.file, problem.line) not in lines:
            yield problem


def _found(loaded: Loaded) -> Iterator[Problem]:
    for page in loaded.pages.values():
        if page.outline is not None:
            yield from _body(page)
        for front in page.front_texts:
            if _MARKED.search(front.text):
                yield from _inline(page.file, front.line, front.text)
    for file, line, _, text in register_texts(loaded):
        if _MARKED.search(text):
            yield from _inline(file, line, text)


def _body(page: RawPage) -> Iterator[Problem]:
    seen = seen_body(page.body)
    # A list's empty line may make a heading of the one above it; that it is empty is told.
    outline = page.outline
    odd = outline is not None and (outline.empty_items or not all(h.id for h in outline.headings))
    findings = (found for found in seen.findings if not (odd and _HEADING.match(found.what)))
    for finding in islice(findings, _MOST):
        yield _refused(page.file, nearest_line(page, finding.near), finding)
    # Told elsewhere: what the outline takes for HTML or for a marker.
    told = "\n".join(html for html, _ in page.outline.html) if page.outline else ""
    typed = MARKER.sub("", _CODE.sub("", page.body))
    for match in islice(_TAG.finditer(seen.text), _MOST):
        # Typed as `&lt;` it is meant to show.
        if match.group() in typed and match.group() not in told:
            yield _shown(page.file, nearest_line(page, (match.group(),)), match.group())
    for text in seen.texts:
        for match in islice(_ATTRIBUTES.finditer(text), _MOST):
            yield _braces(page.file, nearest_line(page, (match.group(),)), match.group())


def _inline(file: str, line: int, text: str) -> Iterator[Problem]:
    seen = seen_inline(text)
    for finding in seen.findings:
        yield _refused(file, line, finding)
    if "<!--" in seen.text:
        yield _shown(file, line, "<!--")
    for part in seen.texts:
        for match in _ATTRIBUTES.finditer(part):
            yield _braces(file, line, match.group())


def _refused(file: str, line: int, finding: Finding) -> Problem:
    shown = " ".join(finding.what.split())[:80]
    title = _TITLE.match(shown)
    if title:
        return Problem(
            file,
            line,
            f"linkin kohteen perässä on teksti '{title[1]}', jota sivusto ei näytä; poista se: "
            "[teksti](kohde)",
            f"behind the link's target stands a text '{title[1]}', which the site does not show; "
            "remove it: [text](target)",
        )
    return Problem(
        file,
        line,
        f"tekstistä syntyisi '{shown}', jota ei julkaista; kirjoita tavallista Markdownia: linkit "
        "muodossa [teksti](x.md) tai [teksti](link:tunnus)",
        f"the text would become '{shown}', which is not published; write plain Markdown: links as "
        "[text](x.md) or [text](link:id)",
    )


def _shown(file: str, line: int, text: str) -> Problem:
    return Problem(
        file,
        line,
        f"HTML-koodi '{text}' näkyisi lukijoille tekstinä; poista se tai kirjoita < muodossa &lt;",
        f"the HTML '{text}' would show to readers as text; remove it or write < as &lt;",
    )


def _braces(file: str, line: int, text: str) -> Problem:
    return Problem(
        file,
        line,
        f"aaltosulkeet '{text}' näkyisivät lukijoille; poista ne (otsikon tunniste on sen lopussa, "
        "väli sen edellä: {#tunniste})",
        f"the braces '{text}' would show to readers; remove them (a heading's id stands at its "
        "end, a space before it: {#id})",
    )
