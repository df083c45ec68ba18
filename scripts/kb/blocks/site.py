"""What is kept of one repository while its pages are rendered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jinja2 import Environment

from kb.model.knowledge import Knowledge
from kb.model.status import PublishedLinks
from kb.relate.relations import Relations


@dataclass
class Site:
    """What was loaded of one repository, and all that is derived from it once."""

    knowledge: Knowledge
    relations: Relations
    templates: Environment
    published: PublishedLinks = field(default_factory=PublishedLinks)
    """What the link job saw; who reads its memory passes it in, as its room stands above."""
    numbers: re.Pattern[str] | None = None
    """What finds the telephone numbers of the register in a text."""
    repo_url: str = ""
    """Where the repository is; empty where that is not told."""
