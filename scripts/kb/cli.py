"""The command line `kb`."""

from __future__ import annotations

import kb.interrupt  # noqa: F401  (before what takes long to import)

# isort: split
import datetime as dt
import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kb import checks
from kb.doors.cli import app as site_app
from kb.export.schema import schemas
from kb.links.cli import app as links_app
from kb.load.content import load
from kb.load.repository import repository
from kb.load.watch import saved
from kb.new.cli import app as new_app
from kb.plugins import add_commands

app = typer.Typer(
    help="Tietopankin työkalut / tools of the knowledge base.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
add_commands(links_app, under="links")
app.add_typer(links_app, name="links")
app.add_typer(site_app, name="site")
app.add_typer(new_app, name="new")
add_commands(app)

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


class Format(StrEnum):
    """How `kb check` prints what it finds."""

    text = "text"
    github = "github"


@app.callback()
def main() -> None:
    """Tietopankin työkalut / tools of the knowledge base."""


@app.command()
def check(
    root: Root = Path(),
    form: Annotated[
        Format, typer.Option("--format", help="`github` prints workflow annotations.")
    ] = Format.text,
    today: Annotated[
        str | None, typer.Option(help="The day that counts as today, YYYY-MM-DD.")
    ] = None,
    publish: Annotated[
        bool,
        typer.Option("--publish", help="Also refuse owner details that are yet to be filled in."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file is saved; Ctrl+C ends.")
    ] = False,
    hints: Annotated[
        bool, typer.Option("--hints", help="Also show terms that a page does not explain.")
    ] = False,
) -> None:
    """Check the whole content: every error with file, line and how to mend it.

    Exit code 1 when there is an error; warnings alone give 0.
    """
    day = None
    if today is not None:
        try:
            day = dt.date.fromisoformat(today)
        except ValueError:
            raise typer.BadParameter("YYYY-MM-DD", param_hint="--today") from None
    errors = _report(root, day, form, publish=publish, hints=hints)
    if watch:
        try:
            for _ in saved(root):
                typer.echo()
                errors = _report(root, day, form, publish=publish, hints=hints)
        except KeyboardInterrupt:
            typer.echo()
    raise typer.Exit(1 if errors else 0)


def _report(root: Path, day: dt.date | None, form: Format, *, publish: bool, hints: bool) -> int:
    """Check once and print what is found; the number of errors."""
    loaded = load(root, day)
    problems = checks.run(loaded, for_public=publish)
    suggestions = checks.hints(loaded)
    for problem in [*problems, *(suggestions if hints else ())]:
        typer.echo(problem.annotation() if form is Format.github else str(problem))
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    records = sum(len(register.ids) for register in loaded.registers.values())
    if suggestions and not hints:
        typer.echo(
            f"{len(suggestions)} vihjettä; näytä ne: kb check --hints / "
            f"{len(suggestions)} hints; show them: kb check --hints"
        )
    typer.echo(
        f"{len(loaded.pages)} sivua ja {records} tietuetta tarkistettu: {errors} virhettä, "
        f"{warnings} varoitusta / {len(loaded.pages)} pages and {records} records checked: "
        f"{errors} errors, {warnings} warnings"
    )
    return errors


@app.command()
def handbook(
    root: Root = Path(),
    site: Annotated[Path, typer.Option(help="The built site.", exists=True)] = Path("site"),
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("dist"),
) -> None:
    """Print the handbook of every language to PDF, with a headless Chromium."""
    from kb.export.pdf import write_handbooks

    for path in write_handbooks(site, out, load(root).knowledge):
        typer.echo(path)


@app.command()
def schema(
    root: Root = Path(),
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("schemas"),
) -> None:
    """Write JSON Schemas of front matter and data, for editors' YAML plugins."""
    out.mkdir(parents=True, exist_ok=True)
    for name, value in schemas(load(root).knowledge.languages).items():
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        (out / f"{name}.schema.json").write_text(text, encoding="utf-8")
        typer.echo(out / f"{name}.schema.json")
