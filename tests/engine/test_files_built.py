"""The built site has the files that we know and no other, whichever way it is built."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kb.finish.worker import offline_files
from kb.load.content import load
from odd_files import LEFT_BEHIND, PDF, WELCOME, put
from sample_site import LANGS, LANGUAGES, copy_county
from site_server import build

MADE = re.compile(
    r"(?:[a-z]{2}/)?(?:404|haku/index|palvelut/tili/tarkistus/index)\.html"
    r"|sw\.js|sitemap\.xml(?:\.gz)?|offline\.json"
    r"|_headers|nginx-headers\.conf|\.well-known/security\.txt"
    r"|search/(?:[a-z]{2}\.json|opensearch\.[a-z]{2}\.xml)"
    r"|assets/[a-z]+\.[0-9a-f]{8}\.(?:css|js)|assets/images/favicon\.(?:png|svg)"
    r"|assets/javascripts/(?:[a-z]+/)?[a-z]+(?:-[a-z]{2}\.[0-9a-f]{8})?\.js"
)
"""What the site makes itself, or takes of its theme; a new kind of file is added here."""


def address(published: str) -> str:
    """The file of the site that a file of docs/ becomes."""
    own = published.removeprefix(f"{LANGUAGES.source}/")
    if not own.endswith(".md"):
        return own
    return re.sub(r"(?:(?<=/)|^)index/$", "", own.removesuffix(".md") + "/") + "index.html"


def test_each_file_of_the_site_is_known(tmp_path: Path) -> None:
    root, site = copy_county(tmp_path), tmp_path / "built"
    for path, content in {**LEFT_BEHIND, **WELCOME}.items():
        put(root, path, content)
    result = build(site, root)
    assert result.returncode == 0, result.stderr
    of_content = {address(path) for path in load(root).inventory.published}
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert of_content <= found
    assert {path for path in found - of_content if not MADE.fullmatch(path)} == set()
    assert not [path for path in site.rglob("*") if path.is_symlink()]
    kept_offline = {path.relative_to(site).as_posix() for path in offline_files(site)}
    assert not [path for path in kept_offline if path.endswith(".pdf")]
    assert {address(path.removeprefix("docs/")) for path in WELCOME} - kept_offline == {
        "liitteet/ohje.pdf", "en/liitteet/ohje.pdf",
    }  # fmt: skip
    assert {lang for lang in LANGS if (site / lang).is_dir()} == {*LANGS} - {LANGUAGES.source}


HOSTILE: dict[str, bytes | str] = {
    "docs/assets/javascripts/kb.js": b"alert(1)",
    "docs/fi/tietoa/luonnos.html": b"<script>alert(1)</script>",
    "docs/fi/tietoa/luonnos.markdown": b"# Luonnos\n",
    "docs/fi/kuva.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "docs/fi/tietoa/x.md": "/etc/passwd",
    "docs/fi/palvelut/elsewhere": "/etc",
    "docs/fi/tietoa/ohje.pdf": PDF,
    "data/more.yml": b"more: []\n",
}


@pytest.mark.parametrize("command", [["build"], ["build", "--dirty"]])
def test_no_way_of_building_lets_others_through(command: list[str], tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    for path, content in HOSTILE.items():
        put(root, path, content)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode != 0
    for path in HOSTILE:
        assert f"{path}:1: " in result.stderr
    assert not (root / "site").exists()
    assert "Traceback" not in result.stderr
