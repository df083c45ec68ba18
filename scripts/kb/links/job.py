"""The commands of the link job: `kb links accept`, `issue` and `changed`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kb.links.console import Root, day_of, stop


def accept(
    handed: Annotated[Path, typer.Argument(help="The memory that another machine hands over.")],
    root: Root = Path(),
    today: Annotated[
        str | None, typer.Option(help="The day that counts as today, YYYY-MM-DD.")
    ] = None,
) -> None:
    """Judge a memory from the machine that opened strangers' pages, and join it to ours.

    Exit code 0 when data/link-state.json holds the result, 2 when anything in it is refused.
    """
    from kb.links import memory as mem
    from kb.links.accept import accept as judged
    from kb.links.files import CannotWorkError
    from kb.links.register import FILE, read_register
    from kb.links.store import held

    day = day_of(today)
    state = root / "data" / "link-state.json"
    try:
        with held(state):
            known, warning = mem.read_memory(state)
            if warning:
                typer.echo(f"kb links: {warning}", err=True)
            joined, taken = judged(handed, known, read_register(root / FILE), day)
            mem.write_memory(state, joined)
    except CannotWorkError as error:
        raise stop(error) from error
    typer.echo(f"{taken} linkin tulos otettiin vastaan / results of {taken} links accepted")


def issue(
    root: Root = Path(),
    titles: Annotated[
        Path | None, typer.Option(help="The pages' own titles, as `kb links check` wrote them.")
    ] = None,
) -> None:
    """Keep one GitHub issue up to date with what is remembered (needs `gh` and GH_TOKEN)."""
    from kb.links.files import CannotWorkError
    from kb.links.issue import LIMIT, tend, whole
    from kb.links.memory import read_memory
    from kb.links.register import FILE, read_register
    from kb.links.summary import markdown, needs_a_person
    from kb.links.titles import read_titles
    from kb.load.content import load
    from kb.relate.citations import citations, citing

    try:
        entries = read_register(root / FILE)
        memory, warning = read_memory(root / "data" / "link-state.json")
        if warning or memory.checked is None:
            raise stop(warning or "linkkejä ei ole tarkistettu / no link was checked yet")
        items = [
            (entry, memory.links[ident])
            for ident, entry in entries.items()
            if ident in memory.links and memory.links[ident].url == entry.url
        ]
        pages = citing(citations(load(root)), "link")
        text = markdown(
            items, entries, pages, memory.checked, read_titles(titles, entries),
            limit=LIMIT, whole=whole(),
        )  # fmt: skip
        typer.echo(tend(text, wrong=any(map(needs_a_person, items))))
    except CannotWorkError as error:
        raise stop(error) from error


def changed(
    before: Annotated[Path, typer.Argument(help="The register as it was.")],
    root: Root = Path(),
) -> None:
    """Print the ids of the links that the register adds or changes, with commas between."""
    from kb.links.changed import changed as find
    from kb.links.files import CannotWorkError
    from kb.links.register import FILE, read_register

    try:
        typer.echo(",".join(find(read_register(before), read_register(root / FILE))))
    except CannotWorkError as error:
        raise stop(error) from error
