"""What every part of the model shares: strict records, languages, ids and dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Lang = str
"""A language by its code. Which there are is the county's to say (data/languages.yml)."""

IdKind = Literal[
    "service",
    "toolkit",
    "organisation",
    "link",
    "statute",
    "reference",
    "change",
    "group",
    "term",
    "label",
    "language",
    "section",
    "path",
]
"""What an id may point at; `path` is a page's path below docs/<lang>/."""

OWN_SCHEMES: tuple[IdKind, ...] = ("link", "change", "reference", "term")
"""The site's own link schemes: the kind of a record, and its id behind a colon."""


@dataclass(frozen=True)
class RefTo:
    """Marks a field as the id of something that must exist."""

    kind: IdKind


class Translated:
    """Marks a field as text that each language writes for itself."""


class Own:
    """Marks a list that each language writes for itself, in no relation to the other's."""


class Key:
    """Marks the field by which a translation finds the item it translates."""


SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Slug = Annotated[str, Field(pattern=SLUG)]
ServiceId = Annotated[Slug, RefTo("service")]
ToolkitId = Annotated[Slug, RefTo("toolkit")]
OrganisationId = Annotated[Slug, RefTo("organisation")]
LinkId = Annotated[Slug, RefTo("link")]
StatuteId = Annotated[Slug, RefTo("statute")]
ReferenceId = Annotated[Slug, RefTo("reference")]
ChangeId = Annotated[Slug, RefTo("change")]
LanguageId = Annotated[Slug, RefTo("language")]
GroupId = Annotated[Slug, RefTo("group")]
SectionId = Annotated[Slug, RefTo("section")]
PagePath = Annotated[str, RefTo("path")]


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("blank")
    return value.strip()


Text = Annotated[str, AfterValidator(_not_blank)]
"""Inline Markdown, never blank."""


def _no_flag(value: Any) -> Any:
    # To Python `true` is the number one.
    if isinstance(value, bool):
        raise ValueError("whole")
    return value


WholeNumber = Annotated[int, BeforeValidator(_no_flag)]


def _real_day(value: Any) -> Any:
    # A quoted date is a string in YAML; an editor means the same day by it.
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


Day = Annotated[dt.date, BeforeValidator(_real_day), Field(strict=True)]

_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def _partial_date(value: Any) -> str:
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError("partial_date")
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        raise ValueError("partial_date") from None
    return text


PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    # To YAML a bare year is a number.
    Field(json_schema_extra={"type": ["string", "integer"], "pattern": _PARTIAL.pattern}),
]
"""A day, a month or a year: 2023-01-01, 2022-02 or 2023."""


class Record(BaseModel):
    """A closed record: unknown fields are errors, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ByLanguage(BaseModel):
    """Values by language: `{fi: …, en: …}`. Which languages there must be, the loader checks."""

    model_config = ConfigDict(extra="allow", frozen=True)
    whole: ClassVar[bool] = True
    """Whether it must be said in every language of the site."""

    @property
    def by_language(self) -> dict[Lang, Any]:
        """What was given, by language."""
        return self.__pydantic_extra__ or {}


class Multilingual(ByLanguage):
    """The same text in every language of the site."""

    __pydantic_extra__: dict[str, Text] = Field(init=False)

    def get(self, lang: Lang) -> str:
        """The text in `lang`; `KeyError` where it has none, never another language's."""
        return str(self.by_language[lang])
