"""What mkdocs.yml says to readers is text and pages; anything else is told before a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.load.settings import FILE, read_settings
from sample_site import COUNTY, REPOSITORY, check, copy_sample, edit

REFUSED = {
    # what: the text of mkdocs.yml in place of the navigation's first entry, a word of the message
    "address of another host": ("  - Etusivu: //evil.example/", "'//evil.example/' is no page"),
    "address": ("  - Etusivu: https://evil.example/", "is no page"),
    "script": ("  - Etusivu: javascript:alert(1)", "'javascript:alert(1)' is no page"),
    "data": ("  - Etusivu: data:text/html,x", "is no page"),
    "address below a page": ("  - Etusivu: index.md/../../x.md", "is no page"),
    "way up": ("  - Etusivu: ../../etc/passwd.md", "is no page"),
    "root": ("  - Etusivu: /index.md", "is no page"),
    "no page": ("  - Etusivu: index.html", "'index.html' is no page"),
    "words": ("  - Etusivu", "'Etusivu' is no page"),
    "nothing": ("  - Etusivu:", "'None' is no page"),
    "nothing at all": ("  -", "'None' is no page"),
    "number": ("  - 17", "'17' is no page"),
    "truth": ("  - Etusivu: true", "'True' is no page"),
    "empty part": ("  - Etusivu: []", "has no pages"),
    "two in one": ("  - Etusivu: index.md\n    Toinen: index.md", "is no page"),
    "title of HTML": ("  - <img src=x onerror=alert(1)>: index.md", "'nav' has HTML"),
    "end of the title": ("  - '</title><script>': index.md", "'nav' has HTML"),
    "invisible title": ('  - "Etu\\u202esivu": index.md', "invisible"),
    "long title": (f"  - {'a' * 1_000}: index.md", "1 to 300"),
    "blank title": ("  - ' ': index.md", "1 to 300"),
}
NAMES = {
    "name of HTML": ("site_name: <script>alert(1)</script>", "'site_name' has HTML"),
    "name of a tag": ('site_name: "</title>"', "'site_name' has HTML"),
    "no name": ("site_name: ''", "'site_name' must be text"),
    "name of a number": ("site_name: 17", "'site_name' must be text"),
    "name of a list": ("site_name: [a]", "'site_name' must be text"),
    "name by the environment": ("site_name: !ENV HOME\nsite_author: <b>", "'site_author' has HTML"),
    "description": ("site_name: N\nsite_description: '\"><svg onload=x>'", "has HTML"),
    "copyright": ("site_name: N\ncopyright: <a href=//evil>x</a>", "'copyright' has HTML"),
    "copyright of a map": ("site_name: N\ncopyright: {a: b}", "'copyright' must be text"),
    "other folder": ("site_name: N\ndocs_dir: elsewhere", "go past the check"),
    "other file": ("site_name: N\nINHERIT: other.yml", "go past the check"),
}


def test_languages_are_told_once_and_not_here(tmp_path: Path) -> None:
    for number, plugin in enumerate(("- i18n", "- i18n:\n      languages: [{locale: en}]")):
        (tmp_path / str(number)).mkdir()
        root = copy_sample(tmp_path / str(number))
        edit(root, {"file": FILE, "replace": "  - kb\n", "by": f"  - kb\n  {plugin}\n"})
        (line,) = told(root)
        assert "remove it: the languages stand in data/languages.yml" in line


def test_a_navigation_is_not_read_and_told_so(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": FILE, "append": "nav:\n  - Etusivu: index.md\n"})
    (line,) = told(root)
    assert "varoitus" in line
    assert "'nav' is not read" in line


def told(root: Path) -> list[str]:
    result = check(root)
    assert "Traceback" not in result.output
    return [line for line in result.stdout.splitlines() if line.startswith(f"{FILE}:")]


@pytest.mark.parametrize("case", REFUSED)
def test_navigation_leads_to_pages_by_plain_titles(case: str, tmp_path: Path) -> None:
    text, word = REFUSED[case]
    root = copy_sample(tmp_path)
    edit(root, {"file": FILE, "append": f"nav:\n{text}\n"})
    assert any(word in line for line in told(root)), told(root)


@pytest.mark.parametrize("case", NAMES)
def test_names_are_plain_text(case: str, tmp_path: Path) -> None:
    text, word = NAMES[case]
    root = copy_sample(tmp_path)
    edit(root, {"file": FILE, "replace": "site_name: Näyte", "by": text})
    assert any(word in line for line in told(root)), told(root)


@pytest.mark.parametrize("text", ["", "- a\n", "17\n", "nav: []\n", "nav: a\n", "nav:\n", "{}\n"])
def test_a_file_without_its_fields_is_told(text: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": FILE, "write": text})
    assert told(root)


def test_python_in_the_file_is_not_run(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    mark = tmp_path / "run"
    line = f"site_name: !!python/object/apply:os.mkdir ['{mark}']"
    edit(root, {"file": FILE, "replace": "site_name: Näyte", "by": line})
    assert "YAML" in told(root)[0]
    assert not mark.exists()


@pytest.mark.parametrize("root", [COUNTY, REPOSITORY], ids=["county", "repository"])
def test_the_file_is_sound(root: Path) -> None:
    assert read_settings(root)[1] == []
