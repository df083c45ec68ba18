"""`kb bench site`: medians, the table's lines, and what a page is counted to cost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.host import host, packed
from bench.lighthouse import Report, median_of
from bench.site import View, look, table


def report(performance: float, lcp: float) -> Report:
    return Report({"performance": performance, "seo": 100}, lcp, 10.0, 0.0)


def test_medians_are_taken_figure_by_figure() -> None:
    found = median_of([report(90, 3000), report(99, 1000), report(98, 2000)])
    assert found.scores == {"performance": 98, "seo": 100}
    assert found.lcp == 2000


def test_table_sets_ours_beside_stock() -> None:
    views = {"ours": View(5, 0, 60_000), "stock": View(10, 1, 120_000)}
    lines = table("page", views, {"ours": report(99, 1000), "stock": report(80, 4000)})
    assert lines[0].split()[:5] == ["page", "ours", "5", "60.0", "99"]
    assert "(1 to others)" in lines[1]
    assert lines[2].split() == ["ratio", "0.50", "0.50", "0.25", "1.00"]


def test_table_without_lighthouse() -> None:
    view = View(5, 0, 60_000)
    lines = table("page", {"ours": view, "stock": view}, {"ours": None, "stock": None})
    assert lines[2].split() == ["ratio", "1.00", "1.00"]


def test_a_view_is_all_that_is_asked_for(tmp_path: Path) -> None:
    page = (
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="a.css">'
        '<script src="gone.js"></script><script src="http://127.0.0.1:9/x.js"></script>'
    )
    (tmp_path / "index.html").write_text(page)
    (tmp_path / "404.html").write_text("not here")
    (tmp_path / "a.css").write_text("p { color: red }" * 100)
    # On a thread of its own: the browser's tests may have an event loop on this one.
    with host(tmp_path) as address, ThreadPoolExecutor(1) as pool:
        view = pool.submit(look, address, "", tmp_path).result()
    files = ("index.html", "a.css", "404.html")
    assert view == View(4, 1, sum(len(packed(tmp_path / name)) for name in files))
