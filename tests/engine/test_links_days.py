"""What unfolds over days: the memory decides what the site may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.case import Case, Handler, Out, Request, always, page
from faults.running import kb, read_report, running, write_register

OK, GONE, DOWN = always(), always(404, page("404", "Sivua ei löydy")), always(500, "")
OTHER = always(
    200,
    page("Kasvihuoneiden lämmitys", body="<p>Tomaatit ja kurkut kasvavat lasin alla talvella.</p>"),
)
COMMON = (
    "<p>Käytämme evästeitä palvelun parantamiseen. Ota yhteyttä asiakaspalveluun arkisin.</p>" * 3
)
DEBTS = always(200, page("Materiaalit", body=f"{COMMON}<p>Velkaneuvonnan oppaita.</p>"))
SHOES = always(200, page("Kengät", body=f"{COMMON}<p>Lenkkareita ja saappaita.</p>"))
NEWS, NEWER = (
    always(200, page("Ajankohtaista | Esimerkkilä", body=f"<p>{text}</p>"))
    for text in ("Vuokrat nousivat lain mukaan kesällä.", "Juhlat pidetään torilla huomenna.")
)
RENAMED = always(200, page("Raha-asioiden neuvonta"))
REWRITTEN = always(
    200,
    page("Talousneuvola", body="<p>Uusi teksti kertoo kokonaan muista asioista ja ajoista.</p>"),
)
WALL = always(403, page("403 Forbidden"))

DAYS: dict[str, tuple[list[Handler], list[tuple[str, str, int]]]] = {
    # each day's server; then verdict, status and the day of `since`
    "dies": (
        [OK, GONE, GONE, GONE, GONE],
        [("ok", "ok", 1), ("broken", "unreachable", 2), ("broken", "unreachable", 2),
         ("broken", "broken", 4), ("broken", "broken", 4)]),
    "flickers": (
        [DOWN, DOWN, OK, DOWN, GONE],
        [("unreachable", "unreachable", 1), ("unreachable", "unreachable", 1), ("ok", "ok", 3),
         ("unreachable", "unreachable", 4), ("broken", "unreachable", 4)]),
    "comes-back": (
        [GONE, DOWN, GONE, OK, OK],
        [("broken", "unreachable", 1), ("unreachable", "unreachable", 1), ("broken", "broken", 3),
         ("ok", "ok", 4), ("ok", "ok", 4)]),
    "becomes-another": (
        [OK, OTHER, OTHER, OK, OK],
        [("ok", "ok", 1), ("suspect", "suspect", 2), ("suspect", "suspect", 2), ("ok", "ok", 4),
         ("ok", "ok", 4)]),
    "keeps-its-frame": (
        [DEBTS, SHOES, DEBTS, DEBTS, DEBTS],
        [("ok", "ok", 1), ("suspect", "suspect", 2), ("ok", "ok", 3), ("ok", "ok", 3),
         ("ok", "ok", 3)]),
    "tells-news": ([NEWS, NEWER, NEWS, NEWER, NEWS], [("ok", "ok", 1)] * 5),
    "grows": (
        [OK, RENAMED, OK, REWRITTEN, OK],
        [("ok", "ok", 1)] * 5),
    "walled": (
        [OK, WALL, GONE, WALL, GONE],
        [("ok", "ok", 1), ("suspect", "suspect", 2), ("broken", "unreachable", 3),
         ("suspect", "suspect", 4), ("broken", "unreachable", 5)]),
}  # fmt: skip


def _case(ident: str, handlers: list[Handler]) -> Case:
    async def handle(request: Request, out: Out) -> None:
        await handlers[request.day - 1](request, out)

    return Case(ident, "ok", handle)


def test_statuses_over_five_days(tmp_path: Path) -> None:
    cases = [_case(ident, handlers) for ident, (handlers, _) in DAYS.items()]
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    found: dict[str, list[tuple[str, str, int]]] = {ident: [] for ident in DAYS}
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        for day in range(1, 6):
            server.new_day(day)
            done = kb(
                "--register", register, "--state", state, "--report", report, "--allow-private",
                "--interval", 0, "--per-host", 8, "--today", f"2026-11-{day:02}",
            )  # fmt: skip
            assert (done.exit_code, done.stderr) == (0, "")
            for ident, link in read_report(report).items():
                since = int(link["since"][-2:])
                found[ident].append((link["verdict"], link["status"], since))
    assert found == {ident: expected for ident, (_, expected) in DAYS.items()}


def test_three_runs_on_one_day_are_one_failing_day(tmp_path: Path) -> None:
    cases = [Case("gone", "broken", GONE)]
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        for day in ("2026-11-01", "2026-11-01", "2026-11-01", "2026-11-02"):
            kb("--register", register, "--state", state, "--report", report, "--allow-private",
               "--interval", 0, "--today", day)  # fmt: skip
    assert read_report(report)["gone"]["status"] == "unreachable"


@pytest.mark.parametrize("how", ["checked", "title", "url"])
def test_a_person_settles_a_changed_page(tmp_path: Path, how: str) -> None:
    case = _case("page", [OK, OTHER, OTHER])
    report = tmp_path / "report.json"
    with running([case]) as server:
        path = tmp_path / "links.yml"
        for day in (1, 2, 3):
            server.new_day(day)
            text = write_register(path, server, [case]).read_text()
            if day == 3:
                extra = {
                    "checked": '"checked": "2026-11-02", "id"',
                    "title": '"expect": {"title": "Kasvihuoneiden lämmitys"}, "id"',
                    "url": '"id"',
                }[how]
                text = text.replace('"id"', extra)
                if how == "url":
                    text = text.replace("/page/sivu", "/page/uusi")
                path.write_text(text)
            kb("--register", path, "--state", tmp_path / "state.json", "--report", report,
               "--allow-private", "--interval", 0, "--today", f"2026-11-0{day}")  # fmt: skip
            expected = "suspect" if day == 2 else "ok"
            assert read_report(report)["page"]["status"] == expected, day
