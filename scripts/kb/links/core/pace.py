"""Turns: so many requests at a time for a host, and so far apart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class _Gate:
    def __init__(self, per_host: int) -> None:
        self.free = asyncio.Semaphore(per_host)
        self.next = 0.0


class Pace:
    """Gives out turns. Each host (with its port) has its own queue, so none waits for another.

    `per_host` requests at a time and one start every `interval` seconds for each host, and
    `at_once` requests in all.
    """

    def __init__(self, per_host: int = 1, interval: float = 1.0, at_once: int = 100) -> None:
        self._per_host = per_host
        self._interval = interval
        self._gates: dict[tuple[str, int], _Gate] = {}
        self._all = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def turn(self, host: str, port: int) -> AsyncIterator[None]:
        """Wait until the host may be asked, and hold its place while it answers."""
        gate = self._gates.setdefault((host, port), _Gate(self._per_host))
        async with gate.free:
            now = asyncio.get_running_loop().time()
            start = max(now, gate.next)
            gate.next = start + self._interval
            # The wait comes before the place among all, or the waiting would block the ready.
            await asyncio.sleep(start - now)
            async with self._all:
                yield
