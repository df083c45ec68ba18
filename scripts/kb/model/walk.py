"""Walks a record leaf by leaf, knowing what each leaf is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kb.model.base import ByLanguage, Key, Lang

T = TypeVar("T")
YamlPath = tuple[str | int, ...]
KeyPath = tuple[str, ...]


@dataclass(frozen=True)
class Leaf:
    """One value in a record."""

    yaml_path: YamlPath
    """Where it stands in the file: field names and list positions."""
    key_path: KeyPath
    """What it is, in whatever order the lists are: field names and item keys."""
    markers: tuple[object, ...]
    value: Any
    lang: Lang | None = None
    """The language of a text that stands in a record by language."""

    def marker(self, kind: type[T]) -> T | None:
        """The leaf's marker of a kind, if it has one."""
        return next((m for m in self.markers if isinstance(m, kind)), None)


def _in_annotation(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for arg in get_args(annotation):
        yield from _in_annotation(arg)


@cache
def markers(model: type[BaseModel], name: str) -> tuple[object, ...]:
    """Everything that annotates a field, however deep in its type."""
    field: FieldInfo = model.model_fields[name]
    return (*field.metadata, *_in_annotation(field.annotation))


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        name for name, field in model.model_fields.items()
        if any(isinstance(m, Key) for m in field.metadata)
    )  # fmt: skip


def key_of(item: BaseModel) -> str:
    """The key by which a translation finds `item`, such as `paihdeklinikka`."""
    values = (getattr(item, name) for name in _keys(type(item)))
    return " ".join(str(value) for value in values if value is not None)


def leaves(record: BaseModel, at: YamlPath = (), key: KeyPath = ()) -> Iterator[Leaf]:
    """Every value in `record` that is not itself a record or a list, None left out."""
    if isinstance(record, ByLanguage):
        for lang, texts in record.by_language.items():
            if isinstance(texts, tuple):
                for number, text in enumerate(texts):
                    yield Leaf((*at, lang, number), (*key, lang, text), (), text, lang)
            else:
                yield Leaf((*at, lang), (*key, lang), (), texts, lang)
    for name in type(record).model_fields:
        value = getattr(record, name)
        path, keys = (*at, name), (*key, name)
        if value is None:
            continue
        if isinstance(value, BaseModel):
            yield from leaves(value, path, keys)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from leaves(item, (*path, number), (*keys, key_of(item)))
                else:
                    yield Leaf(
                        (*path, number), (*keys, str(item)), markers(type(record), name), item
                    )
        else:
            yield Leaf(path, keys, markers(type(record), name), value)


def nested_model(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model inside an annotation, and whether it stands in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for arg in get_args(annotation):
        model, many = nested_model(arg)
        if model is not None:
            return model, many or getattr(annotation, "__origin__", None) is tuple
    return None, False


def field_names(model: type[BaseModel]) -> Iterator[str]:
    """The name of every field of a record of `model`, and of the records within it."""
    for name, field in model.model_fields.items():
        yield name
        inner, _ = nested_model(field.annotation)
        if inner is not None and inner is not model:
            yield from field_names(inner)


def by_language(
    model: type[BaseModel], value: Any, at: YamlPath = ()
) -> Iterator[tuple[YamlPath, type[ByLanguage], set[str]]]:
    """What a file says by language where a record of `model` stands: where, as what, in which.

    `value` is as it was read, so that what is missing is found in a faulty record, too.
    """
    if not isinstance(value, dict):
        return
    if issubclass(model, ByLanguage):
        yield at, model, set(value) - set(model.model_fields)
    for name, field in model.model_fields.items():
        inner, many = nested_model(field.annotation)
        below = value.get(name)
        if inner is None:
            continue
        if many and isinstance(below, list):
            for number, item in enumerate(below):
                yield from by_language(inner, item, (*at, name, number))
        else:
            yield from by_language(inner, below, (*at, name))


def items(
    record: BaseModel, at: YamlPath = (), key: KeyPath = ()
) -> Iterator[tuple[KeyPath, YamlPath]]:
    """Every item of a list in `record` that has a key: what it is and where it stands."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from items(value, (*at, name), (*key, name))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, BaseModel) and _keys(type(item)):
                    path, keys = (*at, name, number), (*key, name, key_of(item))
                    yield keys, path
                    yield from items(item, path, keys)
