"""Whoever reads a host's name is led there, and no host poses as another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sample_site import check, copy_sample

PAGE = "docs/fi/palvelut/neuvonta.md"
LINKS = "data/links.yml"


def write(root: Path, text: str) -> list[str]:
    """What `kb check` tells once `text` stands at the page's end."""
    file = root / PAGE
    file.write_text(file.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    return check(root).stdout.splitlines()[:-1]


@pytest.mark.parametrize(
    "text",
    [
        "[suomi.fi:n ohje](link:kela-ohje)",
        "[Sivut (takuusaatio.fi)](link:kela-ohje)",
        "[Sivut suomi.\u00adfi](link:kela-ohje)",
        "[Sivut **WWW.Suomi.FI** täällä](link:kela-ohje)",
        "[Sivut **vero**.fi](link:kela-ohje)",
        "[Palvelu oma.vero.fi auki](link:kela-ohje)",
    ],
)
def test_a_text_that_names_another_host_is_told(text: str, tmp_path: Path) -> None:
    lines = write(copy_sample(tmp_path), text)
    assert any("names the host" in line for line in lines), lines
    assert all(line.startswith(f"{PAGE}:") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "[Ohje: kela.fi](link:kela-ohje)",
        "[Kelan ohje (www.kela.fi)](link:kela-ohje)",
        "[Ohje 1.1.2026, ks. s. 5](link:kela-ohje)",
        "[Suomi.fi-valtuudet](link:kela-ohje)",
        "[Katso suomi.fi:stä](tili.md)",
        "Katso suomi.fi ja [ohje](link:kela-ohje).",
    ],
)
def test_its_own_host_or_none_may_be_named(text: str, tmp_path: Path) -> None:
    assert not [line for line in write(copy_sample(tmp_path), text) if "names the host" in line]


def test_a_records_title_names_no_other_host(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    file = root / LINKS
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("en: Kela's instructions", "en: Guide at suomi.fi"))
    lines = check(root).stdout.splitlines()[:-1]
    assert any(line.startswith(f"{LINKS}:") and "names the host" in line for line in lines), lines


@pytest.mark.parametrize(
    ("host", "poses"),
    [
        ("www.kela.fi.paha.example", True),
        ("kela.fi.paha.com", True),
        ("vero.org.fi.example.net", True),
        ("www.kela.fi", False),
        ("fi.example.org", False),
        ("palvelut.example.com.au", False),
        ("login.eu.example.net", False),
    ],
)
def test_a_host_that_carries_anothers_name_is_told(host: str, poses: bool, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    file = root / LINKS
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^(    url: ).*$", rf"\1https://{host}/x", text, count=1))
    told = [line for line in check(root).stdout.splitlines() if "carries another" in line]
    assert bool(told) is poses
