"""A memory that comes from the machine which opens strangers' pages is judged before it is kept."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.links.accept import accept
from kb.links.files import CannotWorkError
from kb.links.memory import Memory, Remembered
from kb.links.register import read_register

TODAY = dt.date(2026, 11, 30)
REGISTER = """links:
  - id: a
    url: https://a.example/
    title: {fi: A, en: A}
  - id: b
    url: https://b.example/
    title: {fi: B, en: B}
"""


def _one(url: str, checked: str = "2026-11-30", **more: Any) -> dict[str, Any]:
    return {
        **Remembered(
            url=url, status="ok", since=dt.date(2026, 11, 1),
            checked=dt.date.fromisoformat(checked),
            verdict="ok", code="there", final_url=url,
        ).model_dump(mode="json"),
        **more,
    }  # fmt: skip


def _state(**links: Any) -> dict[str, Any]:
    return {"version": 2, "checked": "2026-11-30", "links": links}


def _accept(tmp_path: Path, value: Any, before: Memory | None = None) -> tuple[Memory, int]:
    register, handed = tmp_path / "links.yml", tmp_path / "state.json"
    register.write_text(REGISTER)
    handed.write_text(value if isinstance(value, str) else json.dumps(value))
    return accept(handed, before or Memory(), read_register(register), TODAY)


def test_an_honest_memory_is_taken(tmp_path: Path) -> None:
    memory, taken = _accept(tmp_path, _state(a=_one("https://a.example/")))
    assert (taken, list(memory.links), memory.checked) == (1, ["a"], TODAY)


def test_a_link_that_the_register_does_not_have_so_is_left_out(tmp_path: Path) -> None:
    handed = _state(
        a=_one("https://a.example/"), b=_one("https://elsewhere.example/"),
        c=_one("https://c.example/"),
    )  # fmt: skip
    memory, taken = _accept(tmp_path, handed)
    assert (taken, list(memory.links)) == (1, ["a"])


def test_what_another_run_saw_later_is_not_lost(tmp_path: Path) -> None:
    before = Memory.model_validate(
        _state(
            a=_one("https://a.example/", checked="2026-11-29", status="suspect"),
            b=_one("https://b.example/", checked="2026-11-20", status="suspect"),
        )
    )
    handed = _state(
        a=_one("https://a.example/", checked="2026-11-22"),
        b=_one("https://b.example/", checked="2026-11-22"),
    )
    memory, taken = _accept(tmp_path, handed, before)
    assert taken == 1
    assert (memory.links["a"].status, memory.links["b"].status) == ("suspect", "ok")


def test_days_to_come_in_our_own_memory_do_not_outlive_an_honest_run(tmp_path: Path) -> None:
    wrong = _one("https://a.example/", checked="2099-01-01", status="suspect", since="2099-01-01")
    before = Memory.model_validate({**_state(a=wrong), "checked": "2099-01-01"})
    memory, taken = _accept(tmp_path, _state(a=_one("https://a.example/")), before)
    assert (taken, memory.checked, memory.links["a"].status) == (1, TODAY, "ok")


def test_hosts_that_keep_machines_out_are_taken_where_the_register_has_them(tmp_path: Path) -> None:
    hosts = {"a.example": "2026-11-02", "c.example": "2026-11-02"}
    memory, _ = _accept(tmp_path, {**_state(a=_one("https://a.example/")), "barring": hosts})
    assert memory.barring == {"a.example": dt.date(2026, 11, 2)}


A = "https://a.example/"
FORGED: dict[str, Callable[[], Any]] = {
    "no-json": lambda: "{",
    "deep": lambda: "[" * 100_000,
    "list": lambda: [],
    "other-version": lambda: {**_state(), "version": 9},
    "never-checked": lambda: {"version": 2, "links": {}},
    "checked-tomorrow": lambda: {**_state(), "checked": "2026-12-01"},
    "unknown-verdict": lambda: _state(a=_one(A, status="<b>")),
    "since-tomorrow": lambda: _state(a=_one(A, since="2099-01-01")),
    "failed-tomorrow": lambda: _state(a=_one(A, failed=["2099-01-01"])),
    "scheme": lambda: _state(a=_one(A, final_url="javascript:alert(1)")),
    "address": lambda: _state(a=_one(A, final_url="http://[")),
    "control": lambda: _state(a=_one(A, code="a\x1b[2J")),
    "two-lines": lambda: _state(a=_one(A, title=[["a\n::error::x"]])),
    "bidi": lambda: _state(a=_one(A, words=["a\u202eb"])),
    "long-stem": lambda: _state(a=_one(A, title=[["a" * 1_000]])),
    "sentence": lambda: _state(a=_one(A, title=[["a whole sentence"]])),
    "many-stems": lambda: _state(a=_one(A, words=["a"] * 1_000)),
    "long-text": lambda: _state(a=_one(A, final_url=A + "a" * 5_000)),
    "unknown-code": lambda: _state(a=_one(A, code="of-a-stranger")),
    "status": lambda: _state(a=_one(A, http_status=12_345)),
    "alarm-tomorrow": lambda: _state(a=_one(A, alarm={"since": "2099-01-01"})),
    "alarm-sentence": lambda: _state(
        a=_one(A, alarm={"since": "2026-11-01", "words": ["a whole sentence"]})
    ),
    "alarm-code": lambda: _state(a=_one(A, alarm={"since": "2026-11-01", "code": "of-a-stranger"})),
    "alarm-control": lambda: _state(
        a=_one(A, alarm={"since": "2026-11-01", "title": [["a\x1b[2J"]]})
    ),
    "barring-tomorrow": lambda: {**_state(), "barring": {"a.example": "2099-01-01"}},
    "type": lambda: _state(a=_one(A, words={"a": 1})),
    "size": lambda: json.dumps(_state()) + " " * 6_000_000,
}


@pytest.mark.parametrize("name", FORGED)
def test_what_no_honest_run_writes_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWorkError, match=r"refused, nothing was kept") as caught:
        _accept(tmp_path, FORGED[name]())
    assert "\n" not in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    _accept(tmp_path, _state())
    (tmp_path / "state.json").rename(tmp_path / "other.json")
    (tmp_path / "state.json").symlink_to(tmp_path / "other.json")
    with pytest.raises(CannotWorkError, match="no regular file"):
        accept(tmp_path / "state.json", Memory(), read_register(tmp_path / "links.yml"), TODAY)


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWorkError, match="refused"):
        accept(tmp_path / "none.json", Memory(), {}, TODAY)
