"""Build time and peak memory, ours beside a stock site of the same pages."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.content import multiply
from bench.meter import Cost, measure
from bench.stock import write_stock
from kb.load.content import load

SITES = ("ours", "stock")
_BUILD = (sys.executable, "-m", "mkdocs", "build", "-q")
_HEAD = f"{'':>5} {'pages/lang':>10}  {'site':<6}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}" \
        f"{'ms/page':>9}{'growth':>8}"  # fmt: skip


@dataclass(frozen=True)
class Level:
    """What was measured at one size of the content."""

    times: int
    pages: int
    """Pages of one language."""
    languages: int
    costs: dict[str, Cost]
    """The medians, by site."""

    def per_page(self, site: str) -> float:
        """Milliseconds of wall time for each page of each language."""
        return self.costs[site].wall * 1000 / (self.pages * self.languages)


def run(root: Path, *, full: bool, runs: int) -> None:
    """Measure at 1× and 10× (with `full` also 40×) the content of `root`, and print a table.

    Each build is a process of its own, and the sites take turns. The larger the content, the
    fewer the runs: `runs` at 1× after one untimed build of each, a third at 10×, one at 40×.
    """
    # What a shell has set for a real deployment must not make the two sites differ.
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    # No reader keeps a site as large as these.
    os.environ["KB_OFFLINE_LIMIT"] = str(10**9)
    sizes = [(1, runs), (10, max(1, runs // 3))] + ([(40, 1)] if full else [])
    print(f"mkdocs build, medians of {', '.join(f'{n} at {k}×' for k, n in sizes)}")
    print(_HEAD)
    first: Level | None = None
    for times, count in sizes:
        with tempfile.TemporaryDirectory(prefix="kb-bench-") as folder:
            level = measure_level(root, Path(folder), times, count, warm_up=times == 1)
        first = first or level
        for line in table(level, first):
            print(line, flush=True)


def measure_level(root: Path, folder: Path, times: int, runs: int, *, warm_up: bool) -> Level:
    """Build both sites below `folder` at `times` the content; the medians of `runs` builds.

    `warm_up`: build each once before, untimed, so that files and compiled templates are at hand.
    Beside the minutes of a large build that makes no difference.
    """
    ours, stock = (folder / site for site in SITES)
    multiply(root, ours, times)
    write_stock(ours, stock)
    languages = load(root).knowledge.languages
    pages = len(list((ours / "docs" / languages.source).rglob("*.md")))
    costs: dict[str, list[Cost]] = {site: [] for site in SITES}
    for number in range(-1 if warm_up else 0, runs):
        for site in SITES:
            cost = measure(_BUILD, folder / site)
            if number >= 0:
                costs[site].append(cost)
    medians = {site: _median(found) for site, found in costs.items()}
    return Level(times, pages, len(languages.pages), medians)


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        median(c.wall for c in costs), median(c.cpu for c in costs), median(c.peak for c in costs)
    )


def table(level: Level, first: Level) -> list[str]:
    """The lines of one size: ours, stock and their ratio; growth is time per page against 1×."""
    lines = []
    for site in SITES:
        cost, each = level.costs[site], level.per_page(site)
        lines.append(
            f"{level.times:>4}× {level.pages:>10}  {site:<6}{cost.wall:>8.2f}{cost.cpu:>8.2f}"
            f"{cost.peak:>9.0f}{each:>9.1f}{each / first.per_page(site):>8.2f}"
        )
    ours, stock = (level.costs[site] for site in SITES)
    lines.append(
        f"{'':>16}  {'ratio':<6}{ours.wall / stock.wall:>8.2f}{ours.cpu / stock.cpu:>8.2f}"
        f"{ours.peak / stock.peak:>9.2f}"
    )
    return lines
