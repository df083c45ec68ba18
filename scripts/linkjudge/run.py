"""Judges many links at once, each host at its own pace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from linkjudge.address import Address
from linkjudge.fetch import Client
from linkjudge.judge import judge
from linkjudge.model import Finding, Limits, Spent, Target
from linkjudge.nonsense import Nonsense
from linkjudge.pace import Pace
from linkjudge.readers import Readers
from linkjudge.walk import Outcome, Walker


async def judge_all(
    targets: Iterable[Target],
    *,
    agent: str,
    done: Callable[[Finding], None],
    per_host: int = 1,
    interval: float = 1.0,
    ca_file: str | None = None,
    allow_private: bool = False,
    limits: Limits | None = None,
) -> None:
    """Judge every target and hand each finding to `done` as soon as it is there.

    `agent` is the user agent, with a contact address. `per_host` requests at a time and one every
    `interval` seconds go to each host (with its port). Cancelling keeps what was handed over.

    Raises an `ExceptionGroup` at the end where this program failed at some links; a fault says
    nothing of its link, and the other links' findings were handed over.
    """
    limits = limits or Limits()
    client = Client(allow_private=allow_private, ca_file=ca_file)
    pace = Pace(per_host, interval)
    readers = Readers()
    faults: list[Exception] = []

    def walker(target: Target, spent: Spent) -> Walker:
        return Walker(target, client, readers, pace, limits, agent, spent)

    async def walk(address: Address) -> Outcome:
        return await walker(Target("", str(address)), Spent()).walk(address)

    nonsense = Nonsense(walk)

    async def one(target: Target) -> None:
        spent = Spent()
        try:
            finding = await judge(target, walker(target, spent), nonsense, limits, spent)
        except Exception as fault:
            fault.add_note(f"while judging {target.id}")
            faults.append(fault)
        else:
            done(finding)

    try:
        async with asyncio.TaskGroup() as group:
            for target in targets:
                group.create_task(one(target))
    finally:
        await readers.close()
    if faults:
        raise ExceptionGroup("links that could not be judged", faults)
