"""Who answers for the site: what the accessibility statement and the privacy notice must tell."""

from __future__ import annotations

import re

from pydantic import field_validator

from kb.model.base import Day, Multilingual, Record, Text

_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+")
_WEB = re.compile(r"https://[^\s<>\"']+")
OPTIONAL = ("phone",)
"""Fields that may be left out of the file for good, by removing their line."""


class SiteDetails(Record):
    """The details of the site's owner; a field without a value is yet to be filled in."""

    owner: Multilingual | None = None
    """The authority or body that answers for the site."""
    email: Text | None = None
    """Where a reader reaches the owner."""
    phone: Text | None = None
    feedback: Text | None = None
    """Where feedback goes: an e-mail address, or the https address of a form."""
    handler: Multilingual | None = None
    """Who reads the feedback and answers it."""
    host: Text | None = None
    """Who serves the pages, and so keeps the server's log."""
    statement_prepared: Day | None = None
    statement_reviewed: Day | None = None
    """When somebody last compared the accessibility statement with the site."""

    @field_validator("email")
    @classmethod
    def _mail(cls, value: str | None) -> str | None:
        if value is not None and not _MAIL.fullmatch(value):
            raise ValueError("mail")
        return value

    @field_validator("feedback")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not (_MAIL.fullmatch(value) or _WEB.fullmatch(value)):
            raise ValueError("mail_or_web")
        return value

    def asked(self, name: str) -> bool:
        """Whether the site must tell a field: all but those left out of the file for good."""
        return name not in OPTIONAL or name in self.model_fields_set

    def missing(self) -> list[str]:
        """The fields that are yet to be filled in, in the file's order."""
        return [
            name
            for name in type(self).model_fields
            if getattr(self, name) is None and self.asked(name)
        ]
