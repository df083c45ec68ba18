"""Turns: so many requests at a time for a host, and so far apart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

_LATE = 0.5
"""Seconds of a slow answer that the next turn waits for."""


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
    async def turn(self, host: str, port: int) -> AsyncIterator[Callable[[], None]]:
        """Wait until the host may be asked, and hold its place while it answers.

        Call what is given when the answer begins: the next turn is counted from then (from the
        start where the answer is slow), so that the server too sees requests `interval` apart.
        """
        gate = self._gates.setdefault((host, port), _Gate(self._per_host))
        clock = asyncio.get_running_loop().time
        async with gate.free:
            start = max(clock(), gate.next)
            gate.next = start + self._interval
            # The wait comes before the place among all: the waiting must not block the ready.
            await asyncio.sleep(start - clock())
            async with self._all:
                begin = clock()
                gate.next = max(gate.next, begin + self._interval)

                def heard() -> None:
                    late = min(clock() - begin, _LATE)
                    gate.next = max(gate.next, begin + late + self._interval)

                yield heard
