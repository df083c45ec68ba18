"""Front matter of each kind of page.

The Finnish page holds everything; what a translation may hold is derived from the same
classes (see `kb.model.translation`), so that there is one schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from kb.model.base import (
    Day,
    GroupId,
    Key,
    LinkId,
    OrganisationId,
    Record,
    SectionId,
    ServiceId,
    Slug,
    Text,
    ToolkitId,
    WholeNumber,
)
from kb.model.contact import Contact
from kb.model.parts import (
    ChangeRef,
    Check,
    Criteria,
    Decision,
    Facts,
    MapBox,
    OneParty,
    OptionalText,
    Ref,
    StatuteRef,
    Translatable,
)

FIRST_POINTS = 3
"""So many open points may stand between a reader and the text; the others follow behind it."""


class Page(Record):
    """What every page says of itself."""

    summary: Translatable
    order: WholeNumber | None = None
    """The page's place among those of its group, or of its section where it has no groups."""
    menu: SectionId | None = None
    """The section of the menu in which the page stands, where that is not its folder."""
    reviewed: Day | None = None
    """The day on which a person last read the page against its sources."""


class Informed(Page):
    """A page that rests on the source and has lived on since."""

    slides: tuple[Text, ...] = ()
    """Headings of the source's slides that the page stands on."""
    changes: tuple[ChangeRef, ...] = ()
    check: tuple[Check, ...] = ()

    @property
    def first_points(self) -> tuple[Check, ...]:
        """The open points that stand before the text: the first few of those that ask for it."""
        return tuple(point for point in self.check if point.lead)[:FIRST_POINTS]

    @property
    def other_points(self) -> tuple[Check, ...]:
        """The open points that stand behind the text."""
        first = self.first_points
        return tuple(point for point in self.check if point not in first)


class Service(Informed):
    """A service of the model."""

    group: GroupId
    map_box: MapBox | None = None
    """Present where the source's map has a box for it; `{}` is a box with the page's title."""
    facts: Facts = Facts()
    ask: tuple[Ref, ...] = ()
    """Whom to ask about the facts that the source leaves open."""
    contact: Contact = Contact()
    referrals: tuple[Ref, ...] = ()
    prepared_by: tuple[Ref, ...] = ()
    participants: tuple[Ref, ...] = ()
    partners: tuple[Ref, ...] = ()
    arranges: tuple[ServiceId, ...] = ()
    """Services that this one arranges for its own clients."""
    decisions: tuple[Decision, ...] = ()
    statutes: tuple[StatuteRef, ...] = ()
    criteria: Criteria | None = None


class ToolkitLink(Record):
    """A link of a toolkit and what the source says is behind it."""

    link: Annotated[LinkId, Key()]
    text: Translatable


class Toolkit(Informed):
    """A collection of tools that somebody keeps."""

    keeper: OrganisationId
    work: Translatable
    """For which work it serves."""
    links: tuple[ToolkitLink, ...]
    services: tuple[ServiceId, ...] = ()
    """Services it suits; the editors' own judgement, the source names none."""
    map_box: MapBox | None = None
    """Present where the source's map has a box for it."""


class Step(OneParty):
    """One step on the way from a situation to help; its party is whom it leads to."""

    id: Annotated[Slug, Key()]
    origin: Literal["source", "order", "outside"]
    """From the source, from our own ordering, or from outside the source."""
    do: Translatable
    why: Translatable
    have: OptionalText = None
    otherwise: OptionalText = None
    former: tuple[Slug, ...] = ()
    """Ids of steps that this one has taken in: addresses that end in them still lead here."""


class Situation(Informed):
    """What has happened to a client, and the way on."""

    group: GroupId
    who: Translatable
    acute: OptionalText = None
    call: tuple[OrganisationId, ...] = ()
    """Whom to call first in this situation, before those whom the county names for every one."""
    steps: tuple[Step, ...]
    toolkits: tuple[ToolkitId, ...] = ()


class Home(Page):
    """The front page."""


class SectionIndex(Page):
    """The first page of a section."""

    map_box: MapBox | None = None
    """Present where the source's map has one box for the whole section."""


class Article(Informed):
    """A page about the site or its subject."""
