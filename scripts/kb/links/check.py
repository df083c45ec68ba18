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

from kb.links.files import CannotWorkError, FullError, write_json
from kb.links.join import Joiner
from kb.links.memory import Memory, read_memory, write_memory
from kb.links.register import Entry
from kb.links.report import Line, as_json, leave
from kb.links.sentences import Said
from kb.links.store import held
from kb.links.us import KNOWN_GOOD, it_is_us
from linkjudge.model import Finding, Target
from linkjudge.run import judge_all

_SAVE_EVERY = 1.0
"""Seconds between saves while a run goes on, so that even a killed run keeps what it had."""


@dataclass
class Run:
    """What a run needs, and what it has so far."""

    entries: dict[str, Entry]
    """The links to judge."""
    memory: Memory
    """As it was when the run began."""
    today: dt.date
    agent: str
    state: Path | None = None
    report: Path | None = None
    per_host: int = 1
    interval: float = 1.0
    ca_file: Path | None = None
    allow_private: bool = False
    known_good: str | None = None
    """An address that is known to answer; where it does not, the fault is ours."""
    forget: frozenset[str] = frozenset()
    """Links that left the register, and now leave the memory."""
    on_line: Callable[[Line], None] = lambda line: None
    interrupted: bool = False
    us: Said | None = None
    """Why this run's failures are not to be believed; none where they are."""
    trouble: list[str] = field(default_factory=list)
    """What could not be written at the end, a sentence each."""
    _probe: Finding | None = None
    _joiner: Joiner = field(init=False)

    def __post_init__(self) -> None:
        """Begin with what is remembered."""
        self._joiner = Joiner(self.entries, self.memory, self.today, self.forget)

    @property
    def titles(self) -> dict[str, str]:
        """The titles that pages gave themselves, in their own words, by the links' ids."""
        return {line.entry.id: line.finding.title for line in self.lines if line.finding.title}

    @property
    def lines(self) -> list[Line]:
        """What was judged, in the register's order."""
        return [self._joiner.lines[ident] for ident in self.entries if ident in self._joiner.lines]

    def go(self) -> None:
        """Judge every link. An interrupt ends the run early and keeps what was judged.

        Raises `CannotWorkError` when the state or the report cannot be written to begin with (a
        full disk is no hindrance), and whatever fault of this program kept links from being
        judged, once the others' results are saved. What fails at the end stands in `trouble`.
        """
        with suppress(FullError):
            self._save()
        try:
            asyncio.run(self._go())
        except* KeyboardInterrupt:
            self.interrupted = True
        finally:
            self._finish()

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
        targets = [entry.target for entry in self.entries.values()]
        if self.known_good and targets:
            targets.append(Target(KNOWN_GOOD, self.known_good))
        try:
            await judge_all(
                targets,
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
            if len(self._joiner.lines) > saved:
                saved = len(self._joiner.lines)
                begin = time.monotonic()
                # What fails now may succeed at the end, and else is told there.
                with suppress(CannotWorkError):
                    self._save()
                # A large register takes longer to write: at most a tenth of the time goes to it.
                wait = max(_SAVE_EVERY, 10 * (time.monotonic() - begin))

    def _done(self, finding: Finding) -> None:
        if finding.target.id == KNOWN_GOOD:
            self._probe = finding
            return
        self.on_line(self._joiner.add(finding))

    def _save(self) -> None:
        """Write the state and the report as they are now."""
        self._write_state(self._joiner.join)
        if self.report is not None:
            write_json(self.report, as_json(self.lines, self.today), "links")

    def _finish(self) -> None:
        findings = [line.finding for line in self.lines]
        self.us = it_is_us([*findings, *([self._probe] if self._probe else [])])
        try:
            self._write_state(self._joiner.disown if self.us else self._joiner.complete)
        except CannotWorkError as error:
            self.trouble.append(str(error))
        if self.report is not None:
            self.trouble += leave(self.report, as_json(self.lines, self.today))

    def _write_state(self, join: Callable[[Memory], Memory]) -> None:
        if self.state is None:
            join(self.memory)
            return
        # What other runs have written meanwhile stays: only this run's own links are replaced.
        with held(self.state):
            there, _ = read_memory(self.state)
            write_memory(self.state, join(there.until(self.today)))
