"""A copy of the project with its content multiplied, to see how a build grows with it."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from kb.load.content import load
from kb.load.outline import MARKER
from kb.model.kinds import kind_at

_FOLDERS = ("data", "docs", "overrides", "scripts")
_CONFIG = "mkdocs.yml"
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_PAGE_ID = re.compile(r"^(\s*(?:- (?:service: )?|service: ))([a-z0-9-]+)$", re.MULTILINE)
_PAGE_LINK = re.compile(r"(\]\()([^)\s:#]+)\.md(?=[)#])")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def multiply(root: Path, target: Path, times: int) -> None:
    """Write to `target` the project of `root` with every leaf page `times` times.

    The copies of a page are called `<slug>-2.md`, `<slug>-3.md` and so on, in every language; a
    copy refers to the copies of its own number, so that the number of links
    on a page stays what it is. Section indexes and pages that list the whole site stay single,
    as they would on a site that grew, and list more. The registers of data/ stay as they are.
    """
    for folder in _FOLDERS:
        if (root / folder).is_dir():  # a county may leave templates and code to the engine
            shutil.copytree(
                root / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__")
            )
    paths = set(leaf_pages(root))
    languages = load(root).knowledge.languages
    for number in range(2, times + 1):
        for lang in languages.pages:
            for path in paths:
                text = (root / "docs" / lang / path).read_text(encoding="utf-8")
                copy = target / "docs" / lang / numbered(path, number)
                copy.write_text(_renamed(text, path, paths, number), encoding="utf-8")
    shutil.copy(root / _CONFIG, target / _CONFIG)


def leaf_pages(root: Path) -> Iterable[str]:
    """The paths below docs/<lang>/ of the pages that can be copied, in order."""
    knowledge = load(root).knowledge
    folder = root / "docs" / knowledge.languages.source
    sections, roles = knowledge.sections, knowledge.county.pages
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(folder).as_posix()
        kind = kind_at(path, sections, roles)
        if file.name == "index.md" or kind is not kind_at(numbered(path, 2), sections, roles):
            continue  # an index, or a page that its own path makes what it is
        if kind.name != "article" or not MARKER.search(file.read_text(encoding="utf-8")):
            yield path


def numbered(path: str, number: int) -> str:
    """The path of a page's copy."""
    return f"{path.removesuffix('.md')}-{number}.md"


def _renamed(text: str, path: str, paths: set[str], number: int) -> str:
    """A page's text as its copy has it: title, ids and links with the copy's number."""
    folder = posixpath.dirname(path)
    slugs = {posixpath.basename(p).removesuffix(".md") for p in paths}

    def page_id(match: re.Match[str]) -> str:
        return f"{match[0]}-{number}" if match[2] in slugs else match[0]

    def page_link(match: re.Match[str]) -> str:
        there = posixpath.normpath(posixpath.join(folder, match[2] + ".md"))
        return f"{match[1]}{match[2]}-{number}.md" if there in paths else match[0]

    front = _FRONT.match(text)
    split = front.end() if front else 0
    body = _TITLE.sub(rf"# \1 {number}", text[split:], count=1)
    return _PAGE_ID.sub(page_id, text[:split]) + _PAGE_LINK.sub(page_link, body)
