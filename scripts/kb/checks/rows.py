"""Rows that were meant as a list, a table or a paragraph, and that no reader of Markdown takes so.

GitHub's preview and the site agree on such rows, but not with the editor: what she typed runs
together, becomes code, or shows its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks import tables
from kb.checks.common import on_page, register_texts
from kb.load.content import Loaded
from kb.load.outline import read_inline
from kb.load.pages import RawPage
from kb.model.problem import Problem, Words, quoting

_LETTER = r"[^\W\d_]"
_NO_SPACE: Words = (
    "merkin '{mark}' perästä puuttuu väli, joten siitä ei tule luetteloa; kirjoita '- ' tai '1. ' "
    "ja tyhjä rivi luettelon ylle (muuten siirrä merkki edellisen rivin loppuun)",
    "no space follows '{mark}', so that it makes no list; write '- ' or '1. ', with an empty line "
    "above the list (else move the mark to the end of the line above)",
)
_LIST_INSIDE: Words = (
    "luettelon rivi '{mark}' jää tekstin sisään; jätä luettelon ylle tyhjä rivi ja sisennä sen "
    "rivit yhtä paljon (luettelo luettelossa neljällä välilyönnillä)",
    "the list's line '{mark}' stays within the text; leave an empty line above the list and indent "
    "its lines alike (a list within a list by four spaces)",
)
_RULE: Words = (
    "rivistä '{mark}' ei tule viivaa eikä otsikkoa; poista se tai kirjoita otsikko muodossa '## "
    "Otsikko'",
    "the line '{mark}' makes neither a rule nor a heading; remove it, or write a heading as '## "
    "Heading'",
)
_AT_START: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"(?:[-*+]|\d{1,3}\.|#{1,6})\u00a0"),
     ("merkin '{mark}' perässä on sitova välilyönti; kirjoita sen tilalle tavallinen välilyönti",
      "a no-break space follows '{mark}'; type a plain space in its place")),
    (re.compile(r"[•◦▪▫‣⁃∙●○■□·►▶▸➢➤➔→⇒»›✓✔✗✘☐☑☒♦◆❖★☆](?=\s)"),
     ("rivi alkaa merkillä '{mark}', joka ei tee luetteloa; kirjoita '- ' ja tyhjä rivi "
      "luettelon ylle",
      "the line begins with '{mark}', which makes no list; write '- ', with an empty line above "
      "the list")),
    (re.compile(r"[-=]+>(?=\s)"),
     ("rivi alkaa nuolella '{mark}', joka ei tee luetteloa; kirjoita '- ' ja tyhjä rivi luettelon "
      "ylle",
      "the line begins with an arrow '{mark}', which makes no list; write '- ', with an empty line "
      "above the list")),
    (re.compile(r"[–—](?= )"),
     ("rivi alkaa ajatusviivalla, joka ei tee luetteloa; kirjoita '- ' ja tyhjä rivi luettelon "
      "ylle (muuten siirrä viiva edellisen rivin loppuun)",
      "the line begins with a long dash, which makes no list; write '- ', with an empty line "
      "above the list (else move the dash to the end of the line above)")),
    (re.compile(rf"[-+](?={_LETTER})|\*(?={_LETTER}[^*]*$)|\d{{1,3}}[.)](?={_LETTER})"), _NO_SPACE),
    (re.compile(r"(?:\d{1,2}|[a-zåäö])\)(?= )"),
     ("'{mark}' ei tee luetteloa; kirjoita '1.' tai '- ' ja tyhjä rivi luettelon ylle",
      "'{mark}' makes no list; write '1.' or '- ', with an empty line above the list")),
    (re.compile(r"\[[ xX]?\](?= )"),
     ("tehtävän ruutu '{mark}' ei toimi sivustolla; kirjoita tavallinen luettelo",
      "the task box '{mark}' does not work on the site; write a plain list")),
    (re.compile(r":(?=\s+\S)"),
     ("rivi alkaa kaksoispisteellä, josta ei tule selitystä; kirjoita **sana**: selitys",
      "the line begins with a colon, which makes no definition; write **word**: definition")),
    (re.compile(r"[–—]+$|={2,}$|\+{3,}$|~{2,}$|_{2}$|\*{2}$"), _RULE),
)  # fmt: skip
_IN_TURN = re.compile(
    r"\(?(?:\d{1,2}|[a-zåäöA-ZÅÄÖ]|(?i:i{2,3}|iv|vi{1,3}|ix))[.)]\s|\((?:\d{1,2}|[a-zåäö])\)\s|o\s|\d+\.\)\s"
)
"""What numbers a row only where its neighbours are numbered too: `a.`, `(1)`, Word's bullet `o`."""
_ITEM = re.compile(r"[-*+]\s+\S")
_SHORT = 40
"""So many characters at most has a row that ends where its writer meant it to end."""
_RUN_TOGETHER: Words = (
    "lyhyet rivit näkyisivät yhtenä kappaleena peräkkäin; kirjoita luettelo ('- ' joka rivin "
    "alkuun, tyhjä rivi yllä) tai kaksi välilyöntiä rivin loppuun",
    "the short lines would show one after the other as one paragraph; write a list ('- ' before "
    "each, an empty line above) or two spaces at the end of a line",
)
_HYPHEN: Words = (
    "sana '{mark}' katkeaa väliin tavuviivan jälkeen (ehkä PDF:stä liitetty); kirjoita se yhteen",
    "the word '{mark}' is parted by a space behind its hyphen (pasted from a PDF?); write it as "
    "one word",
)
_BROKEN_WORD = re.compile(
    r"[^\W\d_]{2,}[-\u2010][ \n]+(?!(?:ja|tai|sekä|eli|vai|että|kuin|and|or|nor|to|och|eller)\b)"
    r"[a-zåäö]{3,}"
)
"""A hyphen that a following `ja` or `and` explains is none of these."""
_DRAWN = {"mermaid", "math", "geojson", "topojson", "stl"}
"""Blocks of code that GitHub draws a picture of."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every row that shows otherwise than it was meant."""
    for page in loaded.pages.values():
        if page.outline is not None:
            yield from _paragraphs(page)
            yield from tables.check(page)
            yield from _code(page)
            yield from _numbers(page)
        for front in page.front_texts:
            for words in (*begins(front.text), *_broken(front.text)):
                yield on_page(page, front.line, *words)
    for file, line, _, text in register_texts(loaded):
        prose = read_inline(text, line).prose
        for words in (*begins(prose[0][0] if prose else ""), *_broken(text)):
            yield Problem(file, line, *words)


