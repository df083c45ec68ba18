"""Marks that an editor means something by and that no reader of the site would: they would show.

GitHub's additions that this site has not, links that are almost links, marks that lack their pair,
and markup in texts that are shown as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.common import on_page, page_prose, register_texts
from kb.checks.foreign import FOREIGN
from kb.load.content import Loaded
from kb.load.outline import read_inline
from kb.load.pages import RawPage
from kb.model.base import OWN_SCHEMES
from kb.model.problem import Problem, Words, quoting
from kb.model.walk import leaves

_PLAIN = {"summary"}
"""Fields of a page that are shown as typed: in search, cards and descriptions."""

_FOOTNOTE: Words = (
    "alaviite '{mark}' ei toimi sivustolla; kirjoita asia tekstiin tai viittaa lähteeseen "
    "[viite](reference:tunnus)",
    "the footnote '{mark}' does not work on the site; say it in the text, or cite a source: "
    "[reference](reference:id)",
)
_ANYWHERE: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"\[\^[^\]\s]+\]:?"), _FOOTNOTE),
    (re.compile(r"\[![A-Za-zÅÄÖåäö-]+\][+-]?"),
     ("GitHubin huomautus '{mark}' ei toimi sivustolla; kirjoita **Huomaa:** ja teksti",
      "GitHub's alert '{mark}' does not work on the site; write **Note:** and the text")),
    (re.compile(r"\([^()\n]+\)\[[^\[\]\s]+\]"),
     ("linkissä '{mark}' sulut ovat väärin päin; kirjoita [teksti](sivu.md)",
      "the link '{mark}' has its brackets the wrong way round; write [text](page.md)")),
    (re.compile(r"\[\[[^\[\]\n]+\]\]"),
     ("wikilinkki '{mark}' ei ole linkki; kirjoita [teksti](sivu.md)",
      "the wiki link '{mark}' is no link; write [text](page.md)")),
    (re.compile(r"\[[^\[\]\n]+\][ \n]+\([^()\s]+(?:\.md|:[^()\s]+|#[^()\s]+)\)"),
     ("linkissä '{mark}' on väli ennen sulkua, joten se ei ole linkki; poista väli",
      "the link '{mark}' has a space before its bracket, so it is no link; remove the space")),
    (re.compile(r"\[[^\[\]\n]+\] ?\[[^\[\]\n]*\]"),
     ("linkin '{mark}' kohdetta ei ole; kirjoita kohde sulkuihin: [teksti](sivu.md)",
      "the link '{mark}' has no target; write it in brackets: [text](page.md)")),
    (re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)?"),
     ("'{mark}' on melkein kuva; kirjoita ![kuvaus](kuva.png) ilman välejä ja kokoa",
      "'{mark}' is almost a picture; write ![description](picture.png) without spaces or a size")),
    (re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)?"),
     ("'{mark}' on melkein linkki; kirjoita [teksti](sivu.md) ilman välejä kohteessa ja sulje "
      "sulku",
      "'{mark}' is almost a link; write [text](page.md) without spaces in the target, and close "
      "the bracket")),
    (re.compile(rf"(?<!\w)(?:{'|'.join(OWN_SCHEMES)}):[a-z0-9][\w-]*"),
     ("tunnus '{mark}' näkyisi lukijoille; kirjoita [teksti]({mark})",
      "the id '{mark}' would show to readers; write [text]({mark})")),
    (re.compile(r"(?<=[\w)])\^[^\s^]{1,20}\^|(?<=\w)~[^\s~]{1,10}~(?!~)"),
     ("ylä- tai alaindeksi '{mark}' näkyisi merkkeineen; kirjoita sanoin tai merkillä ² tai ³",
      "the superscript or subscript '{mark}' would show with its marks; write it in words, or with "
      "² or ³")),
    (re.compile(r"\$[^$\s](?:[^$\n]*[^$\s])?\$(?!\d)"),
     ("GitHub lukee tekstin '{mark}' kaavaksi; kirjoita rahayksikkö sanana",
      "GitHub reads '{mark}' as a formula; write the currency as a word")),
    (re.compile(r"&(?:nbsp|amp|lt|gt|quot|euro|shy)(?![\w;])"),
     ("merkistä '{mark}' puuttuu puolipiste; kirjoita merkki itse",
      "the entity '{mark}' lacks its semicolon; type the character itself")),
    (re.compile(r"&[A-Za-z][A-Za-z0-9]*;"),
     ("merkkiä '{mark}' ei ole, ja se näkyisi lukijoille; kirjoita merkki itse",
      "there is no character '{mark}', and readers would see it; type the character itself")),
    (re.compile(r"(?<![\w~])~~?[^~\s](?:[^~\n]*[^~\s])?~~?(?![\w~])"),
     ("yliviivaus '{mark}' ei näy sivustolla yliviivattuna; poista yliviivattu teksti",
      "'{mark}' does not show as struck on the site; remove the struck text")),
    (re.compile(r"==[^=\s][^=\n]*=="),
     ("korostus '{mark}' ei toimi; kirjoita **näin**",
      "the highlight '{mark}' does not work; write **so**")),
    (re.compile(r"(?<!\w):[a-z][a-z_]+[a-z]:(?!\w)"),
     ("hymiön nimi '{mark}' näkyisi lukijoille; poista se",
      "the emoji's name '{mark}' would show to readers; remove it")),
    (re.compile(r"(?<!\S)\*\*[^*\n]+(?:\*\*)?(?!\S)|(?<!\S)__[^_\n]+__(?!\S)"),
     ("lihavointi '{mark}' ei toimi näin; kirjoita **näin**, merkit kiinni sanoissa",
      "bold text does not work as '{mark}'; write **so**, the marks close to the words")),
    (re.compile(r"(?<![\w_])_{1,2}[^\W_][^_\n]*_{1,2}(?=[^\W_])\w*"),
     ("alaviivat eivät muotoile sanan osaa: '{mark}'; kirjoita *näin*, tai lihavoi **näin**",
      "underscores do not mark a part of a word: '{mark}'; write *so*, or bold **so**")),
    (re.compile(r"(?<![\w*])\*(?=[^\W\d_])[^*\n]*|(?<![\w_])_(?=[^\W\d_])[^_\n]*$"),
     ("kursiivi '{mark}' jää auki, ja merkki näkyisi lukijoille; kirjoita *näin* tai poista merkki",
      "the italics '{mark}' are left open, and the mark would show to readers; write *so* or "
      "remove the mark")),
    (re.compile(r"`"),
     ("merkki ` jää ilman pariaan ja näkyisi lukijoille; kirjoita `näin` tai poista merkki",
      "the mark ` lacks its pair and would show to readers; write `so` or remove the mark")),
    (re.compile(r"(?i)<!?[-–—]+\s*kb:\S*|(?i:kb)\s?:[a-z]+(?:-[a-z]+)*\s*[-–—]+>"),
     ("lohkon merkki '{mark}' ei ole oikein; kirjoita <!-- kb:nimi --> omalle rivilleen",
      "the block's marker '{mark}' is not right; write <!-- kb:name --> on a line of its own")),
)  # fmt: skip
_ON_PAGES: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"(?<![\w./-])[\w./-]*[\w-]\.md(?:#[\w-]*)?(?![\w-])"),
     ("tiedoston nimi '{mark}' näkyisi lukijoille; kirjoita [teksti]({mark})",
      "the file's name '{mark}' would show to readers; write [text]({mark})")),
)  # fmt: skip
"""In a register a file's name may be the title of a source."""
_MAYBE = re.compile(r"[][^~$&={}%<>*_`|+]|!!|\?\?|::|''|:[a-z]|\.md|(?m:^)(?:h[1-6]\.|\.\. )|8<")
"""Every mark above, and of `FOREIGN`, has one of these; nearly all prose has none."""
_BOLD_HEADING = re.compile(r"(\*\*|__)(?![*_])[^\n*_]{1,80}(?<![.!?])\1")
_NO_HEADING: Words = (
    "lihavoitu rivi '{mark}' ei ole otsikko; kirjoita se muodossa '## Otsikko'",
    "the bold line '{mark}' is no heading; write it as '## Heading'",
)
_UNSEEN: Words = (
    "rivi '{mark}' on linkin kohde, jota mikään linkki ei käytä, joten se ei näy lukijoille; jos "
    "se on tekstiä, poista hakasulkeet, muuten poista rivi",
    "the line '{mark}' is a link's target that no link uses, so readers do not see it; if it is "
    "text, remove the square brackets, else remove the line",
)
_ONE_PARAGRAPH = re.compile(
    r"(?m)^\s*(?:[-*+•]|\d+[.)])\s+\S|^\s*#{1,6}\s|^\s*>|^\s*\||^\s*```|\n\s*\n"
    r"|(?:^|[:.!?])\s+?1[.)] \S.*\s2[.)] \S|:\s+- \S.*\s- \S"
)
_NO_PARAGRAPH: Words = (
    "teksti on yksi kappale, joten luettelo, otsikko tai tyhjä rivi ei näy siinä; kirjoita "
    "lauseiksi",
    "the text is one paragraph, in which no list, heading or empty line shows; write sentences",
)
_MARKUP = re.compile(
    r"\*\*?[^*\s](?:[^*\n]*[^*\s])?\*\*?|(?<!\w)__?[^_\s](?:[^_\n]*[^_\s])?__?(?!\w)|`[^`]+`"
    r"|!?\[[^\]\n]*\]\([^)\n]*\)|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|<[A-Za-z/!][^>\n]*>"
)
_SHOWN_PLAIN: Words = (
    "'{mark}' näkyisi lukijoille merkkeineen, koska teksti näytetään sellaisenaan; kirjoita se "
    "ilman merkkejä",
    "'{mark}' would show with its marks, because the text is shown as it is; write it without them",
)


