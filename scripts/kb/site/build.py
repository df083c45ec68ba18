"""One build of the site, whatever generator renders its pages.

A generator starts a build, asks for the renderer of each page's blocks, hands over each rendered
body, asks for the context of each template, and has the folder finished in the end.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kb import checks
from kb.blocks.assets import Assets, assets_for, assets_of_book, theme_styles
from kb.blocks.book import Book, RenderedPage, gather
from kb.blocks.dates import written
from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.blocks.sites import prepare
from kb.finish.headers import write_headers
from kb.finish.hyphens import Hyphenator
from kb.finish.policy import policy
from kb.finish.security_txt import write_security_txt
from kb.finish.site import finish
from kb.finish.worker import OfflineCopyError, write_retiring_worker, write_words
from kb.links.published import read_published
from kb.load.content import load
from kb.load.remembered import forget
from kb.load.repository import overrides
from kb.model.base import Lang
from kb.model.knowledge import Knowledge
from kb.model.problem import Problem
from kb.search.publish import SOURCES, Publisher
from kb.site.bodies import body, with_links
from kb.site.context import Context, Contexts
from kb.site.inline import inline_script
from kb.site.plan import PlanError, PlannedPage, plan
from kb.site.refusal import RefusedError, refuse
from kb.site.settings import Settings
from kb.site.sitemap import write_sitemap

log = logging.getLogger("kb.site")
_NO_ADDRESS = (
    "varoitus: SITE_URL puuttuu, joten sivujen osoitteet osoittavat tähän koneeseen; julkaisuun: "
    "SITE_URL=https://esimerkki.fi/ make build / warning: SITE_URL is missing, so that the pages' "
    "addresses lead to this machine; to publish: SITE_URL=https://example.org/ make build"
)
NOT_COPIED = (SOURCES, "inline/")
"""What of the templates' folder is published in another form: joined, or as a part of pages."""


