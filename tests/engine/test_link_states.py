"""What pages say of external links, rendered from a memory, without MkDocs."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import link_states
from kb.blocks.page import PageRenderer
from kb.blocks.sites import prepare
from kb.links.published import read_published
from kb.links.sentences import say
from kb.load.content import load
from kb.model.base import Lang
from kb.search.sections import read_sections
from sample_site import copy_sample, edit, markdown

DAY = dt.date(2026, 11, 24)
KELA = "https://www.kela.fi/ohje"
TAKUU = "https://www.takuusaatio.fi/"
ARCHIVE = "https://web.archive.org/web/2022/https://www.kela.fi/ohje"
STATE = "data/link-state.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KB_LINK_STATE", raising=False)
    return copy_sample(tmp_path)


def register(root: Path, more: str) -> None:
    """Say more of the first link of the register."""
    edit(root, {"file": "data/links.yml", "replace": "    checked: 2026-01-15\n", "by": more})


def render(root: Path, path: str = "palvelut/neuvonta.md", lang: Lang = "fi",
           today: dt.date = DAY, repo: str = "") -> str:  # fmt: skip
    """A page as the build on `today` would render it."""
    site = prepare(load(root, today), read_published(root, today), repo)
    return markdown(root, lang, path, site)


def block(root: Path, name: str, lang: Lang = "fi", today: dt.date = DAY, repo: str = "") -> str:
    """A block of the front page, tags kept."""
    site = prepare(load(root, today), read_published(root, today), repo)
    document = site.knowledge.get(lang, "index.md")
    assert document is not None
    parts = PageRenderer(site, document).block(name)
    return "".join(ET.tostring(part, encoding="unicode", method="html") for part in parts)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def remembered(root: Path, **statuses: str) -> None:
    """Let the link job have seen these statuses (kela_ohje, takuu_sivut)."""
    urls = {"kela_ohje": KELA, "takuu_sivut": TAKUU}
    links = {
        name.replace("_", "-"): link_states.known(status, urls[name], DAY)
        for name, status in statuses.items()
    }
    link_states.write(root / STATE, DAY, links)


def test_a_broken_link_says_so_inside_the_link(root: Path) -> None:
    remembered(root, kela_ohje="broken")
    html = render(root)
    link = re.search(rf'<a [^>]*href="{KELA}"[^>]*>(.*?)</a>', html)
    assert link
    assert text(link[1]) == "Kelan ohje (ulkoinen sivusto) linkki ei toimi"
    english = render(root, lang="en")
    assert "broken link" in english
    assert "kb-cited" not in html


def test_archive_and_replacement_stand_beside_a_broken_link(root: Path) -> None:
    register(root, f"    archive: {ARCHIVE}\n    replaced_by: takuu-sivut\n")
    remembered(root, kela_ohje="broken")
    html = render(root)
    assert (
        "[Arkistokopio (ulkoinen sivusto) · Uusi osoite: Takuusäätiön sivut (ulkoinen sivusto)]"
    ) in text(html)
    assert f'href="{ARCHIVE}"' in html
    assert f'href="{TAKUU}"' in html
    english = text(render(root, lang="en"))
    assert "New address: Pages of the Guarantee Foundation" in english


def test_a_replacement_that_is_broken_too_says_so(root: Path) -> None:
    register(root, "    replaced_by: takuu-sivut\n")
    remembered(root, kela_ohje="broken", takuu_sivut="broken")
    assert text(render(root)).count("linkki ei toimi") == 2


def said(verdict: str, on: str) -> str:
    """A person's word, as the register has it."""
    return f"    reviewed: {{verdict: {verdict}, on: {on}, by: kela}}\n"


@pytest.mark.parametrize("status", [None, "ok", "moved", "suspect", "unreachable", "broken"])
def test_a_link_that_a_person_gave_up_shows_it_at_once_where_it_is_cited(
    root: Path, status: str | None
) -> None:
    more = f"    archive: {ARCHIVE}\n    replaced_by: takuu-sivut\n"
    register(root, said("gone", "2026-11-20") + more)
    if status:
        remembered(root, kela_ohje=status)
    html = render(root)
    assert html.count("kb-badge") == 1
    assert f'href="{ARCHIVE}"' in html
    assert "Uusi osoite: Takuusäätiön sivut" in text(html)
    row = text(block(root, "link-register"))
    assert "Ihminen on todennut sisällön poistuneen 20.11.2026 (" in row
    began = "14.11.2026" if status == "broken" else "20.11.2026"
    assert f"ei toimi {began} alkaen." in row


