"""The only file that knows MkDocs' events; whoever moves the site rewrites this one.

MkDocs and static-i18n leave no other way for seven things: refusing to build content that
`kb check` refuses, telling the Markdown extension which page and language it renders, giving
the templates what they need of a page, one search index a language, keeping one 404 page a
language (the plugin builds the languages one after the other into the same folder, and the last
would win), gathering the rendered pages into the handbook, which search and sitemap leave out,
and finishing the built files once all languages are there.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from kb import checks
from kb.blocks.assets import assets_for, assets_of_book
from kb.blocks.book import Book, RenderedPage, gather
from kb.blocks.dates import written
from kb.blocks.site import Site
from kb.blocks.sites import remember
from kb.finish.headers import write_headers
from kb.finish.policy import policy
from kb.finish.security_txt import write_security_txt
from kb.finish.site import finish
from kb.finish.worker import OfflineCopyError, write_retiring_worker, write_words
from kb.links.published import read_published
from kb.load.content import Loaded, load
from kb.markup.allowed import PAGE
from kb.markup.judge import judge
from kb.model.base import Lang
from kb.search.publish import SOURCES, Publisher
from kb.site.context import Contexts, Settings
from kb.site.plan import PlanError, plan

log = logging.getLogger("mkdocs.plugins.kb")
EXTENSION = "kb.blocks"


@dataclass
class _Build:
    """What one build of all languages needs from its first event to its last."""

    loaded: Loaded | None = None
    site: Site | None = None
    search: Publisher | None = None
    listed: frozenset[str] = frozenset()
    """Paths below docs/ of the files that may be published."""
    published: bool = True
    """False under `mkdocs serve`, whose live reload is an inline script that a policy stops."""
    contexts: Contexts | None = None
    """What templates get."""
    bodies: dict[str, str] = field(default_factory=dict)
    """The rendered pages, for the one that gathers them."""
    offline: bool = True
    """False where readers keep no copy: under `mkdocs serve` and for a site that ends or moves."""
    policy: str = ""
    """The policy that the pages carry, for the headers that say the same."""


_build = _Build()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _lang(config: MkDocsConfig) -> Lang:
    # static-i18n sets the theme's language anew for every language that it builds.
    return str(config.theme["language"])


def _is_first(config: MkDocsConfig) -> bool:
    return not getattr(config.plugins["i18n"], "building", False)


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is built or served."""
    _build.published = command != "serve"
    _build.offline = _build.published and "KB_RETIRE" not in os.environ


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the whole content, once for all languages; stop on an error."""
    if not _is_first(config):
        return
    loaded = load(_root(config))
    problems = checks.run(loaded)
    for problem in problems:
        (log.error if problem.level == "error" else log.info)(str(problem))
    errors = sum(problem.level == "error" for problem in problems)
    if errors:
        raise Abort(f"kb check: {errors} virhettä / {errors} errors")
    _same_languages(config, loaded.knowledge.languages.pages)
    _build.listed = frozenset(loaded.inventory.published)
    published = read_published(_root(config), loaded.knowledge.today)
    _build.loaded = loaded
    _build.site = remember(loaded, published, config.repo_url or "")
    _build.search = Publisher(_root(config) / "overrides", loaded.knowledge, _build.site.relations)
    try:
        planned = plan(loaded.knowledge)
    except PlanError as error:
        raise Abort(str(error)) from error
    settings = Settings(
        site_url=(config.site_url or "").rstrip("/") + "/",
        repo_url=(config.repo_url or "").rstrip("/"),
        edit_url=_edit_url(config),
        published=_build.published,
    )
    search = {lang: _build.search.addresses(lang) for lang in loaded.knowledge.languages.pages}
    _build.contexts = Contexts(planned, settings, search)


def _edit_url(config: MkDocsConfig) -> str:
    """Where docs/ is edited; empty where that is not told."""
    if not config.repo_url or not config.edit_uri:
        return ""
    return f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/"


def _same_languages(config: MkDocsConfig, wanted: tuple[Lang, ...]) -> None:
    """Stop where the generator would build other languages than data/languages.yml names."""
    built = {language.locale for language in config.plugins["i18n"].config.languages}
    if built != set(wanted):
        raise Abort(
            f"mkdocs.yml: i18n: kielet {sorted(built)}, data/languages.yml: {sorted(wanted)}; tee "
            "niistä samat / the languages differ; make them the same"
        )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no list names, and the search engine's modules, which are published joined.

    What an editor's tools leave behind is not on the list; whatever else is not has stopped the
    build before, unless it came after the list was made.
    """
    docs = Path(config.docs_dir)
    for file in list(files):
        of_content = file.src_dir is not None and Path(file.src_dir) == docs
        unlisted = of_content and file.src_uri not in _build.listed
        if unlisted or file.src_uri.startswith(SOURCES):
            files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Tell the extension which page it is about to render; the text is what `kb check` judged.

    MkDocs' own idea of where the front matter ends, and of a title, might be another.
    """
    assert _build.loaded is not None
    lang, path = _lang(config), _path(page)
    raw = _build.loaded.pages.get((lang, path))
    document = _build.loaded.knowledge.get(lang, path)
    if document and "title" not in vars(page):  # else the navigation names it
        page.title = document.title
    config.mdx_configs[EXTENSION] = {
        "root": str(_root(config)),
        "path": path,
        "lang": lang,
    }
    if document:
        page.meta["template"] = document.kind.template
    return raw.body if raw else markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Stop when a page, its blocks included, has become something that is not published."""
    findings = judge(html, PAGE).findings
    for finding in findings:
        log.error(
            "%s: '%s' ei kuulu sivulle, rakennus keskeytyy / is not published, the build stops",
            page.file.src_uri,
            finding.what[:200],
        )
    if findings:
        raise Abort(f"{page.file.src_uri}: {len(findings)} × HTML")
    _build.bodies[page.file.src_uri] = html
    return html


