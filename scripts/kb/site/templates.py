"""Tells whoever writes a template what is wrong with it, in one line."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


def template_fault(error: TemplateError) -> str:
    """The template, its line, what is wrong and where it is told what templates may use."""
    file, line = _place(error)
    return (
        f"{file}:{line}: malli ei toimi ({error.message}); käytä vain sitä, mitä "
        f"scripts/kb/site/context.py antaa / the template fails ({error.message}); use only what "
        "scripts/kb/site/context.py gives"
    )


def _place(error: TemplateError) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return _short(error.filename or error.name or "overrides"), error.lineno
    # The innermost template on the way to the error; the engine's own code lies below and above.
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".svg")):
            return _short(frame.filename), frame.lineno or 1
    return (str(error.name) if isinstance(error, TemplateNotFound) else "overrides"), 1


def _short(file: str) -> str:
    """The path from the folder `overrides` on, as an author knows it."""
    parts = Path(file).parts
    return "/".join(parts[parts.index("overrides") :]) if "overrides" in parts else file
