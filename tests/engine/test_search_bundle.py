"""The engine's modules are joined and shortened without a change of what they do."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kb.search.bundle import bundle, scripts
from kb.search.shorten import shorten

ENGINE = Path("overrides/assets/javascripts/search")
LIGHT = 10_000  # bytes, gzipped: what an engine may weigh


def test_an_engine_is_light() -> None:
    sizes = {
        name: len(gzip.compress(script.content.encode(), 9))
        for name, script in scripts(ENGINE).items()
    }
    assert {name: size for name, size in sizes.items() if size > LIGHT} == {}


def test_two_modules_may_not_declare_one_name(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { two } from "./b.js";\nconst one = two;\n')
    (tmp_path / "b.js").write_text("const one = 1;\nexport const two = one;\n")
    with pytest.raises(ValueError, match="one"):
        bundle(tmp_path, "a.js")


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("const total=1;use(total)", "const a=1;use(a)"),
        ("function count(items){return items}", "function b(a){return a}"),
        # A property, a key, a shorthand: others know the name.
        ("const size=1;x.size=size", "const size=1;x.size=size"),
        ("const size=1;f({size:size})", "const size=1;f({size:size})"),
        ("const size=1;f({size})", "const size=1;f({size})"),
        ("const {size}=x;f(size)", "const {size}=x;f(size)"),
        # What is written in strings and patterns stays.
        ('const total="total";f(/total"/,total)', 'const a="total";f(/total"/,a)'),
        ("const total=1;return /total/", "const a=1;return /total/"),
        ("const total=4;f(total/2,total/2)", "const a=4;f(a/2,a/2)"),
        # No name that the script has already, and none that it did not declare.
        ("const total=a;document", "const b=a;document"),
        ("if(document){f(document)}", "if(document){f(document)}"),
        ("for(const page of pages){f(page,pages)}", "for(const a of pages){f(a,pages)}"),
        ("const More=class extends Many{}", "const a=class extends Many{}"),
        ("while(more){f(more)}", "while(more){f(more)}"),
        ("const [left,right]=x;f(left,right,b)", "const [a,c]=x;f(a,c,b)"),
        ("const {left,right}=x;f(left,right,b)", "const {left,right}=x;f(left,right,b)"),
        ("const {left=1}=x;f(left)", "const {left=1}=x;f(left)"),
    ],
)
def test_only_names_that_are_nothing_but_variables_change(script: str, short: str) -> None:
    assert shorten(script) == short


def test_a_template_string_is_refused() -> None:
    with pytest.raises(ValueError, match="template"):
        shorten("const total=1;f(`${total}`)")
