"""The fault server inside a test, on a thread of its own."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from typer.testing import CliRunner, Result

from faults.all import register
from faults.case import Case
from faults.server import FaultServer
from kb.cli import app

_T = TypeVar("_T")


@contextmanager
def running(cases: list[Case]) -> Iterator[FaultServer]:
    """Serve while the block runs."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = FaultServer(cases)
    asyncio.run_coroutine_threadsafe(server.start(), loop).result(20)
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.stop(), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)


def write_register(path: Path, server: FaultServer, cases: list[Case]) -> Path:
    """The register of the cases, as a file."""
    path.write_text(json.dumps(register(server, cases), ensure_ascii=False), encoding="utf-8")
    return path


def apart(work: Callable[[], _T]) -> _T:
    """What `work` returns, run on a thread of its own.

    A browser test that ran earlier in this process leaves an event loop running in its thread,
    and asyncio.run refuses to start where one runs.
    """
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def kb(*arguments: object) -> Result:
    """Run `kb links check`, in this process because starting another takes a second."""
    command = ["links", "check", *map(str, arguments)]
    result = apart(lambda: CliRunner().invoke(app, command))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def read_report(path: Path) -> dict[str, dict[str, Any]]:
    """The report's links by id."""
    return {link["id"]: link for link in json.loads(path.read_text(encoding="utf-8"))["links"]}
