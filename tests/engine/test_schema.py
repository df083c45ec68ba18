"""JSON Schemas for editors: closed, whole, and true of the content as it stands."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from kb.cli import app
from kb.export.schema import schemas
from kb.load.registers import REGISTERS
from sample_site import COUNTY, LANGUAGES, load_sample

Schema = dict[str, Any]
NAMES = {
    "Service": "service", "Toolkit": "toolkit", "Situation": "situation", "Home": "home",
    "SectionIndex": "section-index", "Article": "article",
    "OnboardingStep": "onboarding-step", "Handbook": "handbook",
}  # fmt: skip


@cache
def made() -> dict[str, Schema]:
    return schemas(LANGUAGES)


def errors(value: Any, schema: Schema) -> list[str]:
    """What an editor's plugin marks: the messages of a validator that knows nothing of ours."""
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def resolve(ref: str, top: Schema) -> Schema:
    found: Any = top
    for step in ref.removeprefix("#/").split("/"):
        found = found[step]
    assert isinstance(found, dict)
    return found


def parts(schema: Any) -> list[Schema]:
    if isinstance(schema, list):
        return [part for item in schema for part in parts(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for item in schema.values() for part in parts(item))]


def test_every_kind_of_page_and_every_register_has_a_schema() -> None:
    pages = set(NAMES.values())
    assert set(made()) == {*REGISTERS, "site", "county"} | pages | {
        f"{name}.{lang}" for name in pages for lang in LANGUAGES.pages[1:]
    }


@pytest.mark.parametrize("name", sorted(made()))
def test_schema_is_closed_and_whole(name: str) -> None:
    schema = made()[name]
    assert json.loads(json.dumps(schema)) == schema
    for part in parts(schema):
        if isinstance(part.get("$ref"), str):
            assert resolve(part["$ref"], schema)
        if part.get("type") == "object" and "properties" in part:
            assert part["additionalProperties"] is False
            assert set(part.get("required", [])) <= set(part["properties"])
        if isinstance(part.get("pattern"), str):
            re.compile(part["pattern"])


def test_schemas_accept_the_content() -> None:
    loaded = load_sample()
    for (lang, path), page in loaded.pages.items():
        name = NAMES[page.kind.model.__name__] + ("" if lang == LANGUAGES.source else f".{lang}")
        assert not errors(page.located.value, made()[name]), f"{lang}/{path}"
    for name, register in loaded.registers.items():
        assert not errors(register.located.value, made()[name]), name
    assert not errors(loaded.details_file.value, made()["site"])
    assert not errors(loaded.county_file.value, made()["county"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("service", {"summary": "a", "group": "b", "väri": "c"}),
        ("service", {"summary": "a"}),
        ("service", {"summary": "a", "group": "Ei Käy"}),
        ("service", {"summary": "a", "group": "b", "slides": "c"}),
        ("service", {"summary": 1, "group": "b"}),
        ("service.en", {"summary": "a", "group": "b"}),
        ("links", {"links": [{"id": "a"}]}),
        ("groups", {"groups": [{"id": "a", "section": "b", "title": {"fi": "x"}}]}),
        ("wording", {"wording": [{"id": "a", "fi": "x", "en": "y", "de": "z"}]}),
        ("situation", {"summary": "a", "group": "b", "order": "eka", "who": "c", "steps": []}),
    ],
)
def test_schemas_refuse_mistakes(name: str, value: Any) -> None:
    assert errors(value, made()[name])


def test_the_command_writes_them(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["schema", "--root", str(COUNTY), "--out", str(tmp_path / "a/b")]
    )
    assert result.exit_code == 0
    written = {path.name.removesuffix(".schema.json") for path in (tmp_path / "a/b").iterdir()}
    assert written == set(made())
    text = (tmp_path / "a/b/service.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == made()["service"]
