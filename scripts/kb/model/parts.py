"""What the front matter of a page is made of: references, facts, criteria, a box of the map."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from kb.model.base import (
    ChangeId,
    Key,
    LinkId,
    OrganisationId,
    PartialDate,
    Record,
    ServiceId,
    Slug,
    StatuteId,
    Text,
    Translated,
)

Translatable = Annotated[Text, Translated()]
OptionalText = Annotated[Text | None, Translated()]


Target = tuple[Literal["service", "organisation"], str]


class OneParty(Record):
    """What names one service or one organisation, and not both."""

    service: ServiceId | None = None
    organisation: OrganisationId | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.service is None) == (self.organisation is None):
            raise ValueError("one_reference")
        return self

    @property
    def target(self) -> Target:
        """The kind and id of the party."""
        if self.service is not None:
            return "service", self.service
        assert self.organisation is not None
        return "organisation", self.organisation


class Ref(OneParty):
    """One service or one organisation, with an optional word on it."""

    service: Annotated[ServiceId | None, Key()] = None
    organisation: Annotated[OrganisationId | None, Key()] = None
    detail: OptionalText = None


class StatuteRef(Record):
    """A section of law that a page rests on."""

    act: Annotated[StatuteId, Key()]
    section: Annotated[str | None, Key()] = None
    origin: Literal["source", "later"] = "source"
    """`source`: the deck cites it; `later`: added since."""
    text: OptionalText = None


class Decision(Record):
    """A decision that someone makes in or about a service."""

    id: Annotated[Slug, Key()]
    what: Translatable
    by: tuple[Ref, ...] = ()
    """Empty where the source knows of the decision and not of who makes it."""
    statutes: tuple[StatuteRef, ...] = ()


class ChangeRef(Record):
    """A change that touches the page, and what it means there."""

    change: Annotated[ChangeId, Key()]
    lead: bool = False
    """Shown at once, before the facts."""
    here: OptionalText = None


class Ask(OneParty):
    """Whom to ask about an open point: a party, and the official page where there is one."""

    link: LinkId | None = None
    """Leads there instead of to the party's own page, by id in the link register."""


class Check(Record):
    """Something nobody has confirmed; the order of the points is their order of weight."""

    id: Annotated[Slug, Key()]
    text: Translatable
    lead: bool = False
    ask: tuple[Ask, ...] = ()


class Criterion(Record):
    """A rule that opens or closes a service to a client."""

    id: Annotated[Slug, Key()]
    text: Translatable
    question: OptionalText = None
    """The criterion as a question that yes fulfils; absent: its text serves as it stands."""
    first: OptionalText = None
    """What to do first where a precondition does not hold."""
    fixed_term: OptionalText = None
    """For how long, where the criterion opens the service for a fixed term only."""
    instead: OptionalText = None
    """Where to look instead, for an exclusion."""
    settles: bool = False
    """Whether an exclusion holds by its own words even where a ground for opening holds too."""
    change: ChangeId | None = None


class Criteria(Record):
    """Preconditions, opening criteria and exclusions of a service."""

    as_of: PartialDate | None = None
    """Of when the criteria are: a verdict that rests on them says so."""
    preconditions: tuple[Criterion, ...] = ()
    opening: tuple[Criterion, ...]
    exclusions: tuple[Criterion, ...] = ()


class Facts(Record):
    """A service at a glance; a field is absent where the source is silent."""

    for_whom: OptionalText = None
    not_for: OptionalText = None
    """For whom the service is not, in one line."""
    way_in: OptionalText = None
    first: OptionalText = None
    """What must be in place before the service can begin."""
    lasts: OptionalText = None
    """How long the service lasts."""
    decides: OptionalText = None
    cost: OptionalText = None
    when: OptionalText = None
    where: OptionalText = None
    form: OptionalText = None


class MapBox(Record):
    """A box of the source's map, where it needs more than the page's title."""

    name: OptionalText = None
    """The box's own heading, where the page has another."""
    note: OptionalText = None
    """The line under the heading."""
    across: bool = False
    """A bar along the whole map, not a box in it."""
