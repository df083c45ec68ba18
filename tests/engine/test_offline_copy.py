"""What a reader's device keeps of the site: which files, under which addresses, how much."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from kb.finish.worker import LIMIT, OfflineCopyError, offline_files, write_worker


def listed(site: Path, name: str) -> str:
    match = re.search(
        rf"^const {name} = (.*?);(?: //.*)?$", (site / "sw.js").read_text(), re.MULTILINE
    )
    assert match
    return match[1]


def put(site: Path, path: str, content: bytes = b"x") -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(content)


@pytest.mark.parametrize("kind", ["png", "jpg", "jpeg", "JPG", "webp", "avif", "svg"])
def test_a_picture_of_any_kind_is_kept(tmp_path: Path, kind: str) -> None:
    put(tmp_path, f"tietoa/kuva.{kind}")
    write_worker(tmp_path)
    assert f"tietoa/kuva.{kind}" in json.loads(listed(tmp_path, "FILES"))


def test_what_is_not_kept(tmp_path: Path) -> None:
    handbook = b'<meta name="robots" content="noindex">'
    for path in ("a.pdf", "b.PDF", "sitemap.xml", "sitemap.xml.gz", "_headers", "sw.js"):
        put(tmp_path, path)
    put(tmp_path, "book/index.html", handbook)
    put(tmp_path, "index.html")
    write_worker(tmp_path)
    assert list(json.loads(listed(tmp_path, "FILES"))) == [""]
    # What a reader may open all the same is known, so that it is not said to be missing.
    assert json.loads(listed(tmp_path, "ONLINE")) == ["a.pdf", "b.PDF", "book/"]


def test_a_picture_may_have_the_name_of_the_sites_own_files(tmp_path: Path) -> None:
    put(tmp_path, "tietoa/sitemap.png")
    put(tmp_path, "tietoa/sw.js")
    write_worker(tmp_path)
    assert set(json.loads(listed(tmp_path, "FILES"))) == {"tietoa/sitemap.png", "tietoa/sw.js"}


def test_signs_of_addresses_are_spelt(tmp_path: Path) -> None:
    put(tmp_path, "kuva#1?.png")
    put(tmp_path, "100%.png")
    write_worker(tmp_path)
    assert set(json.loads(listed(tmp_path, "FILES"))) == {"kuva%231%3F.png", "100%25.png"}


def test_a_copy_over_the_limit_is_refused_with_a_word(tmp_path: Path) -> None:
    put(tmp_path, "index.html")
    put(tmp_path, "tietoa/iso.png", os.urandom(LIMIT))
    with pytest.raises(OfflineCopyError) as told:
        write_worker(tmp_path)
    limit = LIMIT // 1000
    assert re.search(rf"kopio olisi \d+ kB, raja on {limit} kB\.", str(told.value))
    assert re.search(rf"offline copy would be \d+ kB, the limit is {limit} kB\.", str(told.value))
    assert f"tietoa/iso.png ({limit} kB)" in str(told.value)
    assert not (tmp_path / "sw.js").exists()


def test_a_pdf_is_no_part_of_the_copy(tmp_path: Path) -> None:
    put(tmp_path, "tietoa/liite.pdf", os.urandom(LIMIT))
    write_worker(tmp_path)
    assert not offline_files(tmp_path)


def test_the_limit_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "kuva.png", os.urandom(2000))
    monkeypatch.setenv("KB_OFFLINE_LIMIT", "1000")
    with pytest.raises(OfflineCopyError, match="raja on 1 kB"):
        write_worker(tmp_path)
    monkeypatch.setenv("KB_OFFLINE_LIMIT", "1.5 MB")
    with pytest.raises(OfflineCopyError, match=r"KB_OFFLINE_LIMIT=1\.5 MB: anna tavujen määrä"):
        write_worker(tmp_path)
    monkeypatch.setenv("KB_OFFLINE_LIMIT", "3000")
    write_worker(tmp_path)
