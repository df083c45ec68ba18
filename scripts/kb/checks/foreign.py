"""Marks of other tools, which neither GitHub nor the site knows: readers would see them as typed.

Editors bring them from the notes, wikis and site generators that they have used before.
"""

from __future__ import annotations

import re

from kb.model.problem import Words

_BOX: Words = (
    "huomiolaatikon merkki '{mark}' näkyisi lukijoille; kirjoita **Huomaa:** ja teksti",
    "the mark of a box '{mark}' would show to readers; write **Note:** and the text",
)
_CODE: Words = (
    "toisen ohjelman merkintä '{mark}' näkyisi lukijoille; poista se tai kirjoita sama lauseena",
    "the code of another program '{mark}' would show to readers; remove it, or say it in words",
)
_MARKED_UP: Words = (
    "toisen ohjelman muotoilu '{mark}' näkyisi lukijoille; poista merkit ja kirjoita tärkeä "
    "**näin**",
    "the formatting of another program '{mark}' would show to readers; remove the marks, and "
    "write what is important **so**",
)
FOREIGN: tuple[tuple[re.Pattern[str], Words], ...] = (
    # MkDocs, Docusaurus, MyST and Pandoc
    (re.compile(r"^(?:!!!|\?\?\?\+?)\s*\w[^\n]*"), _BOX),
    (re.compile(r"^:{3,}\s*\{?[\w-]*\}?[^\n]*"), _BOX),
    (re.compile(r"^={3}!?\s*\"[^\n]*"),
     ("välilehden merkki '{mark}' näkyisi lukijoille; kirjoita väliotsikko '## …'",
      "the mark of a tab '{mark}' would show to readers; write a heading '## …'")),
    (re.compile(r"^\*\[[^\]\n]+\]:[^\n]*"),
     ("lyhenteen selitys '{mark}' näkyisi lukijoille; selitä lyhenne tekstissä tai lisää termi "
      "tiedostoon data/terms.yml",
      "the explanation of an abbreviation '{mark}' would show to readers; explain it in the text, "
      "or add a term to data/terms.yml")),
    (re.compile(r":(?:material|fontawesome|octicons|simple|fas?|mdi)-[a-z0-9-]+:"), _CODE),
    (re.compile(r"\+\+[a-z0-9\"][a-z0-9+\" -]*\+\+"), _CODE),
    (re.compile(r"\{(?:\+\+|--|~~|==|>>)[^\n]*?(?:\+\+|--|~~|==|<<)\}"), _CODE),
    (re.compile(r"[-;]{1,}8<[-;]{1,}[^\n]*"), _CODE),
    # Templates, Obsidian, WordPress and forums
    (re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|<%[^\n]*?%>"), _CODE),
    (re.compile(r"%%[^%\n]+%%"),
     ("kommentti '{mark}' näkyisi lukijoille; poista se ja kirjoita muistiinpano muutosehdotukseen",
      "the comment '{mark}' would show to readers; remove it, and write notes into the proposal")),
    (re.compile(r"\[(b|i|u|s|url|img|quote|code|color|size|caption)\b[^\]\n]*\][^\n]*?\[/\1\]"),
     _MARKED_UP),
    # Wikis
    (re.compile(r"'{2,5}[^'\n]+'{2,5}"), _MARKED_UP),
    (re.compile(r"^h[1-6]\.\s[^\n]*"),
     ("otsikon merkki '{mark}' näkyisi lukijoille; kirjoita '## Otsikko'",
      "the mark of a heading '{mark}' would show to readers; write '## Heading'")),
    (re.compile(r"^\.\.\s[a-z-]+::[^\n]*"), _CODE),
    (re.compile(r"\$\$"),
     ("GitHub lukee merkin '{mark}' kaavaksi, sivusto näyttää sen; kirjoita lasku lauseena",
      "GitHub reads '{mark}' as a formula, the site shows it; say the sum in words")),
)  # fmt: skip
"""What each looks like in a text, and what to do about it."""
