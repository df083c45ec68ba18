"""What the privacy notice lists as stored in a browser is what the site's scripts store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_server import ROOT

SCRIPTS = [
    path
    for path in (ROOT / "overrides").rglob("*")
    if path.suffix in {".js", ".html"} and path.is_file()
]
STORE = re.compile(r"\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b")
KEY = re.compile(r"\"(\.[a-z]+)\"")
STORES = {"controls.js", "onboarding.js", "landing.js", "colours.js"}
"""What may store anything: whoever adds one gives its keys to the notice."""


def keys() -> set[str]:
    storing = [path for path in SCRIPTS if path.name in STORES]
    return {key for path in storing for key in KEY.findall(path.read_text(encoding="utf-8"))}


def test_only_these_scripts_store_anything() -> None:
    assert {path.name for path in SCRIPTS if STORE.search(path.read_text("utf-8"))} == STORES
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert "indexedDB" not in text
        assert "document.cookie" not in text
        # Every name is written out, so that it is found here, or joined to the site's path.
        for call in re.findall(r"(?:[sS]torage|\bl)\.(?:get|set|remove)Item\(([^,)]*)", text):
            assert call in {
                *("place.kbStorage + name", "KEY", "BEFORE", "before"),
                *('kbStorage + ".scheme"', "JSON.parse(kbStoredBefore"),
            }, (path, call)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_the_notice_lists_every_key_and_no_other(lang: str) -> None:
    notice = (ROOT / f"docs/{lang}/tietoa/tietosuoja.md").read_text(encoding="utf-8")
    table = [line for line in notice.splitlines() if line.startswith("|")]
    assert set(re.findall(r"`(\.[a-z]+)`", "\n".join(table))) == keys()


def test_the_theme_stores_nothing(site_folder: Path) -> None:
    """Its script stores by helpers that the site's templates leave out."""
    for page in (site_folder / "index.html", site_folder / "en/tietoa/tietosuoja/index.html"):
        assert "__md_set" not in page.read_text(encoding="utf-8")
    for script in site_folder.glob("assets/site.*.js"):
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"__md_set\s*=", text)
