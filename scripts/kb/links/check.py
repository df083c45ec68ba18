"""One run: asks, remembers, and saves what it has as it goes."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kb.links import memory as mem
from kb.links.files import write_json
from kb.links.register import Entry
from kb.links.report import Line, as_json
from linkjudge.model import Finding
from linkjudge.run import judge_all

_SAVE_EVERY = 1.0
"""Seconds between saves while a run goes on, so that even a killed run keeps what it had."""


@dataclass
class Run:
    """What a run needs, and what it has so far."""

    entries: dict[str, Entry]
    """The links to judge."""
    memory: mem.Memory
    today: dt.date
    agent: str
    state: Path | None = None
    report: Path | None = None
    per_host: int = 1
    interval: float = 1.0
    ca_file: Path | None = None
    allow_private: bool = False
    on_line: Callable[[Line], None] = lambda line: None
    interrupted: bool = False
    _lines: dict[str, Line] = field(default_factory=dict)

    @property
    def titles(self) -> dict[str, str]:
        """The titles that pages gave themselves, in their own words, by the links' ids."""
        return {line.entry.id: line.finding.title for line in self.lines if line.finding.title}

    @property
    def lines(self) -> list[Line]:
        """What was judged, in the register's order."""
        return [self._lines[ident] for ident in self.entries if ident in self._lines]

    def go(self) -> None:
        """Judge every link. An interrupt ends the run early and keeps what was judged.

        Raises `CannotWorkError` when the state or the report cannot be written, and whatever
        fault of this program kept links from being judged, once the others' results are saved.
        """
        self.save()
        try:
            asyncio.run(self._go())
        except* KeyboardInterrupt:
            self.interrupted = True
        finally:
            self.save()

    async def _go(self) -> None:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()

        def stop() -> None:
            self.interrupted = True
            if task is not None:
                task.cancel()

        for name in (signal.SIGTERM, signal.SIGINT):
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(name, stop)
        saver = asyncio.create_task(self._keep_saving())
        try:
            await judge_all(
                [entry.target for entry in self.entries.values()],
                agent=self.agent,
                done=self._done,
                per_host=self.per_host,
                interval=self.interval,
                ca_file=str(self.ca_file) if self.ca_file else None,
                allow_private=self.allow_private,
            )
        except asyncio.CancelledError:
            if not self.interrupted:
                raise
        finally:
            saver.cancel()

    async def _keep_saving(self) -> None:
        saved = 0
        wait = _SAVE_EVERY
        while True:
            await asyncio.sleep(wait)
            if len(self._lines) > saved:
                saved = len(self._lines)
                begin = time.monotonic()
                self.save()
                # A large register takes longer to write: at most a tenth of the time goes to it.
                wait = max(_SAVE_EVERY, 10 * (time.monotonic() - begin))

    def _done(self, finding: Finding) -> None:
        ident = finding.target.id
        entry = self.entries[ident]
        known = mem.remember(self.memory.links.get(ident), finding, entry, self.today)
        self.memory.links[ident] = known
        self._lines[ident] = line = Line(entry, finding, known)
        self.on_line(line)

    def save(self) -> None:
        """Write the state and the report as they are now."""
        if self._lines:
            self.memory.checked = self.today
        if self.state is not None:
            mem.write_memory(self.state, self.memory)
        if self.report is not None:
            write_json(self.report, as_json(self.lines, self.today), "links")
