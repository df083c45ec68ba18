"""The command `kb links bench`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[
    Path, typer.Option("--root", help="The repository to work on.", exists=True, file_okay=False)
]


def bench(
    root: Root = Path(),
    wrong: Annotated[bool, typer.Option("--wrong", help="List what was judged wrong.")] = False,
) -> None:
    """Run this checker and LinkChecker over the fault server of tests/; prints a table."""
    from bench import links as measured

    tests = (root / "tests").resolve()
    scores = [
        measured.measure("kb links check", measured.ours, tests),
        measured.measure("LinkChecker", measured.linkchecker, tests),
    ]
    typer.echo(measured.HEAD)
    for score in scores:
        typer.echo(score.row())
    fast = measured.throughput(tests)
    typer.echo(
        f"\n{fast.links} links on {fast.hosts} hosts, one request a second and host: "
        f"{fast.seconds:.1f} s, {fast.megabytes} MB, shortest gap {fast.least_gap:.2f} s"
    )
    for score in scores if wrong else ():
        typer.echo("\n".join([f"\n{score.name}:", *score.wrong]))
