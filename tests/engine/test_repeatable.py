"""Two builds of one content are the same to the byte, on whatever machine and day they are made."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from sample_site import COUNTY

MOMENT = "1795991400"
"""22:30 UTC on 29 November 2026: in the county's time zone it is the 30th already."""


def built(out: Path, zone: str, seed: str) -> dict[str, str]:
    """The files of a build of the county, by name, each as its hash."""
    env = {
        **os.environ,
        "SOURCE_DATE_EPOCH": MOMENT,
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "SITE_URL": "https://kunta.example/kb/",
    }
    subprocess.run(
        [sys.executable, "-c", "from kb.cli import app; app()", "site", "build", "--out", str(out)],
        cwd=COUNTY, env=env, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_and_their_day_is_the_readers(tmp_path: Path) -> None:
    one = built(tmp_path / "one", "America/Los_Angeles", "1")
    other = built(tmp_path / "other", "Asia/Tokyo", "2")
    assert {name for name in {*one, *other} if one.get(name) != other.get(name)} == set()
    book = (tmp_path / "one/kirja/index.html").read_text(encoding="utf-8")
    # In words and in markup the same day.
    assert re.findall(r'datetime="2026-11-(..)">(\d+)\.11\.2026<', book) == [("30", "30")]
