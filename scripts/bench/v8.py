"""Runs the site's own modules in V8, without a browser: what is pure in them is measured so."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from kb.search.bundle import bundle

MODULES = Path(__file__).resolve().parents[2] / "overrides/assets/javascripts"


class Script:
    """Modules below overrides/assets/javascripts/, joined as the site joins them.

    Args:
        exports: module -> names that it exports and that `call` may use.
    """

    def __init__(self, exports: dict[str, list[str]]) -> None:
        lines = []
        with tempfile.TemporaryDirectory() as folder:
            for module, names in exports.items():
                path = os.path.relpath(MODULES / module, Path(folder).resolve())
                lines.append(f'import {{ {", ".join(names)} }} from "{path}";')
                lines += [f"globalThis.{name} = {name};" for name in names]
            Path(folder, "entry.js").write_text("\n".join(lines))
            text = bundle(Path(folder), "entry.js")
        self.context = MiniRacer()
        self.context.eval(text)

    def run(self, code: str) -> None:
        """Run a statement."""
        self.context.eval(f"{code};0")

    def call(self, name: str, *arguments: Any) -> Any:
        """What the function `name` answers, as JSON carries it."""
        told = ",".join(json.dumps(argument) for argument in arguments)
        return json.loads(str(self.context.eval(f"JSON.stringify({name}({told}))")))


def language_module(lang: str) -> str:
    """The module of a language, or that for languages of which the engine knows nothing."""
    own = f"search/{lang}.js"
    return own if (MODULES / own).is_file() else "search/plain.js"


def search_engine(lang: str, index: str) -> Script:
    """A script whose function `search(query)` answers from the index file's text."""
    script = Script({"search/search.js": ["createSearch"], language_module(lang): ["language"]})
    script.run(f"globalThis.search = createSearch({index}, language)")
    return script
