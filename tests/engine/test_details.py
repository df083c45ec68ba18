"""What the pages tell of the site's owner, and that what is missing is told as missing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kb.blocks.page import PageRenderer
from kb.blocks.sites import prepare
from kb.load.content import load
from kb.model.base import Lang
from kb.model.details import SiteDetails
from sample_site import check, copy_sample, edit

BLOCKS = ("site-owner", "site-feedback", "site-statement", "site-host")


def rows(root: Path, lang: Lang = "fi", repo: str = "") -> dict[str, str]:
    """The rows of all four blocks: name and value, tags left out."""
    site = prepare(load(root), repo_url=repo)
    document = site.knowledge.get(lang, "index.md")
    assert document is not None
    page = PageRenderer(site, document)
    html = "".join(
        ET.tostring(part, encoding="unicode") for name in BLOCKS for part in page.block(name)
    )
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    return {name: re.sub(r"<[^>]*>", "", value).strip() for name, value in found}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_sample(tmp_path)


def test_what_is_known_is_shown_and_what_is_missing_is_told(root: Path) -> None:
    assert rows(root) == {
        "Omistaja": "Näytealue", "Sähköposti": "tieto@example.fi", "Puhelin": "täydennettävä",
        "Palautteen osoite": "https://example.fi/palaute",
        "Palautteen käsittelee": "Verkkotoimitus", "Seloste laadittu": "1.11.2026",
        "Seloste tarkistettu": "2.11.2026", "Sivujen palvelin": "täydennettävä",
    }  # fmt: skip
    english = rows(root, "en", "https://github.com/o/r")
    assert english["Owner"] == "Sample County"
    assert english["The pages' server"] == "to be filled in"
    assert english["Statement prepared"] == "1 November 2026"
    assert english["Public report"].startswith("Report an error")


def test_an_empty_file_leaves_nothing_out(root: Path) -> None:
    (root / "data/site.yml").write_text("")
    assert set(rows(root).values()) == {"täydennettävä"}
    assert "Puhelin" not in rows(root)


def test_what_an_editor_wrote_is_text(root: Path) -> None:
    bad = "<script>alert(1)</script>"
    edit(root, {"file": "data/site.yml", "replace": "fi: Näytealue", "by": f"fi: '{bad}'"})
    assert rows(root)["Omistaja"] == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_what_is_missing_keeps_a_site_from_being_published(root: Path) -> None:
    details = load(root).knowledge.details
    told = check(root, "--publish").stdout
    for name in SiteDetails.model_fields:
        assert (name in details.missing()) == (f"tieto '{name}' on täydentämättä" in told)
