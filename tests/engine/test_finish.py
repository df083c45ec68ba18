"""The finishing of a built site: what goes, what stays, what must never change."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from kb.finish.kept import kept_slim
from kb.finish.names import names_in
from kb.finish.policy import policy
from kb.finish.site import finish
from kb.finish.styles import slim


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".gone{color:red}", ""),
        (".a, .gone { color: red; }", ".a{color:red}"),
        (".a:not(.gone){color:red}", ".a:not(.gone){color:red}"),
        (".a:is(.gone,.a){color:red}", ".a:is(.gone,.a){color:red}"),
        ("a[href$='.gone']{color:red}", "a[href$='.gone']{color:red}"),
        ("[dir=rtl] .a{left:0}", ""),
        ("[dir='ltr'] .a{left:0}", "[dir='ltr'] .a{left:0}"),
        ("[dir=ltr][data-p='amber'] .a,[data-p=slate]{left:0}", "[data-p=slate]{left:0}"),
        ("[data-q='x']{left:0}", "[data-q='x']{left:0}"),
        ("@media screen and (min-width: 60em) { .a{left:0} }",
         "@media screen and (min-width: 60em){.a{left:0}}"),
        ("@media print{.gone{left:0}}", ""),
        ("@keyframes x{from{left:0}to{left:1px}}", "@keyframes x{from{left:0}to{left:1px}}"),
        (":root{--x:1;--y:2}.a{left:var(--x)}", ":root{--x:1}.a{left:var(--x)}"),
        (":root{--x:var(--y);--y:2}", ""),
        (".a::before{content:\" ; , \"}", ".a::before{content:\" ; , \"}"),
        ("/* x */.a{/* y */color:red}", ".a{color:red}"),
        (".a .b > .a{left:calc(1px + 2px)}", ""),
        (".a > .a{left:calc(1px + 2px)}", ".a > .a{left:calc(1px + 2px)}"),
    ],
)  # fmt: skip
def test_slim(sheet: str, expected: str) -> None:
    # The body is written from left to right, and a script may give it the palette "slate".
    names = {"a", "dir=", "dir=ltr", "data-p=", "data-p=custom", "slate"}
    assert slim([sheet], names).replace('"', "'") == expected.replace('"', "'")


def test_a_faulty_sheet_is_told() -> None:
    with pytest.raises(ValueError, match="line 1"):
        slim(["}"], set())


def test_names_come_from_markup_and_scripts() -> None:
    page = '<p class="one two" id="three">four</p><script>x.add("six")</script>'
    names = names_in([f'<body dir="ltr">{page}'], ["x.className='five'"])
    assert {"one", "two", "three", "five", "six", "dir=", "dir=ltr"} <= names
    assert "four" not in names


def _site(folder: Path) -> Path:
    page = (
        '<head>\n<link rel="stylesheet" href="{0}a.css">\n<link rel="stylesheet" href="{0}b.css">'
        '</head><body class="x">\n<script src="{0}t.min.js"></script>\n'
        '<script src="{0}own.js" defer></script></body>'
    )
    (folder / "deep/er").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "index.html").write_text(page.format("assets/"))
    (folder / "deep/er/index.html").write_text(page.format("../../assets/"))
    (folder / "404.html").write_text(page.format("/base/assets/"))
    (folder / "assets/a.css").write_text(".x{left:0}/*# sourceMappingURL=a.css.map */")
    (folder / "assets/b.css").write_text(".x{top:0}.y{top:0}")
    (folder / "assets/t.min.js").write_text("self.t = 1\n//# sourceMappingURL=t.js.map")
    (folder / "assets/own.js").write_text("const a = 2; self.own = a;")
    (folder / "assets/t.js.map").write_text("{}")
    (folder / "handbook.pdf").write_text("pdf")
    return folder


def test_pages_get_one_sheet_and_one_script(tmp_path: Path) -> None:
    site = _site(tmp_path)
    finish(site, "/base/")
    for path, base in (
        ("index.html", ""),
        ("deep/er/index.html", "../../"),
        ("404.html", "/base/"),
    ):
        text = (site / path).read_text()
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', text) == [
            f"{base}{next(site.glob('assets/site.*.css')).relative_to(site)}"
        ]
        assert re.findall(r'<script src="([^"]+)" defer></script>', text) == [
            f"{base}{next(site.glob('assets/site.*.js')).relative_to(site)}"
        ]
        assert text.endswith("</body>")
    assert next(site.glob("assets/site.*.css")).read_text() == ".x{left:0}.x{top:0}"
    script = next(site.glob("assets/site.*.js")).read_text()
    assert script == "self.t=1;{const e=2;self.own=e}"
    assert sorted(p.name for p in site.glob("assets/*") if not p.name.startswith("site.")) == []


def test_what_only_some_pages_have_is_one_more_sheet(tmp_path: Path) -> None:
    site = _site(tmp_path)
    page = site / "deep/er/index.html"
    more = "".join(f'<link rel="stylesheet" href="../../assets/{name}.css">' for name in "cd")
    page.write_text(page.read_text().replace("</head>", f"{more}</head>"))
    for name in "cd":
        (site / f"assets/{name}.css").write_text(f".x{{content:'{name}'}}")
    finish(site, "/base/")
    named = re.findall(r'<link rel="stylesheet" href="../../assets/([^"]+)"', page.read_text())
    assert [name.partition(".")[0] for name in named] == ["site", "page"]
    text = (site / "assets" / named[1]).read_text().replace('"', "'")
    assert text == ".x{content:'c'}.x{content:'d'}"
    assert "page." not in (site / "index.html").read_text()


def test_a_sheet_of_some_pages_finds_what_it_asks_of_that_of_all(tmp_path: Path) -> None:
    """Colours have their names in the sheet of all pages; the map alone asks for some of them."""
    site = _site(tmp_path)
    (site / "assets/a.css").write_text(":root{--x:1;--y:2}.x{left:0}")
    (site / "assets/c.css").write_text(".x{right:var(--x)}")
    page = site / "index.html"
    more = '<link rel="stylesheet" href="assets/c.css"></head>'
    page.write_text(page.read_text().replace("</head>", more))
    finish(site, "/base/")
    (common,) = site.glob("assets/site.*.css")
    assert "--x:1" in common.read_text()
    assert "--y" not in common.read_text()


def test_worker_lists_what_is_needed(tmp_path: Path) -> None:
    site = _site(tmp_path)
    finish(site, "/base/")
    match = re.search(r"^const FILES = (\{.*\});", (site / "sw.js").read_text(), re.MULTILINE)
    assert match
    files = json.loads(match[1])
    assert {"", "deep/er/", "404.html"} < set(files)
    assert "handbook.pdf" not in files
    assert "sw.js" not in files
    for path, digest in files.items():
        file = site / path / "index.html" if path == "" or path.endswith("/") else site / path
        assert hashlib.sha256(file.read_bytes()).hexdigest() == digest


def test_policy_admits_only_what_it_is_given() -> None:
    text = policy("run()")
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in text
    assert "unsafe" not in text
    assert "default-src 'none'" in text
    assert "http" not in text


def test_a_slim_sheet_is_kept_while_nothing_changes(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = kept_slim([".a{color:red}.b{color:red}"], {"a"}, cache)
    assert first == slim([".a{color:red}.b{color:red}"], {"a"})
    (entry,) = cache.iterdir()
    entry.write_text("kept")
    assert kept_slim([".a{color:red}.b{color:red}"], {"a"}, cache) == "kept"
    assert kept_slim([".a{color:red}.b{color:red}"], {"a", "b"}, cache) != "kept"
