"""Commands that other packages add to `kb`, such as the benchmarks, which are no part of it."""

from __future__ import annotations

from importlib.metadata import entry_points

import typer

GROUP = "kb.commands"


def add_commands(app: typer.Typer, under: str = "") -> None:
    """Add to `app` every installed command of the group `kb.commands`.

    The name of an entry point is the command as it is typed behind `kb` (`bench`, `links bench`);
    its value is a typer application or a function. `under` chooses those below one command.
    """
    for entry in entry_points(group=GROUP):
        parent, _, name = entry.name.rpartition(" ")
        if parent != under:
            continue
        command = entry.load()
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