def _broken(text: str) -> Iterator[Words]:
    broken = _BROKEN_WORD.search(text)
    if broken:
        yield quoting(_HYPHEN, broken[0])


def begins(row: str) -> Iterator[Words]:
    """What is wrong with the mark at a row's beginning."""
    for pattern, words in _AT_START:
        found = pattern.match(row)
        if found:
            yield quoting(words, found.group())
            return


def _paragraphs(page: RawPage) -> Iterator[Problem]:
    assert page.outline is not None
    for text, line in page.outline.paragraphs:
        rows = [row.strip(" ") for row in text.split("\n")]
        told = False
        for number, row in enumerate(rows):
            for words in begins(row):
                told = True
                yield on_page(page, line + number, *words)
            if number and _ITEM.match(row):
                told = True
                yield on_page(page, line + number, *quoting(_LIST_INSIDE, row[:1]))
        if told:
            continue
        if tables.is_one(rows):
            yield on_page(page, line, *tables.NO_TABLE)
            continue
        if tables.has_columns(rows):
            yield on_page(page, line, *tables.NO_COLUMNS)
            continue
        broken = _BROKEN_WORD.search(text)
        if broken:
            yield on_page(
                page, line + text.count("\n", 0, broken.start()), *quoting(_HYPHEN, broken[0])
            )
        turns = [number for number, row in enumerate(rows) if _IN_TURN.match(row)]
        if len(turns) > 1:
            mark = rows[turns[0]].split()[0]
            yield on_page(page, line + turns[0], *quoting(_LIST_INSIDE, mark))
        elif not broken and _is_block(text):
            yield on_page(page, line, *_RUN_TOGETHER)
    for text, line in page.outline.quotes:
        found = re.match(r"[\d=][^\s]*", text)
        if found:
            yield on_page(
                page,
                line,
                f"rivi alkaa merkillä >, joten siitä tulee lainaus; kirjoita 'yli "
                f"{found.group().lstrip('=')}' tai siirrä > pois rivin alusta",
                f"the line begins with >, which makes a quotation of it; write 'over "
                f"{found.group().lstrip('=')}', or move the > away from the line's beginning",
            )