def check(loaded: Loaded) -> Iterator[Problem]:
    """Every mark that readers would see and nobody meant for them."""
    for page in loaded.pages.values():
        for prose in page_prose(page):
            for words in _faults(prose.text, (*FOREIGN, *_ANYWHERE, *_ON_PAGES)):
                yield on_page(page, prose.line, *words)
        # To CommonMark a footnote that has its text is a link to that.
        for link in page.outline.links if page.outline else ():
            if link.text.startswith("^") and not link.image:
                yield on_page(page, link.line, *quoting(_FOOTNOTE, f"[{link.text}]"))
        for typed, line in page.outline.unused_definitions if page.outline else ():
            yield on_page(page, line, *quoting(_UNSEEN, typed))
        yield from _bold_headings(page)
        yield from _front(page)
    for file, line, _, text in register_texts(loaded):
        for piece, _ in read_inline(text, line).prose:
            for words in _faults(piece, (*FOREIGN, *_ANYWHERE)):
                yield Problem(file, line, *words)
        for words in _paragraph(text):
            yield Problem(file, line, *words)


def _bold_headings(page: RawPage) -> Iterator[Problem]:
    """Bold lines that stand for headings, which neither the contents nor a screen reader has."""
    rows = page.body.split("\n")
    for text, line in page.outline.paragraphs if page.outline else ():
        if _BOLD_HEADING.fullmatch(text) and rows[line - page.body_line].startswith(text[:2]):
            yield on_page(page, line, *quoting(_NO_HEADING, text))


def _faults(text: str, marks: tuple[tuple[re.Pattern[str], Words], ...]) -> Iterator[Words]:
    if not _MAYBE.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pattern, words in marks:
        for match in pattern.finditer(text):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield quoting(words, match.group())


def _paragraph(text: str) -> Iterator[Words]:
    if _ONE_PARAGRAPH.search(text):
        yield _NO_PARAGRAPH


def _markup(text: str) -> Iterator[Words]:
    for match in _MARKUP.finditer(text):
        yield quoting(_SHOWN_PLAIN, match.group())


def _front(page: RawPage) -> Iterator[Problem]:
    for front in page.front_texts:
        for words in _paragraph(front.text):
            yield on_page(page, front.line, *words)
    for leaf in leaves(page.record) if page.record else ():
        if isinstance(leaf.value, str) and str(leaf.yaml_path[0]) in _PLAIN:
            for words in _markup(leaf.value):
                yield on_page(page, page.located.line(leaf.yaml_path), *words)
