"""Loading: what stands in a page's Markdown and in a register."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.load.files import read_text
from kb.load.outline import read_inline, read_outline
from kb.load.pages import RawPage, read_page, unread_page
from kb.load.registers import read_register
from kb.model.kinds import BY_NAME, kind_at
from kb.model.pages import Article, Home, SectionIndex, Service, Situation, Toolkit
from kb.model.problem import Problem
from sample_site import COUNTY, LANGUAGES, copy_sample, load_sample


def service(root: Path, slug: str) -> tuple[RawPage, list[Problem]]:
    page = unread_page("fi", f"palvelut/{slug}.md", BY_NAME["service"])
    return read_page(root, page, LANGUAGES)


def test_headings_get_ids_as_python_markdown_gives_them() -> None:
    outline = read_outline(
        "# Mihin tiliä käytetään\n\n## Kulku {#kulku}\n\n## Kulku\n\n## Kulku\n\nAlle\n----\n"
        "\n### `koodi` ja *korostus* {: #toinen }\n"
    )
    assert [(h.level, h.text, h.id, h.typed_id, h.line) for h in outline.headings] == [
        (1, "Mihin tiliä käytetään", "mihin-tilia-kaytetaan", False, 1),
        (2, "Kulku", "kulku", True, 3),
        (2, "Kulku", "kulku-2", False, 5),
        (2, "Kulku", "kulku-3", False, 7),
        (2, "Alle", "alle", False, 9),
        (3, "koodi ja korostus", "toinen", True, 12),
    ]
    assert outline.title == "Mihin tiliä käytetään"
    assert read_outline("## A\n").title is None


def test_ids_typed_twice_stay_equal() -> None:
    outline = read_outline("# A {#a}\n\n## B {#a}\n")
    assert [h.id for h in outline.headings] == ["a", "a"]


BODY = """\
Alku [yksi](a.md) ja
toinen [kaksi
rivillä](b.md#c) ja [kolme][r].

- kohta [neljä](d.md)
    - sisällä ![kuva](e.png)

| a | b |
|---|---|
| x | [viisi](f.md) |

> [kuusi](g.md)

[![kuva *k*](h.png)](i.md)

<https://x.fi>

[r]: j.md
[s]: k.md
"""


def test_links_have_their_lines() -> None:
    outline = read_outline(BODY, first_line=10)
    assert [(use.target, use.text, use.line, use.image) for use in outline.links] == [
        ("a.md", "yksi", 10, False),
        ("b.md#c", "kaksi rivillä", 11, False),
        ("j.md", "kolme", 12, False),
        ("d.md", "neljä", 14, False),
        ("e.png", "kuva", 15, True),
        ("f.md", "viisi", 19, False),
        ("g.md", "kuusi", 21, False),
        ("i.md", "kuva *k*", 23, False),
        ("h.png", "kuva *k*", 23, True),
        ("https://x.fi", "https://x.fi", 25, False),
    ]
    assert outline.unused_definitions == [("[s]: k.md", 28)]


def test_code_is_no_content() -> None:
    outline = read_outline(
        "`[a](b.md)` `<b>` `<!-- kb:terms -->`\n\n"
        "```\n[a](b.md) <b> # A\n<!-- kb:terms -->\n```\n\n"
        "    [a](b.md) https://x.fi\n    # A\n"
    )
    assert (outline.links, outline.html, outline.headings, outline.markers) == ([], [], [], [])
    assert "https" not in "".join(text for text, _ in outline.prose)


def test_markers_and_html() -> None:
    outline = read_outline(
        "<!-- kb:terms -->\n\n<!--kb: Services2-->\n<!-- note -->\n\n<div>\nx\n</div>\n\n"
        "a <br> b <!-- note -->\nc <!-- kb:terms -->\n"
    )
    assert outline.markers == [("terms", 1), ("Services2", 3)]
    assert [(text.split("\n")[0], line) for text, line in outline.html] == [
        ("<!-- note -->", 4), ("<div>", 6), ("<br>", 10), ("<!-- note -->", 10),
        ("<!-- kb:terms -->", 11),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- a\n    - b\n    - c\n", []),
        ("- a\n  - b\n  - c\n", [2, 3]),
        ("1. a\n   - b\n", [2]),
        ("- a\n    - b\n        - c\n", []),
        ("- a\n    - b\n      - c\n", [3]),
        ("- a\n- b\n\ntext\n\n- c\n", []),
    ],
)
def test_nested_lists_are_indented_by_fours(text: str, rows: list[int]) -> None:
    assert read_outline(text).shallow_items == rows


def test_inline_text_of_front_matter() -> None:
    outline = read_inline("Katso [tili](tili.md) tai https://x.fi `https://y.fi`", 7)
    assert [(use.target, use.line) for use in outline.links] == [("tili.md", 7)]
    assert "".join(text for text, _ in outline.prose) == "Katso  tai https://x.fi "


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("index.md", Home), ("palvelut/index.md", SectionIndex), ("palvelut/kela.md", Service),
        ("tyokalut/ara.md", Toolkit), ("tilanteet/haato.md", Situation), ("tietoa/a.md", Article),
        ("palvelut/muuta/a.md", Article), ("a.md", Article),
    ],
)  # fmt: skip
def test_kind_of_page(path: str, model: type) -> None:
    knowledge = load_sample().knowledge
    assert kind_at(path, knowledge.sections, knowledge.county.pages).model is model


@pytest.mark.parametrize(
    ("raw", "text", "rows"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n", []), (b"\xef\xbb\xbfa\n", "a\n", [1]),
        (b"a\n\tb\nc\td\n", "a\n\tb\nc\td\n", [2, 3]), (b"a\nb\xe4\n", None, [2]),
        (b"\xff\xfea\x00", None, [1]), (b"", "", []),
    ],
)  # fmt: skip
def test_read_text(raw: bytes, text: str | None, rows: list[int], tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(raw)
    found, problems = read_text(tmp_path / "a", "a")
    assert found == text
    assert [problem.line for problem in problems] == rows


def test_page_lines_count_from_the_top_of_the_file() -> None:
    page, problems = service(COUNTY, "neuvonta")
    assert not problems
    assert page.outline is not None
    assert page.located.line(("partners", 0, "detail")) == 8
    assert [heading.line for heading in page.outline.headings] == [12, 14, 18, 24]


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    for path in root.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    page, problems = service(root, "tili")
    assert not problems
    assert page.outline == service(COUNTY, "tili")[0].outline
    assert (
        read_register(root, "links", LANGUAGES)[0].records
        == read_register(COUNTY, "links", LANGUAGES)[0].records
    )


def test_register_keeps_the_good_records_and_the_ids_of_the_bad(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    path = root / "data/organisations.yml"
    path.write_text(path.read_text().replace("kind: association", "kind: yhdistys"))
    register, problems = read_register(root, "organisations", LANGUAGES)
    assert [problem.line for problem in problems] == [8]
    assert set(register.records) == {"kela"}
    assert register.ids == {"kela": 2, "takuusaatio": 6}
    assert register.readable


def test_documents_follow_the_navigation() -> None:
    knowledge = load_sample().knowledge
    paths = [path for lang, path in knowledge.documents if lang == "fi"]
    folders = list(dict.fromkeys(path.rpartition("/")[0] for path in paths))
    assert folders == ["", *knowledge.sections]
    assert [path for path in paths if path.startswith(("ty", "ti"))][:4] == [
        "tyokalut/index.md", "tyokalut/takuu.md", "tilanteet/index.md", "tilanteet/haato.md",
    ]  # fmt: skip
    # By the title in the source's language, whatever the page's own.
    assert [page.slug for page in knowledge.in_section("en", "palvelut")] == [
        "muuttuva", "neuvonta", "tyhja", "tili",
    ]  # fmt: skip


def test_translation_has_the_sources_facts_and_its_own_texts() -> None:
    document = load_sample().knowledge.get("en", "palvelut/tili.md")
    assert document is not None
    meta = document.meta
    assert isinstance(meta, Service)
    assert meta.group == "raha"
    assert meta.summary == "Benefits to an account, housing first."
    assert meta.criteria is not None
    assert [item.id for item in meta.criteria.opening] == ["velka", "ehto"]
    assert meta.criteria.opening[0].text == "The rent is unpaid."
    assert document.title == "Account"
