"""A door without a generator: Python-Markdown and Jinja over the content, and nothing else.

It is the proof that the site can leave its generator: `make exit` builds the site by both doors
and compares what readers, search engines and partners' links meet. It does not serve or watch.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    pass_context,
)
from jinja2.runtime import Context as Rendering
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kb.load.repository import overrides
from kb.model.base import Lang
from kb.site.build import NOT_COPIED, Build, base
from kb.site.plan import PlannedPage
from kb.site.refusal import RefusedError
from kb.site.settings import Settings
from kb.site.templates import template_fault
from kb.site.writable import CACHE, ensure_writable

THEME = "material"
"""The package whose styles and icons the templates use."""
_TEMPLATES = {".html", ".py", ".pyc", ".yml", ".xml", ".map"}
_ADDRESS = re.compile(r"^(?![a-z][a-z0-9+.-]*:|/|#)([^#?]*\.md)(.*)$", re.IGNORECASE)
_FILES = {"img": "src", "a": "href"}


def build(root: Path, target: Path, settings: Settings) -> Build:
    """Build the site of the repository at `root` into the folder `target`, which is emptied.

    Raises:
        RefusedError: when the content is refused, in the words of `kb check`, or a template fails.
    """
    try:
        return _built(root, target, settings)
    except TemplateError as error:
        raise RefusedError([template_fault(error)]) from error


def _built(root: Path, target: Path, settings: Settings) -> Build:
    ensure_writable(target, root / CACHE)
    made = Build.start(root, settings)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    _copy(made, target)
    env = environment(root, settings)
    for lang in made.languages:
        pages = [page for page in made.contexts.plan.of(lang) if page.document]
        for page in pages:
            html = _converted(made, page)
            made.take(lang, page.path, html)
        for page in made.contexts.plan.of(lang):
            context = made.context(lang, page.path)
            _write(target / page.url / "index.html", env, page.template, context, made, page)
        _missing(target, env, made, lang)
    made.finish(target)
    return made


def _converted(made: Build, page: PlannedPage) -> str:
    md = Markdown(
        extensions=["kb.blocks", _Links(made, page)],
        extension_configs={"kb.blocks": {"page": made.renderer(page.lang, page.path)}},
    )
    return md.convert(made.markdown(page.lang, page.path))


def _write(
    file: Path, env: Environment, template: str, context: dict[str, Any], made: Build,
    page: PlannedPage | None,
) -> None:  # fmt: skip
    html = made.bodies.get((page.lang, page.path), "") if page else ""
    text = env.get_template(template).render(kb=context, page={"content": html})
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _missing(target: Path, env: Environment, made: Build, lang: Lang) -> None:
    folder = target / made.knowledge.languages.root(lang)
    _write(folder / "404.html", env, "404.html", made.common(lang), made, None)


def environment(root: Path, settings: Settings) -> Environment:
    """What renders the templates below `root`, which must not need more than it gives."""
    theme = Path(str(files(THEME))) / "templates"
    env = Environment(  # noqa: S701 - the templates escape what they print, and a test reads them
        loader=ChoiceLoader([FileSystemLoader(overrides(root)), FileSystemLoader(theme)]),
        # What a template asks for and nobody gives is an error, not an empty place on a page.
        undefined=StrictUndefined,
    )

    @pass_context
    def url(rendering: Rendering, address: str) -> str:
        """An address below the site's root, from the page; absolute where the page is anywhere."""
        if re.match(r"[a-z][a-z0-9+.-]*:|/|#", address):
            return address
        page = rendering["kb"]["page"]
        if page is None:
            return base(settings) + address
        here = page["url"] or "."
        path, mark, rest = re.match(r"([^#?]*)([#?]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        relative = posixpath.relpath(path or ".", here)
        if path.endswith("/") or not path:
            relative = f"{relative}/"
        return f"{relative}{mark}{rest}"

    env.filters["url"] = url
    return env


class _LinkProcessor(Treeprocessor):
    """Turns links to files of docs/ into addresses of the site, as seen from one page."""

    def __init__(self, md: Markdown, made: Build, page: PlannedPage) -> None:
        super().__init__(md)
        self.made = made
        self.page = page

    def run(self, root: ET.Element) -> None:
        """Rewrite the addresses below `root` in place."""
        for element in root.iter():
            name = _FILES.get(str(element.tag))
            if name and (value := element.get(name)):
                element.set(name, self._address(value))

    def _address(self, value: str) -> str:
        here = self.page.url or "."
        folder = posixpath.dirname(self.page.path)
        match = _ADDRESS.match(value)
        if match:
            path = posixpath.normpath(posixpath.join(folder, match[1]))
            planned = self.made.contexts.plan.get(self.page.lang, path)
            if planned is None:
                return value
            relative = posixpath.relpath(planned.url or ".", here)
            return ("./" if relative == "." else f"{relative}/") + match[2]
        if re.match(r"[a-z][a-z0-9+.-]*:|/|#", value, re.IGNORECASE) or value in {"", ".", "./"}:
            return value
        file = posixpath.normpath(posixpath.join(self.page.lang, folder, value))
        if file not in self.made.listed:
            return value
        return posixpath.relpath(self.made.published_at(file), here)


class _Links(Extension):
    """Registers the processor of one page, where MkDocs has its own: after everything else."""

    def __init__(self, made: Build, page: PlannedPage) -> None:
        super().__init__()
        self.made = made
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor."""
        md.treeprocessors.register(_LinkProcessor(md, self.made, self.page), "kb-links", 0)


def _copy(made: Build, target: Path) -> None:
    """The theme's files, ours over them, and the pictures and attachments of the content."""
    for folder in (Path(str(files(THEME))) / "templates", overrides(made.root)):
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(folder).as_posix()
            hidden = any(part.startswith(".") for part in name.split("/"))
            copied = file.suffix not in _TEMPLATES and not name.startswith(NOT_COPIED)
            if file.is_file() and not hidden and copied:
                _put(file, target / name)
    for file_name in made.listed:
        if not file_name.endswith(".md"):
            _put(made.root / "docs" / file_name, target / made.published_at(file_name))


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