@dataclass
class Build:
    """What one build of all languages needs from its beginning to its end."""

    root: Path
    knowledge: Knowledge
    texts: Mapping[tuple[Lang, str], str]
    """Each page's Markdown as `kb check` judged it, without front matter."""
    listed: frozenset[str]
    """The paths below docs/ of the files that may be published."""
    settings: Settings
    site: Site
    search: Publisher
    contexts: Contexts
    offline: bool
    """False where readers keep no copy: while it is only served, or for a site that ends."""
    told: Sequence[Problem] = ()
    """What the check has to say that does not stop the build."""
    bodies: dict[tuple[Lang, str], str] = field(default_factory=dict)

    @classmethod
    def start(cls, root: Path, settings: Settings) -> Build:
        """Read and check the content below `root`.

        Raises:
            RefusedError: when `kb check` finds an error, or two pages have one address.
        """
        if settings.published and settings.is_local:
            log.warning(_NO_ADDRESS)
        loaded = load(root)
        problems = checks.run(loaded)
        if settings.published:
            forget()  # nobody looks at the same texts again
        errors = [str(problem) for problem in problems if problem.level == "error"]
        if errors:
            raise RefusedError([*errors, f"kb check: {len(errors)} virhettä / errors"])
        try:
            planned = plan(loaded.knowledge)
        except PlanError as error:
            raise RefusedError([str(error)]) from error
        published = read_published(root, loaded.knowledge.today)
        site = prepare(loaded, published, settings.repo_url)
        search = Publisher(overrides(root), loaded.knowledge, site.relations)
        script = inline_script(overrides(root))
        offline = settings.published and "KB_RETIRE" not in os.environ
        languages = loaded.knowledge.languages.pages
        contexts = Contexts(
            planned,
            settings,
            {lang: search.addresses(lang) for lang in languages},
            {
                "policy": policy(script) if settings.published else "",
                "inline_script": script,
                "theme": list(theme_styles()),
                "offline": offline,
                "storage": loaded.knowledge.county.storage + base(settings),
                "stored_before": {
                    f".{name}": before
                    for name, before in sorted(loaded.knowledge.county.stored_before)
                    if before
                },
            },
        )
        # What else was read for the check is let go of.
        made = cls(
            root,
            loaded.knowledge,
            {at: page.body for at, page in loaded.pages.items()},
            frozenset(loaded.inventory.published),
            settings,
            site,
            search,
            contexts,
            offline,
            problems,
        )
        for page in planned.pages.values():
            if page.made:
                made.take(page.lang, page.path, body(site, planned, page))
        return made

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages of the site, the source language first."""
        return self.knowledge.languages.pages

    def published_at(self, file: str) -> str:
        """Where a picture or an attachment (its path below docs/) stands below the site's root."""
        folder, _, rest = file.partition("/")
        languages = self.knowledge.languages
        return languages.root(folder) + rest if folder in languages.pages else file

    def planned(self, lang: Lang, path: str) -> PlannedPage:
        """The page at `path` in `lang`; `KeyError` where there is none."""
        return self.contexts.plan.pages[lang, path]

    def markdown(self, lang: Lang, path: str) -> str:
        """A page's text as `kb check` judged it, without front matter."""
        return self.texts[lang, path]

    def renderer(self, lang: Lang, path: str) -> PageRenderer:
        """What renders a page's blocks: the option `page` of the extension `kb.blocks`."""
        return PageRenderer(self.site, self.knowledge.documents[lang, path])

    def take(self, lang: Lang, path: str, html: str) -> str:
        """Take in the rendered body of a page, and give it back with all its links.

        Raises:
            RefusedError: when it has become something that is not published.
        """
        html = with_links(html, self.contexts.plan, self.planned(lang, path))
        refuse(f"docs/{lang}/{path}", html)
        self.bodies[lang, path] = html
        return html

    def context(self, lang: Lang, path: str) -> Context:
        """What a page's template gets, once its body is taken in and has all its addresses."""
        planned, html = self.planned(lang, path), self.bodies.get((lang, path), "")
        document = planned.document
        context = self.contexts.page(planned, html)
        assets = assets_for(html)
        if document and document.kind.name == "handbook":
            book = self._book(planned)
            context["book"] = {**asdict(book), "day": self.knowledge.today.isoformat()}
            assets = assets_of_book(book.html)
        self._assets(context, assets)
        return context

    def common(self, lang: Lang) -> Context:
        """What the template of the page for unknown addresses gets."""
        return self.contexts.common(lang)

    @staticmethod
    def _assets(context: Context, assets: Assets) -> None:
        context["page"]["styles"] = list(assets.styles)
        context["page"]["modules"] = list(assets.modules)

    def _book(self, handbook: PlannedPage) -> Book:
        """Every other page of the language, section by section."""
        knowledge, lang = self.knowledge, handbook.lang
        parts = [
            (
                section.title,
                [
                    RenderedPage(page.url, page.title, self.bodies[lang, page.path])
                    for page in section.pages
                    if page is not handbook
                ],
            )
            for section in self.contexts.plan.sections(lang)
        ]
        day = written(knowledge.today.isoformat(), knowledge.languages[lang])
        return gather([part for part in parts if part[1]], handbook.url, day)

    def finish(self, folder: Path) -> None:
        """Write what is no page, and make the built site in `folder` ready to be published.

        Raises:
            RefusedError: when the offline copy would be larger than its limit.
        """
        knowledge, settings = self.knowledge, self.settings
        for lang in self.languages:
            # In the menu's order: the generator's own would make another index.
            for page in self.contexts.plan.of(lang):
                if page.document and page.document.kind.weight is not None:
                    self.search.add(page.document, page.url, self.bodies[lang, page.path])
            name = knowledge.county.name.get(lang)
            self.search.write(folder, lang, name, settings.site_url)
        write_sitemap(folder, self.contexts.plan, settings.site_url, self.root)
        storage = knowledge.county.storage
        if not settings.published:
            # A built site may have been looked at on this port, and its worker answers still.
            write_retiring_worker(folder, storage)
            return
        if self.offline:
            write_words(folder, self.contexts.labels)
        cache = self.root / ".cache" / "styles"
        hyphenators = self._hyphenators()
        self.bodies.clear()  # from here on pages are read from the folder; some are large
        try:
            finish(
                folder,
                base(settings),
                cache,
                storage=storage,
                offline=self.offline,
                hyphenators=hyphenators,
            )
        except OfflineCopyError as error:
            raise RefusedError([str(error)]) from error
        write_headers(folder, base(settings), self.contexts.more["policy"])
        write_security_txt(
            folder,
            settings.site_url,
            knowledge.details.email,
            repository=settings.repo_url,
            languages=self.languages,
            today=knowledge.today,
        )

    def _hyphenators(self) -> dict[Lang, Hyphenator]:
        """What breaks long words, for the languages that tell how."""
        languages = self.knowledge.languages
        return {
            lang: Hyphenator(
                "".join(languages[lang].vowels),
                (html for (other, _), html in self.bodies.items() if other == lang),
            )
            for lang in self.languages
            if languages[lang].vowels
        }


def base(settings: Settings) -> str:
    """The path of the site's root on its host, with a slash at both ends."""
    return urlsplit(settings.site_url or "/").path.rstrip("/") + "/"