def _is_block(text: str) -> bool:
    """Whether a paragraph was typed line by line, as an address or opening hours are."""
    rows = text.split("\n")
    if len(rows) < 2 or any(len(row) > _SHORT or row.endswith(("  ", "\\")) for row in rows):
        return False
    ends = rows[0].rstrip().endswith((".", ":", "!", "?", ",", ";", "-", "–"))
    return len(rows) > 2 or (not ends and all(row[:1].isupper() for row in rows))


def _code(page: RawPage) -> Iterator[Problem]:
    assert page.outline is not None
    for line in page.outline.indented_code:
        yield on_page(
            page,
            line,
            "sisennetty teksti näkyy koodina; poista sisennys (koodin ympärille kirjoita ```)",
            "the indented text shows as code; remove the indentation (code is written between "
            "lines of ```)",
        )
    for info, line in page.outline.fences:
        if info.split(" ")[0].lower() in _DRAWN:
            yield on_page(
                page,
                line,
                f"GitHub piirtää tästä kuvan ({info}), sivusto ei; tee kuvasta tiedosto ja lisää "
                "se ![kuvaus](kuva.png)",
                f"GitHub draws this ({info}), the site does not; make a file of the picture and "
                "add it as ![description](picture.png)",
            )


def _numbers(page: RawPage) -> Iterator[Problem]:
    """Lists that a sentence's first mark has made."""
    assert page.outline is not None
    for mark, line in page.outline.odd_lists:
        yield on_page(
            page,
            line,
            f"rivi alkaa merkillä '{mark}' ja välillä, joten siitä tulee luettelo; kirjoita "
            "luettelo viivalla '- ', muuten poista väli merkin perästä tai siirrä merkki",
            f"the line begins with '{mark}' and a space, which makes a list of it; write a list "
            "with '- ', else remove the space behind the mark or move the mark",
        )
    for first, line in page.outline.lone_numbers:
        yield on_page(
            page,
            line,
            f"rivin alussa oleva '{first}.' tekee siitä numeroidun luettelon; muotoile lause niin, "
            "ettei se ala luvulla ja pisteellä",
            f"the '{first}.' at the line's beginning makes a numbered list of it; word the "
            "sentence so that it does not begin with a number and a full stop",
        )
    for numbers, line in page.outline.broken_counts:
        shown = ", ".join(str(numbers[0] + n) for n in range(len(numbers)))
        typed = ", ".join(map(str, numbers))
        yield on_page(
            page,
            line,
            f"luettelon numerot {typed} näkyisivät lukijoille {shown}; aloita rivit viivalla '- ' "
            "ja kirjoita luku sen perään ilman pistettä, tai numeroi järjestyksessä",
            f"the list's numbers {typed} would show to readers as {shown}; begin its lines with "
            "'- ' and write the number behind it without a full stop, or number them in turn",
        )
    for line in page.outline.empty_items:
        yield on_page(
            page,
            line,
            "luettelon rivi on tyhjä; kirjoita siihen jotain tai poista se",
            "the list's line is empty; write something there or remove it",
        )
