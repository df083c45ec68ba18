"""The command `kb bench`: every measurement there is, or one of them by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Measure the site beside a stock MkDocs + Material + static-i18n site.",
    invoke_without_command=True,
    add_completion=False,
)

Full = Annotated[bool, typer.Option("--full", help="Also what takes minutes (40× the content).")]
Runs = Annotated[int, typer.Option(help="Timed runs of each thing; medians are printed.", min=1)]
Root = Annotated[
    Path, typer.Option("--root", help="The repository to measure.", exists=True, file_okay=False)
]


@dataclass(frozen=True)
class Options:
    """How to measure."""

    root: Path = Path()
    full: bool = False
    runs: int = 3


def _build(options: Options) -> None:
    from bench.build import run

    run(options.root.resolve(), full=options.full, runs=options.runs)


def _search(options: Options) -> None:
    from bench.search import queries_of, run

    run(options.root.resolve(), queries_of(options.root), large=True)


def _site(options: Options) -> None:
    from bench.site import run

    run(options.root.resolve(), full=options.full)


# A further measurement is a function of the options, added here, and a command below.
PARTS: tuple[Callable[[Options], None], ...] = (_build, _search, _site)


@app.callback()
def everything(
    context: typer.Context, full: Full = False, runs: Runs = 3, root: Root = Path()
) -> None:
    """Run every measurement, unless one is named."""
    if context.invoked_subcommand is None:
        for part in PARTS:
            part(Options(root, full, runs))


@app.command()
def build(full: Full = False, runs: Runs = 3, root: Root = Path()) -> None:
    """Build time and peak memory, ours and stock, at 1× and 10× the content."""
    _build(Options(root, full, runs))


class Half(StrEnum):
    """Which of the queries to ask."""

    tune = "tune"
    held_out = "held-out"
    every = "all"


@app.command()
def search(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Query files; data/queries when none is named.")
    ] = None,
    half: Annotated[Half, typer.Option(help="One half of the queries only.")] = Half.every,
    large: Annotated[bool, typer.Option(help="Also time ten times the pages.")] = True,
    root: Root = Path(),
) -> None:
    """What the search finds, how fast, and what it weighs; ours and stock."""
    from bench.search import half as half_of
    from bench.search import queries_of, run

    queries = [
        query
        for query in queries_of(root, files or ())
        if half is Half.every or half_of(query) == half.value
    ]
    run(root.resolve(), queries, large=large)


@app.command()
def learn(root: Root = Path()) -> None:
    """Learn the search's weights anew from data/queries and write them to its learned.js."""
    from bench.search import learn as learn_weights

    learn_weights(root.resolve())


@app.command()
def site(full: Full = False, root: Root = Path()) -> None:
    """Requests, bytes and Lighthouse scores of a page's first view; ours and stock."""
    _site(Options(root, full))
