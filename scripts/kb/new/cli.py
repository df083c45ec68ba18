"""The commands `kb new …`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kb.load.repository import repository
from kb.new.write import NotWrittenError

app = typer.Typer(help="Uusi alue, sivu tai termi / a new county, page or term.")

Slug = Annotated[str, typer.Argument(help="The id: letters a-z, digits, hyphens.")]
Root = Annotated[
    Path,
    typer.Option("--root", help="The county's folder.", exists=True, file_okay=False,
                 callback=repository),
]  # fmt: skip


@app.command()
def county(
    folder: Annotated[Path, typer.Argument(help="The folder to write to.")],
    lang: Annotated[
        list[str] | None, typer.Option(help="A language; the first is the source (fi, en).")
    ] = None,
) -> None:
    """Write the content of a new county: the least that builds, every field explained."""
    from kb.new.skeleton import new_county

    written = _told(lambda: new_county(folder, lang or ["fi", "en"]))
    typer.echo(
        f"{folder}: {len(written)} tiedostoa; seuraavaksi: kb check --root {folder} / files; next: "
        f"kb check --root {folder}"
    )


def _page(kind: str, slug: str, root: Path) -> None:
    from kb.load.content import load
    from kb.new.page import new_page

    for path in _told(lambda: new_page(load(root), kind, slug)):
        typer.echo(path)


@app.command()
def service(slug: Slug, root: Root = Path()) -> None:
    """Write a service's page in every language."""
    _page("service", slug, root)


@app.command()
def toolkit(slug: Slug, root: Root = Path()) -> None:
    """Write a toolkit's page in every language."""
    _page("toolkit", slug, root)


@app.command()
def situation(slug: Slug, root: Root = Path()) -> None:
    """Write a situation's page in every language."""
    _page("situation", slug, root)


@app.command()
def term(slug: Slug, root: Root = Path()) -> None:
    """Add a term to the glossary, with a name in every language."""
    from kb.load.content import load
    from kb.new.page import new_term

    for path in _told(lambda: new_term(load(root), slug)):
        typer.echo(path)


def _told(write: Callable[[], Sequence[Path]]) -> Sequence[Path]:
    try:
        return write()
    except NotWrittenError as error:
        typer.echo(f"kb new: {error}", err=True)
        raise typer.Exit(1) from None
