"""How to reach a service or an organisation: known only with who checked it, and when."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from kb.model.base import (
    Day,
    LinkId,
    Multilingual,
    OrganisationId,
    Record,
    Text,
    Translated,
)

_PHONE = r"^\+?[0-9](?: ?[0-9]){2,14}$"


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list) else (value,)


def _phone(value: Any) -> Any:
    # Without quotation marks YAML reads a number, whose first zero is gone.
    if not (isinstance(value, str) and re.fullmatch(_PHONE, value)):
        raise ValueError("phone")
    return value


def _mail(value: str) -> str:
    if not re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+", value):
        raise ValueError("mail")
    return value


PhoneNumber = Annotated[str, BeforeValidator(_phone), Field(json_schema_extra={"pattern": _PHONE})]
"""As one reads it, in groups: `080 005 005`."""


class Reach(Record):
    """What every contact has; each field absent until somebody has checked it."""

    phone: Annotated[
        tuple[PhoneNumber, ...],
        BeforeValidator(_one_or_more),
        Field(json_schema_extra={"type": ["array", "string"]}),
    ] = ()
    """A number, or several that answer alike."""
    email: Annotated[str, AfterValidator(_mail)] | None = None
    page: LinkId | None = None
    """Official page, by id in the link register."""
    checked: Day | None = None
    by: OrganisationId | None = None
    """The role or organisation that checked it; never a person's name."""

    @property
    def given(self) -> bool:
        """Whether there is anything by which one reaches it."""
        return bool(self.phone or self.email or self.page or getattr(self, "address", None))

    @model_validator(mode="after")
    def _checked(self) -> Self:
        if self.given and (self.checked is None or self.by is None):
            raise ValueError("contact_unchecked")
        return self


class Contact(Reach):
    """How to reach the service of a page; its words are translated with the page."""

    address: Annotated[Text | None, Translated()] = None
    hours: Annotated[Text | None, Translated()] = None
    """When it answers or is open."""


class OfficeContact(Reach):
    """How to reach an organisation of the register."""

    address: Multilingual | None = None
    hours: Multilingual | None = None
    """When it answers or is open."""
