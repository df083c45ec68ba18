"""GitHub's preview and the site read a page alike: what an editor sees is what a reader gets.

An editor looks at GitHub's preview (CommonMark with GitHub's additions), a reader at the site
(Python-Markdown). Every place where the two differ is told, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice

from kb.checks.common import on_page
from kb.checks.seen import rendered
from kb.checks.steps import Step, on_github, on_site
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.load.remembered import remembered
from kb.model.blocks import BLOCKS
from kb.model.problem import Problem, Words

_MOST = 20
"""So many are told of a page; whoever mends these learns of the next."""
_BLOCKS = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "pre", "blockquote",
           "hr", *(f"h{level}" for level in range(1, 7))}  # fmt: skip
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_RULE = re.compile(r"[ >]*(?:-+|=+)\s*")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s")

# Remedies, by what stands on the line.
_NO_SPACE: Words = (
    "rivi alkaa merkillä #, jonka perästä puuttuu väli; kirjoita '## Otsikko', tai jos rivi ei ole "
    "otsikko, siirrä # pois rivin alusta",
    "the line begins with a # that no space follows; write '## Heading', or, if it is no heading, "
    "move the # away from the line's beginning",
)
_STRUCK: Words = (
    "yliviivaus ~~…~~ ei näy sivustolla; poista yliviivattu teksti",
    "struck text ~~…~~ does not show on the site; remove it",
)
_UNDERLINED: Words = (
    "viiva --- tai === heti tekstin alla tekee tekstistä otsikon vain toisaalla; kirjoita otsikko "
    "muodossa '## Otsikko' tai jätä viivan ylle tyhjä rivi",
    "a line of --- or === right below a text makes it a heading in one place only; write a heading "
    "as '## Heading', or leave an empty line above the rule",
)
_FENCE: Words = (
    "koodilohko ei ala tai pääty niin kuin pitäisi; kirjoita ``` omalle rivilleen sekä lohkon "
    "alkuun että loppuun, tyhjä rivi sen ylle",
    "the block of code does not begin or end as it should; write ``` on a line of its own at its "
    "beginning and its end, with an empty line above",
)
_PARENTHESIS: Words = (
    "numeroitu luettelo '1)' ei ole sivustolla luettelo; kirjoita '1.'",
    "a numbered list of '1)' is no list on the site; write '1.'",
)
_TABLE: Words = (
    "taulukon edestä puuttuu tyhjä rivi, tai sen riveissä on eri määrä soluja; lisää tyhjä rivi ja "
    "tarkista merkit |",
    "the table lacks an empty line above it, or its rows differ in their cells; add the empty line "
    "and check the | marks",
)
_LIST: Words = (
    "luettelon edestä puuttuu tyhjä rivi; lisää se (jos rivi ei ole luettelo, siirrä viiva tai "
    "numero pois rivin alusta)",
    "the list lacks an empty line above it; add it (if the line is no list, move the dash or "
    "number away from the line's beginning)",
)
_ITEMS: Words = (
    "luettelo luetaan GitHubissa ja sivustolla eri tavoin; käytä koko luettelossa samaa merkkiä ja "
    "sisennä se, mikä kuuluu kohdan sisään, neljällä välilyönnillä",
    "GitHub and the site read the list differently; use the same mark all through it, and indent "
    "by four spaces what belongs inside an item",
)
_QUOTE: Words = (
    "lainaus (>) luetaan GitHubissa ja sivustolla eri tavoin; kirjoita > jokaisen rivin alkuun ja "
    "jätä tyhjä rivi lainauksen ylle ja alle",
    "GitHub and the site read the quotation (>) differently; begin each of its lines with > and "
    "leave an empty line above and below",
)
_BACKSLASH: Words = (
    "kenoviiva \\ näkyy sivustolla, GitHubissa ei; poista se (merkin < voi kirjoittaa &lt;)",
    "the backslash \\ shows on the site and not on GitHub; remove it (< can be written &lt;)",
)
_TARGET: Words = (
    "linkin kohteessa on väli tai merkki, jota GitHub ei lue linkiksi; kirjoita "
    "[teksti](kohde.md) ilman välejä",
    "the link's target has a space or a mark for which GitHub sees no link; write "
    "[text](target.md) without spaces",
)
_ELSEWHERE: Words = (
    "linkki vie GitHubissa ja sivustolla eri paikkaan; kirjoita kohde suoraan linkkiin: "
    "[teksti](kohde.md)",
    "the link leads elsewhere on GitHub than on the site; write its target right into it: "
    "[text](target.md)",
)
_EMPHASIS: Words = (
    "lihavointi tai kursiivi luetaan GitHubissa ja sivustolla eri tavoin; kirjoita **näin** tai "
    "*näin*, merkit kiinni sanoissa ja väli ympärillä",
    "GitHub and the site read the bold or italic text differently; write **so** or *so*, the "
    "marks close to the words and a space around them",
)
_HEADING: Words = (
    "otsikko luetaan eri tavoin GitHubissa ja sivustolla; kirjoita se omalle rivilleen muodossa "
    "'## Otsikko', tyhjä rivi sen yllä ja alla",
    "the heading is read differently on GitHub and on the site; write it on a line of its own as "
    "'## Heading', with an empty line above and below",
)
_INDENTED: Words = (
    "sisennetty rivi luetaan GitHubissa ja sivustolla eri tavoin; poista sisennys",
    "GitHub and the site read the indented line differently; remove the indentation",
)
_OTHER: Words = (
    "GitHub näyttää tämän toisin kuin sivusto; kirjoita se yksinkertaisemmin, kappaleiden ja "
    "luetteloiden väliin tyhjä rivi",
    "GitHub shows this otherwise than the site; write it more simply, with an empty line between "
    "paragraphs and lists",
)


def check(loaded: Loaded, told: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Every place where GitHub's preview of a page is not what the site shows.

    Args:
        loaded: The content.
        told: What other rules have found; of those lines nothing more is said.
    """
    lines = {(problem.file, problem.line) for problem in told if problem.level == "error"}
    for page in loaded.pages.values():
        if page.outline is None:
            continue
        found = (p for p in _page(page) if (p.file, p.line) not in lines)
        yield from islice(found, _MOST)


