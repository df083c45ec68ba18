"""What makes a site that of one county: its names, its sections, and where its own pages are."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, field_validator

from kb.model.base import Multilingual, OrganisationId, PagePath, Record, Slug, Text

MadePath = Annotated[str, Field(pattern=r"^(?:[a-z0-9-]+/)*[a-z0-9-]+\.md$")]
"""The path that the file of a page would have, were the page not made by the engine."""
Role = Literal[
    "sources", "changes", "links", "glossary", "editing", "accessibility", "privacy", "feedback",
    "statutes", "map", "handbook",
]  # fmt: skip


class SiteSection(Record):
    """A section of the site: a folder below docs/<lang>/ and what its pages are."""

    id: Slug
    """The folder's name, and so a part of its pages' addresses."""
    kind: Slug
    """What kind of page stands in it, by the kind's name (see `kb.model.kinds`)."""
    title: Multilingual
    articles: tuple[Slug, ...] = ()
    """Pages of it that are articles instead, by the file's name without its ending."""


class PageRoles(Record):
    """The pages to which the site itself leads, each by its path below docs/<lang>/.

    A county leaves out the pages that it does not have, and nothing leads there.
    """

    sources: PagePath | None = None
    """About the source, with the references that texts cite."""
    changes: PagePath | None = None
    links: PagePath | None = None
    glossary: PagePath | None = None
    editing: PagePath | None = None
    accessibility: PagePath | None = None
    privacy: PagePath | None = None
    feedback: PagePath | None = None
    statutes: PagePath | None = None
    """The index of law."""
    map: PagePath | None = None
    handbook: PagePath | None = None
    """The page that gathers all others, to be printed."""
    contact: PagePath | None = None
    """Whom a reader asks who found nothing."""
    search: MadePath | None = None
    """Where the page of search results stands; the engine makes it, no file is there."""


class StoredBefore(Record):
    """Names under which a browser may still keep a choice that the site stored in earlier years.

    A page that finds one moves it to the name of today, which has the site's path in it.
    """

    scheme: Text | None = None
    keys: Text | None = None
    onboarding: Text | None = None


def _known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("time_zone") from None
    return value


TimeZone = Annotated[str, AfterValidator(_known_zone)]


def _book_file(value: str) -> str:
    # Joined to the folder that it is written to: a path would lead out of it.
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*\.pdf", value):
        raise ValueError("pdf_name")
    return value


class BookFiles(Multilingual):
    """The name of a PDF file in every language, never a path."""

    __pydantic_extra__: dict[str, Annotated[str, AfterValidator(_book_file)]] = Field(init=False)


class County(Record):
    """The names and settings of one county's site."""

    name: Multilingual
    """The site's name."""
    description: Multilingual
    """One sentence on what the site is for, shown by search engines."""
    region: Multilingual
    """The name above the map."""
    model: Multilingual
    """What the source is called."""
    storage: Slug
    """What the names of everything that the site keeps in a browser begin with."""
    stored_before: StoredBefore = StoredBefore()
    agent: Text
    """The name by which the link checker introduces itself; without the word `link`."""
    region_words: tuple[Text, ...] = ()
    """Beginnings of words that name the region: every page is about it, so they tell nothing."""
    handbook_files: BookFiles
    """What the printed handbook is called in each language."""
    time_zone: TimeZone = "UTC"
    """By which a day begins and ends, as the tz database names it: Europe/Helsinki."""
    licence: Text = ""
    """Under which the content may be used, as every page says it."""
    call: tuple[OrganisationId, ...] = ()
    """Whom to call when it is urgent, whatever the situation: on the front page and every
    situation. An organisation without a number says where to find it."""
    footer: tuple[Role, ...] = ()
    """Which of `pages` the foot of every page leads to, in order."""
    pages: PageRoles = PageRoles()

    @field_validator("agent")
    @classmethod
    def _answered(cls, value: str) -> str:
        # Some servers refuse every agent that has the word in its name.
        if "link" in value.lower():
            raise ValueError("agent")
        return value


NOWHERE = County(
    name=Multilingual(),
    description=Multilingual(),
    region=Multilingual(),
    model=Multilingual(),
    storage="kb",
    agent="kb",
    handbook_files=BookFiles(),
)
"""Stands for a county whose data could not be read."""
