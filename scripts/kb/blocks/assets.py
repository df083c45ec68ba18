"""Which styles and scripts a page needs beyond those that every page has."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

STYLES = "assets/stylesheets"
SCRIPTS = "assets/javascripts"


@dataclass(frozen=True)
class Assets:
    """Addresses below the site's root."""

    styles: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    """JavaScript modules, which browsers run once the page is read."""


_BY_MARK = {
    'class="kb-map': Assets((f"{STYLES}/map.css",), (f"{SCRIPTS}/map.js",)),
    "data-kb-path": Assets((f"{STYLES}/onboarding.css",), (f"{SCRIPTS}/onboarding.js",)),
    "data-kb-checked": Assets((), (f"{SCRIPTS}/links.js",)),
    "data-kb-decide": Assets((f"{STYLES}/check.css",), (f"{SCRIPTS}/check/form.js",)),
}
"""A word of the markup that needs them."""


def assets_of_book(html: str) -> Assets:
    """What the handbook with these chapters needs: their looks, but no script runs in it."""
    return Assets((*assets_for(html).styles, f"{STYLES}/handbook.css"))


def assets_for(html: str) -> Assets:
    """What a page with this content needs."""
    needed = [assets for mark, assets in _BY_MARK.items() if mark in html]
    return Assets(
        tuple(path for assets in needed for path in assets.styles),
        tuple(path for assets in needed for path in assets.modules),
    )


def theme_styles() -> tuple[str, ...]:
    """The theme's own style sheets: addresses below the site's root.

    Their names hold a hash, which changes with the theme's release.

    Raises:
        FileNotFoundError: when the theme has none of that name any more.
    """
    folder = Path(str(files("material"))) / "templates"
    found = []
    for name in ("main", "palette"):
        sheet = next((folder / STYLES).glob(f"{name}.*.min.css"), None)
        if sheet is None:
            raise FileNotFoundError(folder / STYLES / f"{name}.*.min.css")
        found.append(f"{STYLES}/{sheet.name}")
    return tuple(found)
