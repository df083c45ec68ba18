"""The commands `kb links …`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kb.links import job
from kb.links.console import Root, day_of, stop

if TYPE_CHECKING:
    from kb.links.check import Run

app = typer.Typer(help="Ulkoiset linkit / external links.", no_args_is_help=True)

for command in (job.accept, job.issue, job.changed):
    app.command()(command)


@app.command()
def check(
    more: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    root: Root = Path(),
    register: Annotated[
        Path | None, typer.Option(help="The register; default data/links.yml.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="The memory; default data/link-state.json.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Write the report here, as JSON.")] = None,
    summary: Annotated[
        Path | None, typer.Option(help="Write what to do here, as Markdown.")
    ] = None,
    titles: Annotated[
        Path | None,
        typer.Option(help="Write the pages' own titles here, as JSON, for `kb links issue`."),
    ] = None,
    today: Annotated[
        str | None, typer.Option(help="The day that counts as today, YYYY-MM-DD.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Only these ids: repeated or with commas.")
    ] = None,
    interval: Annotated[
        float, typer.Option(min=0, help="Seconds between two requests to a host.")
    ] = 1.0,
    per_host: Annotated[int, typer.Option(min=1, help="Requests at a time to a host.")] = 1,
    ca_file: Annotated[
        Path | None, typer.Option(help="Certificates to trust beside the usual ones.")
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", envvar="KB_LINKS_ALLOW_PRIVATE", help="Ask private addresses too."
        ),
    ] = False,
    known_good: Annotated[
        str | None,
        typer.Option(
            envvar="KB_LINKS_KNOWN_GOOD",
            help="An address that always answers: where it does not, the fault is ours.",
        ),
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit 1 when a link has one of these statuses.")
    ] = None,
) -> None:
    """Judge the register's addresses as a reader meets them.

    Exit code 0 when every link was judged, 1 by --fail-on, 2 when the work could not be done.
    """
    from kb.links import memory as mem
    from kb.links.agent import user_agent
    from kb.links.check import Run
    from kb.links.county import agent_of
    from kb.links.files import CannotWorkError, tried, write_json, write_text
    from kb.links.progress import Progress
    from kb.links.quoting import on_console
    from kb.links.register import FILE, read_register
    from kb.links.sentences import say
    from linkjudge.codes import Verdict

    day = day_of(today)
    fatal = {word.strip() for word in (fail_on or "").split(",") if word.strip()}
    if unknown := fatal - set(get_args(Verdict)):
        raise stop(f"--fail-on: {', '.join(sorted(unknown))}?")
    if ca_file is not None and not ca_file.is_file():
        raise stop(f"--ca-file {ca_file}: tiedostoa ei ole / no such file")
    own = register is None
    state = state or (root / "data" / "link-state.json" if own else None)
    try:
        entries = read_register(register or root / FILE)
        wanted = [part for text in [*(only or []), *(more or [])] for part in text.split(",")]
        if missing := [ident for ident in wanted if ident and ident not in entries]:
            raise stop(f"--only: {', '.join(missing)}?")
        known, warning = mem.read_memory(state)
        if warning:
            typer.echo(f"kb links: {warning}", err=True)
        run = Run(
            {k: v for k, v in entries.items() if not wanted or k in wanted},
            known, day, user_agent(agent_of(root)), state=state, report=report, per_host=per_host,
            interval=interval, ca_file=ca_file, allow_private=allow_private, known_good=known_good,
            # A link that left the register leaves the memory too, once the whole is checked.
            forget=frozenset() if wanted else frozenset(known.links) - frozenset(entries),
            on_line=lambda line: progress.line(on_console(
                f"{line.known.status:<12}{line.entry.id}: "
                f"{say(line.known.code, line.known.verdict).fi}"
            )),
        )  # fmt: skip
        progress = Progress(len(run.entries))
        progress.count()
        fault = _fault(run)
        progress.clear()
        trouble = list(run.trouble)
        if titles is not None:
            trouble += tried(lambda: write_json(titles, {"titles": run.titles}, "titles"))
        if summary is not None:
            from kb.links.summary import markdown
            from kb.load.content import load
            from kb.relate.citations import citations, citing

            pages = citing(citations(load(root)), "link") if own else {}
            items = [(line.entry, line.known) for line in run.lines]
            text = markdown(items, entries, pages, day, run.titles, run.us)
            trouble += tried(lambda: write_text(summary, text))
    except CannotWorkError as error:
        raise stop(error) from error
    if fault:
        typer.echo(fault, err=True)
        raise typer.Exit(2)
    if run.us:
        trouble.append(
            f"vika on täällä eikä linkeissä: {run.us.fi}, eikä mitään merkitty epäonnistuneeksi / "
            f"the fault is here, not with the links: {run.us.en}, and nothing is remembered as "
            "failing"
        )
    if run.interrupted:
        trouble.append(
            f"keskeytetty, {len(run.lines)}/{len(run.entries)} linkkiä tarkistettu / interrupted, "
            f"{len(run.lines)} of {len(run.entries)} links judged"
        )
    if trouble:
        raise stop("; ".join(trouble))
    raise typer.Exit(1 if any(line.known.status in fatal for line in run.lines) else 0)


def _fault(run: Run) -> str:
    """Judge; gives the traceback of a fault of ours, which must not pass for a link's."""
    import traceback

    from kb.links.files import CannotWorkError

    try:
        run.go()
    except CannotWorkError:
        raise
    except Exception:
        return traceback.format_exc()
    return ""


@app.command()
def site(
    folder: Annotated[Path, typer.Argument(help="The built site.", exists=True)] = Path("site"),
    prefix: Annotated[str, typer.Option(help="The path of SITE_URL.")] = "/",
) -> None:
    """Check the built site's own links, files and anchors with LinkChecker."""
    from kb.links.internal import check_site

    faults = check_site(folder, prefix=prefix)
    for fault in faults:
        typer.echo(fault)
    raise typer.Exit(1 if faults else 0)
