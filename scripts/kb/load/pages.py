"""Reads one page: its front matter, validated, and the outline of its body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from kb.load.files import read_text
from kb.load.front import part
from kb.load.limits import MAX_BLOCKS, is_deep, judge_marks
from kb.load.outline import read_inline, read_outline
from kb.load.validate import validate
from kb.load.yaml import Located, parse
from kb.model.base import Lang, Translated
from kb.model.kinds import PageKind
from kb.model.languages import Languages
from kb.model.outline import FrontText, Outline
from kb.model.problem import Problem
from kb.model.translation import translation_of
from kb.model.walk import leaves


@dataclass
class RawPage:
    """A page as read: whatever of it could be understood."""

    path: str
    lang: Lang
    file: str
    kind: PageKind
    located: Located
    record: BaseModel | None = None
    """The front matter: the page's model, or the translation's."""
    outline: Outline | None = None
    body: str = ""
    """The Markdown behind the front matter, and the line of the file on which it begins."""
    body_line: int = 1

    @cached_property
    def front_texts(self) -> list[FrontText]:
        """Every translated text of the front matter, read once for all checks."""
        found: list[FrontText] = []
        for leaf in leaves(self.record) if self.record else ():
            if leaf.marker(Translated):
                text, line = str(leaf.value), self.located.line(leaf.yaml_path)
                found.append(FrontText(leaf.key_path, text, line, read_inline(text, line)))
        return found


def unread_page(lang: Lang, path: str, kind: PageKind) -> RawPage:
    """The page of a kind at `path` in `lang`, of which nothing is known but that it is there."""
    file = f"docs/{lang}/{path}"
    return RawPage(path, lang, file, kind, Located(file))


def read_page(root: Path, page: RawPage, languages: Languages) -> tuple[RawPage, list[Problem]]:
    """Read into `page` what stands in its file, and everything that is wrong with its form."""
    file = page.file
    text, problems = read_text(root / file, file)
    if text is None:
        return page, problems
    too_much = list(_too_much(text, file))
    if too_much:
        return page, problems + too_much
    parts = part(text)
    if parts.body is not None:
        page.body, page.body_line = parts.body, parts.body_line
        page.outline = read_outline(parts.body, parts.body_line)
    if parts.front is None:
        if parts.fault:
            problems.append(Problem(file, parts.fault[0], *parts.fault[1]))
        return page, problems
    page.located = parse(parts.front, file, first_line=2)
    problems += [p for p in page.located.problems if p.line not in {q.line for q in problems}]
    if page.located.problems:
        return page, problems
    model: type[BaseModel] = page.kind.model
    if page.lang != languages.source:
        model = translation_of(page.kind.model)
    page.record, found = validate(model, page.located, languages=languages)
    return page, problems + found


def _too_much(text: str, file: str) -> Iterator[Problem]:
    """What no parser of Markdown could take in a reasonable time; it is not even asked."""
    words = judge_marks(text)
    if words:
        yield Problem(file, 1, *words)
    for number, row in enumerate(text.split("\n"), start=1):
        if is_deep(row):
            yield Problem(
                file,
                number,
                f"rivi on yli {MAX_BLOCKS} luettelon tai lainauksen sisällä; siirrä se ylemmäs",
                f"the line stands in more than {MAX_BLOCKS} lists or quotes; move it up",
            )
