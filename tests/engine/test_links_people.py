"""A person's word settles a doubt until the page becomes another, and gives a link up at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from faults.case import Case, Handler, Out, Request, always, page
from faults.running import kb, read_report, running, write_register

WALL = always(403, page("403 Forbidden"))
WALL_2 = always(403, page("Just a moment...", "<p>Checking your browser before you go on.</p>"))
LOGIN = always(401, "")
THERE = always()
GONE = always(404, page("404", "Sivua ei löydy"))
SAYS_GONE = always(200, page("Sivua ei löydy", "Sivua ei löydy"))
TEXT = "Tomaatit ja kurkut kasvavat lasin alla talvella, kun lamput valaisevat penkkejä."
SHOES = "Lenkkarit, saappaat ja sandaalit myydään alennuksella torin laidalla lauantaina."
OTHER = always(200, page("Kasvihuoneiden lämmitys", body=f"<p>{TEXT}</p>"))
RETITLED = always(200, page("Kenkäkaupan avajaiset", body=f"<p>{TEXT}</p>"))
REWRITTEN = always(200, page("Kasvihuoneiden lämmitys", body=f"<p>{SHOES}</p>"))
EMPTY = always(200, "")


def _weeks(
    tmp_path: Path, days: list[Handler], words: dict[int, dict[str, Any]], **expect: str
) -> list[str]:
    """The link's status after each day's run; `words` is what the register says from a day on."""

    async def handle(request: Request, out: Out) -> None:
        await days[request.day - 1](request, out)

    case = Case("sivu", "ok", handle, expect={"type": "html", **expect})
    report, found = tmp_path / "report.json", []
    with running([case]) as server:
        path = write_register(tmp_path / "links.yml", server, [case])
        for day in range(1, len(days) + 1):
            server.new_day(day)
            value = json.loads(path.read_text())
            value["links"][0].update(words.get(day, {}))
            path.write_text(json.dumps(value))
            done = kb(
                "--register", path, "--state", tmp_path / "state.json", "--report", report,
                "--allow-private", "--interval", 0, "--today", f"2026-11-{day:02}",
            )  # fmt: skip
            assert (done.exit_code, done.stderr) == (0, "")
            found.append(read_report(report)["sivu"]["status"])
    return found


def _ok(day: int) -> dict[str, Any]:
    return {"reviewed": {"verdict": "ok", "on": f"2026-11-{day:02}", "by": "testi"}}


def _gone(day: int) -> dict[str, Any]:
    return {"reviewed": {"verdict": "gone", "on": f"2026-11-{day:02}", "by": "testi"}}


@pytest.mark.parametrize("said", [{"checked": "2026-11-01"}, _ok(1)], ids=["checked", "reviewed"])
@pytest.mark.parametrize("what", [WALL, LOGIN, SAYS_GONE], ids=["wall", "login", "says gone"])
def test_a_doubt_is_settled_once_for_all_weeks(
    tmp_path: Path, said: dict[str, Any], what: Handler
) -> None:
    assert _weeks(tmp_path, [what] * 4, {2: said}) == ["suspect", "ok", "ok", "ok"]


def test_a_word_from_before_the_doubt_settles_nothing(tmp_path: Path) -> None:
    assert _weeks(tmp_path, [THERE, WALL, WALL], {1: _ok(1)}) == ["ok", "suspect", "suspect"]


def test_a_word_of_a_day_to_come_is_none(tmp_path: Path) -> None:
    assert _weeks(tmp_path, [WALL, WALL, WALL], {1: _ok(3)}) == ["suspect", "suspect", "ok"]


@pytest.mark.parametrize(
    "after", [RETITLED, REWRITTEN, SAYS_GONE], ids=["title", "subject", "kind"]
)
def test_a_settled_page_that_becomes_another_is_doubted_again(
    tmp_path: Path, after: Handler
) -> None:
    days = [OTHER, OTHER, after, after, after]
    found = _weeks(tmp_path, days, {2: _ok(1), 5: _ok(4)}, title="Vuokrien takuut")
    assert found == ["suspect", "ok", "suspect", "suspect", "ok"]


def test_another_wall_of_the_same_site_is_no_new_doubt(tmp_path: Path) -> None:
    days = [WALL, WALL, WALL_2, THERE, WALL]
    assert _weeks(tmp_path, days, {2: _ok(1)}) == ["suspect", "ok", "ok", "ok", "ok"]


def test_a_doubt_that_went_before_anyone_looked_is_new_when_it_comes_back(tmp_path: Path) -> None:
    days = [WALL, THERE, THERE, WALL]
    assert _weeks(tmp_path, days, {3: _ok(3)}) == ["suspect", "ok", "ok", "suspect"]


def test_who_has_been_there_before_the_machine_first_met_a_wall_is_not_asked(
    tmp_path: Path,
) -> None:
    early = {"checked": "2026-10-01"}
    assert _weeks(tmp_path, [WALL, WALL, SAYS_GONE], {1: early}) == ["ok", "ok", "suspect"]


def test_a_doubt_of_another_kind_is_a_new_one(tmp_path: Path) -> None:
    assert _weeks(tmp_path, [WALL, WALL, EMPTY], {2: _ok(1)}) == ["suspect", "ok", "suspect"]


def test_a_link_that_only_people_get_through_to_is_not_called_broken_again(tmp_path: Path) -> None:
    found = _weeks(tmp_path, [GONE] * 8, {4: _ok(3)})
    assert found == ["unreachable"] * 2 + ["broken"] + ["unreachable"] * 5
    (tmp_path / "again").mkdir()
    found = _weeks(tmp_path / "again", [GONE] * 3 + [THERE] + [GONE] * 3, {4: _ok(3)})
    assert found == ["unreachable"] * 2 + ["broken", "ok"] + ["unreachable"] * 2 + ["broken"]


def test_a_person_gives_a_link_up_at_once_and_whatever_answers(tmp_path: Path) -> None:
    days = [THERE, THERE, GONE, WALL]
    assert _weeks(tmp_path, days, {2: _gone(2)}) == ["ok", "broken", "broken", "broken"]


def test_failing_days_before_a_person_got_through_do_not_count(tmp_path: Path) -> None:
    found = _weeks(tmp_path, [GONE] * 5, {3: _ok(2)})
    assert found == ["unreachable", "unreachable", "unreachable", "unreachable", "broken"]


@pytest.mark.parametrize(
    ("reviewed", "status"),
    [("gone", "suspect"), ({"verdict": "perhaps", "on": "2026-11-01"}, "suspect"),
     ({"verdict": "ok"}, "suspect"), ({"verdict": "ok", "on": "yesterday"}, "suspect")],
)  # fmt: skip
def test_what_is_no_word_is_overlooked(tmp_path: Path, reviewed: object, status: str) -> None:
    assert _weeks(tmp_path, [WALL], {1: {"reviewed": reviewed}}) == [status]


def test_the_newer_of_two_words_counts(tmp_path: Path) -> None:
    both = {**_gone(1), "checked": "2026-11-02"}
    assert _weeks(tmp_path, [THERE, THERE], {1: _gone(1), 2: both}) == ["broken", "ok"]
