"""Languages are the county's data: another one is asked for, one less is no trouble."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from kb.blocks.dates import written
from kb.load.content import load
from kb.load.labels import engine_labels
from kb.model.base import Multilingual
from kb.model.languages import Language, Languages
from sample_site import COUNTY, check, copy_county, copy_sample, edit, markdown

FOURTH = """  - id: nb
    name: Norsk
    months: [januar, februar, mars, april, mai, juni, juli, august, september, oktober,
      november, desember]
    dates:
      before: 'før {date}'
      before_year: 'før {date}'
      after: 'etter {date}'
      after_year: 'etter {date}'
"""


def test_a_language_that_is_added_is_asked_for_everywhere(tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    edit(root, {"file": "data/languages.yml", "append": FOURTH})
    lines = check(root).stdout.splitlines()[:-1]
    assert all(" / " in line and re.match(r"\S+:\d+: ", line) for line in lines)
    files = {line.partition(":")[0] for line in lines}
    assert files >= {
        f"data/{name}.yml" for name in ("wording", "organisations", "county", "groups")
    }
    assert any("docs/nb/palvelut/tili.md" in line for line in lines)
    missing = [line for line in lines if line.startswith("data/") and "wording" not in line]
    assert all("'nb' puuttuu" in line and "'nb' is missing" in line for line in missing)
    # Each word of the site's furniture, for none is ever shown in another language.
    unsaid = [line for line in lines if line.startswith("data/wording.yml:")]
    assert len(unsaid) >= len(engine_labels())
    assert all("'nb'" in line or "'lang-nb'" in line for line in unsaid)


def test_a_language_that_the_engine_does_not_speak_is_the_countys_to_say(tmp_path: Path) -> None:
    root = copy_county(tmp_path)
    edit(root, {"file": "data/languages.yml", "append": FOURTH})
    said = "".join(f"  - {{id: {name}, nb: norsk}}\n" for name in [*engine_labels(), "lang-nb"])
    own = '  - {id: missing, fi: "ei lähteessä, tarkista", en: "not in the source, check"}\n'
    edit(root, {"file": "data/wording.yml", "replace": own, "by": said})
    loaded = load(root)
    told = [str(problem) for problem in loaded.problems if problem.file == "data/wording.yml"]
    # But for its own name, which the other languages have to say as well.
    assert {line.partition(" / ")[2] for line in told} == {
        f"the label 'lang-nb' is missing in '{lang}'; add it to this file"
        for lang in ("fi", "en", "sv")
    }
    assert loaded.knowledge.labels["menu"].by_language == {
        **engine_labels()["menu"], "nb": "norsk",
    }  # fmt: skip


def test_every_word_of_the_engine_is_said_in_all_its_languages() -> None:
    languages = {frozenset(said) for said in engine_labels().values()}
    assert languages == {frozenset({"fi", "en", "sv"})}


def test_a_third_language_has_its_own_furniture() -> None:
    html = markdown(COUNTY, "sv", "palvelut/tili.md")
    assert "1 januari 2023" in html
    assert "January" not in html
    assert engine_labels()["law"]["sv"] in html
    assert "ennen" not in html


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
