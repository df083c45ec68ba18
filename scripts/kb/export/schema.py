"""JSON Schema of the model, so that an editor's YAML plugin completes and checks."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, create_model

from kb.load.registers import REGISTERS
from kb.model.base import Record
from kb.model.details import SiteDetails
from kb.model.handbook import Handbook
from kb.model.onboarding import OnboardingStep
from kb.model.pages import Article, Home, SectionIndex, Service, Situation, Toolkit
from kb.model.translation import translation_of

_PAGES: dict[str, type[BaseModel]] = {
    "service": Service,
    "toolkit": Toolkit,
    "situation": Situation,
    "onboarding-step": OnboardingStep,
    "handbook": Handbook,
    "home": Home,
    "section-index": SectionIndex,
    "article": Article,
}


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by name: `service` (Finnish page), `service.en` (its translation), `links`."""
    found: dict[str, dict[str, Any]] = {}
    for name, page in _PAGES.items():
        found[name] = page.model_json_schema()
        found[f"{name}.en"] = translation_of(page).model_json_schema()
    for name, (_, record) in REGISTERS.items():
        fields: dict[str, Any] = {name: (list[record], ...)}  # type: ignore[valid-type]
        model = create_model(f"{record.__name__}File", __base__=Record, **fields)
        found[name] = model.model_json_schema()
    found["site"] = SiteDetails.model_json_schema()
    return found
