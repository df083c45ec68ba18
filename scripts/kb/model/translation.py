"""Derives, from a page's model, what its translation may hold, and puts the two together."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from kb.model.base import Key, Own, Record, Text, Translated
from kb.model.walk import key_of, nested_model

M = TypeVar("M", bound=BaseModel)


def _marked(field: FieldInfo, marker: type) -> bool:
    return any(isinstance(item, marker) for item in field.metadata)


@cache
def has_text(model: type[BaseModel]) -> bool:
    """Whether anything in `model` is written by each language for itself."""
    for field in model.model_fields.values():
        if _marked(field, Translated) or _marked(field, Own):
            return True
        inner, _ = nested_model(field.annotation)
        if inner is not None and has_text(inner):
            return True
    return False


@cache
def translation_of(model: type[BaseModel]) -> type[BaseModel]:
    """The closed schema of a translation of `model`: keys and texts, all but keys optional."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        inner, many = nested_model(field.annotation)
        annotation: Any = field.annotation
        if _marked(field, Key):
            required = field.is_required()
            fields[name] = (Annotated[annotation, Key()], ... if required else None)
        elif _marked(field, Translated):
            fields[name] = (Annotated[Text | None, Translated()], None)
        elif _marked(field, Own):
            fields[name] = (Annotated[annotation, Own()], field.default)
        elif inner is not None and has_text(inner):
            part = translation_of(inner)
            kind: Any = tuple[part, ...] if many else part | None  # type: ignore[valid-type]
            fields[name] = (kind, () if many else None)
    return create_model(f"{model.__name__}Translation", __base__=Record, **fields)


def localise(source: M, translation: BaseModel) -> M:
    """A copy of `source` with every text that `translation` has put in place of its own."""
    update: dict[str, Any] = {}
    for name, field in type(source).model_fields.items():
        here = getattr(source, name)
        there = getattr(translation, name, None)
        if here is None or there is None:
            continue
        if _marked(field, Own):
            update[name] = there
            continue
        inner, many = nested_model(field.annotation)
        if _marked(field, Translated):
            update[name] = there
        elif inner is not None and has_text(inner):
            if many:
                by_key = {key_of(item): item for item in there}
                update[name] = tuple(
                    localise(item, by_key[key_of(item)]) if key_of(item) in by_key else item
                    for item in here
                )
            else:
                update[name] = localise(here, there)
    return source.model_copy(update=update)
