"""What `kb bench` builds: the content multiplied, and the stock site of the same pages."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bench.content import leaf_pages, multiply, numbered
from bench.meter import measure
from bench.plain import to_markdown
from bench.stock import write_stock
from kb import checks
from kb.load.content import load
from kb.model.pages import Service
from sample_site import COUNTY, LANGS


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("bench")
    ours, stock = folder / "ours", folder / "stock"
    multiply(COUNTY, ours, 2)
    write_stock(ours, stock)
    return ours, stock


def pages(root: Path) -> set[str]:
    docs = root / "docs"
    return {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")}


def test_every_leaf_page_is_there_twice_in_every_language(sites: tuple[Path, Path]) -> None:
    leaves = list(leaf_pages(COUNTY))
    copies = {f"{lang}/{numbered(path, 2)}" for lang in LANGS for path in leaves}
    assert {"palvelut/tili.md", "tyokalut/takuu.md"} <= set(leaves)
    assert not any(path.endswith("index.md") for path in leaves)
    assert pages(sites[0]) == pages(COUNTY) | copies


def test_the_multiplied_content_has_no_errors(sites: tuple[Path, Path]) -> None:
    # Warnings stay: words of a page that its copies share lead to several pages.
    found = checks.run(load(sites[0]))
    assert [str(problem) for problem in found if problem.level == "error"] == []


def test_a_copy_refers_to_copies(sites: tuple[Path, Path]) -> None:
    knowledge = load(sites[0]).knowledge
    original = knowledge.documents["fi", "palvelut/neuvonta.md"]
    copy = knowledge.documents["fi", "palvelut/neuvonta-2.md"]
    assert copy.title == f"{original.title} 2"
    assert {"tili-2.md#kulku", "#ajat"} <= {link.target for link in copy.outline.links}
    account = knowledge.documents["fi", "palvelut/tili-2.md"]
    assert "service='neuvonta-2'" in repr(account.meta)


def test_the_stock_site_has_the_same_pages_and_navigation(sites: tuple[Path, Path]) -> None:
    ours, stock = sites
    assert pages(stock) == pages(ours)
    nav = json.loads((stock / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    reached = [
        path
        for item in nav
        for at in item.values()
        for path in ([at] if isinstance(at, str) else at)
    ]
    knowledge = load(ours).knowledge
    assert reached == [document.path for document in knowledge.of(knowledge.languages.source)]


def test_a_stock_page_has_our_words_and_none_of_our_syntax(sites: tuple[Path, Path]) -> None:
    text = (sites[1] / "docs/fi/palvelut/tili-2.md").read_text(encoding="utf-8")
    knowledge = load(sites[0]).knowledge
    meta = knowledge.documents["fi", "palvelut/tili-2.md"].meta
    assert isinstance(meta, Service)
    for ref in meta.changes:
        assert knowledge.changes[ref.change].title.get("fi") in text
    for syntax in ("kb:", "link:", "change:", "reference:", "{#", "---\nsummary"):
        assert syntax not in text


def test_blocks_become_markdown() -> None:
    html = """<div><h2 id="a">Facts</h2><dl><dt>Who</dt><dd>a <a href="x.md#b">page</a></dd></dl>
    <ul><li><p>one <strong>two</strong></p><p>three</p></li><li>a*b</li></ul>
    <table><thead><tr><th>fi</th><th>en</th></tr></thead><tr><td>1|2</td><td>3</td></tr></table>
    </div>"""
    box = ET.fromstring(html)  # noqa: S314 - the test's own text
    found = to_markdown(box, lambda target: target.partition("#")[0])
    assert found.split("\n\n") == [
        "## Facts",
        "**Who**",
        "a [page](x.md)",
        "-   one **two**",
        "    three\n-   a\\*b",
        "| fi | en |\n| --- | --- |\n| 1\\|2 | 3 |",
    ]


def test_a_command_is_measured(tmp_path: Path) -> None:
    eaten = measure(("python3", "-c", "x = b'x' * 60_000_000"), tmp_path)
    idle = measure(("python3", "-c", "import time; time.sleep(0.3)"), tmp_path)
    assert eaten.peak > idle.peak + 50
    assert idle.wall > 0.3 > idle.cpu


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        measure(("python3", "-c", "raise SystemExit('no such thing')"), tmp_path)
