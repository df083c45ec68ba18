"""The pages of the site, as the end-to-end tests name them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TypeVar

from site_server import ROOT

T = TypeVar("T")
AUDIT = "KB_AUDIT" in os.environ
"""Set by `make audit`, which asks everything where `make test` asks in turn."""
LANGS = ("fi", "en")
PATHS = sorted(
    path.relative_to(ROOT / "docs" / "fi").as_posix() for path in (ROOT / "docs/fi").rglob("*.md")
)
KINDS = {
    "front page": "index.md",
    "section index": "palvelut/index.md",
    "service": "palvelut/valitystili.md",
    "questions": "palvelut/valitystili/tarkistus.md",
    "situation": "tilanteet/vuokravelka.md",
    "toolkit": "tyokalut/takuusaatio.md",
    "source": "tietoa/lahde.md",
    "changes": "tietoa/muutokset.md",
    "links": "tietoa/linkit.md",
    "glossary": "tietoa/sanasto.md",
    "article": "tietoa/muokkaaminen.md",
    "map": "tietoa/kartta.md",
    "statutes": "tietoa/lait.md",
    "decisions": "tietoa/kuka-paattaa.md",
    "onboarding": "perehdytys/index.md",
    "onboarding step": "perehdytys/raha.md",
}
"""One page of every kind; a new kind of page is added here."""
BOOK = "kasikirja.md"
"""The whole site on one page, for paper: the one page that may weigh more than the others."""


def in_turn(things: Iterable[T]) -> list[tuple[T, str]]:
    """Each thing with one language, in turn: half the work where languages hardly differ."""
    return [(thing, LANGS[number % 2]) for number, thing in enumerate(things)]


def address(path: str, lang: str) -> str:
    """A page's address below the site's root."""
    own = re.sub(r"(^|/)index\.md$", r"\1", path)
    own = own.removesuffix(".md") + "/" if own.endswith(".md") else own
    return own if lang == "fi" else f"{lang}/{own}"
