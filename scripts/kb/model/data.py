"""What several pages share, each thing once: the records of data/."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, NamedTuple

from pydantic import AnyHttpUrl, Field, ValidationError, field_validator

from kb.model.base import (
    ByLanguage,
    ChangeId,
    Day,
    Lang,
    LanguageId,
    LinkId,
    Multilingual,
    OrganisationId,
    PagePath,
    PartialDate,
    Record,
    ReferenceId,
    SectionId,
    Slug,
    Text,
)
from kb.model.contact import OfficeContact


class Organisation(Record):
    """An authority, company, group or role that pages name by id."""

    id: Slug
    name: Multilingual
    kind: Literal["authority", "association", "company", "project", "place", "group", "role"]
    page: PagePath | None = None
    """The organisation's own page, as its path below docs/<lang>/ (`palvelut/kela.md`)."""
    link: LinkId | None = None
    """Its home page, by id in the link register."""
    contact: OfficeContact = OfficeContact()
    succeeded_by: OrganisationId | None = None
    changed: ChangeId | None = None
    """The change that ended it or made another of it; marked where the map's list names it."""
    note: Multilingual | None = None


class Expectation(Record):
    """What a person saw behind a link."""

    type: Literal["html", "pdf", "zip", "other"]
    title: str | None = None


class Word(Record):
    """What a person said of a link, and holds until the page becomes another."""

    verdict: Literal["ok", "gone"]
    """`ok`: looked at, and it is what was meant; `gone`: given up, whatever answers there."""
    on: Day
    by: OrganisationId
    """The role or organisation that looked; never a person's name."""


class Settled(NamedTuple):
    """A person's word and its day."""

    verdict: Literal["ok", "gone"]
    on: dt.date


def last_word(checked: dt.date | None, reviewed: Settled | None) -> Settled | None:
    """The newer of what `checked` and `reviewed` say."""
    if reviewed is not None and (checked is None or reviewed.on >= checked):
        return reviewed
    return Settled("ok", checked) if checked is not None else None


class Link(Record):
    """An external address, registered once and cited by id."""

    id: Slug
    url: Text
    owner: OrganisationId
    title: Multilingual
    expect: Expectation | None = None
    checked: Day | None = None
    """When a person last looked and found it right; absent: never, or see `reviewed`."""
    reviewed: Word | None = None
    """What a person said of it, with who and when; the newer of the two days counts."""
    archive: Text | None = None
    replaced_by: LinkId | None = None
    note: Multilingual | None = None
    """What is known of the link's fate; never a claim that it was opened."""

    @property
    def settled(self) -> Settled | None:
        """A person's last word and its day; none where nobody has looked."""
        word = self.reviewed
        return last_word(self.checked, Settled(word.verdict, word.on) if word else None)

    @property
    def settled_by(self) -> str | None:
        """Whose word that is, where the register says it."""
        word = self.reviewed
        return word.by if word and self.settled == Settled(word.verdict, word.on) else None

    @field_validator("url", "archive")
    @classmethod
    def _http(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                AnyHttpUrl(value)
            except ValidationError:
                raise ValueError("http") from None
        return value


class Section(Record):
    """A section of an act that some page rests on."""

    id: Text
    title: Multilingual
    verified: bool = False


class Statute(Record):
    """An act of Parliament and those of its sections that pages cite."""

    id: Slug
    name: Multilingual
    short: Multilingual
    number: str | None = None
    sections: tuple[Section, ...] = ()
    note: Multilingual | None = None


class Reference(Record):
    """Where a fact outside the deck was read."""

    id: Slug
    title: Multilingual
    published: PartialDate | None = None
    link: LinkId | None = None
    note: Multilingual | None = None


class Change(Record):
    """Something that has changed since the source was written."""

    id: Slug
    date: PartialDate
    qualifier: Literal["on", "before", "after", "until"] = "on"
    """How the change stands to `date`; `until` reads as a period that ends with it."""
    start: PartialDate | None = None
    """First day of a period, when `qualifier` is `until`."""
    title: Multilingual
    text: Multilingual
    references: tuple[ReferenceId, ...]
    seen: Literal["after", "before", "none"]
    """Whether the references were written after the change took effect or before it.

    `none`: no date of effect is known, and `date` is that on which the fact was found.
    """
    everywhere: bool = False
    """Whether every page's foot tells of it, so that a page says only what it means there."""

    @property
    def begins(self) -> str:
        """The first date of the change: for a period its start."""
        return self.start or self.date

    @field_validator("references")
    @classmethod
    def _some(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("no_source")
        return value


class TermName(Multilingual):
    """A term's name, in languages without pages only where one is known."""

    def find(self, lang: Lang) -> str | None:
        """The name in `lang`, where it has one."""
        return self.by_language.get(lang)


class Everyday(ByLanguage):
    """What people call a thing in speech, in each language."""

    __pydantic_extra__: dict[str, Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(
        init=False
    )

    def get(self, lang: Lang) -> tuple[str, ...]:
        """The words in `lang`."""
        found: tuple[str, ...] = self.by_language[lang]
        return found


class Term(Record):
    """A word of the trade, with its names in each language."""

    id: Slug
    name: TermName
    verified: tuple[LanguageId, ...] = ()
    """Languages without pages whose name was seen in a source; the others are to be checked."""
    abbreviations: tuple[str, ...] = ()
    former: Multilingual | None = None
    everyday: Everyday | None = None
    """What people say for it; where the term has a page, the search finds the page by them."""
    definition: Multilingual | None = None
    origin: Literal["source", "reference", "ours"] | None = None
    """Whose words the definition is: the source's, those of the reference it cites, or our own."""
    page: PagePath | None = None
    hint: bool = True
    """Whether `kb check` hints at the term where a page does not explain it."""


class Group(Record):
    """A heading under which an index gathers pages."""

    id: Slug
    section: SectionId
    title: Multilingual
    summary: Multilingual


class Label(Multilingual):
    """A word of the site's own furniture, such as a heading of a block."""

    id: Slug


class Wording(Label):
    """What a county says instead of a word of the engine's, in the languages that it names."""

    whole = False
