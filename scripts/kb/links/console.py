"""What the commands `kb links …` share: the repository, the day, and the one line of a failure."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kb.load.repository import repository

Root = Annotated[
    Path,
    typer.Option(
        "--root",
        help="The repository to work on, or a folder in it.",
        exists=True,
        file_okay=False,
        callback=repository,
    ),
]


def stop(message: object) -> typer.Exit:
    """Say in one line why the work could not be done; raise what is returned."""
    from kb.links.quoting import on_console

    typer.echo(f"kb links: {on_console(str(message))}", err=True)
    return typer.Exit(2)


def day_of(text: str | None) -> dt.date:
    """The day that counts as today, as --today gives it."""
    try:
        return dt.date.fromisoformat(text) if text else dt.date.today()
    except ValueError:
        raise stop(f"--today {text}: päivä on muotoa 2026-11-24 / a day is 2026-11-24") from None
