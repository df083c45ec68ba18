"""What templates get of a page and of the site: plain data, the same from every generator.

Texts are text, not markup: templates escape them. Addresses are relative to the site's root, but
for `canonical`, `alternates` and `edit_url`, which are whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kb.blocks.dates import when, written
from kb.model import anchors
from kb.model.base import Lang
from kb.model.kinds import kind_of
from kb.site.contents import contents
from kb.site.plan import Plan, PlannedPage
from kb.site.settings import Settings

Context = dict[str, Any]

PAGES_IN_MENU = 40
"""Past so many pages a list is no menu any more: the section's index shows them, with summaries.

That also keeps the work and the weight of a page the same however many pages the site has."""


class Contexts:
    """The contexts of one build.

    Args:
        plan: the pages.
        settings: addresses and the like.
        search: for each language what the search needs to be told (see `kb.search.publish`).
        more: what every template gets beside that, such as the policy of the pages.
    """

    def __init__(
        self, plan: Plan, settings: Settings, search: Mapping[Lang, Context], more: Context
    ) -> None:
        self.plan = plan
        self.settings = settings
        self.search = search
        self.more = more
        self.labels = {
            lang: {ident: label.get(lang) for ident, label in plan.knowledge.labels.items()}
            for lang in plan.knowledge.languages.pages
        }
        self._common: dict[Lang, Context] = {}

    def common(self, lang: Lang) -> Context:
        """What every template gets, that of the page that stands for a missing one too."""
        if lang not in self._common:
            self._common[lang] = self._common_of(lang)
        return dict(self._common[lang])

    def _common_of(self, lang: Lang) -> Context:
        knowledge = self.plan.knowledge
        home = self.plan.get(lang, "index.md")
        return {
            **self.more,
            "lang": lang,
            "published": self.settings.published,
            "built": written(knowledge.today.isoformat(), knowledge.languages[lang]),
            "labels": self.labels[lang],
            "site": {
                "name": knowledge.county.name.get(lang),
                "description": knowledge.county.description.get(lang),
                "home": home.url if home else "",
                "licence": knowledge.county.licence,
                "repo_url": self.settings.repo_url,
                "storage": knowledge.county.storage,
            },
            "languages": self._languages(lang, "index.md"),
            "nav": self._navigation(lang, None),
            "roles": self._roles(lang),
            "footer": self._footer(lang),
            "everywhere": self._everywhere(lang),
            "search": self.search[lang],
            "worker": "sw.js",
            "editions": self._editions(lang),
            "page": None,
        }

    def page(self, planned: PlannedPage, html: str) -> Context:
        """The context of a page whose body is `html`."""
        lang = planned.lang
        alternates = self.plan.alternates(planned.path)
        meta = planned.document.meta if planned.document else None
        summary = meta.summary if meta else planned.made.summary if planned.made else ""
        kind = kind_of(meta) if meta else None
        return {
            **self.common(lang),
            "languages": self._languages(lang, planned.path),
            "nav": self._navigation(lang, planned),
            "page": {
                "title": planned.title,
                "url": planned.url,
                "path": planned.path,
                "kind": kind.name if kind else planned.made.role if planned.made else "",
                "summary": summary,
                "canonical": self.settings.site_url + planned.url,
                "alternates": [
                    {"lang": other, "href": self.settings.site_url + url}
                    for other, url in alternates.items()
                ],
                "edit_url": self._edit_url(planned),
                "is_home": planned.path == "index.md",
                "noindex": planned.made is not None or (kind is not None and kind.weight is None),
                "toc": contents(html),
                "ancestors": [
                    {"title": self._called(above), "url": above.url}
                    for above in self.plan.ancestors(planned)
                ],
            },
        }

    def _called(self, page: PlannedPage) -> str:
        """What a path calls a page: a section's index by the section's name."""
        # The title of the first of all is a question.
        if page.path == "index.md":
            return self.labels[page.lang]["kind-home"]
        section = self.plan.knowledge.sections.get(page.section)
        if section and page.path == f"{page.section}/index.md":
            return section.title.get(page.lang)
        return page.title

    def _editions(self, lang: Lang) -> list[Context]:
        """The site in every language, `lang` first: a host has one page for all it lacks."""
        languages = self.plan.knowledge.languages
        return [
            {
                "lang": other,
                "name": self.plan.knowledge.county.name.get(other),
                "labels": self.labels[other],
                "search": self.search[other],
                "roles": self._roles(other),
                "search_here": self.labels[other]["search-here"],
                "title": self.labels[other]["not-found"],
                "text": self.labels[other]["not-found-text"],
                "home": self.labels[other]["kind-home"],
                "root": languages.root(other),
                "sections": [
                    {"title": section["title"], "url": section["url"]}
                    for section in self._navigation(other, None)
                ],
            }
            for other in sorted(languages.pages, key=lambda other: other != lang)
        ]

    def _edit_url(self, planned: PlannedPage) -> str:
        if not self.settings.edit_url or planned.document is None:
            return ""
        return f"{self.settings.edit_url}{planned.lang}/{planned.path}"

    def _languages(self, lang: Lang, path: str) -> list[Context]:
        """This page in each language; where it lacks one, that language's front page."""
        languages = self.plan.knowledge.languages
        alternates = self.plan.alternates(path)
        return [
            {
                "id": other,
                "name": languages[other].name,
                "url": alternates.get(other, languages.root(other)),
                "current": other == lang,
            }
            for other in languages.pages
        ]

    def _navigation(self, lang: Lang, current: PlannedPage | None) -> list[Context]:
        sections = []
        for section in self.plan.sections(lang):
            first = section.index or section.pages[0]
            active = current is not None and current.section == section.id
            listed = section.pages if active and len(section.pages) <= PAGES_IN_MENU else ()
            sections.append(
                {
                    "id": section.id,
                    "title": section.title,
                    "url": first.url,
                    "active": active,
                    "current": current is first,
                    "pages": [
                        {"title": page.title, "url": page.url, "current": page is current}
                        for page in listed
                        if page is not first
                    ],
                }
            )
        return sections

    def _roles(self, lang: Lang) -> dict[str, str]:
        """The addresses of the pages to which the site itself leads, by what they are for."""
        knowledge = self.plan.knowledge
        paths = {role: path for role, path in knowledge.county.pages if isinstance(path, str)}
        for ident, section in knowledge.sections.items():
            paths.setdefault(f"section-{section.kind}", f"{ident}/index.md")
        return {
            role: page.url for role, path in paths.items() if (page := self.plan.get(lang, path))
        }

    def _everywhere(self, lang: Lang) -> list[Context]:
        """The changes that touch almost every page: the foot of each tells of them, once."""
        knowledge = self.plan.knowledge
        page = self.plan.get(lang, knowledge.county.pages.changes or "")
        if page is None:
            return []
        language = knowledge.languages[lang]
        return [
            {
                "text": f"{when(change, language)}: {change.title.get(lang)}",
                "url": f"{page.url}#{anchors.change(change.id)}",
            }
            for change in knowledge.changes.values()
            if change.everywhere
        ]

    def _footer(self, lang: Lang) -> list[Context]:
        """The pages that every page of a public site leads to, in order."""
        county = self.plan.knowledge.county
        roles = dict(county.pages)
        pages = (self.plan.get(lang, roles[role] or "") for role in county.footer)
        return [{"title": page.title, "url": page.url} for page in pages if page]
