"""The words of the site's furniture: each that is used exists, and each that exists is used."""

from __future__ import annotations

import re
from typing import get_args

from kb.load.labels import engine_labels
from kb.map.graph import STYLES
from kb.model.pages import Step
from kb.relate.relations import ROWS
from linkjudge.codes import Verdict
from sample_site import LANGUAGES, REPOSITORY


def label_uses() -> set[str]:
    """Every label that a template or a module cites, those of computed names included."""
    sources = [*REPOSITORY.glob("overrides/**/*.html"), *REPOSITORY.glob("scripts/kb/**/*.py")]
    texts = [path.read_text(encoding="utf-8") for path in sources]
    patterns = (
        r"""(?<![\w.])t\(["']([a-z-]+)["']\)""",
        r"""kb\.labels\[["']([a-z-]+)["']\]""",
        r"""\blabel\(["']([a-z-]+)["']\)""",
    )
    found = {ident for text in texts for pattern in patterns for ident in re.findall(pattern, text)}
    computed = {
        "rel-": ROWS,
        "origin-": get_args(Step.model_fields["origin"].annotation),
        "lang-": LANGUAGES.known,
        "map-in-": STYLES,
        "map-out-": STYLES,
        "state-": (*get_args(Verdict), "none"),
        "fate-": get_args(Verdict),
        "defined-": ("source", "ours"),
        "before-": ("service", "toolkit", "situation", "article"),
        "seen-": ("after", "before", "none"),
        "answer-": ("yes", "no", "unknown"),
        "decide-": (
            "empty",
            "open",
            "fixed",
            "both",
            "conflict",
            "not",
            "none",
            "first",
            "find",
            "find-open",
        ),
        "decide-list-": ("first", "open", "fixed", "excluded", "find", "none"),
    }
    prefix = re.compile(r"""(?<![\w.])t\(["']([a-z-]+)["'] ~""")
    assert {start for text in texts for start in prefix.findall(text)} == set(computed)
    return found | {start + end for start, ends in computed.items() for end in ends}


def test_every_label_that_is_used_exists() -> None:
    assert label_uses() - set(engine_labels()) == set()


def test_every_label_is_used() -> None:
    # Some are cited through a list of names, so a label's id in quotes anywhere counts as used.
    sources = [*REPOSITORY.glob("overrides/**/*.html"), *REPOSITORY.glob("scripts/kb/**/*.py")]
    quoted = set(re.findall(r"""["']([a-z-]+)["']""", "".join(p.read_text() for p in sources)))
    kinds = {f"{start}-{name}" for start in ("kind", "search") for name in quoted}
    assert set(engine_labels()) - label_uses() - quoted - kinds == set()
