"""How a host answers to an address that cannot exist: learnt once a host and run.

A host that has a page for everything says "not found" with status 200 in words of its own, shows
its front page, or leads to a page of excuses. No list of phrases knows them all; but the page in
question is then the same as the one for nonsense.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from linkjudge import places
from linkjudge.address import Address
from linkjudge.shapes import Shape, alike
from linkjudge.walk import Outcome


@dataclass(frozen=True)
class Answer:
    """What the host made of nonsense."""

    end: Address
    led: bool
    """It was led somewhere else."""
    shape: Shape | None


class Nonsense:
    """The hosts of a run; `walk` follows an address that no link asked for."""

    def __init__(self, walk: Callable[[Address], Awaitable[Outcome]]) -> None:
        self._walk = walk
        self._known: dict[tuple[str, int], asyncio.Task[Answer | None]] = {}

    async def same(self, out: Outcome) -> bool:
        """Whether what was met is what the host answers to nonsense."""
        start = out.start
        place = (start.host, start.port)
        if place not in self._known:
            self._known[place] = asyncio.create_task(self._learn(start))
        # Shielded: a link that is given up must not take the answer from the host's other links.
        answer = await asyncio.shield(self._known[place])
        if answer is None:
            return False
        led_there = (
            answer.led
            and bool(out.hops)
            and (answer.end.host, answer.end.path) == (out.end.host, out.end.path)
        )
        return (led_there and not out.reading.titled) or alike(out.reading.shape, answer.shape)

    async def _learn(self, start: Address) -> Answer | None:
        out = await self._walk(start.at(nonsense_path(start.host)))
        if out.trouble is not None or out.reading.wall:
            return None
        led = bool(out.hops) and out.end.path != out.start.path
        return Answer(out.end, led and not places.is_home(out.end), out.reading.shape)


def nonsense_path(host: str) -> str:
    """An address that cannot exist; the same one in every run."""
    return f"/zq{zlib.crc32(host.encode()):08x}xv"
