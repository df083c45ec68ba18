"""The small site in sample/, copied so that a test may break it, and `kb check` run over it."""

from __future__ import annotations

import re
import shutil
from functools import cache
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
REPOSITORY = HERE.parent
SAMPLE = HERE / "sample"
TODAY = "2026-11-24"
LANGUAGES = load(SAMPLE).knowledge.languages
LANGS = LANGUAGES.pages
LINE = re.compile(r"^(?P<file>[^:]+):(?P<line>[1-9]\d*): (?:varoitus: )?\S.* / (?:warning: )?\S.*$")
BODY = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
COUNT = re.compile(
    r"^\d+ sivua ja \d+ tietuetta tarkistettu: (\d+) virhettä, (\d+) varoitusta / "
    r"\d+ pages and \d+ records checked: \1 errors, \2 warnings$"
)


def copy_sample(folder: Path) -> Path:
    """A copy of the sample below `folder`."""
    return Path(shutil.copytree(SAMPLE, folder / "site"))


def copy_renderable(folder: Path) -> Path:
    """A copy of the sample with the real templates and the real words of the furniture."""
    root = copy_sample(folder)
    shutil.copytree(REPOSITORY / "overrides/blocks", root / "overrides/blocks")
    shutil.copy(REPOSITORY / "data/labels.yml", root / "data/labels.yml")
    return root


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
    site = site or prepare(load_real() if root == REPOSITORY else load(root))
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
    """The sample, loaded where it stands."""
    return load(SAMPLE)


@cache
def load_real() -> Loaded:
    """The real content; loaded once for all tests, which only read it."""
    return load(REPOSITORY)


@cache
def page_files() -> tuple[tuple[Lang, str], ...]:
    """Language and path of every page file of the real content."""
    return tuple(
        (lang, path.relative_to(REPOSITORY / "docs" / lang).as_posix())
        for lang in LANGS
        for path in sorted((REPOSITORY / "docs" / lang).rglob("*.md"))
    )