def _path(page: Page) -> str:
    """A page's path below docs/<lang>/."""
    return page.file.src_uri.partition("/")[2]


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """Give the templates the page's summary, kind, and addresses in every language."""
    assert _build.site is not None
    assert _build.search is not None
    lang, path = _lang(config), _path(page)
    document = _build.site.knowledge.get(lang, path)
    if document and document.kind.weight is not None:
        _build.search.add(document, page.url, page.content or "")
    planned = _build.contexts.plan.get(lang, path) if _build.contexts else None
    assert _build.contexts is not None
    assert planned is not None, path
    context["kb"] = {
        **_build.contexts.page(planned, page.content or ""),
        **_more(config),
        "assets": assets_for(page.content or ""),
    }
    if document and document.kind.name == "handbook":
        context["kb"]["book"] = book = _book(page, lang)
        context["kb"]["assets"] = assets_of_book(book.html)
    return context


def _book(page: Page, lang: Lang) -> Book:
    """Every other page of the language, rendered by now, section by section."""
    assert _build.contexts is not None
    knowledge = _build.contexts.plan.knowledge
    today, language = knowledge.today.isoformat(), knowledge.languages[lang]
    parts = [
        (section.title, [RenderedPage(p.url, p.title, _build.bodies[f"{lang}/{p.path}"])
                         for p in section.pages if p.path != _path(page)])
        for section in _build.contexts.plan.sections(lang)
    ]  # fmt: skip
    return gather([part for part in parts if part[1]], page.url, written(today, language))


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the 404 page its language and words, and keep the handbook out of the sitemap."""
    assert _build.site is not None
    handbook = _build.site.knowledge.county.pages.handbook
    if template_name == "sitemap.xml":
        context["i18n_alternates"] = {
            locale: [file for file in files if file.src_uri.partition("/")[2] != handbook]
            for locale, files in context["i18n_alternates"].items()
        }
    assert _build.contexts is not None
    context["kb"] = {**_build.contexts.common(_lang(config)), **_more(config)}
    return context


def _more(config: MkDocsConfig) -> dict[str, Any]:
    """What templates of today get beside the contexts."""
    assert _build.site is not None
    county = _build.site.knowledge.county
    return {
        "storage": county.storage + _base(config),
        "stored_before": {f".{name}": before for name, before in county.stored_before if before},
        "offline": _build.offline,
        "policy": _policy,
    }


def _base(config: MkDocsConfig) -> str:
    """The path of the site's root on its host, with a slash at both ends."""
    return urlsplit(config.site_url or "/").path.rstrip("/") + "/"


def _policy(*inline_scripts: str) -> str:
    _build.policy = policy(*inline_scripts)
    return _build.policy


def _labels(lang: Lang) -> dict[str, str]:
    assert _build.site is not None
    return {ident: label.get(lang) for ident, label in _build.site.knowledge.labels.items()}


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write each language's 404 page to its own folder."""
    lang = _lang(config)
    assert _build.site is not None
    if template_name != "404.html" or lang == _build.site.knowledge.languages.source:
        return output_content
    target = Path(config.site_dir) / lang / template_name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(output_content, encoding="utf-8")
    return ""


def _write_search(config: MkDocsConfig) -> None:
    """Write the search of the language that has just been built."""
    assert _build.search is not None
    _build.search.write(
        Path(config.site_dir), _lang(config), config.site_name, config.site_url or "/"
    )


# After static-i18n, whose own event (at -100) builds the other languages.
@event_priority(-200)
def _finish(config: MkDocsConfig) -> None:
    """Finish the files, once, when the last language is built."""
    if not _is_first(config):
        return
    assert _build.site is not None
    site, storage = Path(config.site_dir), _build.site.knowledge.county.storage
    if not _build.published:
        # A built site may have been looked at on this port, and its worker answers still.
        write_retiring_worker(site, storage)
        return
    if _build.offline:
        pages = _build.site.knowledge.languages.pages
        write_words(site, {lang: _labels(lang) for lang in pages})
    try:
        finish(
            site, _base(config), _root(config) / ".cache" / "styles",
            storage=storage, offline=_build.offline,
        )  # fmt: skip
    except OfflineCopyError as error:
        raise Abort(str(error)) from error
    write_headers(site, _base(config), _build.policy)
    knowledge = _build.site.knowledge
    write_security_txt(
        site,
        config.site_url or "",
        knowledge.details.email,
        repository=config.repo_url or "",
        languages=knowledge.languages.pages,
        today=knowledge.today,
    )


on_post_build = CombinedEvent(_write_search, _finish)