def _page(page: RawPage) -> Iterator[Problem]:
    named = frozenset(name for name, _ in page.outline.markers) if page.outline else frozenset()
    for line, words in _differences(page.body, page.body_line, named):
        yield on_page(page, line, *words)


@remembered
def _differences(body: str, first: int, named: frozenset[str]) -> list[tuple[int, Words]]:
    """Where two readers of a body part, and the remedies; `named` are the blocks that it names."""
    return list(_parted(body, first, named))


def _parted(body: str, first: int, named: frozenset[str]) -> Iterator[tuple[int, Words]]:
    ours, html = on_github(body, first)
    theirs = on_site(rendered(body))
    if ours == theirs:
        return
    rows = body.split("\n")
    # What GitHub takes for HTML and hides is told as such, and so is a block that there is not.
    hidden = html or named - set(BLOCKS)
    matcher = SequenceMatcher(None, [s.what for s in ours], [s.what for s in theirs], False)
    differences = [
        (_top(ours, i), _line(ours, i, i_end, first), _tags(ours[i:i_end]),
         _tags(theirs[j:j_end]))
        for kind, i, i_end, j, j_end in matcher.get_opcodes()
        if kind != "equal" and not (hidden and i == i_end)
    ]  # fmt: skip
    parted = {block for block, _, github, site in differences if (github | site) & _BLOCKS}
    told = -1
    for block, line, github, site in differences:
        if (github | site) & _BLOCKS:
            # One cause parts many steps: the next blocks of the same trouble are not told again.
            follows = told >= 0 and block - told <= 1
            told = block
            if follows:
                continue
        elif parted & {block - 1, block, block + 1}:
            continue
        if line not in html:
            yield line, _remedy(rows, line - first, github, site)


def _line(ours: list[Step], begin: int, end: int, first: int) -> int:
    """The line of the first of these steps that opens something, or of what stands there."""
    there = [step for step in ours[begin:end] if not step.what.startswith("/")]
    opened = [step for step in there if _tag(step) in _BLOCKS - {"p"}]
    near = opened or there or ours[begin : begin + 1] or ours[-1:]
    return near[0].line if near else first


def _top(ours: list[Step], at: int) -> int:
    """The number of the block, of those on the page's first level, in which a step stands."""
    depth = count = 0
    for step in ours[: at + 1]:
        tag = _tag(step)
        if tag in _BLOCKS and tag != "hr":
            count += depth == 0
            depth += 1
        elif tag.startswith("/") and tag[1:] in _BLOCKS:
            depth -= 1
    return count


def _tag(step: Step) -> str:
    return "" if step.what.startswith("·") else step.what.partition(" ")[0]


def _tags(steps: list[Step]) -> set[str]:
    return {_tag(step).removeprefix("/") for step in steps} - {""}


def _in_list(rows: list[str], at: int) -> bool:
    """Whether an indented row has a list's item above it, and nothing else at the margin."""
    above = next((row for row in reversed(rows[:at]) if row[:1].strip()), "")
    return bool(_ITEM.match(above))


def _remedy(rows: list[str], at: int, github: set[str], site: set[str]) -> Words:
    """What to write instead, by the row itself and by what only one of the readers sees there."""
    row = rows[at] if 0 <= at < len(rows) else ""
    above = rows[at - 1] if 0 < at <= len(rows) else ""
    # The text's own rows, to where an empty one ends it.
    length = next((n for n, r in enumerate(rows[at:]) if not r.strip()), len(rows) - at)
    both = github | site
    tests: tuple[tuple[object, Words], ...] = (
        (re.match(r"\s*#{1,6}[^#\s]", row), _NO_SPACE),
        ("s" in both, _STRUCK),
        (re.match(r"\s*(?:```|~~~)", row), _FENCE),
        (re.match(r"\s*\d+\)", row), _PARENTHESIS),
        ("table" in both or (row.lstrip().startswith("|") and both & _BLOCKS), _TABLE),
        (any(_RULE.fullmatch(r) for r in rows[at : at + length]), _UNDERLINED),
        (_ITEM.match(row) and above.strip() and not _ITEM.match(above), _LIST),
        (_ITEM.match(row) and both & _BLOCKS, _ITEMS),
        (both & _HEADINGS, _HEADING),
        ("blockquote" in both or row.lstrip().startswith(">"), _QUOTE),
        ({"a"} <= github & site, _ELSEWHERE),
        ("a" in site and "](" in row, _TARGET),
        (re.search(r"\\", row), _BACKSLASH),
        (both & {"em", "strong"}, _EMPHASIS),
        (row.startswith(" ") and _in_list(rows, at), _ITEMS),
        (row.startswith(" "), _INDENTED),
    )
    return next((words for test, words in tests if test), _OTHER)
