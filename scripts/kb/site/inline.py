"""The one script that stands in every page; a hash of it in the policy lets it run."""

from __future__ import annotations

from pathlib import Path

import minify

FILE = "inline/colours.js"


def inline_script(overrides: Path) -> str:
    """The script's text as it stands in the page; `overrides` is the theme's folder."""
    text = (overrides / FILE).read_text(encoding="utf-8")
    return str(minify.string("application/javascript", text))
