"""A kind of page that the engine does not have: a row, a model, a template and its words.

The engine is copied and gets a form that a service uses, with its number, who fills it in and
where it goes. No other file of it is touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sample_site import REPOSITORY, copy_county, edit

MODEL = '''"""A form that a service uses."""

from __future__ import annotations

from kb.model.base import Text
from kb.model.pages import Informed
from kb.model.parts import Translatable


class Form(Informed):
    """A form: its number, who fills it in and where it goes."""

    number: Text
    filled_by: Translatable
    goes_to: Translatable
'''
ROW = """    PageKind(
        "form",
        Form,
        "form",
        before=("lead", "form-facts", "before-text"),
        after=("relations", "source"),
        section=True,
        weight=0.9,
    ),
)
\"\"\"Every kind.\"\"\"
"""
TEMPLATE = """<dl class="kb-facts">
<div><dt>{{ t("form-number") }}</dt><dd>{{ meta.number }}</dd></div>
<div><dt>{{ t("form-filled") }}</dt><dd>{{ meta.filled_by | md }}</dd></div>
<div><dt>{{ t("form-goes") }}</dt><dd>{{ meta.goes_to | md }}</dd></div>
</dl>
"""
WORDS = """  - {id: kind-form, fi: Lomake, en: Form, sv: Blankett}
  - {id: before-form, fi: Ennen kuin täytät, en: Before you fill it in, sv: Innan du fyller i}
  - {id: form-number, fi: Numero, en: Number, sv: Nummer}
  - {id: form-filled, fi: Kuka täyttää, en: Who fills it in, sv: Vem fyller i}
  - {id: form-goes, fi: Minne se menee, en: Where it goes, sv: Vart den går}
"""
PAGES = {
    "fi": ("Hakemus tilistä", "Asiakas [neuvonnassa](../palvelut/neuvonta.md).", "Alueelle."),
    "en": ("Application for an account", "The client, in [advice](../palvelut/neuvonta.md).",
           "To the county."),
    "sv": ("Ansökan om konto", "Klienten i [rådgivningen](../palvelut/neuvonta.md).",
           "Till området."),
}  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine with the new kind."""
    folder = tmp_path_factory.mktemp("engine")
    for name in ("scripts", "overrides"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / name, folder / name, ignore=without)
    kinds = "scripts/kb/model/kinds.py"
    edit(folder, {"file": kinds, "replace": ')\n"""Every kind."""\n', "by": ROW})
    handbook = "from kb.model.handbook import Handbook\n"
    added = f"from kb.model.form import Form\n{handbook}"
    edit(folder, {"file": kinds, "replace": handbook, "by": added})
    edit(folder, {"file": "scripts/kb/model/form.py", "write": MODEL})
    edit(folder, {"file": "overrides/blocks/form-facts.html", "write": TEMPLATE})
    edit(folder, {"file": "scripts/kb/load/labels.yml", "append": WORDS})
    return folder


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county with a section of forms."""
    root = copy_county(tmp_path_factory.mktemp("county"))
    section = "  - {id: lomakkeet, kind: form, title: {fi: Lomakkeet, en: Forms, sv: Blanketter}}\n"
    edit(root, {"file": "data/sections.yml", "append": section})
    words = "  lomakkeet/tilihakemus:\n"
    for lang, (title, by, to) in PAGES.items():
        number = "number: T-1\n" if lang == "fi" else ""
        front = f"summary: {title} tänne.\n{number}filled_by: {by}\ngoes_to: {to}\n"
        path = f"docs/{lang}/lomakkeet/tilihakemus.md"
        edit(root, {"file": path, "write": f"---\n{front}---\n\n# {title}\n\n{title}.\n"})
        words += f"    {lang}: {{paperi: editor}}\n"
    edit(root, {"file": "data/words.yml", "append": words})
    return root


def kb(engine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from kb.cli import app; app()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(engine / "scripts"), "SITE_URL": "https://e.example/"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_engine_of_today_does_not_know_it(county: Path) -> None:
    result = kb(REPOSITORY, "check", "--root", str(county))
    assert result.returncode == 1
    assert "there is no kind of page 'form'" in result.stdout


def test_a_new_kind_is_checked_built_and_found(engine: Path, county: Path, tmp_path: Path) -> None:
    checked = kb(engine, "check", "--root", str(county))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    site = tmp_path / "site"
    built = kb(engine, "site", "build", "--root", str(county), "--out", str(site))
    assert built.returncode == 0, built.stdout + built.stderr
    tree = LexborHTMLParser((site / "sv/lomakkeet/tilihakemus/index.html").read_text("utf-8"))
    facts = {dt.text(): dt.next.text() for dt in tree.css(".kb-facts dt") if dt.next}
    assert facts["Nummer"] == "T-1"
    assert facts["Vart den går"] == "Till området."
    menu = [link.text(strip=True) for link in tree.css("nav a")]
    assert "Blanketter" in menu
    # The pages that it names tell of it, and the search knows what it is.
    told = (site / "palvelut/neuvonta/index.html").read_text("utf-8")
    assert "lomakkeet/tilihakemus" in told
    index = json.loads((site / "search/fi.json").read_text("utf-8"))
    assert index["kinds"]["form"]["weight"] == 0.9
    addresses, kinds, *_ = index["pages"]
    assert [kind for at, kind in zip(addresses, kinds, strict=True) if "tilihakemus" in at] == [
        "form"
    ]


def test_it_has_a_schema_and_its_mistakes_are_told(
    engine: Path, county: Path, tmp_path: Path
) -> None:
    out = tmp_path / "schemas"
    assert kb(engine, "schema", "--root", str(county), "--out", str(out)).returncode == 0
    schema = json.loads((out / "form.schema.json").read_text("utf-8"))
    assert {"number", "filled_by", "goes_to"} <= set(schema["required"])
    root = Path(shutil.copytree(county, tmp_path / "broken"))
    path = "docs/fi/lomakkeet/tilihakemus.md"
    edit(root, {"file": path, "replace": "number: T-1", "by": "numero: T-1"})
    told = kb(engine, "check", "--root", str(root)).stdout
    assert f"{path}:3: " in told
    assert "unknown field 'numero'; did you mean 'number'?" in told
