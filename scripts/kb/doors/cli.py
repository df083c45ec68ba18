"""The commands `kb site …`: building without a generator, and comparing two built sites."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Sivusto ilman generaattoria / the site without a generator.")

Folder = Annotated[Path, typer.Argument(help="A built site.", exists=True, file_okay=False)]


@app.command()
def build(
    out: Annotated[Path, typer.Option(help="The folder to write to; it is emptied.")],
    root: Annotated[
        Path, typer.Option("--root", help="The repository.", exists=True, file_okay=False)
    ] = Path(),
) -> None:
    """Build the site with Python-Markdown and Jinja alone; SITE_URL and the like count."""
    from kb.doors import plain
    from kb.site.refusal import RefusedError
    from kb.site.settings import settings_of

    try:
        made = plain.build(root.resolve(), out, settings_of(os.environ))
    except RefusedError as error:
        for line in error.lines:
            typer.echo(line, err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{len(made.contexts.plan.pages)} sivua / pages: {out}")


@app.command()
def changes(
    base: Annotated[str, typer.Option(help="The commit with which to compare.")] = "HEAD^1",
    root: Annotated[
        Path, typer.Option("--root", help="The repository.", exists=True, file_okay=False)
    ] = Path(),
    summary: Annotated[
        Path | None, typer.Option(help="A file to add it to, such as $GITHUB_STEP_SUMMARY.")
    ] = None,
) -> None:
    """Tell page by page what a reader will see changed since a commit, in Markdown."""
    from kb.doors.reviewed import reader_changes

    text = reader_changes(root.resolve(), base)
    if summary is None:
        typer.echo(text)
    else:
        with summary.open("a", encoding="utf-8") as file:
            file.write(text + "\n")


@app.command()
def compare(a: Folder, b: Folder) -> None:
    """Compare two built sites; exit code 1 and a line for each difference a reader could meet."""
    from kb.site.compare import compare as differences

    try:
        found = differences(a, b)
    except FileNotFoundError as error:
        typer.echo(f"kb site: {error}: ei rakennettu sivusto / no built site", err=True)
        raise typer.Exit(2) from None
    for line in found:
        typer.echo(line)
    typer.echo(f"{len(found)} eroa / differences")
    raise typer.Exit(1 if found else 0)
