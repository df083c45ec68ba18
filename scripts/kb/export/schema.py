"""JSON Schema of the model, so that an editor's YAML plugin completes and checks."""

from __future__ import annotations

from typing import Any

from pydantic import create_model

from kb.load.registers import REGISTERS
from kb.model.base import Multilingual, Record
from kb.model.county import BookFiles, County
from kb.model.data import Everyday, TermName, Wording
from kb.model.details import SiteDetails
from kb.model.kinds import KINDS
from kb.model.languages import Languages
from kb.model.translation import translation_of

_BY_LANGUAGE = {
    model.__name__: model for model in (Multilingual, BookFiles, TermName, Everyday, Wording)
}


def schemas(languages: Languages) -> dict[str, dict[str, Any]]:
    """Every schema by name: `service` (Finnish page), `service.en` (its translation), `links`."""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        found[kind.schema] = kind.model.model_json_schema()
        for lang in languages.pages:
            if lang != languages.source:
                model = translation_of(kind.model)
                found[f"{kind.schema}.{lang}"] = model.model_json_schema()
    for name, (_, record) in REGISTERS.items():
        fields: dict[str, Any] = {name: (list[record], ...)}  # type: ignore[valid-type]
        model = create_model(f"{record.__name__}File", __base__=Record, **fields)
        found[name] = model.model_json_schema()
    found["site"] = SiteDetails.model_json_schema()
    found["county"] = County.model_json_schema()
    for value in found.values():
        for name, part in value.get("$defs", {}).items():
            if name in _BY_LANGUAGE:
                _close(part, languages, whole=_BY_LANGUAGE[name].whole)
    return found


def _close(part: dict[str, Any], languages: Languages, *, whole: bool) -> None:
    """Allow the site's languages in what a record says by language, all of them if `whole`."""
    text = part.pop("additionalProperties")
    part["properties"] = {**part.get("properties", {}), **dict.fromkeys(languages.known, text)}
    part["required"] = [*part.get("required", []), *(languages.pages if whole else ())]
    part["additionalProperties"] = False
