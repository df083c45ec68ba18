"""The ids that templates and the theme give to parts of a page: no heading may have one of them.

Two elements of one id, and a script or a label finds the wrong one. The list is read from where
the ids are written, so that a new template is known by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kb.load.files import read_text
from kb.load.repository import overrides
from kb.load.settings import FILE
from kb.load.yaml import parse
from kb.model import anchors

_ID = re.compile(r"""\bid=["']([^"'$]+)["']|getElementById\(["']([^"'$]+)["']""")
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NOTE = re.escape(anchors.note(0)).removesuffix("0") + "[0-9]+"


@cache
def taken_ids(root: Path) -> re.Pattern[str]:
    """What an id that a part of the page already has matches as a whole.

    Read from the templates and scripts below `root`, and from those of the theme that its
    mkdocs.yml names.
    """
    found = {_NOTE}
    for folder in (overrides(root), *_theme_folder(root)):
        for path in _sources(folder):
            found |= set(_ids(path.read_text(encoding="utf-8", errors="replace")))
    return re.compile("|".join(sorted(found)))


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.glob("*.html"):
        if path.name != "404.html":  # it stands for a missing page and holds no page's text
            yield path
    yield from folder.glob("[!.]*/**/*.html")
    yield from folder.glob("assets/javascripts/**/*.js")


def _ids(text: str) -> Iterator[str]:
    """Every id in a template or script; what a template fills in may be anything."""
    for match in _ID.finditer(_FILLED.sub("\0", text)):
        fixed = (match.group(1) or match.group(2)).strip()
        # An id that is filled in as a whole comes from kb.model.anchors, which checks know.
        if fixed.strip("\0"):
            yield re.escape(fixed).replace(re.escape("\0"), ".*")


def _theme_folder(root: Path) -> Iterator[Path]:
    config = root / FILE
    text = read_text(config, FILE)[0] if config.is_file() else None
    value = parse(text or "", FILE).value
    theme = value.get("theme") if isinstance(value, dict) else None
    name = theme.get("name") if isinstance(theme, dict) else theme
    # A theme is a package of its own name; its entry point says no more and takes long to find.
    spec = find_spec(name) if isinstance(name, str) and name.isidentifier() else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place) / "templates"
