"""Joins what a run sees to a memory that other runs may have written to meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from kb.links.memory import Memory, Remembered
from kb.links.register import Entry
from kb.links.remember import bars, remember
from kb.links.report import Line
from kb.links.us import OURS, host
from linkjudge.codes import GOOD
from linkjudge.model import Finding


class Joiner:
    """A run's findings, and which of them the memory has yet to learn."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        memory: Memory,
        today: dt.date,
        forget: frozenset[str] = frozenset(),
    ) -> None:
        self.lines: dict[str, Line] = {}
        self._entries = entries
        self._before = memory.until(today)
        self._today = today
        self._forget = forget
        self._new: dict[str, Finding] = {}
        self._learnt: set[str] = set()
        self._stamped = False
        self._opened: set[str] = set()
        self._barring: set[str] = set()

    def add(self, finding: Finding) -> Line:
        """Take a finding; gives what is known of its link now."""
        ident, entry = finding.target.id, self._entries[finding.target.id]
        before, place = self._before.links.get(ident), host(finding.target.url)
        if finding.verdict in GOOD:
            self._opened.add(place)
        elif bars(before, finding, entry, self._today):
            self._barring.add(place)
        self._new[ident] = finding
        self.lines[ident] = line = Line(entry, finding, self._known(before, finding, self._before))
        return line

    def join(self, memory: Memory) -> Memory:
        """The memory with what is certain while the run goes on: what may be our fault waits."""
        return self._join(
            memory, [ident for ident, found in self._new.items() if found.code not in OURS]
        )

    def complete(self, memory: Memory) -> Memory:
        """The memory with all that was seen."""
        return self._join(memory, list(self._new))

    def disown(self, memory: Memory) -> Memory:
        """The memory after a run whose failures are our own: only what was found good is learnt.

        Whatever else an earlier `join` has written is as it was before the run.
        """
        self._barring.clear()
        for ident, line in self.lines.items():
            if line.finding.verdict in GOOD:
                continue
            self._new.pop(ident, None)
            before = self._before.links.get(ident)
            if before is not None and before.url == line.entry.url:
                seen = {"verdict": line.known.verdict, "code": line.known.code}
                self.lines[ident] = replace(line, known=before.model_copy(update=seen))
            if ident in self._learnt:
                memory.links.pop(ident, None)
                if before is not None:
                    memory.links[ident] = before
        checked = self._before.checked if self._stamped else memory.checked
        joined = self._join(memory, list(self._new))
        joined.checked = checked
        return joined

    def _join(self, memory: Memory, idents: list[str]) -> Memory:
        for place in self._opened:
            memory.barring.pop(place, None)
        for place in self._barring - self._opened:
            memory.barring.setdefault(place, self._today)
        for ident in idents:
            finding = self._new.pop(ident)
            known = self._known(memory.links.get(ident), finding, memory)
            memory.links[ident] = known
            self._learnt.add(ident)
            self.lines[ident] = replace(self.lines[ident], known=known)
        for ident in self._forget:
            memory.links.pop(ident, None)
        if self.lines:
            memory.checked = self._today
            self._stamped = True
        return memory

    def _known(self, before: Remembered | None, finding: Finding, memory: Memory) -> Remembered:
        place = host(finding.target.url)
        barring = place not in self._opened and (place in self._barring or place in memory.barring)
        return remember(
            before, finding, self._entries[finding.target.id], self._today, barring=barring
        )
