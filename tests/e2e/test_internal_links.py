"""The built site's own links, files and anchors, all followed by LinkChecker."""

from __future__ import annotations

import shutil
from pathlib import Path

from kb.links.internal import check_site
from site_server import PREFIX


def test_every_link_of_the_site_leads_somewhere(site_folder: Path) -> None:
    faults = check_site(site_folder, prefix=PREFIX)
    assert not faults, "\n".join(map(str, faults))


def test_a_missing_page_file_or_anchor_is_found(site_folder: Path, tmp_path: Path) -> None:
    for name in ("index.html", "palvelut/valitystili/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site_folder / name, tmp_path / name)
    page = tmp_path / "oma.html"
    page.write_text(
        '<a href="ei-ole/">x</a><img src="ei.png"><a href="index.html#ei">x</a>'
        '<a href="#oma">x</a><h2 id="oma">x</h2><a href="palvelut/valitystili/#perustiedot">x</a>'
    )
    faults = check_site(tmp_path, starts=("oma.html",), prefix=PREFIX)
    mine = {fault.target.removeprefix("/") for fault in faults if fault.page == "/oma.html"}
    assert mine == {"ei-ole/", "ei.png", "index.html#ei"}
