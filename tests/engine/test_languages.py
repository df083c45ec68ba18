"""Languages are the county's data: another one is asked for, one less is no trouble."""

from __future__ import annotations

import re
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from ruamel.yaml import YAML

from kb.blocks.dates import written
from kb.load.content import load
from kb.model.base import Multilingual
from kb.model.languages import Language, Languages
from kb.relate.relations import relate
from kb.search.index import Builder
from sample_site import check, copy_sample, copy_sample, edit, markdown

SWEDISH = """  - id: sv
    name: Svenska
    months: [januari, februari, mars, april, maj, juni, juli, augusti, september, oktober,
      november, december]
    dates:
      day: '{day} {name} {year}'
      before: före {date}
      before_year: före {date}
      after: efter {date}
      after_year: efter {date}
"""
NO_PAGES = "  - id: sv\n    name: Svenska\n    pages: false\n"


def with_swedish(root: Path) -> Path:
    """The site with Swedish pages, every text of data/ in Swedish too."""
    edit(root, {"file": "data/languages.yml", "replace": NO_PAGES, "by": SWEDISH})
    shutil.copytree(root / "docs/en", root / "docs/sv")
    yaml = YAML()
    for file in (root / "data").glob("*.yml"):
        value = yaml.load(file.read_text(encoding="utf-8"))
        _say_in_swedish(value)
        yaml.dump(value, file)
    return root


def _say_in_swedish(value: Any) -> None:
    if isinstance(value, dict):
        if "en" in value:
            value["sv"] = deepcopy(value["en"])
        for below in list(value.values()):
            _say_in_swedish(below)
    elif isinstance(value, list):
        for item in value:
            _say_in_swedish(item)


def test_a_language_that_is_added_is_asked_for_everywhere(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": "data/languages.yml", "replace": NO_PAGES, "by": SWEDISH})
    lines = check(root).stdout.splitlines()[:-1]
    assert all(" / " in line and re.match(r"\S+:\d+: ", line) for line in lines)
    files = {line.partition(":")[0] for line in lines}
    assert files >= {f"data/{name}.yml" for name in ("labels", "organisations", "county", "groups")}
    assert any("docs/sv/palvelut/tili.md" in line for line in lines)
    missing = [line for line in lines if line.startswith("data/")]
    assert all("'sv' puuttuu" in line and "'sv' is missing" in line for line in missing)


def test_a_third_language_has_its_own_furniture(tmp_path: Path) -> None:
    root = with_swedish(copy_sample(tmp_path))
    loaded = load(root)
    assert [problem for problem in loaded.problems if problem.level == "error"] == []
    html = markdown(root, "sv", "palvelut/tili.md")
    assert "1 januari 2023" in html
    assert "January" not in html
    assert "ennen" not in html
    builder = Builder(loaded.knowledge, "sv", relate(loaded.knowledge))
    document = loaded.knowledge.get("sv", "palvelut/tili.md")
    assert document is not None
    builder.add(document, "sv/palvelut/tili/", html)
    assert '"lang":"sv"' in builder.file()


def test_a_language_without_pages_is_no_trouble(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    shutil.rmtree(root / "docs/en")
    edit(root, {"file": "data/languages.yml", "replace": "    name: English\n",
                "by": "    name: English\n    pages: false\n"})  # fmt: skip
    result = check(root)
    assert result.exit_code == 0, result.stdout


def test_no_text_is_ever_that_of_another_language() -> None:
    assert Multilingual(fi="a").get("fi") == "a"
    with pytest.raises(KeyError):
        Multilingual(fi="a").get("en")


def test_the_source_language_comes_first() -> None:
    languages = Languages.of([language("en"), language("fi", source=True), language("sv")])
    assert languages.pages == ("fi", "en", "sv")
    assert (languages.source, languages.root("fi"), languages.root("sv")) == ("fi", "", "sv/")


def language(ident: str, **fields: object) -> Language:
    base: dict[str, object] = {"id": ident, "name": ident, "months": [str(n) for n in range(12)]}
    forms = dict.fromkeys(("before", "before_year", "after", "after_year"), "{date}")
    return Language.model_validate({**base, "dates": forms, **fields})


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"months": ["a"]}, "months"),
        ({"dates": None}, "date_forms"),
        ({"statute": "{act} {paragraph}"}, "pattern"),
        ({"statute": "{act"}, "pattern"),
    ],
)
def test_what_a_language_must_have(fields: dict[str, object], code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        language("xx", **fields)
    assert str(caught.value.errors()[0].get("ctx", {}).get("error")) == code


def test_dates_by_pattern() -> None:
    assert written("2023-02-03", language("xx", months=list("abcdefghijkl"))) == "3.2.2023"
