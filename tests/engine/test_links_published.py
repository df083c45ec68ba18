"""What the site's build reads of the memory, and the summary."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kb.links.memory import Memory, write_memory
from kb.links.published import read_published
from kb.links.register import Entry
from kb.links.remember import remember
from kb.links.summary import markdown
from kb.model.status import LinkStatus
from linkjudge.codes import BY_NAME
from linkjudge.model import Finding, Target

DAY = dt.date(2026, 11, 24)
URL = "https://e.fi/a"


def _known(code: str, url: str = URL) -> Memory:
    entry = Entry(Target("a", url), "Nimi", "Name")
    finding = Finding(entry.target, BY_NAME[code], "https://e.fi/b", 200, 1, 5)
    return Memory(checked=DAY, links={"a": remember(None, finding, entry, DAY)})


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KB_LINK_STATE", raising=False)
    return tmp_path


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"version": 0}', '{"links": {"a": 1}}'])
def test_without_a_memory_nothing_is_known_and_nothing_breaks(
    root: Path, content: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    if content is not None:
        (root / "data").mkdir()
        (root / "data/link-state.json").write_text(content)
    found = read_published(root, DAY)
    assert (found.checked, found.age_days, found.stale) == (None, None, False)
    assert found.get("a", URL) == LinkStatus()
    # "No memory yet" is told apart from "could not read it".
    assert [record.levelname for record in caplog.records] == ["WARNING"] * (content is not None)


def test_status_and_ages(root: Path) -> None:
    write_memory(root / "data/link-state.json", _known("moved"))
    found = read_published(root, DAY + dt.timedelta(15))
    link = found.get("a", URL)
    assert (found.checked, found.age_days, found.stale) == (DAY, 15, True)
    assert (link.status, link.since, link.checked, link.age_days) == ("moved", DAY, DAY, 15)
    assert link.moved_to == "https://e.fi/b"
    assert not read_published(root, DAY + dt.timedelta(14)).stale


def test_an_address_changed_since_is_not_checked_yet(root: Path) -> None:
    write_memory(root / "data/link-state.json", _known("gone"))
    found = read_published(root, DAY)
    assert found.get("a", "https://e.fi/uusi") == LinkStatus()
    assert found.get("b", URL) == LinkStatus()


def test_the_environment_names_another_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "muualla.json"
    write_memory(path, _known("there"))
    monkeypatch.setenv("KB_LINK_STATE", str(path))
    assert read_published(root, DAY).get("a", URL).status == "ok"


def test_the_summary_proposes(root: Path) -> None:
    entries = {
        "a": Entry(Target("a", URL), "Nimi", "Name", archive="https://arkisto.fi/a"),
        "b": Entry(Target("b", "https://e.fi/uusi"), "B", "B"),
    }
    known = _known("moved").links["a"]
    text = markdown([(entries["a"], known)], entries, {"a": ["docs/fi/x.md"]}, DAY)
    for part in (URL, "<https://e.fi/b>", "<https://arkisto.fi/a>", "`docs/fi/x.md`", "2026-11-24"):
        assert part in text
    replaced = Entry(Target("a", URL), "Nimi", "Name", replaced_by="b")
    assert "<https://e.fi/uusi>" in markdown([(replaced, known)], entries, {}, DAY)
