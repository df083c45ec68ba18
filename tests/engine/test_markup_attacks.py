"""A hostile proposal: what it writes is named by `kb check` and is not on the page in any case."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from attacks import ATTACKS, HARMLESS
from kb.load.content import load
from kb.markup.judge import judge
from kb.site.build import Build
from kb.site.refusal import RefusedError, refuse
from kb.site.settings import Settings
from sample_site import COUNTY, REPOSITORY, check, copy_sample, edit

PAGE = "palvelut/neuvonta.md"
GOOD = re.compile(r"(?:\.\./)*[a-z0-9/-]+\.md(?:#[a-z0-9-]+)?|#[a-z0-9-]+|https://[a-z.]+\.fi/\S*")
ELEMENTS = {
    "-text", "html", "head", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "a", "em", "strong",
    "span", "div", "section", "aside", "dl", "dt", "dd", "details", "summary", "blockquote", "pre",
    "code", "br", "hr", "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"alt", "rel", "lang", "start", "align", "tabindex",
              "aria-labelledby", "aria-label", "role"}  # fmt: skip


def live(html: str) -> Iterator[str]:
    """What a browser would act upon in `html`, judged apart from the product's own list."""
    for node in LexborHTMLParser(html).root.traverse(include_text=True):  # type: ignore[union-attr]
        if node.tag not in ELEMENTS:
            yield f"<{node.tag}>"
            continue
        for name, value in node.attributes.items():
            if not harmless(str(node.tag), name, value or ""):
                yield f"<{node.tag} {name}={value}>"


def harmless(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return bool(GOOD.fullmatch(value))
    if name == "src":
        return value == "kuva.png"
    if name == "class":
        return value != "kb-hidden" or tag in {"span", "h2"}
    if name == "id":
        return not value.startswith(("_", "kb-", "kysely", "selite"))
    return name in ATTRIBUTES


def html_of(text: str) -> str:
    return Markdown(extensions=["kb.blocks"]).convert(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_sample(tmp_path)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "overrides/main.html").write_text(
        '<article id="kb-sisalto"><p id="kysely-{{ group }}"><div id="kb-drawer">'
    )
    return root


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_told_and_dead(name: str, root: Path) -> None:
    lines = (root / "docs/fi" / PAGE).read_text(encoding="utf-8").count("\n")
    edit(root, {"file": f"docs/fi/{PAGE}", "append": f"\n{ATTACKS[name]}\n"})
    result = check(root)
    assert result.exit_code == 1, result.stdout
    assert "Traceback" not in result.output
    told = [line for line in result.stdout.splitlines() if line.startswith(f"docs/fi/{PAGE}:")]
    assert told
    assert max(int(line.split(":")[1]) for line in told) > lines, "the line is of another place"
    # Bad targets, and what is told to a fence, reach no reader because the build refuses the page.
    if not name.startswith(("link:", "id:", "attribute:fence")):
        assert list(live(html_of(ATTACKS[name]))) == []


def test_what_the_parser_itself_tears_apart_is_told(root: Path) -> None:
    """A fence in an image's text: its HTML lands in an attribute and would end it there."""
    text = "![~~~\nx\n```\n``` { .yaml }\nx\n```\n](kuva.png)"
    assert list(live(html_of(text)))
    edit(root, {"file": f"docs/fi/{PAGE}", "append": f"\n{text}\n"})
    result = check(root)
    assert result.exit_code == 1
    assert f"docs/fi/{PAGE}:" in result.stdout
    assert judge(html_of(text)).findings


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_text_stays_text(name: str, root: Path) -> None:
    edit(root, {"file": f"docs/fi/{PAGE}", "append": f"\n{HARMLESS[name]}\n"})
    assert list(live(html_of(HARMLESS[name]))) == []
    assert "Traceback" not in check(root).output


def test_what_is_honest_stays_possible(root: Path) -> None:
    text = (
        "\n## Tulot &lt;b&gt; ja {nimi} {#tulot}\n\nKirjoita `<nimi>` tai &lt;nimi&gt;, 3 < 5 & "
        "[tili](tili.md#kulku), [ohje](link:kela-ohje), [kohta](#tulot).\n\n"
        "1. yksi\n2. kaksi\n\n7. seitsemän\n\n> lainaus\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n"
        "```yaml\nsummary: <nimi> # {x=1}\n```\n\n***\n"
    )
    for lang in ("fi", "en"):
        typed = text if lang == "fi" else text.replace(" {#tulot}", "")
        edit(root, {"file": f"docs/{lang}/{PAGE}", "append": typed})
    result = check(root)
    assert result.exit_code == 0, result.stdout
    html = html_of(text)
    assert '<h2 id="tulot">Tulot &lt;b&gt; ja {nimi}</h2>' in html


@pytest.mark.parametrize(
    "html",
    [
        "<p><img src=x onerror=alert(1)></p>",
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<p><a href="//evil.example/">x</a></p>',
        '<p><a href="https://www.kela.fi@evil.example/">x</a></p>',
        '<p style="display:none">x</p>',
        '<p data-clipboard-text="x">x</p>',
        '<p data-md-component="x">x</p>',
        '<form action="//evil.example"></form>',
        '<div id="__config"></div>',
        "<script>alert(1)</script>",
        '<base href="//evil.example/">',
        "<!-- huomio --><p>x</p>",
        "<p>x</p></body></html><!-- huomio -->",
        '<body onload="alert(1)"><p>x</p>',
        '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
        '<svg><use href="data:x"></use></svg>',
    ],
)
def test_the_build_itself_judges_the_whole_page(html: str) -> None:
    """Whatever put it there: an extension, a template, a text that no check has read."""
    with pytest.raises(RefusedError, match=r"docs/fi/x\.md"):
        refuse("docs/fi/x.md", html)


def test_the_build_renders_the_text_that_was_judged() -> None:
    """MkDocs' own idea of where the front matter ends might be another."""
    build = Build.start(COUNTY, Settings())
    for (lang, path), page in load(COUNTY).pages.items():
        assert build.markdown(lang, path) == page.body
