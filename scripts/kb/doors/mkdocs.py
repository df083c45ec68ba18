"""The door of MkDocs, with Material and static-i18n: a plugin that forwards events and renders.

MkDocs resolves links between pages, renders Markdown and templates, and copies files. static-i18n
builds the languages one after the other into the same folder; hence the 404 page of each language
is written here, for the last one would win. Which languages there are stands in data/languages.yml
alone, so mkdocs.yml does not name that plugin: it is added here.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, StrictUndefined, TemplateError
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_static_i18n.plugin import I18n

from kb.blocks.sites import template_cache
from kb.doors.served import is_taken, start_served, with_notices
from kb.load.repository import overrides
from kb.model.base import Lang
from kb.model.languages import Languages
from kb.site.build import NOT_COPIED, Build
from kb.site.refusal import RefusedError
from kb.site.settings import Settings
from kb.site.templates import template_fault
from kb.site.writable import CACHE, ensure_writable

log = logging.getLogger("mkdocs.plugins.kb")
EXTENSION = "kb.blocks"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
LANGUAGES = "i18n"


class KnowledgeConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin `kb` in mkdocs.yml takes no options: what a site is stands in data/."""


class KnowledgePlugin(BasePlugin[KnowledgeConfig]):  # type: ignore[no-untyped-call]
    """See the module's own description."""

    def __init__(self) -> None:
        self.published = True
        self.build: Build | None = None
        self.env: Environment | None = None
        self.notices: tuple[str, ...] = ()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is built or served; being here keeps the plugin alive."""
        self.published = command != "serve"

    # Before static-i18n's own event (at -100), which is added here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Start a build, once for all languages; stop where the content is refused.

        The sitemap is left to the site, which knows the true days.
        """
        if _is_inner(config):
            return config
        root = _root(config)
        self._start(root, config)
        for problem in self._build.told:
            log.info(str(problem))
        knowledge = self._build.knowledge
        config.site_name = knowledge.county.name.get(knowledge.languages.source)
        config.theme.static_templates.discard(SITEMAP)
        config.theme.dirs.insert(0, str(overrides(root)))
        config.plugins[LANGUAGES] = _languages(config, knowledge.languages)
        return config

    def _start(self, root: Path, config: MkDocsConfig) -> None:
        settings = _settings(config, published=self.published)
        with _stopping():
            ensure_writable(Path(config.site_dir), root / CACHE)
        if self.published:
            with _stopping():
                self.build = Build.start(root, settings)
            return
        address = config.dev_addr
        if self.build is None and is_taken(address.host, address.port):
            raise Abort(
                f"portti {address.port} on jo käytössä; kokeile: make serve PORT="
                f"{address.port + 1} / the port is in use; try: make serve PORT="
                f"{address.port + 1}"
            )
        self.build, self.notices = start_served(
            root, settings, self.build, (address.host, address.port)
        )

    def _listed(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what no list names, and what the site publishes in another form.

        What an editor's tools leave behind is not on the list; whatever else is not has stopped
        the build before, unless it came after the list was made.
        """
        listed, docs = self._build.listed, Path(config.docs_dir)
        for file in list(files):
            of_content = file.src_dir is not None and Path(file.src_dir) == docs
            if (of_content and file.src_uri not in listed) or file.src_uri.startswith(NOT_COPIED):
                files.remove(file)
        return files

    # After static-i18n, which knows pictures of no language in the first language's build only.
    @event_priority(-200)
    def _shared(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let every language's pages find the one copy of a picture that they share."""
        languages = self._build.languages
        for uri in self._build.listed:
            if uri.partition("/")[0] not in languages and uri not in files.src_uris:
                files.append(File(uri, config.docs_dir, config.site_dir, use_directory_urls=True))
        return files

    on_files = CombinedEvent(_listed, _shared)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Hand over a page without its front matter, so that ours is the only reader of it.

        The empty line keeps MkDocs from taking the text's own beginning for front matter.
        """
        return "\n" + self._build.markdown(_lang(config), _path(page))

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the extension which page it renders; the text is what `kb check` judged.

        MkDocs' own idea of where the front matter ends, and of a title, might be another.
        """
        lang, path = _lang(config), _path(page)
        planned = self._build.planned(lang, path)
        page.title = planned.title
        page.meta["template"] = planned.template
        config.mdx_configs[EXTENSION] = {"page": self._build.renderer(lang, path)}
        return self._build.markdown(lang, path)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand over the rendered body."""
        with _stopping():
            return self._build.take(_lang(config), _path(page), html)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page's template what the site knows."""
        kb = self._build.context(_lang(config), _path(page))
        context["kb"] = kb  # type: ignore[typeddict-unknown-key]
        return context

    def on_build_error(self, *, error: Exception) -> None:
        """Tell a template's fault in one line."""
        if isinstance(error, TemplateError):
            log.error(template_fault(error))
            raise Abort("overrides") from error

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what renders templates, for the pages that no file holds, and make it strict.

        What a template asks for and nobody gives is an error, not an empty place on a page.
        """
        env.undefined = StrictUndefined
        env.bytecode_cache = template_cache(_root(config))
        self.env = env
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put above a served page what keeps the site from being built anew.

        What is rendered is let go of: MkDocs would keep it until all languages are built.
        """
        page.markdown = page.content = None
        return with_notices(output, self.notices, f"docs/{page.file.src_uri}")

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page for unknown addresses what the site knows."""
        context["kb"] = self._build.common(_lang(config))  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Write each language's page for unknown addresses to its own folder."""
        root = self._build.knowledge.languages.root(_lang(config))
        if template_name != NOT_FOUND or not root:
            return output_content
        _write(Path(config.site_dir) / root / template_name, output_content)
        return ""

    def _made(self, *, config: MkDocsConfig) -> None:
        """Render the pages of this language that the engine makes, before the next one is built."""
        assert self.env is not None
        lang = _lang(config)
        for planned in self._build.contexts.plan.of(lang):
            if planned.made is None:
                continue
            html = self.env.get_template(planned.template).render(
                kb=self._build.context(lang, planned.path),
                page=SimpleNamespace(
                    url=planned.url, content=self._build.bodies[lang, planned.path]
                ),
                config=config,
                base_url=posixpath.relpath(".", planned.url),
            )
            _write(Path(config.site_dir) / planned.url / "index.html", html)

    # After static-i18n, whose own event (at -100) builds the other languages.
    @event_priority(-200)
    def _finished(self, *, config: MkDocsConfig) -> None:
        """Finish the files, once, when the last language is built."""
        if not _is_inner(config):
            with _stopping():
                self._build.finish(Path(config.site_dir))

    on_post_build = CombinedEvent(_made, _finished)

    @property
    def _build(self) -> Build:
        assert self.build is not None
        return self.build


@contextmanager
def _stopping() -> Iterator[None]:
    """What the site refuses stops MkDocs, in the site's words."""
    try:
        yield
    except RefusedError as error:
        for line in error.lines:
            log.error(line)
        raise Abort(error.lines[-1]) from error


def _settings(config: MkDocsConfig, *, published: bool) -> Settings:
    return Settings.of(
        config.site_url or "", config.repo_url or "", config.edit_uri or "", published=published
    )


def _languages(config: MkDocsConfig, languages: Languages) -> I18n:
    """The plugin that builds the site once for each language."""
    plugin = I18n()
    plugin.load_config(
        {
            "docs_structure": "folder",
            "fallback_to_default": False,
            "reconfigure_material": True,
            "languages": [
                {
                    "locale": lang,
                    "name": languages[lang].name,
                    "default": lang == languages.source,
                }
                for lang in languages.pages
            ],
        },
        config_file_path=config.config_file_path,
    )
    return plugin


def _is_inner(config: MkDocsConfig) -> bool:
    """Whether static-i18n has asked for this build, of a language that is not the first."""
    return bool(getattr(config.plugins.get(LANGUAGES), "building", False))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _lang(config: MkDocsConfig) -> Lang:
    # static-i18n sets the theme's language anew for every language that it builds.
    return str(config.theme["language"])


def _path(page: Page) -> str:
    """A page's path below docs/<lang>/."""
    return page.file.src_uri.partition("/")[2]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
