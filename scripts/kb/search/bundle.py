"""Joins the engine's modules to the few files that browsers fetch; no Node needed.

The modules use a small part of JavaScript's module syntax, which is all that is read here: named
exports before a declaration, a default class, and imports on lines of their own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import minify

from kb.model.base import Lang

_IMPORT = re.compile(
    r"^import\s+(?P<what>\{[^}]*\}|\w+)\s+from\s+[\"'](?P<path>\.[^\"']+)[\"'];?\s*$", re.MULTILINE
)
_DEFAULT = re.compile(r"^export default class\b(?: (?!extends\b)\w+)?", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)


PLAIN = "worker.plain.js"
"""The engine for a language of which it knows nothing."""


@dataclass(frozen=True)
class Script:
    """A file to publish: its name, which changes with its content, and the content."""

    name: str
    content: str


def bundle(folder: Path, entry: str) -> str:
    """The module `entry` below `folder` and all it imports, as one minified classic script.

    Raises:
        ValueError: When two modules declare the same name at their top level.
    """
    done: dict[Path, str] = {}
    _add((folder / entry).resolve(), done)
    joined = "\n".join(done.values())
    names = re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", joined, re.MULTILINE)
    double = {name for name in names if names.count(name) > 1}
    if double:
        raise ValueError(f"declared in two modules: {', '.join(sorted(double))}")
    whole = '(()=>{"use strict";\n' + joined + "\n})();\n"
    return str(minify.string("application/javascript", whole))


def _add(path: Path, done: dict[Path, str]) -> None:
    """Put a module into `done` behind everything that it imports."""
    if path in done:
        return
    text = path.read_text(encoding="utf-8")
    aliases = []
    for match in _IMPORT.finditer(text):
        imported = (path.parent / match["path"]).resolve()
        _add(imported, done)
        if not match["what"].startswith("{"):
            aliases.append(f"const {match['what']} = {_default_name(imported)};")
    text = _IMPORT.sub("", text)
    text = _DEFAULT.sub(f"const {_default_name(path)} = class", text)
    text = _EXPORT.sub("", text)
    done[path] = "\n".join([*aliases, text])


def _default_name(path: Path) -> str:
    return "default_" + re.sub(r"\W", "_", path.stem)


def scripts(folder: Path, languages: Iterable[Lang]) -> dict[str, Script]:
    """Every script of the search: `page`, and one engine a language, by language.

    A language without a module of its own (`worker.<lang>.js`) is searched by whole words and
    their beginnings.
    """
    entries = {"page": "page/page.js"}
    for lang in languages:
        own = f"worker.{lang}.js"
        entries[lang] = own if (folder / own).is_file() else PLAIN
    found = {}
    for key, entry in entries.items():
        content = bundle(folder, entry)
        digest = hashlib.sha256(content.encode()).hexdigest()[:8]
        found[key] = Script(f"assets/javascripts/search-{key}.{digest}.js", content)
    return found
