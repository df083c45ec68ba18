"""The engine's modules are joined into one light script."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kb.search.bundle import bundle, scripts

ENGINE = Path("overrides/assets/javascripts/search")
LIGHT = 16_000  # bytes, gzipped: what an engine may weigh, what finds neighbours included


def test_an_engine_is_light() -> None:
    sizes = {
        name: len(gzip.compress(script.content.encode(), 9))
        for name, script in scripts(ENGINE, ["fi", "en", "sv"]).items()
    }
    assert {name: size for name, size in sizes.items() if size > LIGHT} == {}


def test_a_language_without_a_stemmer_has_a_plain_engine() -> None:
    found = scripts(ENGINE, ["fi", "xx"])
    assert found["xx"].name != found["fi"].name
    assert "Snowball" not in found["xx"].content
    assert len(found["xx"].content) < len(found["fi"].content) * 0.65


def test_two_modules_may_not_declare_one_name(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { two } from "./b.js";\nconst one = two;\n')
    (tmp_path / "b.js").write_text("const one = 1;\nexport const two = one;\n")
    with pytest.raises(ValueError, match="one"):
        bundle(tmp_path, "a.js")
