"""The county of engine/county/, copied so that a test may break it, and `kb check` run over it.

Most tests break a copy in its first two languages, where each mistake is told once.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

from markdown import Markdown
from typer.testing import CliRunner, Result

from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.blocks.sites import prepare
from kb.cli import app
from kb.load.content import Loaded, load
from kb.model.base import Lang

HERE = Path(__file__).parent
REPOSITORY = Path(os.environ.get("KB_TESTED_ROOT", HERE.parent))
"""This repository; for the tests of content another place that has the like (see test_guide)."""
COUNTY = HERE / "engine/county"
TODAY = "2026-11-24"
LANGUAGES = load(COUNTY).knowledge.languages
LANGS = LANGUAGES.pages
THIRD = "sv"
_ITS_NAME = "    name: Svenska\n"
LINE = re.compile(r"^(?P<file>[^:]+):(?P<line>[1-9]\d*): (?:varoitus: )?\S.* / (?:warning: )?\S.*$")
BODY = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
COUNT = re.compile(
    r"^\d+ sivua ja \d+ tietuetta tarkistettu: (\d+) virhettä, (\d+) varoitusta / "
    r"\d+ pages and \d+ records checked: \1 errors, \2 warnings$"
)


def copy_county(folder: Path) -> Path:
    """A copy of the whole county below `folder`."""
    return Path(shutil.copytree(COUNTY, folder / "site", ignore=_MADE))


def copy_sample(folder: Path) -> Path:
    """A copy of the county without the pages of its third language, below `folder`."""
    root = copy_county(folder)
    shutil.rmtree(root / "docs" / THIRD)
    no_pages = f"{_ITS_NAME}    pages: false\n"
    edit(root, {"file": "data/languages.yml", "replace": _ITS_NAME, "by": no_pages})
    return root


_MADE = shutil.ignore_patterns(".cache")


def edit(root: Path, change: dict[str, Any]) -> None:
    """Apply one edit of a golden file."""
    path = root / change["file"]
    if "replace" in change:
        text = path.read_text(encoding="utf-8")
        assert text.count(change["replace"]) == 1, f"the sample has changed: {change}"
        path.write_text(text.replace(change["replace"], change["by"]), encoding="utf-8")
    elif "append" in change:
        path.write_text(path.read_text(encoding="utf-8") + change["append"], encoding="utf-8")
    elif "prepend_hex" in change:
        path.write_bytes(bytes.fromhex(change["prepend_hex"]) + path.read_bytes())
    elif "hex" in change or "symlink" in change:
        path.parent.mkdir(parents=True, exist_ok=True)
        if "hex" in change:
            path.write_bytes(bytes.fromhex(change["hex"]))
        else:
            path.symlink_to(change["symlink"])
    elif "delete" in change:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["write"], encoding="utf-8")


def markdown(root: Path, lang: Lang, path: str, site: Site | None = None) -> str:
    """A page as HTML, with the extension that mkdocs.yml names; `site` is what was prepared."""
    site = site or prepare(load(root))
    document = site.knowledge.get(lang, path)
    page = PageRenderer(site, document) if document else ""
    text = BODY.sub("", (root / "docs" / lang / path).read_text(encoding="utf-8"))
    configs = {"kb.blocks": {"page": page}}
    return Markdown(extensions=["kb.blocks"], extension_configs=configs).convert(text)


def check(root: Path, *options: str) -> Result:
    """What `kb check` answers for `root` on the sample's day."""
    arguments = ["check", "--root", str(root), "--today", TODAY, *options]
    return CliRunner().invoke(app, arguments)


def load_sample() -> Loaded:
    """The county, loaded where it stands."""
    return load(COUNTY)


def page_files() -> list[tuple[Lang, str]]:
    """Language and path of every page file of the county."""
    return sorted(load_sample().pages)