def test_a_word_of_a_day_to_come_shows_nothing(root: Path) -> None:
    register(root, said("gone", "2026-11-25"))
    assert "kb-badge" not in render(root)


@pytest.mark.parametrize(("on", "shown"), [("2026-11-23", True), ("2026-11-24", False)])
def test_a_person_who_got_through_since_the_last_visit_ends_the_alarm(
    root: Path, on: str, shown: bool
) -> None:
    register(root, said("ok", on))
    remembered(root, kela_ohje="broken")
    assert ("kb-badge" in render(root)) is shown
    assert ("toimii 24.11.2026 alkaen" in text(block(root, "link-register"))) is not shown


def test_what_a_person_has_settled_is_not_told_as_a_doubt(root: Path) -> None:
    register(root, said("ok", "2026-11-20"))
    wall = {"verdict": "suspect", "code": "forbidden"}
    link_states.write(
        root / STATE, DAY, {"kela-ohje": {**link_states.known("ok", KELA, DAY), **wall}}
    )
    row = text(block(root, "link-register"))
    assert "Linkin on tarkistanut ihminen 20.11.2026" in row
    assert "kieltää pääsyn" not in row


@pytest.mark.parametrize("status", ["ok", "moved", "suspect", "unreachable"])
def test_only_a_confirmed_fault_marks_a_citation(root: Path, status: str) -> None:
    register(root, f"    archive: {ARCHIVE}\n    replaced_by: takuu-sivut\n")
    remembered(root, kela_ohje=status)
    html = render(root)
    assert "kb-badge" not in html
    assert ARCHIVE not in html


def test_a_facts_block_and_a_reference_mark_it_too(root: Path) -> None:
    remembered(root, kela_ohje="broken")
    contact = "group: raha\ncontact:\n  page: kela-ohje\n  checked: 2026-01-05\n  by: kela\n"
    edit(root, {"file": "docs/fi/palvelut/tili.md", "replace": "group: raha\n", "by": contact})
    assert "kb-badge" in render(root, "palvelut/tili.md").partition('id="muutokset"')[0]


def test_a_toolkit_shows_state_and_offers_once(root: Path) -> None:
    remembered(root, takuu_sivut="broken")
    html = render(root, "tyokalut/takuu.md")
    assert html.count("kb-badge") == 1
    said = text(html)
    assert "ei toimi 14.11.2026 alkaen. Kone kävi linkissä 24.11.2026: Sivua ei ole enää." in said
    assert 'data-kb-checked="2026-11-24"' in html


@pytest.mark.parametrize(
    ("status", "fi", "en"),
    [
        ("ok", "toimii 14.11.2026 alkaen", "works since 14 November 2026"),
        ("moved", "muuttanut 14.11.2026 alkaen", "has moved since 14 November 2026"),
        ("broken", "ei toimi 14.11.2026 alkaen", "does not work since 14 November 2026"),
        ("suspect", "epävarma 14.11.2026 alkaen", "uncertain since 14 November 2026"),
        ("unreachable", "ei tavoitettu 14.11.2026 alkaen", "not reached since 14 November 2026"),
    ],
)
def test_the_register_tells_every_status(root: Path, status: str, fi: str, en: str) -> None:
    remembered(root, kela_ohje=status)
    finnish, english = text(block(root, "link-register")), text(block(root, "link-register", "en"))
    said = say(link_states.CODES[status], "ok")
    assert f"{fi}. Kone kävi linkissä 24.11.2026: {said.fi}" in finnish
    assert f"{en}. A machine visited the link on 24 November 2026: {said.en}" in english
    assert said.en not in finnish
    # The other link was never visited, and says that.
    assert finnish.count("ei vielä tarkistettu") == 1
    assert english.count("not yet checked") == 1


def test_the_register_gives_the_address_of_a_moved_page_as_text(root: Path) -> None:
    new = "https://www.kela.fi/uusi"
    links = {"kela-ohje": link_states.known("moved", KELA, DAY, final_url=new)}
    link_states.write(root / STATE, DAY, links)
    html = block(root, "link-register")
    assert f"Sivun nykyinen osoite: {new}" in text(html)
    assert f'href="{new}"' not in html


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"version": 0}'])
def test_without_a_readable_memory_nothing_is_claimed(root: Path, content: str | None) -> None:
    if content is not None:
        (root / STATE).write_text(content)
    html = block(root, "link-register")
    assert "Linkkejä ei ole vielä tarkistettu koneella." in text(html)
    assert text(html).count("ei vielä tarkistettu") == 2
    assert "data-kb-checked" not in html
    assert "kb-badge" not in render(root)


@pytest.mark.parametrize(
    ("days", "fi", "stale"),
    [
        (0, "(samana päivänä kuin sivusto koottiin)", False),
        (14, "(14 pv ennen kuin sivusto koottiin 8.12.2026)", False),
        (15, "(15 pv ennen kuin sivusto koottiin 9.12.2026)", True),
    ],
)
def test_the_age_without_a_script(root: Path, days: int, fi: str, stale: bool) -> None:
    remembered(root, kela_ohje="ok")
    html = block(root, "link-register", today=DAY + dt.timedelta(days))
    assert f"Linkeissä on käyty koneella viimeksi 24.11.2026 {fi}." in text(html)
    assert ('data-kb-stale="" hidden' not in html) is stale


@pytest.mark.parametrize("status", ["suspect", "moved"])
def test_what_a_stranger_wrote_is_not_on_the_site(root: Path, status: str) -> None:
    bad = link_states.HOSTILE
    known = link_states.known(
        status, KELA, DAY, reason_fi=bad, reason_en=bad, code=bad, title=[[bad]], words=[bad],
        final_url=f"https://e.fi/{bad}",
    )  # fmt: skip
    link_states.write(root / STATE, DAY, {"kela-ohje": known})
    html = block(root, "link-register")
    assert "<script" not in html
    assert "Otsikko" not in html.replace(f"https://e.fi/{bad[:7]}", "")
    # The new address of a page that has moved is data, shown as text.
    assert html.count("&lt;script&gt;") == (status == "moved")


def test_a_report_is_a_prefilled_issue_where_there_is_a_repository(root: Path) -> None:
    html = block(root, "link-register", repo="https://github.com/o/r/")
    address = re.search(r'class="kb-button[^"]*" href="([^"]+)"', html)
    assert address
    parts = urlsplit(address[1].replace("&amp;", "&"))
    assert (parts.netloc, parts.path) == ("github.com", "/o/r/issues/new")
    assert parse_qs(parts.query) == {
        "template": ["content-error.yml"],
        "title": ["Linkit: kela-ohje"],
        "page": ["kela-ohje"],
        "error": [KELA],
    }


@pytest.mark.parametrize(
    ("feedback", "address"),
    [
        ("https://example.fi/palaute", "https://example.fi/palaute"),
        ("p@example.fi", "mailto:p@example.fi?subject=Linkit%3A%20kela-ohje&amp;body=https%3A%2F%2F"
         "www.kela.fi%2Fohje%0A%0A"),
        ("", None),
    ],
)  # fmt: skip
def test_a_report_goes_where_the_owner_wants_it(
    root: Path, feedback: str, address: str | None
) -> None:
    old = "feedback: https://example.fi/palaute"
    edit(root, {"file": "data/site.yml", "replace": old, "by": f"feedback: {feedback}"})
    edit(root, {"file": "data/county.yml", "replace": "  feedback: tietoa/palaute.md\n", "by": ""})
    found = re.search(r'class="kb-button[^"]*" href="([^"]+)"', block(root, "link-register"))
    # Where neither an address nor a page on feedback is told, there is nowhere to send it.
    assert (found and found[1]) == address


def test_the_search_does_not_read_the_state_of_links(root: Path) -> None:
    register(root, f"    archive: {ARCHIVE}\n    replaced_by: takuu-sivut\n")
    remembered(root, kela_ohje="broken")
    found = " ".join(section.text for section in read_sections(render(root)))
    found += " ".join(section.text for section in read_sections(block(root, "link-register")))
    for word in ("ei toimi", "Arkistokopio (", "Kone kävi", "Ilmoita"):
        assert word not in found
